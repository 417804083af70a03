#include "dsl/check/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "dsl/ast/keywords.hpp"
#include "dsl/check/script.hpp"
#include "dsl/check/suggest.hpp"

namespace mingze::dsl {

Message kind_name(const Symbols& symbols, KindId kind) {
  if (kind == text_kind) return {"文本", "text"};
  if (kind == number_kind) return {"数字", "number"};
  if (kind == date_kind) return {"日期", "date"};
  const mingze::Kind& named = symbols.kind(kind);
  if (named.other.empty()) return {named.id, named.id};
  return contains_han(named.id) && !contains_han(named.other) ? Message{named.id, named.other}
                                                              : Message{named.other, named.id};
}

std::optional<Value> Resolver::value(KindId kind, const Word& word, const Moment& moment) {
  if (Symbols::has_entities(kind)) return entity(kind, word, moment);
  if (kind == number_kind) return number(word);
  if (kind == date_kind) return date(word, moment);
  if (word.form == Form::string) return symbols_.text(word.text);
  wrong_form(kind, word);
  return std::nullopt;
}

void Resolver::excuse_data(const Program& program) {
  excused_kinds_.assign(symbols_.kind_count(), false);
  for (const FactFile& file : program.fact_files)
    for (const Slot& slot : program[file.predicate].slots)
      if (slot.kind.valid()) excused_kinds_[slot.kind.value] = true;
}

std::optional<Value> Resolver::number(const Word& word) {
  if (word.form != Form::number) {
    wrong_form(number_kind, word);
    return std::nullopt;
  }
  std::int64_t number = 0;
  const char* end = word.text.data() + word.text.size();
  if (std::from_chars(word.text.data(), end, number).ec == std::errc{})
    return symbols_.number(number);
  diagnostics_.push_back({.code = "number-too-large",
                          .message = {fmt::format("数字 {} 太大，最大为 {}", word.text, INT64_MAX),
                                      fmt::format("the number {} is too large; the largest is {}",
                                                  word.text, INT64_MAX)},
                          .span = word.span});
  return std::nullopt;
}

std::optional<Value> Resolver::date(const Word& word, const Moment& moment) {
  if (word.form == Form::plain && find_keyword(word.text).keyword == Keyword::today)
    return Symbols::date(moment.date);
  if (word.form != Form::date) {
    wrong_form(date_kind, word);
    return std::nullopt;
  }
  if (const auto date = parse_date(word.text)) return Symbols::date(*date);
  diagnostics_.push_back({.code = "invalid-date",
                          .message = {fmt::format("日历上没有 {} 这一天", word.text),
                                      fmt::format("there is no day {} in the calendar", word.text)},
                          .span = word.span});
  return std::nullopt;
}

Resolver::Lookup Resolver::find(KindId kind, const Word& word, const Moment& moment) {
  if (const auto id = symbols_.find_entity(kind, word.text)) return {Found::yes, *id};
  const std::vector<Value> owners = vocabulary_.names.owners(kind, word.text, moment.date);
  if (owners.size() == 1) return {Found::yes, owners.front()};
  const std::vector<NameUse> uses = vocabulary_.names.uses(kind, word.text);
  if (uses.empty()) return {};
  if (moment.lapsed) return {Found::yes, uses.front().entity};
  if (owners.empty())
    out_of_date(kind, word, moment, uses);
  else
    ambiguous(kind, word, owners);
  return {Found::failed};
}

std::optional<Value> Resolver::entity(KindId kind, const Word& word, const Moment& moment) {
  const Lookup lookup = find(kind, word, moment);
  if (lookup.found == Found::yes) return lookup.value;
  const bool excused = kind.value < excused_kinds_.size() && excused_kinds_[kind.value];
  if (lookup.found == Found::no && !excused && !vocabulary_.excused.contains(word.text))
    unknown(kind, word, moment);
  return std::nullopt;
}

std::vector<std::pair<KindId, Value>> Resolver::in_any_kind(const Word& word,
                                                            const Moment& moment) {
  std::vector<std::pair<KindId, Value>> found;
  bool failed = false;
  if (word.form == Form::number || word.form == Form::date) {
    const bool is_date = word.form == Form::date;
    const auto literal = is_date ? date(word, moment) : number(word);
    if (!literal) return found;
    found.emplace_back(is_date ? date_kind : number_kind, *literal);
  }
  Diagnostics faults;
  Resolver quiet(symbols_, vocabulary_, faults);
  for (std::uint32_t i = date_kind.value + 1; i < symbols_.kind_count(); ++i) {
    const Lookup lookup = quiet.find(KindId{i}, word, moment);
    if (lookup.found == Found::yes) found.emplace_back(KindId{i}, lookup.value);
    failed = failed || lookup.found == Found::failed;
  }
  const bool excused = vocabulary_.excused.contains(word.text) || !excused_kinds_.empty();
  if (!found.empty() || excused) return found;
  if (failed)
    diagnostics_.insert(diagnostics_.end(), faults.begin(), faults.end());
  else
    unknown({}, word, moment);
  return found;
}

}  // namespace mingze::dsl
