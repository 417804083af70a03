// What the resolver says about a word that it can't read.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dsl/check/resolve.hpp"
#include "dsl/check/suggest.hpp"

namespace mingze::dsl {

namespace {

Message expected_form(KindId kind) {
  if (kind == text_kind) return {"带引号的文本", "a text in quotes"};
  if (kind == number_kind) return {"数字", "a number in digits"};
  return {"日期（如 2026-11-23，或“当日”）", "a date (like 2026-11-23, or today)"};
}

/// "until 2018-03-18", "from 2018-03-18", or both.
Message when(const Period& period) {
  Message text;
  if (period.from) {
    text.zh += fmt::format("自 {} 起", to_string(*period.from));
    text.en += fmt::format("from {}", to_string(*period.from));
  }
  if (period.until) {
    text.zh += fmt::format("{}至 {} 止", period.from ? "，" : "", to_string(*period.until));
    text.en += fmt::format("{}until {}", period.from ? " " : "", to_string(*period.until));
  }
  return text;
}

/// A word that asks, in the place of a name: 谁, 什么, 哪个部门, who, what.
bool asks(std::string_view word) {
  constexpr std::array<std::string_view, 10> words{"谁",  "什么", "何",   "何人",  "何事",
                                                   "who", "whom", "what", "which", "where"};
  return std::find(words.begin(), words.end(), word) != words.end() || word.starts_with("哪") ||
         word.starts_with("什么");
}

/// Whoever asks in plain words is told how: a variable stands where the answer is to be.
void explain_variable(Diagnostic& diagnostic, const Word& word, const Message& kind) {
  const auto latin = [](const std::string& text) { return text[0] >= 'a' && text[0] <= 'z'; };
  std::string variable = "某" + kind.zh;
  if (latin(word.text) && latin(kind.en)) {
    variable = kind.en;
    variable[0] += 'A' - 'a';
  }
  diagnostic.notes.push_back(
      {"要问的地方写变量：以“某”或者大写字母开头的词",
       "write a variable where the answer is to be: a word that begins with 某 or a capital"});
  diagnostic.repairs.push_back(
      {word.span,
       variable,
       {fmt::format("改为“{}”", variable), fmt::format("write \"{}\"", variable)}});
}

}  // namespace

void Resolver::wrong_form(KindId kind, const Word& word) {
  const Message wanted = expected_form(kind);
  diagnostics_.push_back(
      {.code = "wrong-form",
       .message = {fmt::format("这里应写{}，不能写“{}”", wanted.zh, word.text),
                   fmt::format("{} is expected here, not \"{}\"", wanted.en, word.text)},
       .span = word.span});
}

std::vector<std::string> Resolver::names_of(KindId kind, const Moment& moment) const {
  std::vector<std::string> names;
  const auto add_kind = [&](KindId each) {
    for (Value value = 0; value < symbols_.entity_count(each); ++value)
      names.push_back(symbols_.entity(each, value).id);
    vocabulary_.names.for_each(each, [&](std::string_view name, const NameUse& use) {
      if (use.period.contains(moment.date)) names.emplace_back(name);
    });
  };
  if (kind.valid()) {
    add_kind(kind);
  } else {
    for (std::uint32_t i = date_kind.value + 1; i < symbols_.kind_count(); ++i) add_kind(KindId{i});
  }
  return names;
}

bool Resolver::explain_other_kind(Diagnostic& diagnostic, KindId kind, const Word& word,
                                  const Moment& moment) const {
  for (std::uint32_t i = date_kind.value + 1; kind.valid() && i < symbols_.kind_count(); ++i) {
    const KindId other{i};
    auto value = symbols_.find_entity(other, word.text);
    if (!value) {
      const auto owners = vocabulary_.names.owners(other, word.text, moment.date);
      if (owners.empty()) continue;
      value = owners.front();
    }
    const Message actual = kind_name(symbols_, other);
    const Message wanted = kind_name(symbols_, kind);
    diagnostic.code = "wrong-kind";
    diagnostic.message = {
        fmt::format("“{}”属于类别“{}”，而这里要写的是“{}”", word.text, actual.zh, wanted.zh),
        fmt::format("\"{}\" is of the kind \"{}\", but \"{}\" is expected here", word.text,
                    actual.en, wanted.en)};
    if (const Span span = symbols_.entity(other, *value).span; span.valid())
      diagnostic.related.push_back({span,
                                    {fmt::format("“{}”在这里声明", word.text),
                                     fmt::format("\"{}\" is declared here", word.text)}});
    return true;
  }
  return false;
}

void Resolver::unknown(KindId kind, const Word& word, const Moment& moment) {
  Diagnostic diagnostic{.code = "unknown-name", .message = {}, .span = word.span};
  if (!explain_other_kind(diagnostic, kind, word, moment)) {
    const Message name = kind.valid() ? kind_name(symbols_, kind) : Message{};
    diagnostic.message =
        kind.valid()
            ? Message{fmt::format("没有名为“{}”的{}", word.text, name.zh),
                      fmt::format("unknown name: no {} is called \"{}\"", name.en, word.text)}
            : Message{fmt::format("各类别里都没有名为“{}”的", word.text),
                      fmt::format("unknown name: nothing of any kind is called \"{}\"", word.text)};
  }
  if (diagnostic.code == "unknown-name" && kind.valid() && asks(word.text)) {
    explain_variable(diagnostic, word, kind_name(symbols_, kind));
  } else if (comparisons_left_ > 0) {
    const std::vector<std::string> names = names_of(kind, moment);
    comparisons_left_ -= std::min(comparisons_left_, names.size());
    suggest(diagnostic, word, similar(word.text, names));
  }
  if (diagnostic.repairs.empty() && diagnostic.code == "unknown-name" && kind.valid())
    diagnostic.notes.push_back(
        {fmt::format("先声明它：{} {}.", symbols_.kind(kind).id, as_written(word.text)),
         fmt::format("declare it: {} {}.", symbols_.kind(kind).id, as_written(word.text))});
  diagnostics_.push_back(std::move(diagnostic));
}

void Resolver::ambiguous(KindId kind, const Word& word, const std::vector<Value>& owners) {
  std::vector<Value> sorted = owners;
  std::sort(sorted.begin(), sorted.end(), [&](Value a, Value b) {
    return symbols_.entity(kind, a).id < symbols_.entity(kind, b).id;
  });
  std::vector<std::string> ids;
  for (const Value value : sorted) ids.push_back(symbols_.entity(kind, value).id);
  const Message list = quoted_list(ids);
  Diagnostic diagnostic{
      .code = "ambiguous-name",
      .message = {fmt::format("“{}”可以指{}，应当写明是哪一个", word.text, list.zh),
                  fmt::format("\"{}\" is ambiguous: it can stand for {}", word.text, list.en)},
      .span = word.span,
      .notes = {{"写出它的标识（id）", "write the id of the one that is meant"}}};
  for (const Value value : sorted)
    if (const Entity& entity = symbols_.entity(kind, value); entity.span.valid())
      diagnostic.related.push_back({entity.span,
                                    {fmt::format("“{}”在这里声明", entity.id),
                                     fmt::format("\"{}\" is declared here", entity.id)}});
  diagnostics_.push_back(std::move(diagnostic));
}

std::string Resolver::current_name(KindId kind, Value value, const Moment& moment) const {
  const Entity& entity = symbols_.entity(kind, value);
  std::string name = entity.label;
  bool found = entity.label != entity.id;
  vocabulary_.names.for_each(kind, [&](std::string_view other, const NameUse& use) {
    if (found || use.entity != value || !use.period.contains(moment.date)) return;
    name = other;
    found = true;
  });
  return name;
}

void Resolver::out_of_date(KindId kind, const Word& word, const Moment& moment,
                           const std::vector<NameUse>& uses) {
  const NameUse& first = uses.front();
  const Entity& entity = symbols_.entity(kind, first.entity);
  const Message period = when(first.period);
  const std::string day = to_string(moment.date);
  const std::string now = current_name(kind, first.entity, moment);
  Diagnostic diagnostic{
      .code = "name-out-of-date",
      .message = {fmt::format("“{}”是“{}”的名称（{}），{} 不能用；它现称“{}”", word.text, entity.id,
                              period.zh, day, now),
                  fmt::format("\"{}\" is a name of \"{}\" {}, not on {}: it is now called \"{}\"",
                              word.text, entity.id, period.en, day, now)},
      .span = word.span};
  for (const NameUse& use : uses) {
    const Entity& owner = symbols_.entity(kind, use.entity);
    const Message in_force = when(use.period);
    diagnostic.related.push_back({use.span,
                                  {fmt::format("“{}”{}的名称", owner.id, in_force.zh),
                                   fmt::format("a name of \"{}\" {}", owner.id, in_force.en)}});
    const std::string name = current_name(kind, use.entity, moment);
    const std::string written = as_written(name);
    const bool again =
        std::any_of(diagnostic.repairs.begin(), diagnostic.repairs.end(),
                    [&](const Repair& repair) { return repair.replacement == written; });
    if (again) continue;
    diagnostic.repairs.push_back(
        {word.span,
         written,
         {fmt::format("改为“{}”", name), fmt::format("replace with \"{}\"", name)}});
  }
  diagnostics_.push_back(std::move(diagnostic));
}

}  // namespace mingze::dsl
