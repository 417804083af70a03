#include "report/resolve_sqlite.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "engine/facts/results_database.hpp"
#include "engine/resolve/resolver.hpp"
#include "report/sqlite_writer.hpp"

namespace mingze::report {

namespace {

using Cells = std::vector<Cell>;
using Prepared = SqliteWriter::Prepared;

constexpr const char* tables = R"(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE summary(what TEXT, id TEXT, count INTEGER NOT NULL, PRIMARY KEY (what, id))
  WITHOUT ROWID;
CREATE TABLE names(kind TEXT, id TEXT, label TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE rules(id TEXT PRIMARY KEY, label TEXT, file TEXT, line INTEGER) WITHOUT ROWID;
CREATE TABLE citations(rule TEXT REFERENCES rules, number INTEGER, source TEXT NOT NULL,
  title TEXT NOT NULL, clause TEXT NOT NULL, PRIMARY KEY (rule, number)) WITHOUT ROWID;
CREATE TABLE candidates(decision_id INTEGER REFERENCES decisions, number INTEGER,
  value TEXT NOT NULL, rule TEXT NOT NULL REFERENCES rules, fate TEXT NOT NULL, ground TEXT,
  defeated_by TEXT REFERENCES rules, PRIMARY KEY (decision_id, number)) WITHOUT ROWID;
CREATE TABLE findings(id INTEGER PRIMARY KEY, code TEXT NOT NULL, severity TEXT NOT NULL,
  message TEXT NOT NULL, about TEXT, decision_id INTEGER REFERENCES decisions, suggestion TEXT,
  cites TEXT, fingerprint TEXT NOT NULL, proof_id INTEGER);
CREATE TABLE proofs(proof_id INTEGER, number INTEGER, parent INTEGER, depth INTEGER NOT NULL,
  part TEXT NOT NULL, sentence TEXT NOT NULL, reason TEXT NOT NULL, rule TEXT, cites TEXT,
  file TEXT, line INTEGER, same_as INTEGER, cut INTEGER NOT NULL, PRIMARY KEY (proof_id, number))
  WITHOUT ROWID;
)";

/// Of decisions, besides the roles.
constexpr std::array own_columns{"id", "decision", "status", "value", "proof_id"};

/// After the rows: filling an index at once is quicker, and packs it.
constexpr const char* indexes = R"(
CREATE INDEX decisions_by_status ON decisions(status, decision);
CREATE INDEX decisions_by_value ON decisions(value, decision);
CREATE INDEX candidates_by_value ON candidates(value);
CREATE INDEX candidates_by_rule ON candidates(rule);
CREATE INDEX findings_by_code ON findings(code, about);
CREATE INDEX findings_by_about ON findings(about);
CREATE INDEX findings_by_decision ON findings(decision_id);
CREATE INDEX findings_by_fingerprint ON findings(fingerprint);
)";

std::int64_t number(std::uint64_t count) { return static_cast<std::int64_t>(count); }

std::string status_of(Status status) {
  return status == Status::decided ? "decided" : status == Status::missing ? "missing" : "conflict";
}

std::string reason_of(Reason::By by) {
  using enum Reason::By;
  switch (by) {
    case fact:
      return "fact";
    case rule:
      return "rule";
    case no_such:
      return "no such thing";
    case compared:
      return "comparison";
    case counted:
      return "at least";
    case finding:
      return "finding";
    case missing:
      return "missing";
    case conflict:
      return "conflict";
    case question:
      break;
  }
  return "question";
}

class Writing {
 public:
  Writing(const std::string& path, const Resolution& resolution, const Proofs& proofs,
          Language language, const OnProgress& progress)
      : program_(resolution.program()),
        resolution_(resolution),
        proofs_(proofs),
        language_(language),
        progress_(progress),
        resolver_(program_),
        summary_(resolution.summary()),
        out_(path, results_mark) {}

  std::optional<Failure> run(const std::string& path) {
    name_columns();
    out_.run(create_decisions() + tables);
    insert_candidate_ = out_.prepare_insert("candidates", 7);
    insert_proof_ = out_.prepare_insert("proofs", 13);
    write_meta();
    write_summary();
    if (!resolution_.selection().summary_only) {
      write_names();
      write_rules();
      write_decisions();
      create_indexes();
      write_findings();
      if (const auto relation = resolution_.selection().relation) write_relation(*relation);
    } else {
      create_indexes();
    }
    create_views();
    return out_.finish(path);
  }

 private:
  // --- columns: the roles of all keys ---

  void name_columns() {
    FreeNames free(own_columns);
    std::map<std::string, std::string> taken;
    for (const DecisionId id : resolution_.decisions()) {
      const Decision& decision = program_[id];
      std::vector<std::string>& names = key_columns_[program_[decision.predicate].id];
      for (const std::uint32_t slot : decision.key_slots) {
        const std::string& role = program_[decision.predicate].slots[slot].role;
        const auto [at, is_new] = taken.try_emplace(role);
        if (is_new) columns_.push_back(at->second = free.take(role, "role"));
        names.push_back(at->second);
      }
    }
  }

  [[nodiscard]] std::size_t column(const std::string& name) const {
    return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) -
                                    columns_.begin());
  }

  [[nodiscard]] std::string create_decisions() const {
    std::string roles;
    for (const std::string& name : columns_) roles += ", " + quoted_name(name) + " TEXT";
    return "CREATE TABLE decisions(id INTEGER PRIMARY KEY, decision TEXT NOT NULL" + roles +
           ", status TEXT NOT NULL, value TEXT, proof_id INTEGER);";
  }

  void create_indexes() {
    out_.run(indexes);
    // Whichever roles of a key are asked for: one of these begins with the first of them.
    for (const auto& [decision, names] : key_columns_)
      for (std::size_t first = 0; first < names.size(); ++first) {
        std::string name = "decisions_by";
        std::string listed;
        for (std::size_t i = 0; i < names.size(); ++i) {
          const std::string& one = names[i == 0 ? first : i <= first ? i - 1 : i];
          name += "_" + one;
          listed += quoted_name(one) + ", ";
        }
        out_.run("CREATE INDEX IF NOT EXISTS " + quoted_name(name) + " ON decisions(" + listed +
                 "decision)");
      }
  }

  /// A view for each decision: its sentences that were decided, a column a role.
  void create_views() {
    FreeNames free(results_tables);
    if (!relation_table_.empty()) (void)free.take(relation_table_, "relation");
    for (const auto& [id, names] : key_columns_) {
      const Decision& decision = decision_called(id);
      const Predicate& predicate = program_[decision.predicate];
      FreeNames free_roles;
      std::string listed;
      for (std::uint32_t slot = 0; slot < predicate.slots.size(); ++slot) {
        const auto key = std::find(decision.key_slots.begin(), decision.key_slots.end(), slot);
        const std::string from =
            key == decision.key_slots.end()
                ? "value"
                : quoted_name(names[static_cast<std::size_t>(key - decision.key_slots.begin())]);
        listed += (slot == 0 ? "" : ", ") + from + " AS " +
                  quoted_name(free_roles.take(predicate.slots[slot].role, "role"));
      }
      out_.run("CREATE VIEW " + quoted_name(free.take(id, "decision")) + " AS SELECT " + listed +
               " FROM decisions WHERE decision = " + quoted_text(id) + " AND status = 'decided'");
    }
  }

  [[nodiscard]] const Decision& decision_called(const std::string& id) const {
    return *std::find_if(program_.decisions.begin(), program_.decisions.end(),
                         [&](const Decision& one) { return program_[one.predicate].id == id; });
  }

  // --- what stands by itself ---

  void write_meta() {
    const Prepared insert = out_.prepare_insert("meta", 2);
    const auto write = [&](std::string name, std::string value) {
      out_.run(insert, {std::move(name), std::move(value)});
    };
    write("version", "1");
    write("command", "resolve");
    write("as_of", to_string(program_.as_of));
    write("language", language_ == Language::zh ? "zh" : "en");
  }

  void write_summary() {
    const Prepared insert = out_.prepare_insert("summary", 3);
    const auto write = [&](const char* what, const std::string& id, std::uint64_t count) {
      out_.run(insert, {what, id, number(count)});
    };
    for (const auto& [id, counts] : summary_.decisions) {
      write("keys", id, counts.keys);
      write("decided", id, counts.decided);
      write("missing", id, counts.missing);
      write("conflict", id, counts.conflict);
      write("values", id, counts.values);
    }
    for (const auto& [code, count] : summary_.findings) write("finding", code, count);
    for (const auto& [code, count] : summary_.silenced) write("silenced", code, count);
    for (const auto& [id, count] : summary_.relations) write("relation", id, count);
  }

  void write_names() {
    const Prepared insert = out_.prepare_insert("names", 3);
    const Symbols& symbols = program_.symbols;
    std::map<std::string, KindId> kinds;
    for (std::uint32_t i = 0; i < symbols.kind_count(); ++i)
      if (Symbols::has_entities({i})) kinds[symbols.kind({i}).id] = {i};
    Ranks ranks(program_);
    for (const auto& [id, kind] : kinds)
      for (std::uint32_t rank = 0; rank < symbols.entity_count(kind); ++rank) {
        const Value value = ranks.value(kind, rank);
        out_.run(insert, {id, symbols.id_of(kind, value), symbols.label_of(kind, value)});
      }
  }

  void write_rules() {
    const Prepared insert = out_.prepare_insert("rules", 4);
    const Prepared cite = out_.prepare_insert("citations", 5);
    std::map<std::string, RuleId> rules;
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i) rules[program_.rules[i].id] = {i};
    for (const auto& [id, number_of] : rules) {
      const RuleName rule = rule_name(program_, resolution_.sources(), number_of);
      out_.run(insert, {rule.id, text_or_null(rule.label), text_or_null(rule.file), line(rule)});
      for (std::size_t k = 0; k < rule.cites.size(); ++k)
        out_.run(cite, {rule.id, number(k + 1), rule.cites[k].source, rule.cites[k].title,
                        rule.cites[k].clause});
    }
  }

  // --- decisions ---

  void write_decisions() {
    const Prepared insert = out_.prepare_insert("decisions", 5 + columns_.size());
    std::uint64_t all = 0;
    for (const DecisionId id : resolution_.decisions())
      all += summary_.decisions.at(program_[program_[id].predicate].id).keys;
    std::int64_t row = 0;
    for (const DecisionId id : resolution_.decisions())
      resolution_.for_each_key(id, [&](const DecidedKey& key) {
        write_key(insert, ++row, id, key);
        if (progress_) progress_(static_cast<std::size_t>(row), static_cast<std::size_t>(all));
        return !out_.failed();
      });
  }

  void write_key(Prepared insert, std::int64_t row, DecisionId id, const DecidedKey& key) {
    const Decision& decision = program_[id];
    const Predicate& predicate = program_[decision.predicate];
    const KindId kind = predicate.slots[decision.value_slot].kind;
    Cells cells(5 + columns_.size());
    cells[0] = row;
    cells[1] = predicate.id;
    const std::vector<std::string>& names = key_columns_.at(predicate.id);
    for (std::size_t i = 0; i < names.size(); ++i)
      cells[2 + column(names[i])] =
          program_.symbols.id_of(predicate.slots[decision.key_slots[i]].kind, key.key[i]);
    Cell* const rest = &cells[2 + columns_.size()];
    rest[0] = status_of(key.status);
    if (key.status == Status::decided) rest[1] = program_.symbols.id_of(kind, key.values.front());
    rest[2] = proofs_.of_key ? write_proof(proofs_.of_key(id, key)) : Cell();
    out_.run(insert, cells);
    write_candidates(row, id, kind, key.key);
  }

  void write_candidates(std::int64_t row, DecisionId id, KindId kind,
                        const std::vector<Value>& key) {
    const Outcome& outcome = resolution_.evaluation().outcomes[id.value];
    const auto judged = resolver_.judged(id, outcome, key);
    for (std::size_t i = 0; i < judged.size(); ++i) {
      const auto& [candidate, verdict] = judged[i];
      const char* const fate = verdict.barred        ? "barred"
                               : verdict.defeated_by ? "defeated"
                                                     : "stands";
      const bool lost = !verdict.barred && verdict.defeated_by.has_value();
      out_.run(insert_candidate_,
               {row, number(i + 1), program_.symbols.id_of(kind, candidate.value),
                program_[candidate.rule].id, fate, lost ? ground_name(verdict.ground) : Cell(),
                lost ? program_[judged[*verdict.defeated_by].candidate.rule].id : Cell()});
    }
  }

  // --- findings ---

  void write_findings() {
    const Prepared insert = out_.prepare_insert("findings", 10);
    std::int64_t row = 0;
    resolution_.for_each_finding(
        [&](const Finding& finding) {
          Cells cells{++row, finding.code, std::string(name_of(finding.severity)),
                      finding.message.in(language_), text_or_null(finding.item)};
          const Cell decision = finding.key.empty() ? Cell() : decision_of(finding);
          cells.push_back(decision);
          std::string suggestions;
          for (const Suggestion& one : finding.suggestions)
            suggestions += (suggestions.empty() ? "" : "\n") + one.message.in(language_);
          cells.push_back(text_or_null(suggestions));
          cells.push_back(cites(finding.basis));
          cells.push_back(finding.fingerprint);
          cells.push_back(finding.key.empty() ? write_proof(finding.why) : proof_of(decision));
          out_.run(insert, cells);
          return !out_.failed();
        },
        proofs_.of_finding);
  }

  /// The row of the key that a finding is about.
  Cell decision_of(const Finding& finding) {
    const std::string id = finding.code.substr(0, finding.code.rfind('-'));
    const auto [at, is_new] = find_key_.try_emplace(id);
    if (is_new) {
      std::string wanted = "decision = ?";
      for (const std::string& name : key_columns_.at(id))
        wanted += " AND " + quoted_name(name) + " = ?";
      at->second = out_.prepare("SELECT id FROM decisions WHERE " + wanted);
    }
    Cells cells{id};
    for (const auto& [role, value] : finding.key) cells.emplace_back(value);
    return out_.find(at->second, cells);
  }

  Cell proof_of(const Cell& decision) {
    if (!find_proof_)
      find_proof_ =
          out_.prepare("SELECT proof_id FROM decisions WHERE id = ? AND proof_id NOTNULL");
    return out_.find(*find_proof_, {&decision, 1});
  }

  void write_relation(PredicateId id) {
    const Predicate& predicate = program_[id];
    FreeNames free(results_tables);
    relation_table_ = free.take(predicate.id, "relation");
    FreeNames free_roles;
    std::string columns;
    for (const Slot& slot : predicate.slots)
      columns += (columns.empty() ? "" : ", ") + quoted_name(free_roles.take(slot.role, "role")) +
                 (slot.kind == number_kind ? " INTEGER" : " TEXT");
    out_.run("CREATE TABLE " + quoted_name(relation_table_) + "(" + columns + ")");
    const Prepared insert = out_.prepare_insert(relation_table_, predicate.slots.size());
    Cells cells(predicate.slots.size());
    resolution_.for_each_tuple(id, [&](std::span<const Value> tuple) {
      for (std::size_t i = 0; i < tuple.size(); ++i)
        cells[i] = program_.symbols.id_of(predicate.slots[i].kind, tuple[i]);
      out_.run(insert, cells);
    });
  }

  // --- proofs ---

  /// A reason, and where it stands in the proof.
  struct Part {
    std::uint32_t reason;
    std::int64_t parent;  ///< 0: none
    std::int64_t depth;
    const char* part;
  };

  /// Its number, or NULL where there is none.
  Cell write_proof(const std::shared_ptr<const Explanation>& explanation) {
    if (!explanation) return {};
    const std::vector<Reason>& reasons = explanation->reasons;
    ++proof_;
    std::vector<Part> parts;
    std::map<std::uint32_t, std::int64_t> told;  // what other reasons refer to: its row
    std::vector<Part> open{{explanation->root, 0, 0, "conclusion"}};
    while (!open.empty()) {
      const Part part = open.back();
      open.pop_back();
      parts.push_back(part);
      const Reason& reason = reasons[part.reason];
      const auto row = number(parts.size());
      if (reason.number != 0) told[reason.number] = row;
      const std::size_t first = open.size();
      const auto add = [&](std::uint32_t next, const char* as) {
        open.push_back({next, row, part.depth + 1, as});
      };
      for (const std::uint32_t next : reason.from) add(next, "premise");
      for (const std::uint32_t next : reason.agreeing) add(next, "agreeing");
      for (const std::uint32_t next : reason.against) add(next, "against");
      for (const Reason::Loser& lost : reason.defeated)
        if (lost.bar) add(*lost.bar, "bar");
      std::reverse(open.begin() + static_cast<std::ptrdiff_t>(first), open.end());
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      const Reason& reason = reasons[part.reason];
      out_.run(
          insert_proof_,
          {proof_, number(i + 1), part.parent == 0 ? Cell() : part.parent, part.depth, part.part,
           reason.sentence.in(language_), reason_of(reason.by), text_or_null(reason.rule.id),
           cites(reason.rule.cites), text_or_null(reason.rule.file), line(reason.rule),
           reason.same_as == 0 ? Cell() : told[reason.same_as], number(reason.cut ? 1 : 0)});
    }
    return proof_;
  }

  [[nodiscard]] Cell cites(const std::vector<Basis>& all) const {
    std::string out;
    for (const Basis& basis : all) out += (out.empty() ? "" : "；") + words_of(basis, language_);
    return text_or_null(out);
  }

  static Cell line(const RuleName& rule) { return rule.file.empty() ? Cell() : number(rule.line); }

  const Program& program_;
  const Resolution& resolution_;
  const Proofs& proofs_;
  Language language_;
  const OnProgress& progress_;
  Resolver resolver_;
  ResolutionSummary summary_;
  SqliteWriter out_;
  std::vector<std::string> columns_;                             // of roles, in order
  std::map<std::string, std::vector<std::string>> key_columns_;  // by decision, key by key
  std::string relation_table_;
  Prepared insert_candidate_ = 0;
  Prepared insert_proof_ = 0;
  std::map<std::string, Prepared> find_key_;  // by decision
  std::optional<Prepared> find_proof_;
  std::int64_t proof_ = 0;
};

}  // namespace

std::optional<Failure> write_resolve_sqlite(const std::string& path, const Resolution& resolution,
                                            const Proofs& proofs, Language language,
                                            const OnProgress& progress) {
  return Writing(path, resolution, proofs, language, progress).run(path);
}

}  // namespace mingze::report
