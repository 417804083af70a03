#include "app/session/statement_changes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "dsl/ast/keywords.hpp"
#include "dsl/format/format.hpp"
#include "engine/compare/meaning.hpp"
#include "report/layout.hpp"
#include "report/resolution_findings.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

using report::StatementChange;

/// What a statement is about: rule, relation, …, and its id. A statement may be written several
/// times, for different periods.
using Subject = std::pair<std::string, std::string>;

struct Written {
  std::vector<const dsl::Statement*> statements;
  std::string text;  // of all, laid out
  Span span;         // of the first
};

template <typename T>
Subject subject(dsl::Keyword keyword, const T& id) {
  return {std::string(spelling(keyword, Language::en)), id.text};
}

/// What a statement declares; nothing for facts, tests and what only names other files.
std::optional<Subject> subject_of(const dsl::Statement& statement, const Symbols& symbols) {
  using dsl::Keyword;
  if (const auto* rule = std::get_if<dsl::Rule>(&statement.body))
    return subject(Keyword::rule, rule->id);
  if (const auto* finding = std::get_if<dsl::Finding>(&statement.body))
    return subject(Keyword::finding, finding->id);
  if (const auto* relation = std::get_if<dsl::Relation>(&statement.body))
    return subject(Keyword::relation, relation->id);
  if (const auto* decision = std::get_if<dsl::Decision>(&statement.body))
    return subject(Keyword::decision, decision->id);
  if (const auto* kind = std::get_if<dsl::Kind>(&statement.body))
    return subject(Keyword::kind, kind->id);
  if (const auto* source = std::get_if<dsl::SourceDocument>(&statement.body))
    return subject(Keyword::source, source->id);
  if (const auto* facts = std::get_if<dsl::Facts>(&statement.body))
    return subject(Keyword::facts, facts->relation);
  const auto* either = std::get_if<dsl::EntityOrFact>(&statement.body);
  if (either == nullptr || !either->entity) return std::nullopt;
  for (std::uint32_t k = 0; k < symbols.kind_count(); ++k) {
    const Kind& kind = symbols.kind({k});
    if (either->entity->kind.text == kind.id || either->entity->kind.text == kind.other)
      return Subject{kind.id, either->entity->id.text};
  }
  return std::nullopt;
}

std::map<Subject, Written> read_statements(const ReadVersion& version) {
  std::map<Subject, Written> out;
  for (const dsl::Input& input : version.workspace.inputs())
    for (const dsl::Statement& statement : input.module->statements) {
      const auto key = subject_of(statement, version.prepared.program().symbols);
      if (!key) continue;
      Written& written = out[*key];
      if (written.statements.empty()) written.span = statement.span;
      written.statements.push_back(&statement);
      written.text += dsl::format(statement);
    }
  return out;
}

/// The parts of statements as they are written, for lists of what came and went.
class Parts {
 public:
  explicit Parts(const Sources& sources) : sources_(sources) {}

  std::multiset<std::string> of(const Written& written) {
    for (const dsl::Statement* statement : written.statements) add(*statement);
    return std::move(parts_);
  }

 private:
  void add(const dsl::Statement& statement) {
    language_ = statement.language;
    if (const auto* rule = std::get_if<dsl::Rule>(&statement.body)) {
      for (const auto& one : rule->conditions) add(dsl::Keyword::if_, one.span);
      for (const auto& one : rule->conclusions) add(dsl::Keyword::then, one.span);
      for (const auto& one : rule->overrides) add(dsl::Keyword::overrides, one.span);
      add(rule->cites);
      add(rule->period);
    } else if (const auto* finding = std::get_if<dsl::Finding>(&statement.body)) {
      for (const auto& one : finding->conditions) add(dsl::Keyword::if_, one.span);
      add(dsl::Keyword::finding, finding->message.first.span);
      if (finding->message.second) add(dsl::Keyword::finding, finding->message.second->span);
      parts_.insert(std::string(report::name_of(finding->severity)));
      if (finding->on) add(dsl::Keyword::on, finding->on->span);
      add(finding->cites);
    } else {
      parts_.insert(report::on_one_line(dsl::format(statement)));
    }
  }

  void add(dsl::Keyword keyword, Span span) {
    parts_.insert(std::string(spelling(keyword, language_)) + " " +
                  report::on_one_line(sources_.text(span)));
  }
  void add(const std::vector<dsl::Citation>& cites) {
    for (const dsl::Citation& one : cites)
      add(dsl::Keyword::cites,
          one.clause ? cover(one.source.span, one.clause->span) : one.source.span);
  }
  void add(const dsl::PeriodClause& period) {
    if (period.from) add(dsl::Keyword::from, period.from->span);
    if (period.until) add(dsl::Keyword::until, period.until->span);
  }

  const Sources& sources_;
  Language language_ = Language::zh;
  std::multiset<std::string> parts_;
};

class Statements {
  using What = StatementChange::What;

 public:
  Statements(const ReadVersion& before, const ReadVersion& after, const SideBySide& both)
      : before_(before),
        after_(after),
        both_(both),
        was_(read_statements(before)),
        is_(read_statements(after)) {}

  std::vector<StatementChange> changes() {
    rules();
    findings();
    for (const auto& [subject, written] : was_) compare(subject, &written, find(is_, subject));
    for (const auto& [subject, written] : is_)
      if (find(was_, subject) == nullptr) compare(subject, nullptr, &written);
    facts();
    std::sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.file, a.line, a.sort, a.id) < std::tie(b.file, b.line, b.sort, b.id);
    });
    return std::move(out_);
  }

 private:
  static const Written* find(const std::map<Subject, Written>& all, const Subject& subject) {
    const auto known = all.find(subject);
    return known == all.end() ? nullptr : &known->second;
  }
  [[nodiscard]] const Program& was() const { return before_.prepared.program(); }
  [[nodiscard]] const Program& is() const { return after_.prepared.program(); }

  void place(StatementChange& change, const ReadVersion& version, Span span) const {
    const Source& source = version.workspace.sources()[span.source];
    change.file = source.name();
    change.line = source.lines().line_of(span.begin);
  }

  void tell(What what, const Subject& subject, const Written* old, const Written* now,
            std::vector<report::Basis> cites = {}, const std::string& id_before = "") {
    StatementChange change{what, subject.first, subject.second, id_before, {}, 0, std::move(cites)};
    if (now != nullptr)
      place(change, after_, now->span);
    else
      place(change, before_, old->span);
    if (old != nullptr && now != nullptr && what != What::wording && what != What::renamed) {
      const auto gone = Parts(before_.workspace.sources()).of(*old);
      const auto come = Parts(after_.workspace.sources()).of(*now);
      std::set_difference(gone.begin(), gone.end(), come.begin(), come.end(),
                          std::back_inserter(change.gone));
      std::set_difference(come.begin(), come.end(), gone.begin(), gone.end(),
                          std::back_inserter(change.come));
    }
    out_.push_back(std::move(change));
  }

  /// What is in force, by what it says.
  void rules() {
    for (std::size_t i = 0; i < both_.rules.size(); ++i) {
      const auto& [before, after] = both_.rules[i];
      const Rule* old = before ? &was()[*before] : nullptr;
      const Rule* now = after ? &is()[*after] : nullptr;
      bool same_but_cites = false;
      if (old != nullptr && now != nullptr) {
        const Rule moved = both_.alignment().moved(*old);
        same_but_cites = same_pattern(pattern_of(moved), pattern_of(*now)) &&
                         !same_cites(moved.cites, now->cites);
      }
      in_force({"rule", old != nullptr ? old->id : ""}, {"rule", now != nullptr ? now->id : ""},
               both_.same_rules[i], same_but_cites,
               now != nullptr ? report::basis_of(is(), now->cites)
                              : report::basis_of(was(), old->cites));
    }
  }

  void findings() {
    for (std::size_t i = 0; i < both_.own_findings.size(); ++i) {
      const auto& [before, after] = both_.own_findings[i];
      const FindingRule* old = before ? &was().findings[before->value] : nullptr;
      const FindingRule* now = after ? &is().findings[after->value] : nullptr;
      bool same_but_cites = false;
      if (old != nullptr && now != nullptr) {
        const FindingRule moved = both_.alignment().moved(*old);
        same_but_cites = same_pattern(pattern_of(moved), pattern_of(*now)) &&
                         !same_cites(moved.cites, now->cites);
      }
      in_force({"finding", old != nullptr ? old->id : ""},
               {"finding", now != nullptr ? now->id : ""}, both_.same_findings[i], same_but_cites,
               now != nullptr ? report::basis_of(is(), now->cites)
                              : report::basis_of(was(), old->cites));
    }
  }

  /// Of what is in force on the date in one version or both. An empty id: in none of its.
  void in_force(const Subject& before, const Subject& after, bool same, bool same_but_cites,
                std::vector<report::Basis> cites) {
    const Written* old = before.second.empty() ? nullptr : find(was_, before);
    const Written* now = after.second.empty() ? nullptr : find(is_, after);
    if (old != nullptr) told_.insert(before);
    if (now != nullptr) told_.insert(after);
    if (old == nullptr && now == nullptr) return;
    if (now == nullptr) {
      tell(What::removed, before, old, now, std::move(cites));
    } else if (old == nullptr) {
      tell(What::added, after, old, now, std::move(cites));
    } else if (!same) {
      tell(same_but_cites ? What::basis : What::meaning, after, old, now, std::move(cites));
    } else if (before != after) {
      tell(What::renamed, after, old, now, std::move(cites), before.second);
    } else if (old->text != now->text) {
      tell(What::wording, after, old, now, std::move(cites));
    }
  }

  void compare(const Subject& subject, const Written* old, const Written* now) {
    if (told_.contains(subject)) return;
    if (old != nullptr && now != nullptr && old->text == now->text) return;
    const bool sleeps = subject.first == "rule" || subject.first == "finding";
    if (sleeps) return tell(What::asleep, subject, old, now);
    if (old == nullptr) return tell(What::added, subject, old, now);
    if (now == nullptr) return tell(What::removed, subject, old, now);
    tell(same_meaning(subject, *old, *now) ? What::wording : What::meaning, subject, old, now);
  }

  [[nodiscard]] bool same_meaning(const Subject& subject, const Written& old,
                                  const Written& now) const {
    const auto& [sort, id] = subject;
    if (sort == "relation" || sort == "decision") return same_predicate(id);
    if (sort == "source") return same_source(id);
    if (sort == "facts") return false;
    if (sort == "kind") return true;
    return other_names(old) == other_names(now);
  }

  [[nodiscard]] bool same_predicate(const std::string& id) const {
    for (std::uint32_t i = 0; i < was().predicates.size(); ++i) {
      const Predicate& old = was().predicates[i];
      if (old.id != id) continue;
      if (!both_.alignment().had({i})) return false;
      const Predicate& now = is()[both_.alignment().predicate({i})];
      return old.hierarchy == now.hierarchy &&
             (!old.decision ||
              same_decision(both_.alignment().moved(was()[*old.decision]), is()[*now.decision]));
    }
    return false;
  }

  [[nodiscard]] bool same_source(const std::string& id) const {
    const auto of = [&](const Program& program) {
      return std::find_if(program.documents.begin(), program.documents.end(),
                          [&](const Document& one) { return one.id == id; });
    };
    const auto old = of(was());
    const auto now = of(is());
    return old != was().documents.end() && now != is().documents.end() && old->rank == now->rank &&
           old->issued == now->issued && old->period.from == now->period.from &&
           old->period.until == now->period.until;
  }

  /// What else something is called, and when: what data and drafts call it by.
  static std::multiset<std::string> other_names(const Written& written) {
    std::multiset<std::string> out;
    for (const dsl::Statement* statement : written.statements) {
      const auto& entity = std::get<dsl::EntityOrFact>(statement->body).entity;
      for (const dsl::OtherName& other : entity->other_names) {
        std::string name = other.name.text;
        if (other.period.from) name += " from " + to_string(other.period.from->value);
        if (other.period.until) name += " until " + to_string(other.period.until->value);
        out.insert(name);
      }
    }
    return out;
  }

  /// Facts have no ids: they are there or not.
  void facts() {
    using Key = std::pair<PredicateId, std::vector<Value>>;
    std::map<Key, Span> old;
    std::map<Key, Span> now;
    for (const Fact& fact : was().facts)
      old.emplace(Key{both_.alignment().predicate(fact.predicate),
                      both_.alignment().moved(fact.predicate, fact.values)},
                  fact.span);
    for (const Fact& fact : is().facts) now.emplace(Key{fact.predicate, fact.values}, fact.span);
    for (const auto& [key, span] : old)
      if (!now.contains(key)) tell_fact(What::removed, key.first, key.second, before_, span);
    for (const auto& [key, span] : now)
      if (!old.contains(key)) tell_fact(What::added, key.first, key.second, after_, span);
  }

  void tell_fact(What what, PredicateId predicate, const std::vector<Value>& values,
                 const ReadVersion& version, Span span) {
    StatementChange change{
        what, "fact", report::sentence(both_.program, predicate, values, Language::zh), "", {}};
    place(change, version, span);
    out_.push_back(std::move(change));
  }

  const ReadVersion& before_;
  const ReadVersion& after_;
  const SideBySide& both_;
  std::map<Subject, Written> was_;
  std::map<Subject, Written> is_;
  std::set<Subject> told_;
  std::vector<StatementChange> out_;
};

}  // namespace

std::vector<StatementChange> statement_changes(const ReadVersion& before, const ReadVersion& after,
                                               const SideBySide& both) {
  return Statements(before, after, both).changes();
}

}  // namespace mingze::app
