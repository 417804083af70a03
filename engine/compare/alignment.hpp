// What of one program stands for what of another.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// Numbers the parts of a program as another one does. Kinds are the same where they share a name;
/// entities, texts and numbers by their ids; relations and decisions by id, where their slots have
/// the same roles and kinds, in whatever order; documents where they are equal. What the other
/// lacks is added to it.
class Alignment {
 public:
  /// `from` must outlive it; `into` gains what it lacks: kinds, values, predicates, documents.
  /// Places of `from` are moved by so many sources.
  Alignment(const Program& from, Program& into, std::uint32_t sources);

  /// Of a predicate of `from`, and whether `into` had it before.
  [[nodiscard]] PredicateId predicate(PredicateId id) const { return predicates_[id.value].id; }
  [[nodiscard]] bool had(PredicateId id) const { return predicates_[id.value].had; }
  /// The slot of the predicate in `into` that a slot in `from` is.
  [[nodiscard]] std::uint32_t slot(PredicateId id, std::uint32_t slot) const {
    return predicates_[id.value].slots[slot];
  }
  [[nodiscard]] Value value(KindId kind, Value value) const;
  [[nodiscard]] Span span(Span span) const;

  /// As they stand in `into`; overrides keep their numbers.
  [[nodiscard]] Predicate moved(const Predicate& predicate, PredicateId id) const;
  [[nodiscard]] std::vector<Value> moved(PredicateId id, std::span<const Value> tuple) const;
  [[nodiscard]] Body moved(Body body) const;
  [[nodiscard]] Rule moved(Rule rule) const;
  [[nodiscard]] FindingRule moved(FindingRule finding) const;
  [[nodiscard]] Decision moved(Decision decision) const;

 private:
  struct Aligned {
    PredicateId id;
    bool had = false;
    std::vector<std::uint32_t> slots;
  };

  void align_kinds(Program& into);
  void align_values(Program& into);
  void align_documents(Program& into);
  void align_predicates(Program& into);
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> same_slots(const Predicate& ours,
                                                                     const Predicate& theirs) const;
  [[nodiscard]] Term moved(Term term, KindId kind) const;
  void move(Atom& atom) const;
  void move(std::vector<Citation>& cites) const;

  const Program& from_;
  std::uint32_t sources_;
  std::vector<KindId> kinds_;
  std::vector<std::vector<Value>> values_;  // by kind of `from`
  std::vector<DocumentId> documents_;
  std::vector<Aligned> predicates_;
};

/// Whether a decision says the same of its keys, values, domain and preferences.
[[nodiscard]] bool same_decision(const Decision& a, const Decision& b);

}  // namespace mingze
