#include "tests/dsl/format/random_module.hpp"

#include <algorithm>

#include "dsl/ast/characters.hpp"
#include "dsl/ast/keywords.hpp"

namespace mingze::dsl {

namespace {

using rc::Gen;
namespace gen = rc::gen;

/// Shorthand: the value of a generator, inside gen::exec.
template <typename T>
T pick(const Gen<T>& generator) {
  return *generator;
}

bool chance(int percent) { return *gen::inRange(0, 100) < percent; }

std::string any_of(const std::vector<std::string>& list) { return *gen::elementOf(list); }

/// Words of sentences, among them many that are keywords elsewhere.
Word word() {
  static const std::vector<std::string> words = {
      "a",       "b",   "leads", "审批",  "牵头", "x.y",       "a/b",        "it's",
      "{c}",     "12",  "0",     "D",     "Dept", "某部门",    "_",          "is",
      "not",     "at",  "least", "with",  "from", "至",        "rule",       "文件",
      "finding", "aka", "per",   "today", "当日", "hierarchy", "2026-11-23", "2026-02-30",
      "no",      "无",  "非",    "即",    "满足", "error",     "kind",       "50%"};
  Word out;
  out.text = any_of(words);
  out.form = form_of(out.text);
  return out;
}

Word string() {
  static const std::vector<std::string> texts = {
      "",           "a",         "生态环境部", "{a} leads {b}",
      "say “x”",    "a \"b\" c", "《关于》",   "// no comment",
      "D",          "。",        "rule",       "a.",
      "他说「好」", "if"};
  Word out;
  out.text = any_of(texts);
  out.form = Form::string;
  return out;
}

Word id() {
  static const std::vector<std::string> ids = {"r",  "rule-1", "规则甲", "x.y", "from",
                                               "是", "source", "部门",   "12",  "Big"};
  Word out;
  out.text = any_of(ids);
  out.form = form_of(out.text);
  return out;
}

Word name() {
  if (chance(50)) return string();
  Word out = id();
  while (out.form == Form::variable) out = id();
  return out;
}

Word variable() {
  Word out;
  out.text = any_of({"D", "Dept", "某地", "_"});
  out.form = Form::variable;
  return out;
}

Word number() {
  Word out;
  out.text = std::to_string(*gen::inRange(0, 100));
  out.form = Form::number;
  return out;
}

DateLiteral date() { return {{*gen::inRange(-1000, 40000)}, {}}; }

PeriodClause period() {
  PeriodClause out;
  if (chance(20)) out.from = date();
  if (chance(20)) out.until = date();
  return out;
}

template <typename Make>
auto list(int least, int most, Make make) {
  std::vector<decltype(make())> out;
  const int count = *gen::inRange(least, most + 1);
  for (int i = 0; i < count; ++i) out.push_back(make());
  return out;
}

template <typename Make>
auto maybe(int percent, Make make) {
  std::optional<decltype(make())> out;
  if (chance(percent)) out = make();
  return out;
}

bool is_half(const Word& word, const char* text) {
  return word.form == Form::plain && word.text == text;
}

/// Whether these words can be one sentence: no start and no pair that is read otherwise.
bool readable(const std::vector<Word>& words) {
  const Keyword first = find_keyword(words[0].form == Form::plain ? words[0].text : "").keyword;
  if (begins_statement(first) || first == Keyword::not_ || first == Keyword::at_least ||
      first == Keyword::no)
    return false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (i == 0 && is_half(words[0], "at") && is_half(words[1], "least")) return false;
    const bool opens = words[i].text == "from" || words[i].text == "至";
    const bool date = words[i + 1].form == Form::date || words[i + 1].text == "today" ||
                      words[i + 1].text == "当日";
    if (opens && date && words[i].form == Form::plain) return false;
  }
  return true;
}

Sentence sentence(bool with_variables = true) {
  Sentence out;
  do {
    out.words = list(1, 6, [] { return chance(20) ? string() : word(); });
    if (chance(10)) {
      Word sign;
      sign.text = any_of({"<", "<=", ">", ">="});
      sign.form = Form::comparison;
      out.words.push_back(sign);
    }
    if (!with_variables)
      std::erase_if(out.words, [](const Word& w) { return w.form == Form::variable; });
  } while (out.words.empty() || !readable(out.words));
  return out;
}

/// After a comma a list goes on only with an id that begins no part.
Word list_id() {
  Word out = id();
  while (out.text == "from") out = id();
  return out;
}

std::vector<Citation> citations() {
  std::vector<Citation> out = list(0, 3, [] {
    return Citation{chance(50) ? string() : list_id(), maybe(50, string)};
  });
  return out;
}

BilingualText bilingual() { return {string(), maybe(50, string)}; }

Condition condition() {
  Condition out;
  out.sort = *gen::element(Condition::Sort::sentence, Condition::Sort::negation,
                           Condition::Sort::at_least);
  if (out.sort == Condition::Sort::at_least) {
    out.count = number();
    out.counted = variable();
  }
  out.sentence = sentence();
  return out;
}

FactForm fact() { return {sentence(false), citations(), period()}; }

Expectation expectation() {
  using Sort = Expectation::Sort;
  Expectation out;
  out.sort = *gen::element(Sort::sentence, Sort::negation, Sort::finding, Sort::no_finding);
  if (out.sort == Sort::sentence || out.sort == Sort::negation) {
    out.sentence = sentence();
    return out;
  }
  if (out.sort == Sort::finding || chance(50)) out.finding = list_id();
  out.on = maybe(50, name);
  return out;
}

/// An entity with its reading as a fact, as the parser gives both.
EntityOrFact entity() {
  EntityForm form{list_id(), name(), maybe(50, string), {}};
  form.other_names = list(0, 2, [] { return OtherName{name(), {}}; });
  while (begins_statement(find_keyword(form.kind.text).keyword)) form.kind = list_id();
  if (!form.other_names.empty()) form.other_names.back().period = period();
  FactForm reading;
  auto& words = reading.sentence.words;
  words = {form.kind, form.id};
  if (form.label) words.push_back(*form.label);
  for (const OtherName& other : form.other_names) {
    words.push_back({"aka", Form::plain});
    words.push_back(other.name);
    reading.period = other.period;
  }
  // Only a comma, of which there is a place before a label or another name, makes it no fact.
  const bool has_part = form.label || !form.other_names.empty();
  if (form.kind.form == Form::variable || (has_part && chance(20))) return {form, std::nullopt};
  return {form, reading};
}

Decision decision() {
  Decision out{id(), bilingual(), id(), {}, maybe(50, string), {}};
  out.key = list(1, 3, [] { return list_id(); });
  if (chance(50)) out.prefer = {Ground::rank, Ground::specificity, Ground::date};
  return out;
}

SourceDocument source() { return {id(), string(), maybe(50, number), maybe(50, date), period()}; }

Rule rule() {
  return {id(),
          maybe(50, string),
          citations(),
          list(0, 3, list_id),
          period(),
          list(1, 4, condition),
          list(1, 3, [] {
            return Conclusion{chance(30), sentence(), {}};
          })};
}

Finding finding() {
  Finding out;
  out.id = id();
  out.severity = *gen::element(Severity::error, Severity::warning, Severity::note);
  out.message = bilingual();
  out.cites = citations();
  out.on = maybe(50, variable);
  out.suggest = maybe(50, bilingual);
  out.conditions = list(1, 3, condition);
  return out;
}

StatementBody body() {
  switch (*gen::inRange(0, 11)) {
    case 0:
      return Pack{id(), string()};
    case 1:
      return Use{chance(50) ? string() : id()};
    case 2:
      return Kind{id(), maybe(50, id)};
    case 3:
      return Relation{id(), bilingual(), chance(50)};
    case 4:
      return decision();
    case 5:
      return source();
    case 6:
      return Facts{id(), string()};
    case 7:
      return rule();
    case 8:
      return finding();
    case 9:
      return Test{string(), maybe(30, date), list(0, 3, fact), list(1, 3, expectation)};
    default:
      return entity();
  }
}

}  // namespace

Gen<Module> random_module() {
  return gen::exec([] {
    Module module;
    module.statements = list(0, 6, [] {
      Statement out;
      out.body = body();
      out.language = *gen::element(Language::zh, Language::en);
      // The words of a fact are printed as they are: its `aka` is its first keyword.
      const auto* const either = std::get_if<EntityOrFact>(&out.body);
      if (either != nullptr && either->fact) out.language = Language::en;
      if (chance(20)) out.documentation = any_of({"one", "one\ntwo", "\n", "a\n", "/x"});
      return out;
    });
    return module;
  });
}

}  // namespace mingze::dsl
