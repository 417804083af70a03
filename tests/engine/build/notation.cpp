#include "tests/engine/build/notation.hpp"

#include <cctype>
#include <stdexcept>

namespace mingze::test {

namespace {

using Strings = std::vector<std::string>;

std::string trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

/// Splits at commas outside of brackets.
Strings split(std::string_view text) {
  Strings out;
  int depth = 0;
  std::string part;
  for (const char c : text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == ',' && depth == 0) {
      out.push_back(trim(part));
      part.clear();
    } else {
      part += c;
    }
  }
  if (!trim(part).empty()) out.push_back(trim(part));
  return out;
}

bool is_variable(const std::string& word) {
  return word == "_" || std::isupper(static_cast<unsigned char>(word.front())) != 0;
}

/// Reads the conditions and conclusions of one body.
class Reader {
 public:
  Reader(Notation& notation, Body& body) : notation_(notation), body_(body) {}

  Term term(const std::string& word, KindId kind) {
    if (!is_variable(word)) return {false, value(word, kind)};
    if (word != "_")
      for (std::uint32_t v = 0; v < body_.variables.size(); ++v)
        if (body_.variables[v].name == word) return {true, v};
    body_.variables.push_back({word, kind});
    return {true, static_cast<std::uint32_t>(body_.variables.size() - 1)};
  }

  Value value(const std::string& word, KindId kind) {
    Symbols& symbols = notation_.program.symbols;
    if (kind == number_kind) return symbols.number(std::stoll(word));
    if (kind == date_kind) return Symbols::date(*parse_date(word));
    if (kind == text_kind) return symbols.text(word.substr(1, word.size() - 2));
    return symbols.entity(kind, word);
  }

  Atom atom(const std::string& text) {
    const std::size_t open = text.find('(');
    Atom out{notation_.predicate(trim(text.substr(0, open))), {}};
    if (open == std::string::npos) return out;
    const Predicate& predicate = notation_.program[out.predicate];
    const Strings words = split(std::string_view(text).substr(open + 1, text.size() - open - 2));
    if (words.size() != predicate.slots.size()) throw std::invalid_argument("arity: " + text);
    for (std::size_t i = 0; i < words.size(); ++i)
      out.terms.push_back(term(words[i], predicate.slots[i].kind));
    return out;
  }

  Condition condition(const std::string& text) {
    Condition out;
    if (text.front() == '!') {
      out.sort = Condition::Sort::negative;
      out.atom = atom(trim(text.substr(1)));
    } else if (text.front() == '#') {
      const std::size_t first = text.find(' ');
      const std::size_t second = text.find(' ', first + 1);
      out.sort = Condition::Sort::at_least;
      out.count = std::stoull(text.substr(1, first - 1));
      out.atom = atom(text.substr(second + 1));
      out.counted = variable(body_, text.substr(first + 1, second - first - 1));
    } else if (!comparison(text, out)) {
      out.atom = atom(text);
    }
    return out;
  }

 private:
  bool comparison(const std::string& text, Condition& out) {
    static const std::vector<std::pair<std::string, Comparison>> signs = {
        {" != ", Comparison::not_equal},     {" <= ", Comparison::less_equal},
        {" >= ", Comparison::greater_equal}, {" = ", Comparison::equal},
        {" < ", Comparison::less},           {" > ", Comparison::greater}};
    for (const auto& [sign, comparison] : signs) {
      const std::size_t at = text.find(sign);
      if (at == std::string::npos) continue;
      const std::string left = text.substr(0, at);
      const std::string right = text.substr(at + sign.size());
      out.sort = Condition::Sort::compare;
      out.comparison = comparison;
      out.kind = body_.variables.at(variable(body_, is_variable(left) ? left : right)).kind;
      out.left = term(left, out.kind);
      out.right = term(right, out.kind);
      return true;
    }
    return false;
  }

  Notation& notation_;
  Body& body_;
};

}  // namespace

std::uint32_t variable(const Body& body, const std::string& name) {
  for (std::uint32_t v = 0; v < body.variables.size(); ++v)
    if (body.variables[v].name == name) return v;
  throw std::invalid_argument("no variable " + name);
}

KindId Notation::kind(const std::string& id) { return program.symbols.add_kind({id, "", {}}); }

KindId Notation::kind_of(const std::string& id) const {
  for (std::uint32_t k = 0; k < program.symbols.kind_count(); ++k)
    if (program.symbols.kind({k}).id == id) return {k};
  throw std::invalid_argument("no kind " + id);
}

PredicateId Notation::relation(const std::string& id, const Strings& kinds, bool hierarchy) {
  Predicate predicate;
  predicate.id = id;
  for (const std::string& name : kinds) predicate.slots.push_back({name, kind_of(name)});
  predicate.hierarchy = hierarchy;
  program.predicates.push_back(std::move(predicate));
  return {static_cast<std::uint32_t>(program.predicates.size() - 1)};
}

DecisionId Notation::decision(const std::string& id, const Strings& kinds,
                              const DecisionForm& form) {
  const DecisionId number{static_cast<std::uint32_t>(program.decisions.size())};
  Decision decision{relation(id, kinds), form.value, form.keys, std::nullopt, form.prefer};
  if (!form.domain.empty())
    decision.domain = Decision::Domain{predicate(form.domain), form.domain_slots};
  program.predicates.back().decision = number;
  program.decisions.push_back(std::move(decision));
  return number;
}

DocumentId Notation::document(const std::string& id, const DocumentForm& form) {
  program.documents.push_back({id, id, form.rank, parse_date(form.issued), form.period, {}});
  return {static_cast<std::uint32_t>(program.documents.size() - 1)};
}

PredicateId Notation::predicate(const std::string& id) const {
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p)
    if (program.predicates[p].id == id) return {p};
  throw std::invalid_argument("no predicate " + id);
}

RuleId Notation::rule_id(const std::string& id) const {
  for (std::uint32_t r = 0; r < program.rules.size(); ++r)
    if (program.rules[r].id == id) return {r};
  throw std::invalid_argument("no rule " + id);
}

void Notation::fact(std::string_view text, std::uint32_t line) {
  Body none;
  Fact fact;
  const Atom atom = Reader(*this, none).atom(std::string(text));
  for (const Term term : atom.terms) fact.values.push_back(term.value);
  fact.predicate = atom.predicate;
  fact.span = {SourceId{0}, line, line + 1};
  program.facts.push_back(std::move(fact));
}

std::vector<Value> Notation::tuple(const std::string& id, std::string_view values) {
  Body none;
  std::vector<Value> out;
  for (const Term term : Reader(*this, none).atom(id + "(" + std::string(values) + ")").terms)
    out.push_back(term.value);
  return out;
}

Body Notation::body(std::string_view conditions) {
  Body out;
  Reader reader(*this, out);
  for (const std::string& text : split(conditions))
    out.conditions.push_back(reader.condition(text));
  return out;
}

RuleId Notation::rule(const std::string& id, std::string_view text, const Strings& overrides,
                      const Strings& cites) {
  const std::size_t at = text.find(":-");
  Rule rule;
  rule.id = id;
  rule.body = body(text.substr(at + 2));
  Reader reader(*this, rule.body);
  for (const std::string& head : split(text.substr(0, at))) {
    const bool bar = head.front() == '-';
    Conclusion conclusion{Conclusion::Sort::derive, reader.atom(bar ? head.substr(1) : head), {}};
    if (program[conclusion.atom.predicate].decision)
      conclusion.sort = bar ? Conclusion::Sort::bar : Conclusion::Sort::propose;
    rule.conclusions.push_back(std::move(conclusion));
  }
  for (const std::string& other : overrides) rule.overrides.push_back(rule_id(other));
  for (const std::string& cited : cites)
    for (std::uint32_t d = 0; d < program.documents.size(); ++d)
      if (program.documents[d].id == cited) rule.cites.push_back({{d}, ""});
  program.rules.push_back(std::move(rule));
  return {static_cast<std::uint32_t>(program.rules.size() - 1)};
}

FindingId Notation::finding(const std::string& id, std::string_view conditions,
                            const Strings& message, const std::string& on) {
  FindingRule finding;
  finding.id = id;
  finding.body = body(conditions);
  for (const std::string& name : message)
    finding.message.en.push_back({"", variable(finding.body, name)});
  finding.message.zh = finding.message.en;
  if (!on.empty()) finding.on = variable(finding.body, on);
  program.findings.push_back(std::move(finding));
  return {static_cast<std::uint32_t>(program.findings.size() - 1)};
}

}  // namespace mingze::test
