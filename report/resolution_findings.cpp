#include "report/resolution_findings.hpp"

#include <map>
#include <optional>

#include "engine/evaluate/findings.hpp"
#include "engine/explain/grounds.hpp"
#include "engine/explain/support.hpp"
#include "engine/resolve/resolver.hpp"
#include "report/order.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

namespace {

/// A key as a finding names it, and the tuple with those slots filled (the value's slot is open).
struct KeyWords {
  std::vector<std::pair<std::string, std::string>> ids;
  std::vector<Value> slots;
};

KeyWords words_of(const Program& program, const Decision& decision, std::span<const Value> key) {
  const Predicate& predicate = program[decision.predicate];
  KeyWords out;
  out.slots.assign(predicate.slots.size(), 0);
  for (std::size_t i = 0; i < key.size(); ++i) {
    const Slot& slot = predicate.slots[decision.key_slots[i]];
    out.ids.emplace_back(slot.role, program.symbols.id_of(slot.kind, key[i]));
    out.slots[decision.key_slots[i]] = key[i];
  }
  return out;
}

Message open_sentence(const Program& program, const Decision& decision, const KeyWords& words) {
  return {sentence_with_open_slot(program, decision.predicate, words.slots, decision.value_slot,
                                  Language::zh),
          sentence_with_open_slot(program, decision.predicate, words.slots, decision.value_slot,
                                  Language::en)};
}

Finding finding_about(const std::string& code, const KeyWords& words) {
  Finding finding;
  finding.code = code;
  finding.key = words.ids;
  std::vector<std::string> parts{code};
  for (const auto& [role, id] : words.ids) parts.push_back(id);
  finding.fingerprint = fingerprint_of(parts);
  return finding;
}

/// The columns of a relation of keys.
std::vector<Column> key_columns(const Program& program, const Decision& decision) {
  auto columns = columns_of(program[decision.predicate], decision.key_slots);
  for (std::uint32_t i = 0; i < columns.size(); ++i) columns[i].index = i;
  return columns;
}

RelatedPlace place(const Sources& sources, Span span, Message message) {
  RelatedPlace out{std::move(message)};
  if (!span.valid()) return out;
  const Source& source = sources[span.source];
  out.file = source.name();
  out.line = source.row_of(span.begin);
  return out;
}

RelatedPlace place_of(const Program& program, const Sources& sources, const StatedFact& fact) {
  return place(sources, fact.origin,
               {sentence(program, fact.predicate, fact.values, Language::zh),
                sentence(program, fact.predicate, fact.values, Language::en)});
}

/// Every value of one conflict, with every rule and fact behind it.
class ConflictStory {
 public:
  ConflictStory(const Program& program, const Evaluation& evaluation, const Sources& sources)
      : program_(program),
        evaluation_(evaluation),
        sources_(sources),
        resolver_(program),
        support_(program, evaluation) {}

  void tell(DecisionId id, const std::vector<Value>& key, KeyWords words, Finding& finding) {
    const Decision& decision = program_[id];
    const KindId kind = program_[decision.predicate].slots[decision.value_slot].kind;
    std::vector<Value> values;
    for (const auto& judged : resolver_.judged(id, evaluation_.outcomes[id.value], key)) {
      if (!judged.verdict.stands()) continue;
      const Value value = judged.candidate.value;
      if (values.empty() || values.back() != value) values.push_back(value);
      words.slots[decision.value_slot] = value;
      add_rule(program_[judged.candidate.rule], program_.symbols.label_of(kind, value), finding);
      for (const StatedFact& fact :
           support_.behind_candidate(judged.candidate.rule, decision.predicate, words.slots))
        finding.related.push_back(place_of(program_, sources_, fact));
    }
    finding.message = message(decision, kind, words, values);
  }

 private:
  void add_rule(const Rule& rule, const std::string& value, Finding& finding) {
    const std::string label = rule.label.empty() ? "" : "“" + rule.label + "”";
    const std::string quoted_label = rule.label.empty() ? "" : " \"" + rule.label + "\"";
    finding.related.push_back(place(
        sources_, rule.span,
        {value + "：依规则 " + rule.id + label, value + ": by rule " + rule.id + quoted_label}));
    for (Basis& basis : basis_of(program_, rule.cites))
      if (!contains(finding.basis, basis)) finding.basis.push_back(std::move(basis));
  }

  Message message(const Decision& decision, KindId kind, const KeyWords& words,
                  const std::vector<Value>& values) {
    std::string zh;
    std::string en;
    for (const Value value : values) {
      const std::string label = program_.symbols.label_of(kind, value);
      zh += (zh.empty() ? "" : "、") + label;
      en += (en.empty() ? "" : ", ") + label;
    }
    const Message open = open_sentence(program_, decision, words);
    return {"“" + open.zh + "”有几个互相冲突的结果：" + zh,
            "\"" + open.en + "\" has conflicting answers: " + en};
  }

  const Program& program_;
  const Evaluation& evaluation_;
  const Sources& sources_;
  Resolver resolver_;
  Support support_;
};

}  // namespace

std::vector<Basis> basis_of(const Program& program, const std::vector<Citation>& cites) {
  std::vector<Basis> out;
  out.reserve(cites.size());
  for (const Citation& citation : cites) {
    const Document& document = program[citation.document];
    out.push_back({document.id, document.title, citation.clause});
  }
  return out;
}

Finding finding_of(const Program& program, const RaisedFinding& raised) {
  const FindingRule& rule = program.findings[raised.finding.value];
  const Symbols& symbols = program.symbols;
  const auto in_both = [&](const BilingualTemplate& text, const std::vector<Value>& values) {
    return Message{filled(program, text.zh, rule.body, values, Language::zh),
                   filled(program, text.en, rule.body, values, Language::en)};
  };
  Finding finding;
  finding.code = rule.id;
  finding.severity = rule.severity;
  finding.message = in_both(rule.message, raised.values);
  finding.basis = basis_of(program, rule.cites);
  const auto id_of = [&](std::uint32_t variable) {
    return symbols.id_of(rule.body.variables[variable].kind, raised.values[variable]);
  };
  if (rule.on) finding.item = id_of(*rule.on);
  std::vector<std::string> parts{rule.id};
  for (const std::uint32_t variable : distinguishing_variables(rule))
    parts.push_back(id_of(variable));
  finding.fingerprint = fingerprint_of(parts);
  if (rule.suggest)
    for (const auto& values : raised.suggestions)
      finding.suggestions.push_back({in_both(*rule.suggest, values), {}, {}});
  return finding;
}

void FindingWalk::run(const Wanted& wanted, const Tell& tell, const WhyRaised& why) const {
  std::map<std::string, std::function<bool()>> by_code;
  for (std::uint32_t i = 0; i < program_.findings.size(); ++i)
    by_code[program_.findings[i].id] = [this, i, &tell, &why] { return raised({i}, tell, why); };
  for (std::uint32_t i = 0; i < program_.decisions.size(); ++i) {
    const std::string& id = program_[program_.decisions[i].predicate].id;
    by_code[id + "-missing"] = [this, i, &tell] {
      return missing({i}, evaluation_.outcomes[i].missing, tell);
    };
    by_code[id + "-conflict"] = [this, i, &tell] {
      return conflicts({i}, evaluation_.outcomes[i].conflicts, tell);
    };
  }
  for (const auto& [code, walk] : by_code)
    if (wanted(code) && !walk()) return;
}

bool FindingWalk::raised(FindingId finding, const Tell& tell, const WhyRaised& why) const {
  std::optional<Grounds> grounds;
  for (const RaisedFinding& one : evaluation_.findings.raised(program_, finding)) {
    if (!grounds) grounds.emplace(program_, evaluation_, finding);
    Finding told = finding_of(program_, one);
    for (const StatedFact& fact : grounds->of(one))
      told.related.push_back(place_of(program_, sources_, fact));
    if (why) told.why = why(one);
    if (!tell(told)) return false;
  }
  return true;
}

bool FindingWalk::missing(DecisionId id, const Relation& missing, const Tell& tell) const {
  const Decision& decision = program_[id];
  Ranks ranks(program_);
  OrderedTuples keys(missing, key_columns(program_, decision), ranks);
  while (keys.next()) {
    const KeyWords words = words_of(program_, decision, keys.tuple());
    Finding finding = finding_about(program_[decision.predicate].id + "-missing", words);
    const Message open = open_sentence(program_, decision, words);
    finding.message = {"没有规则得出“" + open.zh + "”", "no rule decides \"" + open.en + "\""};
    if (!tell(finding)) return false;
  }
  return true;
}

bool FindingWalk::conflicts(DecisionId id, const Relation& conflicts, const Tell& tell) const {
  const Decision& decision = program_[id];
  if (conflicts.size() == 0) return true;
  ConflictStory story(program_, evaluation_, sources_);
  Ranks ranks(program_);
  OrderedTuples keys(conflicts, key_columns(program_, decision), ranks);
  while (keys.next()) {
    const auto key = keys.tuple();
    const KeyWords words = words_of(program_, decision, key);
    Finding finding = finding_about(program_[decision.predicate].id + "-conflict", words);
    story.tell(id, {key.begin(), key.end()}, words, finding);
    if (!tell(finding)) return false;
  }
  return true;
}

}  // namespace mingze::report
