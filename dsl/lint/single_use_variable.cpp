#include <fmt/format.h>

#include "dsl/check/suggest.hpp"
#include "dsl/check/text.hpp"
#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

namespace {

/// Where each variable stands in a statement.
class Uses {
 public:
  explicit Uses(const LintedBody& body) {
    for (const Condition& condition : *body.conditions) {
      if (condition.counted) add(*condition.counted);
      add(condition.sentence);
    }
    if (body.rule)
      for (const Conclusion& conclusion : body.rule->conclusions) add(conclusion.sentence);
    if (!body.finding) return;
    add(body.finding->message);
    if (body.finding->suggest) add(*body.finding->suggest);
    if (body.finding->on) add(*body.finding->on);
  }

  [[nodiscard]] const std::map<std::string, std::vector<Span>>& all() const { return uses_; }
  [[nodiscard]] std::vector<std::string> names_but(const std::string& name) const {
    std::vector<std::string> names;
    for (const auto& [other, places] : uses_)
      if (other != name && places.size() > 1) names.push_back(other);
    return names;
  }

 private:
  void add(const Word& word) {
    if (word.form == Form::variable && word.text != "_") uses_[word.text].push_back(word.span);
  }
  void add(const Sentence& sentence) {
    for (const Word& word : sentence.words) add(word);
  }
  void add(const BilingualText& text) {
    Diagnostics none;
    for (const WrittenText& piece : read_text(text.first, none))
      if (piece.is_variable) add(piece.word);
    if (!text.second) return;
    for (const WrittenText& piece : read_text(*text.second, none))
      if (piece.is_variable) add(piece.word);
  }

  std::map<std::string, std::vector<Span>> uses_;
};

/// Makes the variable at a place of a statement's conditions nameless.
std::function<void(Module&)> without_name(Span statement, Span place) {
  return [statement, place](Module& module) {
    Statement& one = statement_at(module, statement);
    auto& conditions = std::holds_alternative<Rule>(one.body)
                           ? std::get<Rule>(one.body).conditions
                           : std::get<Finding>(one.body).conditions;
    for (Condition& condition : conditions)
      for (Word& word : condition.sentence.words)
        if (word.span == place) word.text = "_";
  };
}

}  // namespace

void find_single_use_variables(const LintRun& run) {
  for (const LintedBody& body : run.bodies) {
    const Uses uses(body);
    for (const auto& [name, places] : uses.all()) {
      if (places.size() != 1) continue;
      const Span place = places.front();
      Diagnostic diagnostic{.code = "single-use-variable",
                            .message = {fmt::format("变量“{}”只用了一次", name),
                                        fmt::format("the variable \"{}\" is used once", name)},
                            .span = place};
      const auto near = similar(name, uses.names_but(name), 1);
      if (near.empty()) {
        const Repair edit{place, "_", {"不论是哪一个，就写“_”", "write `_` for any one"}};
        diagnostic.repairs.push_back(edit);
        run.add(std::move(diagnostic), LintFix{edit, without_name(body.statement->span, place)});
        continue;
      }
      diagnostic.message.zh += fmt::format("，是不是“{}”？", near[0]);
      diagnostic.message.en += fmt::format("; did you mean \"{}\"?", near[0]);
      diagnostic.repairs.push_back(
          {place, near[0], {fmt::format("写“{}”", near[0]), fmt::format("write {}", near[0])}});
      diagnostic.notes.push_back({"确实不论是哪一个，就写“_”", "if any one will do, write `_`"});
      run.add(std::move(diagnostic));
    }
  }
}

}  // namespace mingze::dsl
