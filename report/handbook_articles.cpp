#include "report/handbook_articles.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "engine/facts/database.hpp"
#include "report/clause_order.hpp"
#include "report/order.hpp"

namespace mingze::report {

HandbookArticles::HandbookArticles(const HandbookMatter& matter, Language language)
    : matter_(matter), language_(language) {
  read_articles();
  read_not_encoded();
}

/// The tuples of a relation whose slots are all texts, by the roles of the slots.
std::vector<std::map<std::string, std::string>> HandbookArticles::rows(
    const std::string& relation) {
  std::vector<std::map<std::string, std::string>> out;
  const Program& program = matter_.program;
  for (std::uint32_t i = 0; i < program.predicates.size(); ++i) {
    const Predicate& predicate = program.predicates[i];
    if (predicate.id != relation) continue;
    Ranks ranks(program);
    OrderedTuples tuples(matter_.stated[PredicateId{i}], columns_of(predicate), ranks);
    while (tuples.next()) {
      std::map<std::string, std::string> named;
      const auto tuple = tuples.tuple();
      for (std::size_t slot = 0; slot < predicate.slots.size(); ++slot)
        named[predicate.slots[slot].role] =
            program.symbols.label_of(predicate.slots[slot].kind, tuple[slot]);
      if (named.contains("source") && named.contains("clause") &&
          is_documented(named.at("source"), predicate.span))
        out.push_back(std::move(named));
    }
  }
  return out;
}

/// Articles belong to what is documented where their document is declared there.
bool HandbookArticles::is_documented(const std::string& name, Span relation) const {
  const Document* known = document(document_id(name));
  return matter_.documented.contains(known ? known->span.source.value : relation.source.value);
}

/// A document is named by its id or its title.
std::string HandbookArticles::document_id(const std::string& name) const {
  for (const Document& document : matter_.program.documents)
    if (document.id == name) return name;
  for (const Document& document : matter_.program.documents)
    if (document.title == name) return document.id;
  return name;
}

const Document* HandbookArticles::document(const std::string& id) const {
  for (const Document& document : matter_.program.documents)
    if (document.id == id) return &document;
  return nullptr;
}

/// What a row says in the language of the document, or in the other where it says nothing in this.
const std::string& HandbookArticles::said(const std::map<std::string, std::string>& row) const {
  static const std::string nothing;
  for (const char* role :
       language_ == Language::zh ? std::array{"zh", "en"} : std::array{"en", "zh"})
    if (const auto found = row.find(role); found != row.end() && !found->second.empty())
      return found->second;
  return nothing;
}

void HandbookArticles::read_articles() {
  for (const auto& row : rows("article")) {
    const std::string id = document_id(row.at("source"));
    articles_[article({id, row.at("clause")})].heading = said(row);
    listed_.insert(id);
  }
}

void HandbookArticles::read_not_encoded() {
  for (const auto& row : rows("not-encoded"))
    articles_[article({document_id(row.at("source")), row.at("clause")})].not_encoded.push_back(
        said(row));
}

std::size_t HandbookArticles::article(const Key& key) {
  const auto [found, added] = index_.emplace(key, articles_.size());
  if (added) {
    articles_.emplace_back();
    articles_.back().clause = key.second;
  }
  return found->second;
}

std::vector<std::size_t> HandbookArticles::homes(const std::vector<Citation>& cites) {
  std::vector<std::size_t> out;
  for (const Citation& citation : cites) {
    const std::string& id = matter_.program[citation.document].id;
    // 第五条第二款 is part of 第五条, where the articles are listed.
    std::string clause = citation.clause;
    std::size_t longest = 0;
    if (listed_.contains(id))
      for (const auto& [key, index] : index_)
        if (key.first == id && key.second.size() > longest &&
            citation.clause.starts_with(key.second)) {
          longest = key.second.size();
          clause = key.second;
        }
    const std::size_t home = article({id, clause});
    if (std::find(out.begin(), out.end(), home) == out.end()) out.push_back(home);
  }
  if (out.empty()) out.push_back(rest());
  return out;
}

std::string HandbookArticles::cited(const std::vector<Citation>& cites) const {
  std::string out;
  for (const Citation& citation : cites) {
    if (!out.empty()) out += language_ == Language::zh ? "；" : "; ";
    out += "《" + matter_.program[citation.document].title + "》" + citation.clause;
  }
  return out;
}

bool HandbookArticles::document_before(const std::string& a, const std::string& b) const {
  const auto key = [this](const std::string& id) {
    const Document* found = document(id);
    const auto rank =
        found && found->rank ? *found->rank : std::numeric_limits<std::int64_t>::max();
    return std::tuple(id.empty(), !listed_.contains(id), rank, id);
  };
  return key(a) < key(b);
}

std::vector<Handbook::Part> HandbookArticles::take() {
  std::vector<std::string> ids;
  for (const auto& [key, index] : index_)
    if (ids.empty() || ids.back() != key.first) ids.push_back(key.first);
  std::sort(ids.begin(), ids.end(),
            [this](const auto& a, const auto& b) { return document_before(a, b); });
  std::vector<Handbook::Part> parts;
  std::size_t number = 0;
  for (const std::string& id : ids) {
    Handbook::Part part;
    part.anchor = "p" + std::to_string(parts.size() + 1);
    const Document* known = document(id);
    part.title = known ? known->title : id;
    part.lists_articles = listed_.contains(id);
    for (const auto& [key, index] : index_)
      if (key.first == id) part.articles.push_back(std::move(articles_[index]));
    std::sort(part.articles.begin(), part.articles.end(),
              [](const auto& a, const auto& b) { return clause_before(a.clause, b.clause); });
    for (Handbook::Article& article : part.articles)
      article.anchor = "a" + std::to_string(++number);
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace mingze::report
