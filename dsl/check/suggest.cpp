#include "dsl/check/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/ast/characters.hpp"
#include "dsl/ast/keywords.hpp"
#include "engine/base/nearest.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::dsl {

namespace {

/// `生态环境部` and `生态环境部门`: a good part of the other (`县` in all of them is not).
bool contained(const std::u32string& a, const std::u32string& b) {
  const auto& shorter = a.size() < b.size() ? a : b;
  const auto& longer = a.size() < b.size() ? b : a;
  return shorter.size() >= 2 && 2 * shorter.size() >= longer.size() &&
         longer.find(shorter) != std::u32string::npos;
}

}  // namespace

std::vector<std::string> similar(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most) {
  std::vector<std::string_view> others;
  for (const std::string& candidate : candidates)
    if (candidate != word) others.emplace_back(candidate);
  std::vector<std::string> names;
  for (const std::string_view name : nearest(word, others, most)) names.emplace_back(name);
  if (names.size() >= most) return names;
  const std::u32string wanted = to_code_points(word);
  std::sort(others.begin(), others.end());
  for (const std::string_view other : others)
    if (names.size() < most && std::find(names.begin(), names.end(), other) == names.end() &&
        contained(wanted, to_code_points(other)))
      names.emplace_back(other);
  return names;
}

namespace {

std::string quoted(const std::string& name, Quote quote) {
  std::string text;
  append_utf8(text, opening_mark(quote));
  text += name;
  append_utf8(text, closing_mark(quote));
  return text;
}

}  // namespace

void suggest(Diagnostic& diagnostic, const Word& word, const std::vector<std::string>& names) {
  if (names.empty()) return;
  const Message list = quoted_list(names);
  diagnostic.notes.push_back(
      {fmt::format("是不是要写{}？", list.zh), fmt::format("did you mean {}?", list.en)});
  for (const std::string& name : names)
    diagnostic.repairs.push_back(
        {word.span,
         word.quote == Quote::none ? as_written(name) : quoted(name, word.quote),
         {fmt::format("改为“{}”", name), fmt::format("replace with \"{}\"", name)}});
}

Message quoted_list(const std::vector<std::string>& names) {
  Message list;
  for (const std::string& name : names) {
    if (!list.zh.empty()) {
      list.zh += "、";
      list.en += ", ";
    }
    list.zh += "“" + name + "”";
    list.en += "\"" + name + "\"";
  }
  return list;
}

std::string as_written(std::string_view name) {
  bool plain = !name.empty() && form_of(name) != Form::variable &&
               find_keyword(name).keyword == Keyword::none && !name.ends_with('.');
  for (std::size_t at = 0; plain && at < name.size();) {
    const CodePoint point = decode_at(name, at);
    plain = classify(point.value) == Character::word;
    at += point.bytes;
  }
  if (plain && name.find("//") == std::string_view::npos) return std::string(name);
  return name.find('"') == std::string_view::npos ? fmt::format("\"{}\"", name)
                                                  : fmt::format("“{}”", name);
}

}  // namespace mingze::dsl
