// Decisions: which slot holds the value, which are the key, and for which keys one is due.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/roles.hpp"
#include "dsl/check/suggest.hpp"
#include "dsl/lower/declare.hpp"
#include "dsl/lower/domain.hpp"
#include "dsl/lower/predicates.hpp"

namespace mingze::dsl {

namespace {

/// Resolves the roles of one decision against the slots of its predicate.
class DecisionRoles {
 public:
  DecisionRoles(Context& context, const Predicate& predicate)
      : context_(context), predicate_(predicate) {}

  /// The slot that `word` means: a role, or a kind that only one slot has.
  std::optional<std::uint32_t> slot(const Word& word) {
    const auto meant = slots_meant(word.text, predicate_, context_.vocabulary, context_.program);
    if (meant.size() == 1) return meant.front();
    if (meant.empty())
      unknown(word);
    else
      several(word, meant);
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::vector<std::string> roles() const {
    std::vector<std::string> roles;
    for (const Slot& slot : predicate_.slots) roles.push_back(slot.role);
    return roles;
  }

  void unknown(const Word& word) {
    Diagnostic diagnostic{
        .code = "unknown-role",
        .message = {fmt::format("裁定“{}”的句式里没有空位“{}”", predicate_.id, word.text),
                    fmt::format("the template of the decision \"{}\" has no slot \"{}\"",
                                predicate_.id, word.text)},
        .span = word.span};
    suggest(diagnostic, word, similar(word.text, roles()));
    const Message list = quoted_list(roles());
    diagnostic.notes.push_back(
        {fmt::format("它的空位有：{}", list.zh), fmt::format("its slots are {}", list.en)});
    context_.report(std::move(diagnostic));
  }

  void several(const Word& word, const std::vector<std::uint32_t>& slots) {
    std::vector<std::string> names;
    for (const std::uint32_t slot : slots) names.push_back(predicate_.slots[slot].role);
    const Message list = quoted_list(names);
    context_.report({.code = "ambiguous-role",
                     .message = {fmt::format("“{}”可以指空位{}，应当写角色名", word.text, list.zh),
                                 fmt::format("\"{}\" can mean the slots {}: write the role",
                                             word.text, list.en)},
                     .span = word.span});
  }

  Context& context_;
  const Predicate& predicate_;
};

void read_roles(Context& context, const Decision& form, const Predicate& predicate,
                mingze::Decision& decision) {
  DecisionRoles roles(context, predicate);
  std::vector<const Word*> taken(predicate.slots.size(), nullptr);
  bool known = true;
  const auto take = [&](const Word& word) -> std::optional<std::uint32_t> {
    const auto slot = roles.slot(word);
    known = known && slot;
    if (!slot) return slot;
    if (const Word* before = taken[*slot]) {
      known = false;
      context.report(
          {.code = "duplicate-role",
           .message = {fmt::format("空位“{}”写了两次", predicate.slots[*slot].role),
                       fmt::format("the slot \"{}\" is named twice", predicate.slots[*slot].role)},
           .span = word.span,
           .related = {{before->span, {"第一次在这里", "first here"}}}});
      return std::nullopt;
    }
    taken[*slot] = &word;
    return slot;
  };
  if (const auto slot = take(form.value)) decision.value_slot = *slot;
  for (const Word& key : form.key)
    if (const auto slot = take(key)) decision.key_slots.push_back(*slot);
  for (std::size_t i = 0; known && i < taken.size(); ++i)
    if (!taken[i])
      context.report(
          {.code = "slot-without-role",
           .message = {fmt::format("空位“{}”既不是“一”所裁定的，也不在“每”之后",
                                   predicate.slots[i].role),
                       fmt::format("the slot \"{}\" is neither what `one` decides nor named after "
                                   "`per`",
                                   predicate.slots[i].role)},
           .span = form.id.span,
           .related = {{form.templates.first.span, {"句式在这里", "the template is here"}}}});
}

mingze::Ground lowered(Ground ground) {
  switch (ground) {
    case Ground::rank:
      return mingze::Ground::rank;
    case Ground::date:
      return mingze::Ground::date;
    default:
      return mingze::Ground::specificity;
  }
}

}  // namespace

void declare_decisions(Context& context, const std::vector<Placed<Decision>>& decisions,
                       Declared& declared) {
  struct Pending {
    const Decision* form;
    DecisionId decision;
    bool sound;
  };
  std::vector<Pending> pending;
  for (const auto& [form, statement] : decisions) {
    const Word& id = form->id;
    const std::size_t errors = context.diagnostics.size();
    const bool is_first = declared.is_first(
        "predicate " + id.text, *statement, id.span,
        {fmt::format("裁定“{}”", id.text), fmt::format("the decision \"{}\"", id.text)});
    if (!is_first && context.diagnostics.size() == errors) continue;
    PredicateReader reader(context, id, form->templates);
    if (!is_first) {
      reader.remember(*context.vocabulary.predicates.find(id.text));
      continue;
    }
    const PredicateId predicate = reader.add(false, {});
    const DecisionId decision{static_cast<std::uint32_t>(context.program.decisions.size())};
    context.program.predicates[predicate.value].decision = decision;
    context.program.decisions.push_back({predicate, 0, {}, {}, {}});
    context.vocabulary.findings.add(id.text + "-missing", {});
    context.vocabulary.findings.add(id.text + "-conflict", {});
    pending.push_back({form, decision, reader.sound()});
  }
  for (const auto& [form, id, sound] : pending) {
    mingze::Decision& decision = context.program.decisions[id.value];
    const Predicate& predicate = context.program[decision.predicate];
    for (const Ground ground : form->prefer) decision.prefer.push_back(lowered(ground));
    const std::size_t errors = context.diagnostics.size();
    if (sound) read_roles(context, *form, predicate, decision);
    const bool keys_known = sound && context.diagnostics.size() == errors;
    if (form->domain) read_domain(context, *form->domain, decision, keys_known);
  }
}

}  // namespace mingze::dsl
