#include "report/why_not.hpp"

#include "report/condition_text.hpp"

namespace mingze::report {

namespace {

/// Puts an attempt in words. Unknowns are told apart by numbers where a kind has several.
class AttemptWords {
 public:
  AttemptWords(const Program& program, const mingze::Attempt& attempt)
      : program_(program), attempt_(attempt) {
    for (std::size_t i = 0; i < attempt.unknowns.size(); ++i) {
      std::uint32_t number = 1;
      for (std::size_t j = 0; j < i; ++j)
        if (attempt.unknowns[j] == attempt.unknowns[i]) ++number;
      numbers_.push_back(number);
    }
  }

  [[nodiscard]] Message sentence(const Atom& atom) const {
    return {sentence(atom, Language::zh), sentence(atom, Language::en)};
  }

  [[nodiscard]] Message comparison(const Condition& limit) const {
    // The unknowns stand as variables of a body that is made for them.
    Body body;
    Binding binding(attempt_.unknowns.size());
    for (const KindId kind : attempt_.unknowns) body.variables.push_back({"_", kind});
    return condition_text(program_, body, limit, binding);
  }

 private:
  [[nodiscard]] std::string sentence(const Atom& atom, Language language) const {
    const Predicate& predicate = program_[atom.predicate];
    std::vector<std::string> words;
    for (std::size_t i = 0; i < atom.terms.size(); ++i)
      words.push_back(word(atom.terms[i], predicate.slots[i].kind, language));
    return sentence_of_words(predicate, words, language);
  }

  [[nodiscard]] std::string word(Term term, KindId kind, Language language) const {
    if (!term.is_variable) return program_.symbols.label_of(kind, term.value);
    const std::string some =
        (language == Language::zh ? "某" : "some ") + kind_name(program_, kind, language);
    const std::uint32_t number = term.value < numbers_.size() ? numbers_[term.value] : 1;
    if (number == 1) return some;
    return some + (language == Language::zh ? "" : " ") + std::to_string(number);
  }

  const Program& program_;
  const mingze::Attempt& attempt_;
  std::vector<std::uint32_t> numbers_;
};

std::string ground_of_blocker(const Blocker& blocker) {
  switch (blocker.sort) {
    case Blocker::Sort::holds:
      return "holds";
    case Blocker::Sort::barred:
      return "barred";
    case Blocker::Sort::defeated:
      break;
  }
  return ground_name(blocker.ground);
}

}  // namespace

WhyNotReport::Attempt attempt_text(const Program& program, const Sources& sources,
                                   const Body& question, const mingze::Attempt& attempt) {
  using By = mingze::Attempt::By;
  WhyNotReport::Attempt out;
  out.by = attempt.by == By::rule ? "rule" : attempt.by == By::fact ? "fact" : "question";
  if (attempt.by == By::rule) out.rule = rule_name(program, sources, attempt.rule);
  const Body& body = attempt.by == By::rule ? program[attempt.rule].body : question;
  Binding binding(body.variables.size());
  for (std::uint32_t v = 0; v < attempt.variables.size(); ++v)
    if (!attempt.variables[v].is_variable) binding.bind(v, attempt.variables[v].value);
  for (std::size_t i = 0; i < body.conditions.size(); ++i)
    out.conditions.push_back(
        {condition_text(program, body, body.conditions[i], binding), attempt.holds[i]});
  const AttemptWords words(program, attempt);
  for (const Atom& fact : attempt.needs) out.needs.push_back(words.sentence(fact));
  for (const Condition& limit : attempt.limits) out.limits.push_back(words.comparison(limit));
  for (const Blocker& blocker : attempt.blocked_by) {
    WhyNotReport::Obstacle obstacle{words.sentence(blocker.atom), {}, ground_of_blocker(blocker)};
    if (blocker.rule.valid()) obstacle.by = rule_name(program, sources, blocker.rule);
    out.blocked_by.push_back(std::move(obstacle));
  }
  out.found = attempt.found;
  out.cut = attempt.cut;
  return out;
}

}  // namespace mingze::report
