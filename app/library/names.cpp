#include <algorithm>
#include <charconv>
#include <sstream>

#include "app/library/inside.hpp"
#include "dsl/check/resolve.hpp"
#include "engine/base/utf8.hpp"
#include "report/layout.hpp"
#include "report/sentence.hpp"
#include "report/vocabulary.hpp"

namespace mingze::v1 {

namespace {

Error unknown(const char* code, std::string_view name, const mingze::Message& what,
              const std::vector<std::string>& known) {
  const mingze::Message hint = app::did_you_mean(std::string(name), known);
  return error_of(Failure{code, std::string(name), {what.zh + hint.zh, what.en + hint.en}});
}

std::vector<std::string> roles_of(const Predicate& predicate,
                                  std::span<const std::uint32_t> slots) {
  std::vector<std::string> out;
  for (const std::uint32_t slot : slots) out.push_back(predicate.slots[slot].role);
  return out;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

/// What is wrong with the roles of these fields, if anything is.
std::optional<Error> wrong_roles(const Predicate& predicate, std::span<const std::uint32_t> slots,
                                 const Fields& fields) {
  const std::vector<std::string> roles = roles_of(predicate, slots);
  for (const Field& field : fields)
    if (std::find(roles.begin(), roles.end(), field.role) == roles.end())
      return unknown("unknown-role", field.role,
                     {"“" + predicate.id + "”没有这个角色；它的角色是" + joined(roles, "、"),
                      predicate.id + " has no such role; its roles are " + joined(roles, ", ")},
                     roles);
  for (const std::string& role : roles) {
    const auto count = std::count_if(fields.begin(), fields.end(),
                                     [&](const Field& field) { return field.role == role; });
    if (count == 0)
      return error_of(Failure{"missing-role",
                              role,
                              {"“" + predicate.id + "”缺少这个角色",
                               "this role of " + predicate.id + " is not given"}});
    if (count > 1)
      return error_of(
          Failure{"duplicate-role", role, {"这个角色写了两次", "this role is given twice"}});
  }
  return std::nullopt;
}

const std::string* field_of(const Fields& fields, const std::string& role) {
  for (const Field& field : fields)
    if (field.role == role) return &field.id;
  return nullptr;
}

std::vector<std::uint32_t> all_slots(const Predicate& predicate) {
  std::vector<std::uint32_t> out(predicate.slots.size());
  for (std::uint32_t i = 0; i < out.size(); ++i) out[i] = i;
  return out;
}

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < 0)
    return std::nullopt;
  return number;
}

std::string template_of(const Predicate& predicate, mingze::Language language) {
  std::vector<std::string> words;
  for (const Slot& slot : predicate.slots) words.push_back("{" + slot.role + "}");
  return report::sentence_of_words(predicate, words, language);
}

}  // namespace

std::optional<Error> wrong_name(std::string_view name) {
  const bool utf8 = !first_invalid_utf8(name);
  if (utf8 && !name.empty() && std::none_of(name.begin(), name.end(), is_control))
    return std::nullopt;
  return error_of(Failure{"invalid-name",
                          utf8 ? report::harmless(name) : "",
                          {"名称不能为空，应当是 UTF-8，不能有控制字符",
                           "a name may not be empty, must be UTF-8 and hold no control "
                           "character"}});
}

Error called_back() {
  return error_of(Failure{
      "called-back",
      "",
      {"回调函数里不能再调用同一个引擎", "a callback can't call the engine that calls it"}});
}

Error not_resolved() {
  return error_of(Failure{"not-resolved",
                          "",
                          {"还没有求解，或求解之后事实有变化：先调用 resolve",
                           "nothing is resolved yet, or facts have changed since: call resolve"}},
                  ErrorKind::not_resolved);
}

Result<KindId> Engine::Inside::kind(std::string_view id) const {
  const auto& kinds = prepared->lowered.vocabulary.kinds;
  if (const KindId* found = kinds.find(std::string(id))) return *found;
  return unknown("unknown-kind", id, {"没有声明过这个类别", "no such kind is declared"},
                 kinds.names());
}

Result<PredicateId> Engine::Inside::predicate(std::string_view id) const {
  const auto& predicates = prepared->lowered.vocabulary.predicates;
  if (const PredicateId* found = predicates.find(std::string(id))) return *found;
  return unknown("unknown-relation", id,
                 {"没有声明过这个关系或裁定", "no such relation or decision is declared"},
                 predicates.names());
}

Result<DecisionId> Engine::Inside::decision(std::string_view id) const {
  const auto found = predicate(id);
  if (found && program()[*found].decision) return *program()[*found].decision;
  std::vector<std::string> known;
  for (const mingze::Decision& one : program().decisions)
    known.push_back(program()[one.predicate].id);
  return unknown("unknown-decision", id, {"没有声明过这个裁定", "no such decision is declared"},
                 known);
}

std::optional<Value> Engine::Inside::seen(KindId kind, std::string_view name) const {
  const Symbols& symbols = program().symbols;
  if (kind == text_kind) return symbols.find_text(name);
  if (kind == number_kind) {
    const auto number = number_of(name);
    return number ? symbols.find_number(*number) : std::nullopt;
  }
  if (kind == date_kind) {
    const auto date = parse_date(name);
    return date ? std::optional(Symbols::date(*date)) : std::nullopt;
  }
  if (const auto entity = symbols.find_entity(kind, name)) return entity;
  const auto owners = prepared->lowered.vocabulary.names.owners(kind, name, program().as_of);
  return owners.size() == 1 ? std::optional(owners.front()) : std::nullopt;
}

Result<Value> Engine::Inside::value(KindId kind, std::string_view name, std::string_view role) {
  if (const auto known = seen(kind, name)) return *known;
  Symbols& symbols = prepared->program().symbols;
  if (const auto invalid = first_invalid_utf8(name))
    return error_of(
        Failure{"invalid-utf8", std::string(role), {"不是 UTF-8", "this is not UTF-8"}});
  if (kind == text_kind) return symbols.text(name);
  if (kind == number_kind)
    if (const auto number = number_of(name)) return symbols.number(*number);
  // The language's own reader says what is wrong.
  Sources sources;
  sources.share(workspace.sources());
  const SourceId source = sources.add("<" + std::string(role) + ">", std::string(name));
  const dsl::Form form = kind == number_kind ? dsl::Form::number
                         : kind == date_kind ? dsl::Form::date
                                             : dsl::Form::string;
  const dsl::Word word{
      std::string(name), form, {source, 0, static_cast<std::uint32_t>(name.size())}};
  app::Problems problems;
  dsl::Resolver resolver(symbols, prepared->lowered.vocabulary, problems.diagnostics);
  if (kind == number_kind)
    problems.diagnostics.push_back({"wrong-form",
                                    mingze::Severity::error,
                                    {"这里要写不超过 9223372036854775807 的非负整数",
                                     "a whole number from 0 to 9223372036854775807 is expected"},
                                    word.span});
  else if (const auto read = resolver.value(kind, word, {program().as_of}))
    return *read;
  return error_of(std::move(problems), sources);
}

std::optional<Values> Engine::Inside::seen(PredicateId id, std::span<const std::uint32_t> slots,
                                           const Fields& fields) const {
  const Predicate& predicate = program()[id];
  if (fields.size() != slots.size()) return std::nullopt;
  Values out;
  out.reserve(slots.size());
  for (const std::uint32_t slot : slots) {
    const std::string* name = field_of(fields, predicate.slots[slot].role);
    const auto value = name == nullptr ? std::nullopt : seen(predicate.slots[slot].kind, *name);
    if (!value) return std::nullopt;
    out.push_back(*value);
  }
  return out;
}

Result<Values> Engine::Inside::values(PredicateId id, std::span<const std::uint32_t> slots,
                                      const Fields& fields) {
  const Predicate& predicate = program()[id];
  if (auto wrong = wrong_roles(predicate, slots, fields)) return *std::move(wrong);
  Values out;
  for (const std::uint32_t slot : slots) {
    const Slot& one = predicate.slots[slot];
    auto read = value(one.kind, *field_of(fields, one.role), one.role);
    if (!read) return read.error();
    out.push_back(*read);
  }
  return out;
}

Result<Values> Engine::Inside::values(PredicateId id, const Fields& fields) {
  return values(id, all_slots(program()[id]), fields);
}

Name Engine::Inside::name(KindId kind, Value value) const {
  const Symbols& symbols = program().symbols;
  return {symbols.kind(kind).id, symbols.id_of(kind, value), symbols.label_of(kind, value)};
}

Fields Engine::Inside::fields(PredicateId id, std::span<const std::uint32_t> slots,
                              std::span<const Value> values) const {
  const Predicate& predicate = program()[id];
  Fields out;
  out.reserve(slots.size());
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Slot& slot = predicate.slots[slots[i]];
    out.push_back({slot.role, program().symbols.id_of(slot.kind, values[i])});
  }
  return out;
}

// --- the interface ---

Result<std::vector<Relation>> Engine::relations() const {
  return guarded<Result<std::vector<Relation>>>([&]() -> Result<std::vector<Relation>> {
    if (inside_->turns.mine()) return called_back();
    const auto turn = inside_->turns.together();
    const Program& program = inside_->program();
    std::vector<Relation> out;
    for (const Predicate& predicate : program.predicates) {
      Relation relation;
      relation.id = predicate.id;
      for (const Slot& slot : predicate.slots)
        relation.slots.push_back({slot.role, program.symbols.kind(slot.kind).id});
      relation.sentence = {template_of(predicate, mingze::Language::zh),
                           template_of(predicate, mingze::Language::en)};
      if (predicate.decision) {
        const mingze::Decision& decision = program[*predicate.decision];
        relation.decision = true;
        relation.key = roles_of(predicate, decision.key_slots);
        relation.value = predicate.slots[decision.value_slot].role;
      }
      out.push_back(std::move(relation));
    }
    std::sort(out.begin(), out.end(),
              [](const Relation& a, const Relation& b) { return a.id < b.id; });
    return out;
  });
}

Result<std::vector<std::string>> Engine::kinds() const {
  return guarded<Result<std::vector<std::string>>>([&]() -> Result<std::vector<std::string>> {
    if (inside_->turns.mine()) return called_back();
    const auto turn = inside_->turns.together();
    const Symbols& symbols = inside_->program().symbols;
    std::vector<std::string> out;
    for (std::uint32_t kind = 0; kind < symbols.kind_count(); ++kind)
      out.push_back(symbols.kind({kind}).id);
    std::sort(out.begin(), out.end());
    return out;
  });
}

Result<std::vector<Name>> Engine::names(std::string_view kind) const {
  return guarded<Result<std::vector<Name>>>([&]() -> Result<std::vector<Name>> {
    if (inside_->turns.mine()) return called_back();
    const auto turn = inside_->turns.together();
    const auto id = inside_->kind(kind);
    if (!id) return id.error();
    std::vector<Name> out;
    if (*id == date_kind) return out;
    for (Value value = 0; value < inside_->program().symbols.value_count(*id); ++value)
      out.push_back(inside_->name(*id, value));
    std::sort(out.begin(), out.end(), [](const Name& a, const Name& b) { return a.id < b.id; });
    return out;
  });
}

Result<std::vector<Name>> Engine::find(std::string_view name) const {
  return guarded<Result<std::vector<Name>>>([&]() -> Result<std::vector<Name>> {
    if (inside_->turns.mine()) return called_back();
    const Turns::Alone turn(inside_->turns);
    Sources sources;
    sources.share(inside_->workspace.sources());
    const SourceId source = sources.add("<name>", std::string(name));
    const dsl::Word word{
        std::string(name), dsl::Form::string, {source, 0, static_cast<std::uint32_t>(name.size())}};
    app::Problems problems;
    dsl::Resolver resolver(inside_->prepared->program().symbols,
                           inside_->prepared->lowered.vocabulary, problems.diagnostics);
    std::vector<Name> out;
    for (const auto& [kind, value] : resolver.in_any_kind(word, {inside_->program().as_of}))
      out.push_back(inside_->name(kind, value));
    const bool unknown = std::all_of(problems.diagnostics.begin(), problems.diagnostics.end(),
                                     [](const auto& one) { return one.code == "unknown-name"; });
    if (!unknown) return error_of(std::move(problems), sources);
    std::sort(out.begin(), out.end(), [](const Name& a, const Name& b) { return a.kind < b.kind; });
    return out;
  });
}

Result<std::string> Engine::render_vocabulary(Format format, Language language) const {
  return guarded<Result<std::string>>([&]() -> Result<std::string> {
    if (inside_->turns.mine()) return called_back();
    const Turns::Alone turn(inside_->turns);
    std::ostringstream out;
    if (format == Format::json)
      report::write_vocabulary_json(out, inside_->program());
    else if (format == Format::terminal)
      report::write_vocabulary_terminal(
          out, inside_->program(),
          {language == Language::zh ? mingze::Language::zh : mingze::Language::en});
    else
      return error_of(Failure{
          "unknown-format",
          "",
          {"词汇的格式是 terminal 和 json", "the formats of a vocabulary are terminal and json"}});
    return std::move(out).str();
  });
}

Result<void> Engine::declare(std::string_view kind, std::string_view id, std::string_view label) {
  return guarded<Result<void>>([&]() -> Result<void> {
    if (inside_->turns.mine()) return called_back();
    const Turns::Alone turn(inside_->turns);
    const auto found = inside_->kind(kind);
    if (!found) return found.error();
    if (!Symbols::has_entities(*found))
      return error_of(
          Failure{"built-in-kind",
                  std::string(kind),
                  {"文本、数字和日期不用声明", "texts, numbers and dates need no declaration"}});
    if (auto wrong = wrong_name(id)) return *std::move(wrong);
    if (!label.empty())
      if (auto wrong = wrong_name(label)) return *std::move(wrong);
    Symbols& symbols = inside_->prepared->program().symbols;
    if (const auto known = symbols.find_entity(*found, id)) {
      const std::string& called = symbols.entity(*found, *known).label;
      if (label.empty() || called == label) return {};
      return error_of(Failure{"duplicate-declaration",
                              std::string(id),
                              {"已经有它了，叫作“" + called + "”",
                               "it is there already, and called \"" + called + "\""}});
    }
    const Value value = symbols.declare(*found, {std::string(id), std::string(label), {}});
    if (!label.empty())
      inside_->prepared->lowered.vocabulary.names.add(*found, label, {value, {}, {}});
    inside_->desk.reset();
    return {};
  });
}

}  // namespace mingze::v1
