// A relation's or decision's templates → a predicate with its slots.
#pragma once

#include "dsl/check/template.hpp"
#include "dsl/lower/context.hpp"

namespace mingze::dsl {

/// Reads and checks the templates, resolves the kinds of their slots and adds the predicate and its
/// templates. Where the id was declared before and differently (`first` is false), its templates
/// are only remembered, so that sentences that match them are not reported too.
class PredicateReader {
 public:
  PredicateReader(Context& context, const Word& id, const BilingualText& templates);

  /// Adds the predicate; its slots are those of the first template.
  PredicateId add(bool hierarchy, Span hierarchy_at);
  void remember(PredicateId instead);

  [[nodiscard]] bool sound() const { return sound_; }

 private:
  void read(const BilingualText& templates);
  void resolve_slots();
  [[nodiscard]] KindId kind_of(const WrittenSlot& slot);
  [[nodiscard]] std::string role_of(const WrittenSlot& slot) const;
  void check_roles(const WrittenTemplate& written);
  void match_roles();
  [[nodiscard]] Template lowered(const WrittenTemplate& written) const;
  void check_hierarchy(Span at);
  void index(PredicateId predicate, bool sound);

  Context& context_;
  const Word& id_;
  WrittenTemplate first_;
  WrittenTemplate second_;
  bool has_second_ = false;
  std::vector<Slot> slots_;
  bool sound_ = true;
};

}  // namespace mingze::dsl
