#include "report/phrase.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "report/sentence.hpp"

namespace mingze::report {

namespace {

using Sort = PhrasePart::Sort;

bool is_blank_or_none(const std::string& text, bool at_end) {
  return text.empty() || (at_end ? text.back() : text.front()) == ' ';
}

void add(Phrase& phrase, PhrasePart part) {
  if (part.text.empty()) return;
  if (!phrase.empty() && blank_between(phrase.back().text, part.text)) {
    if (phrase.back().sort == Sort::word)
      phrase.back().text += ' ';
    else if (part.sort == Sort::word)
      part.text = " " + part.text;
    else
      phrase.push_back({Sort::word, " "});
  }
  if (!phrase.empty() && phrase.back().sort == Sort::word && part.sort == Sort::word)
    phrase.back().text += part.text;
  else
    phrase.push_back(std::move(part));
}

void add(Phrase& phrase, const Phrase& more) {
  for (const PhrasePart& part : more) add(phrase, part);
}

Phrase filled(const Program& program, PredicateId predicate, Language language,
              const std::function<PhrasePart(std::uint32_t)>& slot) {
  const Predicate& said = program[predicate];
  Phrase out;
  for (const TemplatePiece& piece : language == Language::zh ? said.zh : said.en)
    add(out, piece.slot ? slot(*piece.slot) : PhrasePart{Sort::word, piece.word});
  return out;
}

std::string noun_of_kind(const Program& program, KindId kind, Language language) {
  std::string name = kind_name(program, kind, language);
  std::replace(name.begin(), name.end(), '-', ' ');
  return name;
}

std::string with_article(const std::string& noun) {
  const bool vowel =
      !noun.empty() && std::string_view("aeiouAEIOU").find(noun[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + noun;
}

void for_terms(const Condition& condition, const std::function<void(const Term&)>& visit) {
  if (condition.sort == Condition::Sort::compare) {
    visit(condition.left);
    visit(condition.right);
  } else {
    for (const Term& term : condition.atom.terms) visit(term);
  }
}

Message comparison(Comparison comparison, KindId kind) {
  const bool date = kind == date_kind;
  switch (comparison) {
    case Comparison::equal:
      return {"即", "is"};
    case Comparison::not_equal:
      return {"不是", "is not"};
    case Comparison::less:
      return date ? Message{"早于", "is before"} : Message{"小于", "is less than"};
    case Comparison::less_equal:
      return date ? Message{"不晚于", "is not after"} : Message{"不大于", "is at most"};
    case Comparison::greater:
      return date ? Message{"晚于", "is after"} : Message{"大于", "is greater than"};
    case Comparison::greater_equal:
      break;
  }
  return date ? Message{"不早于", "is not before"} : Message{"不小于", "is at least"};
}

}  // namespace

bool blank_between(const std::string& before, const std::string& after) {
  if (is_blank_or_none(before, true) || is_blank_or_none(after, false)) return false;
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return ascii(before.back()) || ascii(after.front());
}

std::string plain(const Phrase& phrase) {
  std::string out;
  for (const PhrasePart& part : phrase) out += part.text;
  return out;
}

Phrase phrase_of(const Program& program, PredicateId predicate, const std::vector<Value>& values,
                 Language language) {
  return filled(program, predicate, language, [&](std::uint32_t slot) {
    return PhrasePart{Sort::name,
                      program.symbols.label_of(program[predicate].slots[slot].kind, values[slot])};
  });
}

Phrase open_phrase(const Program& program, PredicateId predicate, Language language) {
  return filled(program, predicate, language, [&](std::uint32_t slot) {
    const std::string noun = noun_of_kind(program, program[predicate].slots[slot].kind, language);
    return PhrasePart{Sort::noun, language == Language::zh ? "某" + noun : with_article(noun)};
  });
}

Wording::Wording(const Program& program, const Body& body, Language language)
    : program_(program), body_(body), language_(language) {
  name_variables();
}

void Wording::name_variables() {
  nouns_.resize(body_.variables.size());
  lettered_.resize(body_.variables.size(), false);
  std::set<std::string> taken;
  const auto named = [](const Variable& variable) { return variable.name != "_"; };
  if (zh())
    for (std::size_t i = 0; i < nouns_.size(); ++i)
      if (body_.variables[i].name.starts_with("某"))
        taken.insert(nouns_[i] = body_.variables[i].name);
  for (std::size_t i = 0; i < nouns_.size(); ++i) {
    const Variable& variable = body_.variables[i];
    if (!named(variable) || !nouns_[i].empty()) continue;
    const auto alike = std::count_if(
        body_.variables.begin(), body_.variables.end(),
        [&](const Variable& other) { return named(other) && other.kind == variable.kind; });
    nouns_[i] = free_noun(variable.kind, taken, alike == 1);
    lettered_[i] = alike != 1;
    taken.insert(nouns_[i]);
  }
}

std::string Wording::free_noun(KindId kind, std::set<std::string>& taken, bool alone) const {
  const std::string noun = noun_of_kind(program_, kind, language_);
  if (alone && !zh()) return noun;
  if (alone && !taken.contains("某" + noun)) return "某" + noun;
  constexpr std::array<const char*, 10> stems{"甲", "乙", "丙", "丁", "戊",
                                              "己", "庚", "辛", "壬", "癸"};
  for (std::size_t i = 0;; ++i) {
    const std::string round = i < 10 ? "" : std::to_string(i / 10 + 1);
    const std::string letter =
        zh() ? stems[i % 10] + round : std::string(1, static_cast<char>('A' + i % 10)) + round;
    const std::string name = zh() ? letter + noun : noun + " " + letter;
    if (!taken.contains(name)) return name;
  }
}

bool Wording::is_local(std::uint32_t variable) const {
  return std::none_of(
      body_.conditions.begin(), body_.conditions.end(), [&](const Condition& condition) {
        bool here = false;
        for_terms(condition,
                  [&](const Term& term) { here |= term.is_variable && term.value == variable; });
        return here && condition.sort == Condition::Sort::positive;
      });
}

std::string Wording::noun(std::uint32_t variable) {
  const std::string& noun = nouns_[variable];
  const bool first = mentioned_.insert(variable).second;
  if (noun.empty()) {
    const std::string kind = noun_of_kind(program_, body_.variables[variable].kind, language_);
    if (zh()) return (negated_ ? "任何" : "某个") + kind;
    return (negated_ ? "any " : "some ") + kind;
  }
  if (zh()) return noun;
  if (negated_ && first && is_local(variable)) return "any " + noun;
  if (lettered_[variable]) return noun;
  return first ? with_article(noun) : "the " + noun;
}

PhrasePart Wording::part(const Term& term, KindId kind) {
  if (term.is_variable) return {Sort::noun, noun(term.value)};
  return {Sort::name, program_.symbols.label_of(kind, term.value)};
}

Phrase Wording::sentence(const Atom& atom) {
  return filled(program_, atom.predicate, language_, [&](std::uint32_t slot) {
    return part(atom.terms[slot], program_[atom.predicate].slots[slot].kind);
  });
}

Phrase Wording::message(const TextTemplate& text) {
  Phrase out;
  for (const TextPiece& piece : text) {
    if (piece.variable)
      out.push_back({Sort::noun, noun(*piece.variable)});
    else
      out.push_back({Sort::word, piece.text});
  }
  return out;
}

Phrase Wording::compared(const Condition& condition) {
  Phrase out;
  add(out, part(condition.left, condition.kind));
  add(out, {Sort::word, comparison(condition.comparison, condition.kind).in(language_)});
  add(out, part(condition.right, condition.kind));
  return out;
}

Phrase Wording::counted(const Condition& condition) {
  const std::string kind =
      noun_of_kind(program_, body_.variables[condition.counted].kind, language_);
  const std::string count = std::to_string(condition.count);
  Phrase out;
  if (zh()) {
    nouns_[condition.counted] = "该" + kind;
    out.push_back({Sort::word, "至少有 " + count + " 个不同的" + kind + "，满足："});
  } else {
    nouns_[condition.counted] = kind;
    lettered_[condition.counted] = false;
    mentioned_.insert(condition.counted);
    out.push_back(
        {Sort::word, "there are at least " + count + " different ones (" + kind + ") for which "});
  }
  add(out, sentence(condition.atom));
  return out;
}

std::string Wording::lead(const Condition& condition, bool first) const {
  const std::string begin = first ? (zh() ? "如果" : "If") : std::string(zh() ? "并且" : "and");
  if (condition.sort != Condition::Sort::negative) return begin;
  const auto& terms = condition.atom.terms;
  const bool open = std::any_of(terms.begin(), terms.end(), [this](const Term& term) {
    return term.is_variable && is_local(term.value);
  });
  if (open) return begin + (zh() ? "不存在这种情况：" : " it never holds that");
  return begin + (zh() ? "并非：" : " it does not hold that");
}

std::vector<Line> Wording::conditions() {
  // What names things comes first, so that what is said to be absent speaks of things known.
  std::vector<const Condition*> ordered;
  for (const Condition& condition : body_.conditions) ordered.push_back(&condition);
  std::stable_partition(ordered.begin(), ordered.end(), [](const Condition* condition) {
    return condition->sort == Condition::Sort::positive;
  });
  std::vector<Line> out;
  for (const Condition* condition : ordered) {
    Line line{lead(*condition, out.empty()), {}, {}};
    negated_ = condition->sort == Condition::Sort::negative;
    if (condition->sort == Condition::Sort::compare)
      line.phrase = compared(*condition);
    else if (condition->sort == Condition::Sort::at_least)
      line.phrase = counted(*condition);
    else
      line.phrase = sentence(condition->atom);
    negated_ = false;
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<Line> Wording::conclusions(const std::vector<Conclusion>& conclusions) {
  std::vector<Line> out;
  for (const Conclusion& conclusion : conclusions) {
    std::string lead = out.empty() ? (zh() ? "那么" : "then") : std::string(zh() ? "并且" : "and");
    if (conclusion.sort == Conclusion::Sort::bar) lead += zh() ? "不得：" : " it must not be that";
    std::string tail;
    if (conclusion.sort == Conclusion::Sort::propose)
      tail = zh() ? "（有更优先的规则的，从其规定）" : " (unless a rule that prevails differs)";
    out.push_back({lead, sentence(conclusion.atom), tail});
  }
  return out;
}

}  // namespace mingze::report
