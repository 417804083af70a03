#include "app/session/mutant_effect.hpp"

#include <set>
#include <vector>

#include "engine/evaluate/findings.hpp"
#include "report/resolution_findings.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

using Tuples = std::set<std::vector<Value>>;

Tuples tuples_of(const Relation& relation) {
  Tuples out;
  for (std::uint32_t row = 0; row < relation.size(); ++row)
    out.emplace(relation.row(row).begin(), relation.row(row).end());
  return out;
}

class Comparer {
 public:
  Comparer(const Program& program, const Evaluation& before, const Evaluation& after)
      : program_(program), before_(before), after_(after) {}

  void look_at(PredicateId predicate) {
    const auto told = [&](const std::vector<Value>& tuple) {
      const auto in = [&](Language language) {
        return report::sentence(program_, predicate, tuple, language, report::Naming::id);
      };
      return Message{in(Language::zh), in(Language::en)};
    };
    compare(before_.database[predicate], after_.database[predicate], told,
            [](const Message& sentence, bool gained) {
              return gained ? Message{"非 " + sentence.zh, "not " + sentence.en} : sentence;
            });
    if (const auto& decision = program_[predicate].decision) look_at(*decision);
  }

  void look_at(FindingId finding) {
    const std::string& id = program_.findings[finding.value].id;
    const auto values_of = [&](const Evaluation& evaluation) {
      const auto variables = distinguishing_variables(program_.findings[finding.value]);
      std::map<std::vector<Value>, const RaisedFinding*> out;
      for (const RaisedFinding& raised : evaluation.findings.raised(program_, finding)) {
        std::vector<Value> values;
        for (const std::uint32_t variable : variables) values.push_back(raised.values[variable]);
        out.emplace(std::move(values), &raised);
      }
      return out;
    };
    const auto before = values_of(before_);
    const auto after = values_of(after_);
    const auto tell = [&](const RaisedFinding& raised, bool gained) {
      const Message words = report::finding_of(program_, raised).message;
      keep({{id + "：" + words.zh, id + ": " + words.en}, expecting(id, gained), gained});
    };
    for (const auto& [values, raised] : before)
      if (!after.contains(values)) tell(*raised, false);
    for (const auto& [values, raised] : after)
      if (!before.contains(values)) tell(*raised, true);
  }

  [[nodiscard]] const std::optional<Effect>& first() const { return first_; }

 private:
  static Message expecting(const std::string& finding, bool gained) {
    return gained ? Message{"无 问题 " + finding, "no finding " + finding}
                  : Message{"问题 " + finding, "finding " + finding};
  }

  void look_at(DecisionId id) {
    const Decision& decision = program_[id];
    const Predicate& predicate = program_[decision.predicate];
    const auto told = [&](const std::vector<Value>& key) {
      std::vector<Value> tuple(predicate.slots.size());
      for (std::size_t i = 0; i < key.size(); ++i) tuple[decision.key_slots[i]] = key[i];
      const auto in = [&](Language language) {
        return report::sentence_with_open_slot(program_, decision.predicate, tuple,
                                               decision.value_slot, language);
      };
      return Message{in(Language::zh), in(Language::en)};
    };
    const auto look = [&](const Relation& before, const Relation& after, const std::string& code) {
      const auto with_code = [&](const std::vector<Value>& key) {
        const Message words = told(key);
        return Message{code + "：" + words.zh, code + ": " + words.en};
      };
      compare(before, after, with_code,
              [&](const Message&, bool gained) { return expecting(code, gained); });
    };
    const Outcome& before = before_.outcomes[id.value];
    const Outcome& after = after_.outcomes[id.value];
    look(before.missing, after.missing, predicate.id + "-missing");
    look(before.conflicts, after.conflicts, predicate.id + "-conflict");
  }

  template <typename Told, typename Expect>
  void compare(const Relation& before, const Relation& after, const Told& told,
               const Expect& expect) {
    const Tuples old = tuples_of(before);
    const Tuples now = tuples_of(after);
    const auto tell = [&](const std::vector<Value>& tuple, bool gained) {
      const Message words = told(tuple);
      keep({words, expect(words, gained), gained});
    };
    for (const auto& tuple : old)
      if (!now.contains(tuple)) tell(tuple, false);
    for (const auto& tuple : now)
      if (!old.contains(tuple)) tell(tuple, true);
  }

  void keep(Effect effect) {
    if (!first_ || effect.told.zh < first_->told.zh) first_ = std::move(effect);
  }

  const Program& program_;
  const Evaluation& before_;
  const Evaluation& after_;
  std::optional<Effect> first_;
};

}  // namespace

std::optional<Effect> effect_of(const Program& program, const Mutant& mutant,
                                const Evaluation& before, const Evaluation& after) {
  Comparer comparer(program, before, after);
  for (const PredicateId predicate : mutant.altered.predicates) comparer.look_at(predicate);
  for (const FindingId finding : mutant.altered.findings) comparer.look_at(finding);
  return comparer.first();
}

}  // namespace mingze::app
