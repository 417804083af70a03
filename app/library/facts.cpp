// Facts in, and the answers that follow them.
#include <algorithm>

#include "app/library/inside.hpp"
#include "app/library/questions.hpp"
#include "app/library/since.hpp"
#include "app/session/database_files.hpp"
#include "engine/facts/load_facts.hpp"
#include "engine/facts/read_sqlite.hpp"

namespace mingze::v1 {

namespace {

/// So many edits are looked at one by one; where there are more, everything is found from the
/// facts.
bool is_worth_following(std::size_t edits, std::size_t facts) { return edits * 4 < facts + 64; }

constexpr std::uint32_t longest_pause = 64;

std::size_t count_of(const Database& stated) {
  std::size_t out = 0;
  for (std::uint32_t p = 0; p < stated.size(); ++p) out += stated.stated_count({p});
  return out;
}

}  // namespace

void Engine::Inside::changed() {
  up_to_date = false;
  explainer.reset();
  desk.reset();
}

bool Engine::Inside::state(PredicateId predicate, const Values& values, Span origin) {
  if (!facts) facts.emplace(program(), prepared->stated);
  if (!facts->add(predicate, values, origin)) return false;
  edits.emplace_back(AddFact{predicate, values, origin});
  changed();
  return true;
}

bool Engine::Inside::take_back(PredicateId predicate, const Values& values) {
  if (!facts) facts.emplace(program(), prepared->stated);
  if (!facts->remove(predicate, values)) return false;
  edits.emplace_back(RemoveFact{predicate, values});
  changed();
  return true;
}

void Engine::Inside::resolve_anew(Meter& meter) {
  followed.reset();
  answers.reset();
  if (facts) prepared->stated = facts->database(program());
  edits.clear();
  answers = app::run(*prepared, prepared->stated, {}, &meter);
}

void Engine::Inside::resolve_edits(Meter& meter) {
  Diagnostics errors;
  if (!followed) {
    followed = Resolved::of(program(), prepared->stated, errors, worth_nesting, &meter);
    if (!followed) return resolve_anew(meter);
  }
  followed->follow(program().symbols);
  std::set<PredicateId> stated;
  for (const Edit& edit : edits)
    std::visit(
        [&](const auto& one) {
          if constexpr (requires { one.predicate; }) stated.insert(one.predicate);
        },
        edit);
  const Changes changes = followed->apply(edits, &meter);
  if (has_errors(changes.errors)) return resolve_anew(meter);
  if (changes.from_scratch) {
    not_followed = pause;
    pause = std::min(2 * pause, longest_pause);
  } else {
    pause = 1;
  }
  for (const PredicateId predicate : stated) {
    prepared->stated.clear(predicate);
    facts->state(predicate, prepared->stated);
  }
  followed->refresh(*answers, changes, stated);
  edits.clear();
}

void Engine::Inside::resolve(Meter& meter) {
  if (up_to_date) return;
  try {
    const bool may_follow = not_followed == 0;
    if (!may_follow) --not_followed;
    const bool follows = may_follow && answers && !has_errors(answers->diagnostics) &&
                         is_worth_following(edits.size(), count_of(prepared->stated));
    if (follows)
      resolve_edits(meter);
    else
      resolve_anew(meter);
  } catch (...) {
    followed.reset();
    answers.reset();
    throw;
  }
  explainer.reset();
  if (has_errors(answers->diagnostics)) return;
  make_ready();
  up_to_date = true;
}

/// Makes the indexes that `decide` asks, so that any number of threads can.
void Engine::Inside::make_ready() {
  for (std::size_t d = 0; d < program().decisions.size(); ++d) {
    const mingze::Decision& decision = program().decisions[d];
    const mingze::Relation& decided = std::as_const(answers->database)[decision.predicate];
    std::uint64_t columns = 0;
    for (const std::uint32_t slot : decision.key_slots) columns |= std::uint64_t{1} << slot;
    if (!decided.waits()) static_cast<void>(decided.index(columns));
    const mingze::Relation& missing = answers->outcomes[d].missing;
    if (!missing.waits()) static_cast<void>(missing.contains(Values(decision.key_slots.size())));
  }
}

// --- the interface ---

namespace {

Result<PredicateId> stated_relation(const Program& program, Result<PredicateId> found) {
  if (!found || !program[*found].decision) return found;
  return error_of(Failure{"fact-of-decision",
                          program[*found].id,
                          {"裁定由规则得出，不能当作事实写明或撤回",
                           "a decision is made by rules, and can't be stated or taken back"}});
}

/// Reads a fact and lets `change` state it or take it back.
template <typename Change>
Result<bool> changed_by(Engine::Inside& inside, const Fact& fact, Change change) {
  return guarded<Result<bool>>([&]() -> Result<bool> {
    if (inside.turns.mine()) return called_back();
    const Turns::Alone turn(inside.turns);
    const auto predicate = stated_relation(inside.program(), inside.predicate(fact.relation));
    if (!predicate) return predicate.error();
    Since before(inside);
    const auto values = inside.values(*predicate, fact.fields);
    if (!values) return values.error();
    before.stay();
    return change(*predicate, *values);
  });
}

/// Reads a text of data.
class DataReader {
 public:
  DataReader(Engine::Inside& inside, Database& database, Diagnostics& out)
      : inside_(inside),
        sources_(inside.workspace.sources()),
        loader_(inside.prepared->program(), database),
        out_(out) {}

  /// What is wrong with the text as a whole.
  std::optional<Failure> read(DataFormat format, std::string_view bytes, const std::string& name,
                              PredicateId relation) {
    if (format == DataFormat::sqlite) return read_database(bytes, name);
    const SourceId id = sources_.add(name, std::string(bytes));
    switch (format) {
      case DataFormat::csv:
        loader_.load_csv(sources_[id], id, relation, out_);
        return std::nullopt;
      case DataFormat::tsv:
        loader_.load_tsv(sources_[id], id, relation, out_);
        return std::nullopt;
      case DataFormat::json:
        loader_.load_json(sources_[id], id, {stated(), true}, out_);
        return std::nullopt;
      case DataFormat::jsonl:
        loader_.load_json_lines(sources_[id], id, {stated(), true}, out_);
        return std::nullopt;
      case DataFormat::sqlite:
        break;
    }
    return Failure{"unknown-format",
                   name,
                   {"没有这种格式；有：json、jsonl、csv、tsv、sqlite",
                    "no such format; there are: json, jsonl, csv, tsv, sqlite"}};
  }

 private:
  std::optional<Failure> read_database(std::string_view bytes, const std::string& name) {
    auto read = read_sqlite(std::string(bytes), name, inside_.program());
    if (!read) return read.failure();
    if (auto without = app::without_tables(name, read.value(), inside_.program())) return without;
    for (SqliteTable& table : read.value().tables) {
      const auto predicate = inside_.predicate(table.relation);
      if (!predicate || inside_.program()[*predicate].decision) continue;
      const SourceId id =
          sources_.add(name + "#" + table.relation, NumberedRows{std::move(table.text)});
      loader_.load_table(sources_[id], id, *predicate, out_);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<PredicateId> stated() const {
    std::vector<PredicateId> out;
    for (std::uint32_t p = 0; p < inside_.program().predicates.size(); ++p)
      if (!inside_.program().predicates[p].decision) out.push_back({p});
    return out;
  }

  Engine::Inside& inside_;
  Sources& sources_;
  FactLoader loader_;
  Diagnostics& out_;
};

}  // namespace

Result<bool> Engine::add(const Fact& fact) {
  return changed_by(*inside_, fact, [&](PredicateId predicate, const Values& values) {
    return inside_->state(predicate, values, {});
  });
}

Result<bool> Engine::remove(const Fact& fact) {
  return changed_by(*inside_, fact, [&](PredicateId predicate, const Values& values) {
    return inside_->take_back(predicate, values);
  });
}

Result<std::uint64_t> Engine::add_data(DataFormat format, std::string_view bytes,
                                       std::string_view name, std::string_view relation) {
  return guarded<Result<std::uint64_t>>([&]() -> Result<std::uint64_t> {
    if (inside_->turns.mine()) return called_back();
    const Turns::Alone turn(inside_->turns);
    if (auto wrong = wrong_name(name)) return *std::move(wrong);
    PredicateId predicate;
    if (format == DataFormat::csv || format == DataFormat::tsv) {
      if (relation.empty())
        return error_of(Failure{"data-relation",
                                std::string(name),
                                {"CSV、TSV 只装一个关系，要写明是哪个",
                                 "csv and tsv hold one relation, which has to be said"}});
      const auto found = stated_relation(inside_->program(), inside_->predicate(relation));
      if (!found) return found.error();
      predicate = *found;
    }
    Since before(*inside_);
    Database read(inside_->program());
    app::Problems problems;
    DataReader reader(*inside_, read, problems.diagnostics);
    if (auto failure = reader.read(format, bytes, std::string(name), predicate))
      return error_of(*failure);
    if (problems.fatal()) return error_of(std::move(problems), inside_->workspace.sources());
    before.stay();
    std::uint64_t count = 0;
    for (std::uint32_t p = 0; p < read.size(); ++p) {
      const mingze::Relation& rows = std::as_const(read)[{p}];
      count += rows.size();
      for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const auto values = rows.row(row);
        inside_->state({p}, {values.begin(), values.end()}, *read.origin({p}, row));
      }
    }
    inside_->desk.reset();
    return count;
  });
}

Result<Summary> Engine::resolve(const Limits& limits) {
  return guarded<Result<Summary>>([&]() -> Result<Summary> {
    if (inside_->turns.mine()) return called_back();
    const Turns::Alone turn(inside_->turns);
    Meter meter(work_limits(limits));
    meter.check();
    inside_->resolve(meter);
    const Evaluation& answers = *inside_->answers;
    if (!inside_->up_to_date) {
      app::Problems problems;
      problems.diagnostics = answers.diagnostics;
      return error_of(std::move(problems), inside_->workspace.sources());
    }
    const Program& program = inside_->program();
    Summary out;
    for (std::size_t d = 0; d < program.decisions.size(); ++d) {
      const Outcome& outcome = answers.outcomes[d];
      out.decisions.push_back({program[program.decisions[d].predicate].id, outcome.decided,
                               outcome.missing.size(), outcome.conflicts.size()});
    }
    std::sort(out.decisions.begin(), out.decisions.end(),
              [](const auto& a, const auto& b) { return a.decision < b.decision; });
    for (std::uint32_t f = 0; f < program.findings.size(); ++f)
      out.findings += answers.findings.count({f});
    return out;
  });
}

bool Engine::is_resolved() const noexcept {
  if (inside_->turns.mine()) return inside_->up_to_date;
  const auto turn = inside_->turns.together();
  return inside_->up_to_date;
}

Result<Fact> Engine::fact(std::string_view sentence) const {
  return guarded<Result<Fact>>([&]() -> Result<Fact> {
    if (inside_->turns.mine()) return called_back();
    const Turns::Alone turn(inside_->turns);
    const Since now(*inside_);
    const auto read = read_fact(*inside_, sentence);
    if (!read) return read.error();
    Fact out;
    out.relation = inside_->program()[read->predicate].id;
    for (std::size_t i = 0; i < read->values.size(); ++i) {
      const Slot& slot = inside_->program()[read->predicate].slots[i];
      out.fields.push_back(
          {slot.role, inside_->program().symbols.id_of(slot.kind, read->values[i])});
    }
    return out;
  });
}

}  // namespace mingze::v1
