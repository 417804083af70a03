// Expectations in words.
#include <vector>

#include "dsl/grammar/errors.hpp"

namespace mingze::dsl {

namespace {

Message wanted_words(Wanted wanted) {
  switch (wanted) {
    case Wanted::id:
      return {"标识（一个词）", "an id (a word)"};
    case Wanted::name:
      return {"名称（词或引号中的文字）", "a name (a word or a string)"};
    case Wanted::text:
    case Wanted::title:
      return {"引号中的文字", "a string in quotes"};
    case Wanted::variable:
      return {"变量", "a variable"};
    case Wanted::number:
      return {"数字", "a number"};
    case Wanted::date:
      return {"日期", "a date"};
    case Wanted::sentence:
      return {"句子", "a sentence"};
    case Wanted::full_stop:
      return {"句号", "a full stop"};
    case Wanted::equals:
      return {"“=”", "`=`"};
    case Wanted::bar:
      return {"“|”", "`|`"};
    case Wanted::list_comma:
      return {"逗号", "a comma"};
  }
  return {};
}

Message keyword_words(Keyword keyword) {
  const std::string zh(spelling(keyword, Language::zh));
  const std::string en(spelling(keyword, Language::en));
  return {"“" + zh + "”", "`" + en + "`"};
}

void append(std::string& out, const std::string& item, std::size_t left, const char* comma,
            const char* or_word) {
  if (!out.empty()) out += left == 0 ? or_word : comma;
  out += item;
}

}  // namespace

Message describe(const Expectations& expected) {
  std::vector<Message> items;
  const auto add_wanted = [&](Wanted wanted) {
    if (!expected.has(wanted)) return;
    Message words = wanted_words(wanted);
    if (items.empty() || items.back() != words) items.push_back(std::move(words));
  };
  for (std::size_t i = 0; i < static_cast<std::size_t>(Wanted::full_stop); ++i)
    add_wanted(static_cast<Wanted>(i));
  add_wanted(Wanted::equals);
  add_wanted(Wanted::bar);
  for (std::size_t i = 1; i < keyword_count; ++i)
    if (expected.keywords[i]) items.push_back(keyword_words(static_cast<Keyword>(i)));
  add_wanted(Wanted::full_stop);

  Message out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t left = items.size() - 1 - i;
    append(out.zh, items[i].zh, left, "、", "或");
    append(out.en, items[i].en, left, ", ", " or ");
  }
  return out;
}

}  // namespace mingze::dsl
