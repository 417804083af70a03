#include "dsl/check/scope.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/resolve.hpp"

namespace mingze::dsl {

std::uint32_t Scope::occur(const Word& word, KindId kind, Occurs use, std::uint32_t part) {
  auto variable = static_cast<std::uint32_t>(variables_.size());
  bool is_new = true;
  if (word.text != "_") {
    const auto [found, added] = by_name_.try_emplace(word.text, variable);
    variable = found->second;
    is_new = added;
  }
  if (is_new) {
    variables_.push_back({word.text, kind});
    about_.push_back({{}, word.span, false});
  }
  About& about = about_[variable];
  about.occurrences.push_back({use, part, word.span});
  KindId& known = variables_[variable].kind;
  if (kind.valid() && !known.valid()) {
    known = kind;
    about.kind_from = word.span;
  } else if (kind.valid() && known != kind) {
    kind_clash(word, variable, kind, {});
  }
  return variable;
}

void Scope::excuse(const Word& word) {
  if (word.text == "_") return;
  about_[occur(word, {}, Occurs::positive, 0)].excused = true;
}

const std::uint32_t* Scope::find(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &found->second;
}

std::vector<std::string> Scope::names() const {
  std::vector<std::string> names;
  for (const Variable& variable : variables_)
    if (variable.name != "_") names.push_back(variable.name);
  return names;
}

void Scope::kind_clash(const Word& word, std::uint32_t variable, KindId wanted, Span wanted_at) {
  const Message is = kind_name(symbols_, variables_[variable].kind);
  const Message here = kind_name(symbols_, wanted);
  Diagnostic diagnostic{
      .code = "kind-clash",
      .message = {fmt::format("变量“{}”在这里是“{}”，在别处是“{}”：一个变量只能属于一个类别",
                              word.text, here.zh, is.zh),
                  fmt::format("the variable \"{}\" is of the kind \"{}\" here, but of the kind "
                              "\"{}\" elsewhere",
                              word.text, here.en, is.en)},
      .span = word.span};
  diagnostic.related.push_back(
      {about_[variable].kind_from,
       {fmt::format("“{}”在这里是“{}”", word.text, is.zh),
        fmt::format("here \"{}\" is of the kind \"{}\"", word.text, is.en)}});
  if (wanted_at.valid())
    diagnostic.related.push_back({wanted_at,
                                  {fmt::format("因为这里是“{}”", here.zh),
                                   fmt::format("because this is of the kind \"{}\"", here.en)}});
  diagnostics_.push_back(std::move(diagnostic));
}

void Scope::check() {
  for (std::uint32_t variable = 0; variable < variables_.size(); ++variable) {
    const About& about = about_[variable];
    if (about.excused) continue;
    const auto counted = std::find_if(about.occurrences.begin(), about.occurrences.end(),
                                      [](const Occurrence& o) { return o.use == Occurs::counted; });
    if (counted != about.occurrences.end())
      check_counted(variable, *counted);
    else
      check_bound(variable);
  }
}

void Scope::check_counted(std::uint32_t variable, const Occurrence& counted) {
  const auto& all = about_[variable].occurrences;
  const std::string& name = variables_[variable].name;
  const auto outside = std::find_if(all.begin(), all.end(), [&](const Occurrence& o) {
    return o.use != Occurs::counted || o.part != counted.part;
  });
  if (outside != all.end()) {
    diagnostics_.push_back(
        {.code = "counted-variable-outside",
         .message = {fmt::format("“{}”是“至少”所数的变量，不能在那个条件以外出现", name),
                     fmt::format("the variable \"{}\" is counted by \"at least\": it can't occur "
                                 "outside of that condition",
                                 name)},
         .span = outside->span,
         .related = {{counted.span,
                      {fmt::format("“{}”在这里被数", name),
                       fmt::format("\"{}\" is counted here", name)}}},
         .notes = {{"别处应当换一个变量名", "use another variable elsewhere"}}});
    return;
  }
  const bool in_sentence = all.size() > 1;
  if (!in_sentence)
    diagnostics_.push_back(
        {.code = "counted-variable-unused",
         .message = {fmt::format("“至少”所数的变量“{}”没有出现在它的句子里", name),
                     fmt::format(
                         "the variable \"{}\" counted by \"at least\" does not occur in its "
                         "sentence",
                         name)},
         .span = counted.span});
}

void Scope::check_bound(std::uint32_t variable) {
  const auto& all = about_[variable].occurrences;
  const Occurrence* negation = nullptr;
  const Occurrence* second_negation = nullptr;
  const Occurrence* other = nullptr;
  for (const Occurrence& o : all) {
    if (o.use == Occurs::positive) return;
    if (o.use != Occurs::negation) {
      if (!other) other = &o;
    } else if (!negation) {
      negation = &o;
    } else if (!second_negation && o.part != negation->part) {
      second_negation = &o;
    }
  }
  if (other) return unsafe(variable, *other);
  if (!second_negation) return;
  const std::string& name = variables_[variable].name;
  diagnostics_.push_back(
      {.code = "unsafe-variable",
       .message = {fmt::format("变量“{}”出现在两个“非”里，却不在任何肯定的句子里", name),
                   fmt::format("unsafe variable: \"{}\" occurs in two negations and in no positive "
                               "sentence",
                               name)},
       .span = second_negation->span,
       .related = {{negation->span, {"另一个“非”在这里", "the other negation is here"}}},
       .notes = {{fmt::format("加一个含有“{}”的肯定句子；若本是两回事，应当用两个变量名", name),
                  fmt::format("add a positive sentence with \"{}\", or use two variables if two "
                              "things are meant",
                              name)}}});
}

void Scope::unsafe(std::uint32_t variable, const Occurrence& at) {
  const std::string& name = variables_[variable].name;
  Message where{"结论里", "a conclusion"};
  if (at.use == Occurs::comparison) where = {"比较里", "a comparison"};
  if (at.use == Occurs::message) where = {"提示文字里", "a message"};
  if (at.use == Occurs::on) where = {"“于”之后", "what the finding is on"};
  diagnostics_.push_back(
      {.code = "unsafe-variable",
       .message = {fmt::format("{}的变量“{}”没有出现在任何肯定的句子里，不知道指谁", where.zh,
                               name),
                   fmt::format("unsafe variable: \"{}\" in {} does not occur in a positive "
                               "sentence",
                               name, where.en)},
       .span = at.span,
       .notes = {{fmt::format("加一个含有“{}”的条件", name),
                  fmt::format("add a condition with \"{}\"", name)}}});
}

}  // namespace mingze::dsl
