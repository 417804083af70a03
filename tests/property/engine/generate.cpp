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

}  // namespace

rc::Gen<ProgramSketch> sketches() {
  return build<ProgramSketch>(
      set(&ProgramSketch::prefer, byte()), set(&ProgramSketch::domains, byte()),
      set(&ProgramSketch::documents, byte()), set(&ProgramSketch::rules, some(16, rules())),
      set(&ProgramSketch::facts, some(80, atoms())), set(&ProgramSketch::findings, some(2, rules())));
}

}  // namespace mingze::property
