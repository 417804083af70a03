#include "engine/facts/fact_rows.hpp"

#include <algorithm>
#include <charconv>

#include "engine/base/nearest.hpp"
#include "engine/base/utf8.hpp"

namespace mingze {

namespace {

bool is_label_of(const Entity& entity) { return entity.label != entity.id; }

/// “Did you mean”, or nothing.
Message hint_for(std::string_view word, const std::vector<std::string_view>& names) {
  const auto near = nearest(word, names, 1);
  if (near.empty()) return {};
  const std::string name(near.front());
  return {"。是不是要写“" + name + "”？", "; did you mean \"" + name + "\"?"};
}

}  // namespace

std::optional<std::int64_t> number_of_digits(std::string_view text) {
  std::int64_t number = 0;
  const bool digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                   [](char c) { return c >= '0' && c <= '9'; });
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return digits && read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

Message listed(const std::vector<std::string>& names) {
  Message out;
  for (const std::string& name : names) {
    out.zh += (out.zh.empty() ? "" : "、") + name;
    out.en += (out.en.empty() ? "" : ", ") + name;
  }
  return out;
}

FactLoader::FactLoader(Program& program, Database& database, unsigned jobs)
    : program_(program), database_(database), jobs_(jobs), names_(program.symbols.kind_count()) {}

const FactLoader::Names& FactLoader::names_of(KindId kind) {
  Names& names = names_[kind.value];
  if (names.built) return names;
  names.built = true;
  const Symbols& symbols = program_.symbols;
  const auto add = [&](const std::string& name, Value value) {
    auto& values = names.values[name];
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  };
  for (Value value = 0; value < symbols.entity_count(kind); ++value)
    if (const Entity& entity = symbols.entity(kind, value); is_label_of(entity))
      add(entity.label, value);
  for (const OtherName& other : program_.other_names)
    if (other.kind == kind) add(other.name, other.entity);
  return names;
}

FactRows::FactRows(FactLoader& loader, const Source& source, SourceId id, Diagnostics& out)
    : loader_(loader),
      symbols_(loader.program_.symbols),
      text_(source.text()),
      source_(id),
      out_(out),
      rows_(loader.program_.predicates.size()) {}

bool FactRows::is_small_enough() {
  if (text_.size() < UINT32_MAX) return true;
  out_.push_back({"file-too-large",
                  Severity::error,
                  {"文件超过 4 GiB，可以拆成几个文件", "the file is larger than 4 GiB; split it"},
                  span(0, 0)});
  return false;
}

bool FactRows::is_valid(std::optional<std::size_t> invalid) {
  if (!invalid) return true;
  const std::string offset = std::to_string(*invalid);
  out_.push_back({"invalid-utf8",
                  Severity::error,
                  {"不是有效的 UTF-8：第 " + offset + " 字节（从 0 数起）",
                   "this is not valid UTF-8: byte " + offset + " (counted from 0)"},
                  span(*invalid, *invalid + 1)});
  return false;
}

bool FactRows::is_readable() { return is_small_enough() && is_valid(first_invalid_utf8(text_)); }

std::optional<Value> FactRows::value_of(KindId kind, std::string_view text, Span place) {
  if (kind == text_kind) return symbols_.text(text);
  if (kind == number_kind) return number(text, place);
  if (kind == date_kind) return date(text, place);
  if (const auto known = symbols_.find_entity(kind, text)) return known;
  if (text.empty())
    return fault({"data-empty",
                  Severity::error,
                  {"此处应有名称，这里是空的", "a name belongs here, and here is none"},
                  place});
  const auto& names = loader_.names_of(kind).values;
  if (const auto other = names.find(text); other != names.end())
    return name_for_id(kind, text, other->second, place);
  if (std::any_of(text.begin(), text.end(), is_control))
    return fault({"invalid-character",
                  Severity::error,
                  {"名称里有控制字符（如换行、制表符）",
                   "the name holds a control character, such as a tab or the end of a line"},
                  place});
  return symbols_.entity(kind, text);
}

std::optional<Value> FactRows::number(std::string_view text, Span place) {
  if (const auto number = number_of_digits(text)) return symbols_.number(*number);
  const std::string shown(text);
  return fault({"data-number",
                Severity::error,
                {"此处应为整数，这里是“" + shown + "”",
                 "a number belongs here, and here stands \"" + shown + "\""},
                place});
}

std::optional<Value> FactRows::date(std::string_view text, Span place) {
  if (const auto date = parse_date(text)) return Symbols::date(*date);
  const std::string shown(text);
  return fault({"data-date",
                Severity::error,
                {"此处应为日期（如 2026-11-23），这里是“" + shown + "”",
                 "a date (such as 2026-11-23) belongs here, and here stands \"" + shown + "\""},
                place});
}

std::optional<Value> FactRows::name_for_id(KindId kind, std::string_view text,
                                           const std::vector<Value>& values, Span place) {
  if (counted_only()) return std::nullopt;
  const std::string shown(text);
  const std::string kind_name = symbols_.kind(kind).id;
  std::vector<std::string> ids;
  for (const Value value : values) ids.push_back(symbols_.entity(kind, value).id);
  std::sort(ids.begin(), ids.end());
  Diagnostic diagnostic{"data-name", Severity::error, {}, place};
  for (const std::string& id : ids)
    diagnostic.repairs.push_back({place, id, {"改为“" + id + "”", "write \"" + id + "\""}});
  const Message all = listed(ids);
  diagnostic.message = {
      "“" + shown + "”是名称（类别 " + kind_name + "），数据中应写代号：" + all.zh,
      "\"" + shown + "\" is a name (kind " + kind_name +
          "); data names things by their id: " + all.en};
  for (const Value value : values)
    if (const Span declared = symbols_.entity(kind, value).span; declared.valid())
      diagnostic.related.push_back({declared, {"在此声明", "declared here"}});
  return fault(std::move(diagnostic));
}

void FactRows::say_where_declared(PredicateId predicate, Diagnostic& diagnostic) const {
  if (const Span declared = program()[predicate].span; declared.valid())
    diagnostic.related.push_back({declared, {"在此声明", "declared here"}});
}

void FactRows::unknown_role(PredicateId predicate, std::string_view role, Span place) {
  if (counted_only()) return;
  std::vector<std::string_view> names;
  std::vector<std::string> all;
  for (const Slot& slot : program()[predicate].slots) {
    names.push_back(slot.role);
    all.push_back(slot.role);
  }
  const std::string shown(role);
  const std::string& relation = program()[predicate].id;
  const Message hint = hint_for(role, names);
  Diagnostic diagnostic{"data-role",
                        Severity::error,
                        {"“" + relation + "”没有角色“" + shown + "”" + hint.zh,
                         relation + " has no role \"" + shown + "\"" + hint.en},
                        place};
  const Message roles = listed(all);
  diagnostic.notes.push_back({"角色是：" + roles.zh, "the roles are: " + roles.en});
  say_where_declared(predicate, diagnostic);
  fault(std::move(diagnostic));
}

void FactRows::role_twice(std::string_view role, Span place) {
  const std::string shown(role);
  fault({"data-role-twice",
         Severity::error,
         {"“" + shown + "”写了两次", "\"" + shown + "\" stands here twice"},
         place});
}

void FactRows::missing_roles(PredicateId predicate, const std::vector<bool>& given, Span place) {
  std::vector<std::string> missing;
  const Predicate& relation = program()[predicate];
  for (std::size_t i = 0; i < relation.slots.size(); ++i)
    if (!given[i]) missing.push_back(relation.slots[i].role);
  if (missing.empty()) return;
  const Message roles = listed(missing);
  Diagnostic diagnostic{
      "data-role-missing",
      Severity::error,
      {"“" + relation.id + "”缺少：" + roles.zh, "of " + relation.id + " this lacks: " + roles.en},
      place};
  say_where_declared(predicate, diagnostic);
  fault(std::move(diagnostic));
}

void FactRows::wrong_count(const char* code, PredicateId predicate, std::size_t found, Span place) {
  const Predicate& relation = program()[predicate];
  const std::string expected = std::to_string(relation.slots.size());
  const std::string got = std::to_string(found);
  Diagnostic diagnostic{
      code,
      Severity::error,
      {"这一行有 " + got + " 列，“" + relation.id + "”应有 " + expected + " 列",
       "this row has " + got + " columns, and " + relation.id + " has " + expected},
      place};
  std::string roles;
  for (const Slot& slot : relation.slots) roles += (roles.empty() ? "" : " · ") + slot.role;
  diagnostic.notes.push_back({"各列依次为：" + roles, "the columns are: " + roles});
  say_where_declared(predicate, diagnostic);
  fault(std::move(diagnostic));
}

void FactRows::unknown_relation(std::string_view name, Span place) {
  if (counted_only()) return;
  std::vector<std::string_view> names;
  for (const Predicate& predicate : program().predicates)
    if (!predicate.decision) names.push_back(predicate.id);
  const std::string shown(name);
  const Message hint = hint_for(name, names);
  fault({"unknown-relation",
         Severity::error,
         {"没有声明过关系“" + shown + "”" + hint.zh,
          "no relation \"" + shown + "\" is declared" + hint.en},
         place});
}

void FactRows::decision_stated(PredicateId predicate, Span place) {
  const std::string& id = program()[predicate].id;
  Diagnostic diagnostic{
      "fact-of-decision",
      Severity::error,
      {"“" + id + "”是裁定，不是关系：裁定由规则得出，不能从数据读入",
       "\"" + id + "\" is a decision, no relation: rules decide it, data can't state it"},
      place};
  say_where_declared(predicate, diagnostic);
  fault(std::move(diagnostic));
}

bool FactRows::counted_only() {
  if (errors_ < most_told) return false;
  ++errors_;
  return true;
}

std::optional<Value> FactRows::fault(Diagnostic diagnostic) {
  if (++errors_ <= most_told) out_.push_back(std::move(diagnostic));
  return std::nullopt;
}

void FactRows::add(PredicateId predicate, const std::vector<Value>& values, Span place) {
  Rows& rows = of(predicate);
  rows.values.insert(rows.values.end(), values.begin(), values.end());
  rows.places.push_back(place);
}

void FactRows::finish() {
  for (std::uint32_t i = 0; i < rows_.size(); ++i)
    if (!rows_[i].places.empty())
      loader_.database_.state_all({i}, std::move(rows_[i].values), std::move(rows_[i].places));
  if (errors_ <= most_told) return;
  const std::string more = std::to_string(errors_ - most_told);
  out_.push_back(
      {"data-more",
       Severity::note,
       {"这个文件还有 " + more + " 处错误未列出", "this file has " + more + " more errors"},
       span(0, 0)});
}

}  // namespace mingze
