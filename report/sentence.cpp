#include "report/sentence.hpp"

#include <algorithm>
#include <array>

#include "engine/base/utf8.hpp"

namespace mingze::report {

namespace {

/// Words that mean something inside a sentence, and characters that no plain word contains.
constexpr std::array<std::string_view, 18> reserved{
    "and",   "if", "then", "cites", "overrides", "given",  "expect", "not",  "from",
    "until", "且", "若",   "则",    "依据",      "优先于", "已知",   "应得", "非"};
constexpr std::u32string_view marks =
    U".,;:()\"'。，、；：（）“”「」《》<>=＜＞＝|｜{}\u3000 \t\r\n";

constexpr std::size_t bytes_of_sentence = 95;  // of most

const Template& template_in(const Predicate& predicate, Language language) {
  return language == Language::zh ? predicate.zh : predicate.en;
}

template <typename NameOfSlot>
std::string joined(const Template& pieces, NameOfSlot name_of_slot) {
  std::string out;
  out.reserve(bytes_of_sentence);
  for (const TemplatePiece& piece : pieces) {
    if (!out.empty()) out += ' ';
    out += piece.slot ? name_of_slot(*piece.slot) : piece.word;
  }
  return out;
}

/// 2019-04-01 as 2019年4月1日.
std::string chinese_date(Date date) {
  const std::string iso = to_string(date);
  const auto part = [&](std::size_t at, std::size_t length) {
    return std::to_string(std::stoi(iso.substr(at, length)));
  };
  return part(0, 4) + "年" + part(5, 2) + "月" + part(8, 2) + "日";
}

std::string named(const Symbols& symbols, KindId kind, Value value, Naming naming) {
  if (naming == Naming::label) return symbols.label_of(kind, value);
  const std::string id = symbols.id_of(kind, value);
  if (kind == text_kind) return quoted(id);
  return Symbols::has_entities(kind) ? quoted_if_needed(id) : id;
}

std::string some(const Program& program, KindId kind, Language language) {
  return (language == Language::zh ? "某" : "some ") + kind_name(program, kind, language);
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string quoted(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> pairs{
      {{"\"", "\""}, {"“", "”"}, {"「", "」"}}};
  for (const auto& [open, close] : pairs)
    if (text.find(close) == std::string::npos) return std::string(open) + text + std::string(close);
  return "\"" + text + "\"";
}

std::string quoted_if_needed(const std::string& name) {
  const std::u32string points = to_code_points(name);
  const bool variable = points.empty() || points[0] == U'_' || points[0] == U'某' ||
                        (points[0] >= U'A' && points[0] <= U'Z');
  const bool word = std::none_of(points.begin(), points.end(),
                                 [](char32_t point) { return marks.find(point) != marks.npos; });
  const bool keyword = std::find(reserved.begin(), reserved.end(), name) != reserved.end();
  return variable || !word || keyword ? quoted(name) : name;
}

const std::string& kind_name(const Program& program, KindId kind, Language language) {
  static const std::array<std::string, 3> plain_kinds{"文本", "数字", "日期"};
  if (!Symbols::has_entities(kind) && language == Language::zh) return plain_kinds.at(kind.value);
  const Kind& names = program.symbols.kind(kind);
  if (names.other.empty()) return names.id;
  return is_ascii(names.id) == (language == Language::en) ? names.id : names.other;
}

std::string sentence(const Program& program, PredicateId predicate, std::span<const Value> values,
                     Language language, Naming naming) {
  const Predicate& said = program[predicate];
  return joined(template_in(said, language), [&](std::uint32_t slot) {
    return named(program.symbols, said.slots[slot].kind, values[slot], naming);
  });
}

std::string sentence_with_open_slot(const Program& program, PredicateId predicate,
                                    std::span<const Value> values, std::uint32_t open_slot,
                                    Language language) {
  const Predicate& said = program[predicate];
  return joined(template_in(said, language), [&](std::uint32_t slot) {
    const KindId kind = said.slots[slot].kind;
    if (slot != open_slot) return named(program.symbols, kind, values[slot], Naming::label);
    return some(program, kind, language);
  });
}

std::string open_sentence(const Program& program, PredicateId predicate, Language language) {
  const Predicate& said = program[predicate];
  return joined(template_in(said, language),
                [&](std::uint32_t slot) { return some(program, said.slots[slot].kind, language); });
}

std::string sentence(const Program& program, const Atom& atom, const Body& body,
                     Language language) {
  const Predicate& said = program[atom.predicate];
  return joined(template_in(said, language), [&](std::uint32_t slot) {
    const Term& term = atom.terms[slot];
    if (term.is_variable) return body.variables[term.value].name;
    return named(program.symbols, said.slots[slot].kind, term.value, Naming::label);
  });
}

std::string sentence_of_words(const Predicate& predicate, std::span<const std::string> words,
                              Language language) {
  return joined(template_in(predicate, language), [&](std::uint32_t slot) { return words[slot]; });
}

std::string filled(const Program& program, const TextTemplate& text, const Body& body,
                   std::span<const Value> values, Language language) {
  std::string out;
  for (const TextPiece& piece : text) {
    if (!piece.variable) {
      out += piece.text;
      continue;
    }
    const std::uint32_t variable = *piece.variable;
    const KindId kind = body.variables[variable].kind;
    out += kind == date_kind && language == Language::zh
               ? chinese_date(Symbols::date(values[variable]))
               : program.symbols.label_of(kind, values[variable]);
  }
  return out;
}

std::string run_together(std::string_view sentence) {
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  std::string out;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool between = sentence[i] == ' ' && i > 0 && i + 1 < sentence.size();
    if (!between || ascii(sentence[i - 1]) || ascii(sentence[i + 1])) out += sentence[i];
  }
  return out;
}

}  // namespace mingze::report
