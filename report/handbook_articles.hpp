// The articles of a handbook: those that data lists, and those that are cited.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/handbook.hpp"

namespace mingze::report {

class HandbookArticles {
 public:
  HandbookArticles(const HandbookMatter& matter, Language language);

  /// Where statements that cite these belong: the articles that are cited, each once, in the order
  /// of the citations; at least one.
  [[nodiscard]] std::vector<std::size_t> homes(const std::vector<Citation>& cites);
  /// Where that belongs which cites nothing.
  [[nodiscard]] std::size_t rest() { return article({"", ""}); }
  [[nodiscard]] Handbook::Article& at(std::size_t index) { return articles_[index]; }

  /// 《title》clause
  [[nodiscard]] std::string cited(const std::vector<Citation>& cites) const;

  /// Parts in their order: documents whose articles are listed, then by rank and title, then what
  /// cites nothing.
  [[nodiscard]] std::vector<Handbook::Part> take();

 private:
  /// The document's id, and the clause.
  using Key = std::pair<std::string, std::string>;

  void read_articles();
  void read_not_encoded();
  [[nodiscard]] std::vector<std::map<std::string, std::string>> rows(const std::string& relation);
  [[nodiscard]] bool is_documented(const std::string& name, Span relation) const;
  [[nodiscard]] std::string document_id(const std::string& name) const;
  [[nodiscard]] const Document* document(const std::string& id) const;
  [[nodiscard]] const std::string& said(const std::map<std::string, std::string>& row) const;
  std::size_t article(const Key& key);
  [[nodiscard]] bool document_before(const std::string& a, const std::string& b) const;

  const HandbookMatter& matter_;
  Language language_;
  std::vector<Handbook::Article> articles_ = {};
  std::map<Key, std::size_t> index_ = {};
  std::set<std::string> listed_ = {};
};

}  // namespace mingze::report
