#include "dsl/ast/keywords.hpp"

#include <algorithm>
#include <array>

namespace mingze::dsl {

namespace {

struct Entry {
  Keyword keyword;
  std::string_view en;
  std::string_view zh;
};

// One line per keyword, in the order of the enumeration.
constexpr std::array<Entry, keyword_count> entries{{
    {Keyword::none, "", ""},
    {Keyword::pack, "pack", "规则包"},
    {Keyword::use, "use", "引用"},
    {Keyword::kind, "kind", "类别"},
    {Keyword::relation, "relation", "关系"},
    {Keyword::decision, "decision", "裁定"},
    {Keyword::source, "source", "文件"},
    {Keyword::rule, "rule", "规则"},
    {Keyword::finding, "finding", "问题"},
    {Keyword::test, "test", "用例"},
    {Keyword::facts, "facts", "数据"},
    {Keyword::and_, "and", "且"},
    {Keyword::if_, "if", "若"},
    {Keyword::then, "then", "则"},
    {Keyword::cites, "cites", "依据"},
    {Keyword::overrides, "overrides", "优先于"},
    {Keyword::given, "given", "已知"},
    {Keyword::expect, "expect", "应得"},
    {Keyword::version, "version", "version"},
    {Keyword::hierarchy, "hierarchy", "层级"},
    {Keyword::rank, "rank", "位阶"},
    {Keyword::issued, "issued", "发布"},
    {Keyword::aka, "aka", "又名"},
    {Keyword::one, "one", "一"},
    {Keyword::per, "per", "每"},
    {Keyword::for_every, "for every", "凡"},
    {Keyword::prefer, "prefer", "择优"},
    {Keyword::as_of, "as of", "截至"},
    {Keyword::from, "from", "自"},
    {Keyword::until, "until", "至"},
    {Keyword::on, "on", "于"},
    {Keyword::suggest, "suggest", "建议"},
    {Keyword::not_, "not", "非"},
    {Keyword::is, "is", "即"},
    {Keyword::at_least, "at least", "至少"},
    {Keyword::with, "with", "满足"},
    {Keyword::date, "date", "时间"},
    {Keyword::specificity, "specificity", "特别"},
    {Keyword::no, "no", "无"},
    {Keyword::error, "error", "错误"},
    {Keyword::warning, "warning", "警告"},
    {Keyword::note, "note", "提示"},
    {Keyword::today, "today", "当日"},
    {Keyword::for_, "for", ""},
    {Keyword::every, "every", ""},
    {Keyword::at, "at", ""},
    {Keyword::least, "least", ""},
    {Keyword::as, "as", ""},
    {Keyword::of, "of", ""},
}};

struct Spelled {
  std::string_view word;
  KeywordMatch match;
};

constexpr auto sorted_words() {
  std::array<Spelled, 2 * keyword_count> words{};
  std::size_t used = 0;
  for (const Entry& entry : entries) {
    words[used++] = {entry.en, {entry.keyword, Language::en}};
    words[used++] = {entry.zh == entry.en ? "" : entry.zh, {entry.keyword, Language::zh}};
  }
  std::sort(words.begin(), words.end(),
            [](const Spelled& a, const Spelled& b) { return a.word < b.word; });
  return words;
}

constexpr auto words = sorted_words();
constexpr std::size_t longest = 11;  // specificity

}  // namespace

KeywordMatch find_keyword(std::string_view word) {
  if (word.empty() || word.size() > longest) return {};
  const auto at = std::lower_bound(words.begin(), words.end(), word,
                                   [](const Spelled& a, std::string_view b) { return a.word < b; });
  return at != words.end() && at->word == word ? at->match : KeywordMatch{};
}

std::string_view spelling(Keyword keyword, Language language) {
  const Entry& entry = entries[static_cast<std::size_t>(keyword)];
  return language == Language::zh && !entry.zh.empty() ? entry.zh : entry.en;
}

}  // namespace mingze::dsl
