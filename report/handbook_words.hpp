// The words that the faces of a handbook have in common.
#pragma once

#include <string>

#include "report/handbook.hpp"

namespace mingze::report {

/// Chooses between the two languages.
struct HandbookWords {
  Language language;

  [[nodiscard]] std::string operator()(const char* zh, const char* en) const {
    return language == Language::zh ? zh : en;
  }
  [[nodiscard]] std::string part_title(const Handbook::Part& part) const {
    if (part.title.empty()) return (*this)("没有写依据的内容", "What cites no document");
    return language == Language::zh ? "《" + part.title + "》" : part.title;
  }
  [[nodiscard]] std::string article_title(const Handbook::Article& article) const {
    if (article.clause.empty()) return (*this)("全文", "As a whole");
    if (article.heading.empty()) return article.clause;
    return article.clause + " " + article.heading;
  }
  /// What an article comes to, in a word.
  [[nodiscard]] std::string state(const Handbook::Part& part,
                                  const Handbook::Article& article) const {
    if (article.failed() > 0)
      return language == Language::zh ? "✗ " + std::to_string(article.failed()) + " 个用例未通过"
                                      : "✗ " + std::to_string(article.failed()) + " failing";
    if (!article.is_gap()) {
      if (article.tests.empty()) return (*this)("有规则", "rules, no test of their own");
      return (*this)("✓ 用例全部通过", "✓ all tests pass");
    }
    if (!part.lists_articles) return "";
    return article.not_encoded.empty() ? (*this)("○ 空缺", "○ gap")
                                       : (*this)("○ 空缺，有说明", "○ gap, explained");
  }
  [[nodiscard]] std::string introduction() const {
    return (*this)(
        "这一页逐条说明规则包怎样理解所依据的文件：规则怎么说、什么情况会被提示、用例怎样检验，"
        "以及哪些内容没有写成规则、为什么。"
        "“某部门”“某地”一类的词可以是任何一个部门、任何一地，"
        "同一条规则里同一个词指同一个对象。",
        "This page says, article by article, how the rules read the documents they rest on: what "
        "they say, what they flag, how they are tested, and what no rule says and why. “A "
        "department” may be any department; within one rule “the department” is "
        "the same one throughout.");
  }
  [[nodiscard]] std::string gap() const {
    return (*this)("这一条没有规则。", "No rule says this article.");
  }
  [[nodiscard]] std::string place(const Handbook::Place& place) const {
    return place.file + ":" + std::to_string(place.line);
  }
};

}  // namespace mingze::report
