#include "dsl/lower/predicates.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/script.hpp"
#include "dsl/check/suggest.hpp"

namespace mingze::dsl {

namespace {

std::string literal_words(const Template& pieces) {
  std::string words;
  for (const TemplatePiece& piece : pieces) words += piece.word;
  return words;
}

}  // namespace

PredicateReader::PredicateReader(Context& context, const Word& id, const BilingualText& templates)
    : context_(context), id_(id) {
  read(templates);
  resolve_slots();
}

void PredicateReader::read(const BilingualText& templates) {
  const auto read_one = [&](const Word& text) {
    WrittenTemplate written = read_template(text, context_.diagnostics);
    if (written.sound) check_template(written, context_.diagnostics);
    sound_ = sound_ && written.sound;
    return written;
  };
  first_ = read_one(templates.first);
  has_second_ = templates.second.has_value();
  if (has_second_) second_ = read_one(*templates.second);
}

KindId PredicateReader::kind_of(const WrittenSlot& slot) {
  if (const KindId* kind = context_.vocabulary.kinds.find(slot.kind.text)) return *kind;
  unknown_id(context_, "unknown-kind", slot.kind,
             {fmt::format("没有声明过类别“{}”", slot.kind.text),
              fmt::format("no kind \"{}\" is declared", slot.kind.text)},
             context_.vocabulary.kinds.names());
  sound_ = false;
  return {};
}

std::string PredicateReader::role_of(const WrittenSlot& slot) const {
  if (!slot.role.text.empty()) return slot.role.text;
  const KindId* kind = context_.vocabulary.kinds.find(slot.kind.text);
  return kind ? context_.program.symbols.kind(*kind).id : slot.kind.text;
}

void PredicateReader::resolve_slots() {
  bool kinds_known = true;
  for (const WrittenSlot& slot : first_.slots) {
    slots_.push_back({role_of(slot), kind_of(slot)});
    kinds_known = kinds_known && slots_.back().kind.valid();
  }
  check_roles(first_);
  if (!has_second_) return;
  for (const WrittenSlot& slot : second_.slots) kinds_known = kind_of(slot).valid() && kinds_known;
  check_roles(second_);
  if (first_.sound && second_.sound && kinds_known) match_roles();
}

void PredicateReader::check_roles(const WrittenTemplate& written) {
  std::unordered_map<std::string, Span> seen;
  for (const WrittenSlot& slot : written.slots) {
    const std::string role = role_of(slot);
    const auto [found, is_new] = seen.try_emplace(role, slot.span);
    if (is_new) continue;
    sound_ = false;
    context_.report(
        {.code = "duplicate-role",
         .message = {fmt::format("一个句式里有两个空位叫“{}”", role),
                     fmt::format("two slots of one template have the role \"{}\"", role)},
         .span = slot.span,
         .related = {{found->second, {"另一个在这里", "the other is here"}}},
         .notes = {{fmt::format("给它们起不同的角色名：{{角色: {}}}", slot.kind.text),
                    fmt::format("give them roles of their own: {{role: {}}}", slot.kind.text)}}});
  }
}

void PredicateReader::match_roles() {
  const auto differ = [&](Span at, Message message) {
    sound_ = false;
    context_.report({.code = "different-roles",
                     .message = std::move(message),
                     .span = at,
                     .related = {{first_.span, {"第一个句式在这里", "the first template is here"}}},
                     .notes = {{"两种语言的句式要有同样的空位，先后可以不同",
                                "both templates have the same slots, in any order"}}});
  };
  std::vector<bool> used(slots_.size(), false);
  for (const WrittenSlot& slot : second_.slots) {
    const std::string role = role_of(slot);
    const auto found = std::find_if(slots_.begin(), slots_.end(),
                                    [&](const Slot& each) { return each.role == role; });
    if (found == slots_.end()) {
      differ(slot.span, {fmt::format("第一个句式里没有空位“{}”", role),
                         fmt::format("the first template has no slot \"{}\"", role)});
      continue;
    }
    used[static_cast<std::size_t>(found - slots_.begin())] = true;
    const KindId kind = kind_of(slot);
    if (kind == found->kind) continue;
    const Message here = kind_name(context_.program.symbols, kind);
    const Message there = kind_name(context_.program.symbols, found->kind);
    differ(slot.span,
           {fmt::format("空位“{}”在这里是“{}”，在第一个句式里是“{}”", role, here.zh, there.zh),
            fmt::format("the slot \"{}\" is of the kind \"{}\" here, but \"{}\" in the first "
                        "template",
                        role, here.en, there.en)});
  }
  for (std::size_t i = 0; i < slots_.size(); ++i)
    if (!used[i])
      differ(second_.span,
             {fmt::format("第二个句式里缺少空位“{}”", slots_[i].role),
              fmt::format("the second template lacks the slot \"{}\"", slots_[i].role)});
}

Template PredicateReader::lowered(const WrittenTemplate& written) const {
  Template pieces;
  for (const WrittenPiece& piece : written.pieces) {
    if (!piece.slot) {
      pieces.push_back({piece.word.text, {}});
      continue;
    }
    const std::string role = role_of(written.slots[*piece.slot]);
    const auto found = std::find_if(slots_.begin(), slots_.end(),
                                    [&](const Slot& slot) { return slot.role == role; });
    // A slot without its role is of an unsound template, whose slots nobody reads.
    pieces.push_back(
        {"", static_cast<std::uint32_t>(found == slots_.end() ? 0 : found - slots_.begin())});
  }
  return pieces;
}

void PredicateReader::check_hierarchy(Span at) {
  if (!sound_ || (slots_.size() == 2 && slots_[0].kind == slots_[1].kind)) return;
  context_.report({.code = "bad-hierarchy",
                   .message = {"层级关系要有两个同类的空位，下级在前，上级在后",
                               "a hierarchy has two slots of one kind, the child first"},
                   .span = at});
}

void PredicateReader::index(PredicateId predicate, bool sound) {
  context_.vocabulary.templates.add({predicate, lowered(first_), first_.span, sound});
  if (has_second_)
    context_.vocabulary.templates.add({predicate, lowered(second_), second_.span, sound});
}

PredicateId PredicateReader::add(bool hierarchy, Span hierarchy_at) {
  const PredicateId predicate{static_cast<std::uint32_t>(context_.program.predicates.size())};
  if (hierarchy) check_hierarchy(hierarchy_at);
  Predicate out{.id = id_.text,
                .slots = slots_,
                .zh = lowered(first_),
                .en = {},
                .hierarchy = hierarchy,
                .span = id_.span};
  out.en = has_second_ ? lowered(second_) : out.zh;
  if (has_second_ && !first_is_chinese(literal_words(out.zh), literal_words(out.en)))
    std::swap(out.zh, out.en);
  context_.program.predicates.push_back(std::move(out));
  context_.vocabulary.predicates.add(id_.text, predicate);
  index(predicate, sound_);
  return predicate;
}

void PredicateReader::remember(PredicateId instead) { index(instead, false); }

}  // namespace mingze::dsl
