#include "engine/compare/alignment.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace mingze {

namespace {

bool shares_name(const Kind& a, const Kind& b) {
  return a.id == b.id || (!b.other.empty() && a.id == b.other) ||
         (!a.other.empty() && (a.other == b.id || a.other == b.other));
}

bool same_document(const Document& a, const Document& b) {
  return a.id == b.id && a.title == b.title && a.rank == b.rank && a.issued == b.issued;
}

}  // namespace

Alignment::Alignment(const Program& from, Program& into, std::uint32_t sources)
    : from_(from), sources_(sources) {
  align_kinds(into);
  align_values(into);
  align_documents(into);
  align_predicates(into);
}

void Alignment::align_kinds(Program& into) {
  const std::uint32_t known = into.symbols.kind_count();
  for (std::uint32_t ours = 0; ours < from_.symbols.kind_count(); ++ours) {
    Kind kind = from_.symbols.kind({ours});
    std::uint32_t theirs = 0;
    while (theirs < known && !shares_name(kind, into.symbols.kind({theirs}))) ++theirs;
    kind.span = span(kind.span);
    kinds_.push_back(theirs < known ? KindId{theirs} : into.symbols.add_kind(std::move(kind)));
  }
}

void Alignment::align_values(Program& into) {
  const Symbols& symbols = from_.symbols;
  values_.resize(symbols.kind_count());
  for (std::uint32_t k = 0; k < values_.size(); ++k) {
    for (Value value = 0; value < symbols.value_count({k}); ++value) {
      if (KindId{k} == text_kind) {
        values_[k].push_back(into.symbols.text(symbols.text(value)));
      } else if (KindId{k} == number_kind) {
        values_[k].push_back(into.symbols.number(symbols.number(value)));
      } else if (const Entity& entity = symbols.entity({k}, value);
                 const auto known = into.symbols.find_entity(kinds_[k], entity.id)) {
        values_[k].push_back(*known);
      } else {
        values_[k].push_back(
            into.symbols.declare(kinds_[k], {entity.id, entity.label, span(entity.span)}));
      }
    }
  }
}

void Alignment::align_documents(Program& into) {
  const std::size_t known = into.documents.size();
  for (const Document& document : from_.documents) {
    const auto end = into.documents.begin() + static_cast<std::ptrdiff_t>(known);
    const auto same = std::find_if(into.documents.begin(), end, [&](const Document& other) {
      return same_document(document, other);
    });
    if (same != end) {
      documents_.push_back({static_cast<std::uint32_t>(same - into.documents.begin())});
      continue;
    }
    documents_.push_back({static_cast<std::uint32_t>(into.documents.size())});
    into.documents.push_back(document);
    into.documents.back().span = span(document.span);
  }
}

std::optional<std::vector<std::uint32_t>> Alignment::same_slots(const Predicate& ours,
                                                                const Predicate& theirs) const {
  if (ours.id != theirs.id || ours.slots.size() != theirs.slots.size() ||
      ours.decision.has_value() != theirs.decision.has_value())
    return std::nullopt;
  std::vector<std::uint32_t> out;
  for (const Slot& slot : ours.slots) {
    std::uint32_t same = 0;
    const auto fits = [&](const Slot& other) {
      return other.role == slot.role && other.kind == kinds_[slot.kind.value] &&
             std::find(out.begin(), out.end(), same) == out.end();
    };
    while (same < theirs.slots.size() && !fits(theirs.slots[same])) ++same;
    if (same == theirs.slots.size()) return std::nullopt;
    out.push_back(same);
  }
  return out;
}

void Alignment::align_predicates(Program& into) {
  const std::size_t known = into.predicates.size();
  for (const Predicate& predicate : from_.predicates) {
    Aligned aligned;
    for (std::uint32_t i = 0; i < known && !aligned.had; ++i) {
      auto slots = same_slots(predicate, into.predicates[i]);
      if (!slots) continue;
      if (predicate.decision) {
        // Another key or value makes another decision, whatever it is called.
        const Decision& ours = from_[*predicate.decision];
        const Decision& theirs = into[*into.predicates[i].decision];
        std::vector<std::uint32_t> keys;
        for (const std::uint32_t slot : ours.key_slots) keys.push_back((*slots)[slot]);
        std::sort(keys.begin(), keys.end());
        std::vector<std::uint32_t> their_keys = theirs.key_slots;
        std::sort(their_keys.begin(), their_keys.end());
        if ((*slots)[ours.value_slot] != theirs.value_slot || keys != their_keys) continue;
      }
      aligned = {{i}, true, std::move(*slots)};
    }
    if (!aligned.had) {
      aligned.id = {static_cast<std::uint32_t>(into.predicates.size())};
      aligned.slots.resize(predicate.slots.size());
      std::iota(aligned.slots.begin(), aligned.slots.end(), 0U);
      into.predicates.push_back(predicate);
    }
    predicates_.push_back(std::move(aligned));
    if (!predicates_.back().had) {
      const PredicateId id{static_cast<std::uint32_t>(predicates_.size() - 1)};
      into.predicates.back() = moved(predicate, id);
    }
  }
}

Value Alignment::value(KindId kind, Value value) const {
  return kind == date_kind ? value : values_[kind.value][value];
}

Span Alignment::span(Span span) const {
  if (span.valid()) span.source.value += sources_;
  return span;
}

Predicate Alignment::moved(const Predicate& predicate, PredicateId id) const {
  Predicate out = predicate;
  for (std::uint32_t slot = 0; slot < predicate.slots.size(); ++slot)
    out.slots[this->slot(id, slot)] = {predicate.slots[slot].role,
                                       kinds_[predicate.slots[slot].kind.value]};
  for (Template* sentence : {&out.zh, &out.en})
    for (TemplatePiece& piece : *sentence)
      if (piece.slot) piece.slot = slot(id, *piece.slot);
  out.decision.reset();
  out.span = span(predicate.span);
  return out;
}

std::vector<Value> Alignment::moved(PredicateId id, std::span<const Value> tuple) const {
  const Predicate& predicate = from_[id];
  std::vector<Value> out(tuple.size());
  for (std::uint32_t i = 0; i < tuple.size(); ++i)
    out[slot(id, i)] = value(predicate.slots[i].kind, tuple[i]);
  return out;
}

Term Alignment::moved(Term term, KindId kind) const {
  if (!term.is_variable) term.value = value(kind, term.value);
  return term;
}

void Alignment::move(Atom& atom) const {
  const Predicate& predicate = from_[atom.predicate];
  const std::vector<Term> terms = atom.terms;
  for (std::uint32_t i = 0; i < terms.size(); ++i)
    atom.terms[slot(atom.predicate, i)] = moved(terms[i], predicate.slots[i].kind);
  atom.predicate = this->predicate(atom.predicate);
}

void Alignment::move(std::vector<Citation>& cites) const {
  for (Citation& citation : cites) citation.document = documents_[citation.document.value];
}

Body Alignment::moved(Body body) const {
  for (Variable& variable : body.variables) variable.kind = kinds_[variable.kind.value];
  for (Condition& condition : body.conditions) {
    condition.span = span(condition.span);
    if (condition.sort != Condition::Sort::compare) {
      move(condition.atom);
      continue;
    }
    condition.left = moved(condition.left, condition.kind);
    condition.right = moved(condition.right, condition.kind);
    condition.kind = kinds_[condition.kind.value];
  }
  return body;
}

Rule Alignment::moved(Rule rule) const {
  rule.body = moved(std::move(rule.body));
  for (Conclusion& conclusion : rule.conclusions) {
    move(conclusion.atom);
    conclusion.span = span(conclusion.span);
  }
  move(rule.cites);
  rule.span = span(rule.span);
  return rule;
}

FindingRule Alignment::moved(FindingRule finding) const {
  finding.body = moved(std::move(finding.body));
  move(finding.cites);
  finding.span = span(finding.span);
  return finding;
}

Decision Alignment::moved(Decision decision) const {
  const PredicateId id = decision.predicate;
  decision.predicate = predicate(id);
  decision.value_slot = slot(id, decision.value_slot);
  for (std::uint32_t& key : decision.key_slots) key = slot(id, key);
  if (decision.domain) {
    for (std::uint32_t& domain : decision.domain->slots)
      domain = slot(decision.domain->predicate, domain);
    decision.domain->predicate = predicate(decision.domain->predicate);
  }
  return decision;
}

bool same_decision(const Decision& a, const Decision& b) {
  const auto domain = [](const Decision& decision) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;  // key slot, domain slot
    if (decision.domain)
      for (std::size_t i = 0; i < decision.key_slots.size(); ++i)
        out.emplace_back(decision.key_slots[i], decision.domain->slots[i]);
    std::sort(out.begin(), out.end());
    return out;
  };
  if (a.domain.has_value() != b.domain.has_value()) return false;
  if (a.domain && a.domain->predicate != b.domain->predicate) return false;
  return a.predicate == b.predicate && a.value_slot == b.value_slot && a.prefer == b.prefer &&
         domain(a) == domain(b);
}

}  // namespace mingze
