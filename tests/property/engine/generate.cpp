#include "tests/property/engine/generate.hpp"

namespace mingze::property {

namespace {

using rc::gen::arbitrary;
using rc::gen::build;
using rc::gen::container;
using rc::gen::resize;
using rc::gen::set;

rc::Gen<Byte> byte() { return resize(rc::kNominalSize, arbitrary<Byte>()); }

template <typename T>
rc::Gen<std::vector<T>> some(int most, rc::Gen<T> each) {
  return resize(most, container<std::vector<T>>(std::move(each)));
}

rc::Gen<AtomSketch> atoms() {
  return build<AtomSketch>(set(&AtomSketch::predicate, byte()),
                           set(&AtomSketch::terms, container<std::array<Byte, 3>>(byte())));
}

rc::Gen<ConditionSketch> conditions() {
  return build<ConditionSketch>(set(&ConditionSketch::sort, byte()),
                                set(&ConditionSketch::choice, byte()),
                                set(&ConditionSketch::atom, atoms()));
}

rc::Gen<RuleSketch> rules() {
  return build<RuleSketch>(set(&RuleSketch::sort, byte()), set(&RuleSketch::head, atoms()),
                           set(&RuleSketch::conditions, some(3, conditions())),
                           set(&RuleSketch::overrides, some(2, byte())),
                           set(&RuleSketch::cites, some(2, byte())));
}

/// s, p, q and r of the vocabulary.
Byte few_words(Byte choice) {
  static constexpr Byte words[] = {4, 4, 2, 3, 5};
  return words[choice % 5];
}

void crowd(RuleSketch& rule) {
  rule.head.predicate = 1;  // leads
  rule.sort = rule.sort % 16 == 1 ? 1 : 0;
  for (ConditionSketch& condition : rule.conditions) {
    condition.atom.predicate = few_words(condition.atom.predicate);
    if (condition.sort % 8 < 6) condition.sort = 0;
  }
}

}  // namespace

rc::Gen<ProgramSketch> sketches() {
  return build<ProgramSketch>(
      set(&ProgramSketch::prefer, byte()), set(&ProgramSketch::domains, byte()),
      set(&ProgramSketch::documents, byte()), set(&ProgramSketch::rules, some(16, rules())),
      set(&ProgramSketch::facts, some(80, atoms())),
      set(&ProgramSketch::findings, some(2, rules())));
}

rc::Gen<ProgramSketch> crowded_sketches() {
  return rc::gen::map(sketches(), [](ProgramSketch sketch) {
    for (RuleSketch& rule : sketch.rules) crowd(rule);
    for (AtomSketch& fact : sketch.facts) fact.predicate = few_words(fact.predicate);
    return sketch;
  });
}

rc::Gen<ProgramSketch> steep_sketches() {
  return rc::gen::map(sketches(), [](ProgramSketch sketch) {
    for (RuleSketch& rule : sketch.rules) {
      const int down = rule.sort / 16 % 2 * 4;
      crowd(rule);
      rule.sort = static_cast<Byte>(rule.sort + down);
    }
    for (AtomSketch& fact : sketch.facts)
      fact.predicate = fact.predicate % 4 == 0 ? Byte{0} : few_words(fact.predicate);
    return sketch;
  });
}

}  // namespace mingze::property
