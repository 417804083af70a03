#include "tests/property/engine/sketch.hpp"

#include <algorithm>
#include <set>

#include "tests/property/engine/vocabulary.hpp"

namespace mingze::property {

namespace {

using Sort = Condition::Sort;

std::uint32_t find(const std::string& id) {
  std::uint32_t at = 0;
  while (words()[at].id != id) ++at;
  return at;
}

/// Reads one body. Variables are few per kind, so that sentences share them.
class BodyReader {
 public:
  BodyReader(Program& program, std::uint32_t head, bool wild)
      : program_(program), head_(head), wild_(wild) {}

  Body read(const std::vector<ConditionSketch>& sketches) {
    for (const ConditionSketch& sketch : sketches)
      if (sketch.sort % 8 < 4) positive(sketch);
    for (const ConditionSketch& sketch : sketches)
      if (sketch.sort % 8 == 4) at_least(sketch);
    for (const ConditionSketch& sketch : sketches)
      if (sketch.sort % 8 == 5 || sketch.sort % 8 == 6) negative(sketch);
    for (const ConditionSketch& sketch : sketches)
      if (sketch.sort % 8 == 7) compare(sketch);
    if (body_.conditions.empty()) body_.conditions.push_back({Sort::positive, {{find("any")}, {}}});
    return body_;
  }

  /// `decision(…parent…) and hierarchy(child, parent)` for a conclusion about a child.
  void go_down(Atom& head) {
    const auto& slots = program_[head.predicate].slots;
    for (std::uint32_t slot = 0; slot < slots.size(); ++slot) {
      const KindId kind = slots[slot].kind;
      const auto& keys = program_[*program_[head.predicate].decision].key_slots;
      if (std::find(keys.begin(), keys.end(), slot) == keys.end() || kind == number_kind) continue;
      const Term child{true, variable(kind, 0)};
      const Term parent{true, variable(kind, 1)};
      head.terms[slot] = child;
      Atom read = head;
      read.terms[slot] = parent;
      const PredicateId hierarchy{find(kind == item_kind ? "part" : "under")};
      body_.conditions.push_back({Sort::positive, {hierarchy, {child, parent}}});
      body_.conditions.push_back({Sort::positive, read});
      return;
    }
  }

  /// The terms of a conclusion: only variables that have a value.
  Atom bound_atom(std::uint32_t predicate, const AtomSketch& sketch) {
    Atom atom{{predicate}, {}};
    for (std::size_t i = 0; i < program_.predicates[predicate].slots.size(); ++i)
      atom.terms.push_back(
          bound_term(program_.predicates[predicate].slots[i].kind, sketch.terms[i]));
    return atom;
  }

  Body& body() { return body_; }

 private:
  /// A predicate that the head may read. Decisions read only what stands before them.
  std::uint32_t readable(Byte choice, bool strict) const {
    const auto count = static_cast<std::uint32_t>(words().size());
    if (wild_) return choice % count;
    const bool below = strict || words()[head_].sort == Word::Sort::decision;
    const std::uint32_t limit = std::max(below ? head_ : head_ + 1, 1U);
    return choice % limit;
  }

  std::uint32_t variable(KindId kind, Byte number) {
    const char letter = kind == dept_kind ? 'D' : kind == item_kind ? 'I' : 'N';
    const std::string name = letter + std::to_string(number % 3);
    for (std::uint32_t v = 0; v < body_.variables.size(); ++v)
      if (body_.variables[v].name == name) return v;
    return fresh(name, kind);
  }

  std::uint32_t fresh(const std::string& name, KindId kind) {
    body_.variables.push_back({name, kind});
    return static_cast<std::uint32_t>(body_.variables.size() - 1);
  }

  static Value constant(Byte choice) { return choice % constants; }

  /// Mostly the first variable of its kind in the first slot of that kind and so on: then sentences
  /// have something in common and rules fire.
  Term any_term(const Atom& atom, KindId kind, Byte choice) {
    if (choice % 8 == 7) return {false, constant(choice / 8)};
    const auto& slots = program_[atom.predicate].slots;
    const auto before = std::count_if(slots.begin(), slots.begin() + std::ssize(atom.terms),
                                      [&](const Slot& slot) { return slot.kind == kind; });
    const bool usual = choice % 8 < 5;
    const auto named = static_cast<Byte>(usual ? before : choice / 8);
    const std::uint32_t v = variable(kind, named);
    bound_.insert(v);
    return {true, v};
  }

  Term bound_term(KindId kind, Byte choice) {
    std::vector<std::uint32_t> fitting;
    for (const std::uint32_t v : bound_)
      if (body_.variables[v].kind == kind) fitting.push_back(v);
    if (fitting.empty() || choice % 8 == 7) return {false, constant(choice / 8)};
    return {true, fitting[choice / 8 % fitting.size()]};
  }

  void positive(const ConditionSketch& sketch) {
    Condition c{Sort::positive, {{readable(sketch.atom.predicate, false)}, {}}};
    const auto& slots = program_[c.atom.predicate].slots;
    for (std::size_t i = 0; i < slots.size(); ++i)
      c.atom.terms.push_back(any_term(c.atom, slots[i].kind, sketch.atom.terms[i]));
    body_.conditions.push_back(std::move(c));
  }

  void at_least(const ConditionSketch& sketch) {
    Condition c{Sort::at_least, {{readable(sketch.atom.predicate, true)}, {}}};
    const auto& slots = program_[c.atom.predicate].slots;
    if (slots.empty()) return;
    c.count = 1 + sketch.choice % 3;
    const std::size_t counted = sketch.choice / 3 % slots.size();
    const KindId kind = slots[counted].kind;
    c.counted = fresh("C" + std::to_string(body_.conditions.size()), kind);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const bool twice = slots[i].kind == kind && sketch.atom.terms[i] % 8 == 6;
      if (i == counted || twice)
        c.atom.terms.push_back({true, c.counted});
      else
        c.atom.terms.push_back(any_term(c.atom, slots[i].kind, sketch.atom.terms[i]));
    }
    body_.conditions.push_back(std::move(c));
  }

  void negative(const ConditionSketch& sketch) {
    Condition c{Sort::negative, {{readable(sketch.atom.predicate, true)}, {}}};
    const auto& slots = program_[c.atom.predicate].slots;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const Byte choice = sketch.atom.terms[i];
      if (choice % 8 < 5) {
        c.atom.terms.push_back(bound_term(slots[i].kind, choice));
        continue;
      }
      // "no such thing exists"; written twice where two slots choose it
      const std::string name =
          "L" + std::to_string(body_.conditions.size()) + "k" + std::to_string(slots[i].kind.value);
      const auto same = std::find_if(body_.variables.begin(), body_.variables.end(),
                                     [&](const Variable& v) { return v.name == name; });
      c.atom.terms.push_back(
          {true, same == body_.variables.end()
                     ? fresh(name, slots[i].kind)
                     : static_cast<std::uint32_t>(same - body_.variables.begin())});
    }
    body_.conditions.push_back(std::move(c));
  }

  void compare(const ConditionSketch& sketch) {
    if (bound_.empty()) return;
    auto at = bound_.begin();
    std::advance(at, sketch.atom.predicate % bound_.size());
    Condition c{Sort::compare};
    c.kind = body_.variables[*at].kind;
    c.left = {true, *at};
    c.right = bound_term(c.kind, sketch.atom.terms[0]);
    if (sketch.choice % 2 == 1) std::swap(c.left, c.right);
    const auto sign = static_cast<Byte>(sketch.choice / 2 % (c.kind == number_kind ? 6 : 2));
    c.comparison = static_cast<Comparison>(sign);
    body_.conditions.push_back(c);
  }

  Program& program_;
  std::uint32_t head_;
  bool wild_;
  Body body_;
  std::set<std::uint32_t> bound_;
};

void add_words(const ProgramSketch& sketch, Program& program) {
  program.symbols.add_kind({"dept", "", {}});
  program.symbols.add_kind({"item", "", {}});
  for (std::uint32_t i = 0; i < constants; ++i) {
    program.symbols.entity(dept_kind, "d" + std::to_string(i));
    program.symbols.entity(item_kind, "i" + std::to_string(i));
    program.symbols.number(std::int64_t{(i + 2) % constants});  // not in the order of their values
  }
  for (const Word& word : words()) {
    Predicate predicate;
    predicate.id = word.id;
    for (const KindId kind : word.kinds)
      predicate.slots.push_back({program.symbols.kind(kind).id, kind});
    predicate.hierarchy = word.sort == Word::Sort::hierarchy;
    if (word.sort == Word::Sort::decision)
      predicate.decision = DecisionId{word.id[0] == 'l' ? 0U : word.id[0] == 'g' ? 1U : 2U};
    program.predicates.push_back(std::move(predicate));
  }
  program.decisions.push_back({{find("leads")}, 0, {1}, {}, {}});
  program.decisions.push_back({{find("grade")}, 1, {2, 0}, {}, {}});
  program.decisions.push_back({{find("chief")}, 1, {0}, {}, {}});
  if ((sketch.domains & 3U) == 1) program.decisions[0].domain = {{find("p")}, {0}};
  if ((sketch.domains & 3U) == 2) program.decisions[0].domain = {{find("q")}, {1}};
  if ((sketch.domains & 12U) == 4) program.decisions[1].domain = {{find("v")}, {1, 0}};
  if ((sketch.domains & 48U) == 16) program.decisions[2].domain = {{find("s")}, {0}};
}

void add_grounds(const ProgramSketch& sketch, Program& program) {
  std::vector<Ground> grounds = {Ground::rank, Ground::date, Ground::specificity};
  for (Byte i = 0; i < sketch.prefer / 4 % 6; ++i)
    std::next_permutation(grounds.begin(), grounds.end());
  grounds.resize(sketch.prefer % 4);
  for (Decision& decision : program.decisions) decision.prefer = grounds;
  for (std::uint32_t i = 0; i < 3; ++i) {
    Document document;
    document.id = "s" + std::to_string(i);
    if ((sketch.documents >> i & 1U) != 0) document.rank = (i * 2 + 1) % 3;
    if ((sketch.documents >> (i + 3) & 1U) != 0)
      document.issued = Date{10000 + std::int32_t(i % 2)};
    program.documents.push_back(document);
  }
}

/// Every second conclusion is one of a decision.
std::uint32_t head_of(Byte choice) {
  static const char* const decisions[] = {"leads", "grade", "leads", "chief"};
  if (choice % 2 == 1) return find(decisions[choice / 2 % 4]);
  return choice / 2 % static_cast<std::uint32_t>(words().size());
}

void add_rule(const RuleSketch& sketch, Program& program) {
  const auto number = static_cast<std::uint32_t>(program.rules.size());
  const std::uint32_t head = head_of(sketch.head.predicate);
  const bool decides = words()[head].sort == Word::Sort::decision;
  const bool wild = sketch.sort % 32 == 31;
  Rule rule;
  rule.id = "r" + std::to_string(number);
  BodyReader reader(program, head, wild);
  reader.read(sketch.conditions);
  Conclusion conclusion{Conclusion::Sort::derive, reader.bound_atom(head, sketch.head), {}};
  if (decides) {
    const bool bars = sketch.sort % 4 == 1;
    conclusion.sort = bars ? Conclusion::Sort::bar : Conclusion::Sort::propose;
    if (sketch.sort / 4 % 4 == 1) reader.go_down(conclusion.atom);
  }
  rule.body = reader.body();
  rule.conclusions.push_back(std::move(conclusion));
  for (const Byte other : sketch.overrides) {
    if (number > 0 && other % 32 != 31) rule.overrides.push_back({other % number});
    if (other % 32 == 31) rule.overrides.push_back({other / 32 % (number + 1)});
  }
  for (const Byte cited : sketch.cites) rule.cites.push_back({{cited % 3U}, ""});
  program.rules.push_back(std::move(rule));
}

void add_fact(const AtomSketch& sketch, Program& program) {
  const std::uint32_t p = sketch.predicate % static_cast<std::uint32_t>(words().size());
  if (words()[p].sort == Word::Sort::decision) return;
  Fact fact{{p}, {}, {}, {}};
  for (std::size_t i = 0; i < words()[p].kinds.size(); ++i)
    fact.values.push_back(sketch.terms[i] % constants);
  if (words()[p].sort == Word::Sort::hierarchy && sketch.terms[2] % 32 != 31) {
    if (fact.values[0] == fact.values[1]) return;
    if (fact.values[0] < fact.values[1]) std::swap(fact.values[0], fact.values[1]);
  }
  program.facts.push_back(std::move(fact));
}

void add_finding(const RuleSketch& sketch, Program& program) {
  FindingRule finding;
  finding.id = "f" + std::to_string(program.findings.size());
  BodyReader reader(program, static_cast<std::uint32_t>(words().size()) - 1, true);
  finding.body = reader.read(sketch.conditions);
  const Atom shown = reader.bound_atom(find("grade"), sketch.head);
  for (std::size_t i = 0; i < shown.terms.size(); ++i)
    if (shown.terms[i].is_variable && (sketch.sort >> i & 1U) != 0)
      finding.message.en.push_back({"", shown.terms[i].value});
  finding.message.zh = finding.message.en;
  if (shown.terms[0].is_variable && (sketch.sort & 8U) != 0) finding.on = shown.terms[0].value;
  program.findings.push_back(std::move(finding));
}

}  // namespace

Program program_of(const ProgramSketch& sketch) {
  Program program;
  program.as_of = *parse_date("2026-11-23");
  add_words(sketch, program);
  add_grounds(sketch, program);
  for (const RuleSketch& rule : sketch.rules) add_rule(rule, program);
  for (const AtomSketch& fact : sketch.facts) add_fact(fact, program);
  for (const RuleSketch& finding : sketch.findings) add_finding(finding, program);
  return program;
}

}  // namespace mingze::property
