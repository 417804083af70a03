#include "report/condition_text.hpp"

#include <array>

namespace mingze::report {

namespace {

using Sort = Condition::Sort;

class Words {
 public:
  Words(const Program& program, const Body& body, const Condition& condition,
        const Binding& binding, Language language)
      : program_(program),
        body_(body),
        condition_(condition),
        binding_(binding),
        zh_(language == Language::zh),
        language_(language) {}

  [[nodiscard]] std::string text() const {
    switch (condition_.sort) {
      case Sort::positive:
        return atom();
      case Sort::negative:
        return (zh_ ? "非 " : "not ") + atom();
      case Sort::at_least: {
        const std::string count = std::to_string(condition_.count) + " ";
        const std::string counted = open(condition_.counted);
        return zh_ ? "至少 " + count + counted + " 满足 " + atom()
                   : "at least " + count + counted + " with " + atom();
      }
      case Sort::compare:
        break;
    }
    return word(condition_.left, condition_.kind) + sign() +
           word(condition_.right, condition_.kind);
  }

 private:
  [[nodiscard]] std::string atom() const {
    const Predicate& predicate = program_[condition_.atom.predicate];
    std::vector<std::string> words;
    for (std::size_t i = 0; i < condition_.atom.terms.size(); ++i)
      words.push_back(word(condition_.atom.terms[i], predicate.slots[i].kind));
    return sentence_of_words(predicate, words, language_);
  }

  [[nodiscard]] std::string word(Term term, KindId kind) const {
    if (condition_.sort == Sort::at_least && term == Term{true, condition_.counted})
      return open(term.value);
    if (binding_.has(term)) return program_.symbols.label_of(kind, binding_.of(term));
    return some(kind);
  }

  [[nodiscard]] std::string some(KindId kind) const {
    return (zh_ ? "某" : "some ") + kind_name(program_, kind, language_);
  }

  /// A variable as written where that is in this language.
  [[nodiscard]] std::string open(std::uint32_t variable) const {
    const auto& [name, kind] = body_.variables[variable];
    const bool chinese = name.starts_with("某");
    return name != "_" && chinese == zh_ ? name : some(kind);
  }

  [[nodiscard]] std::string sign() const {
    if (condition_.comparison == Comparison::equal) return zh_ ? " 即 " : " is ";
    if (condition_.comparison == Comparison::not_equal) return zh_ ? " 不是 " : " is not ";
    static constexpr std::array<const char*, 4> signs{" < ", " <= ", " > ", " >= "};
    return signs[static_cast<std::size_t>(condition_.comparison) - 2];
  }

  const Program& program_;
  const Body& body_;
  const Condition& condition_;
  const Binding& binding_;
  bool zh_;
  Language language_;
};

}  // namespace

Message condition_text(const Program& program, const Body& body, const Condition& condition,
                       const Binding& binding) {
  return {Words(program, body, condition, binding, Language::zh).text(),
          Words(program, body, condition, binding, Language::en).text()};
}

}  // namespace mingze::report
