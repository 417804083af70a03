#include "app/session/run.hpp"

#include <map>

#include "app/session/image.hpp"
#include "engine/resolve/resolver.hpp"

namespace mingze::app {

namespace {

/// Lets `evaluate` call the resolver that the language means.
class CallBack final : public DecisionResolver {
 public:
  explicit CallBack(const Program& program) : resolver_(program) {}
  void settle(DecisionId decision, std::vector<std::uint32_t> rows, Outcome& outcome,
              Relation& decided) override {
    resolver_.settle(decision, std::move(rows), outcome, decided);
  }
  void settle_nested(DecisionId decision, Outcome& outcome, Relation& decided) override {
    resolver_.settle_nested(decision, outcome, decided);
  }

 private:
  Resolver resolver_;
};

/// The files of relations whose data nobody takes.
std::vector<DataFile> not_taken(const std::vector<DataFile>& files, Program& program,
                                const TakeData& take) {
  std::map<PredicateId, std::vector<DataFile>> by_relation;
  for (const DataFile& file : files) by_relation[file.predicate].push_back(file);
  std::vector<DataFile> out;
  for (const auto& [predicate, own] : by_relation) {
    std::vector<SourceId> sources;
    for (const DataFile& file : own) sources.push_back(file.source);
    if (!predicate.valid() || !take(program, predicate, sources))
      out.insert(out.end(), own.begin(), own.end());
  }
  return out;
}

}  // namespace

std::unique_ptr<Prepared> prepare(Workspace& workspace, const Inputs& inputs, Date as_of,
                                  bool default_date, const TakeData& take) {
  if (auto ready = from_image(workspace, inputs, as_of)) return ready;
  Problems& problems = workspace.problems();
  Database data;
  std::vector<DataFile> files;
  bool loaded = false;
  dsl::LowerOptions options;
  options.as_of = as_of;
  options.default_date = default_date;
  options.syntax_errors = workspace.syntax_errors();
  options.load_data = [&](Program& program) {
    data = Database(program);
    loaded = true;
    files = data_files(workspace, inputs.facts, program);
    load_data(workspace, take ? not_taken(files, program, take) : files, program, data, inputs.jobs,
              inputs.data_read);
  };
  auto prepared = std::make_unique<Prepared>(
      Prepared{dsl::lower(workspace.sources(), workspace.inputs(), options), {}, {}});
  problems.add(std::move(prepared->lowered.diagnostics));
  if (problems.fatal() || !loaded) return nullptr;
  prepared->plan = plan(prepared->program());
  problems.add(prepared->plan.diagnostics);
  if (problems.fatal()) return nullptr;
  if (inputs.keep_data) prepared->data = data;
  prepared->data_files = std::move(files);
  prepared->stated = std::move(data);
  prepared->stated.state(prepared->program().facts);
  return prepared;
}

std::unique_ptr<Prepared> copy_of(const Prepared& prepared) {
  auto copy = std::make_unique<Prepared>();
  copy->program() = prepared.program();
  copy->plan = prepared.plan;
  copy->stated = prepared.stated.clone();
  copy->evaluation = prepared.evaluation;
  if (copy->evaluation) copy->evaluation->database = prepared.evaluation->database.clone();
  return copy;
}

ReaderNames take_names(Prepared& prepared) {
  if (!prepared.names) return reader_names(prepared.program(), prepared.stated);
  ReaderNames names = std::move(*prepared.names);
  prepared.names.reset();
  return names;
}

Evaluation run(const Prepared& prepared, Database stated, const OnProgress& progress,
               Meter* meter) {
  CallBack resolver(prepared.program());
  if (prepared.evaluation)
    return evaluate(prepared.program(), prepared.plan, std::move(stated), resolver,
                    *prepared.evaluation, meter);
  return evaluate(prepared.program(), prepared.plan, std::move(stated), resolver, worth_nesting,
                  progress, meter);
}

Evaluation run(const Prepared& prepared, Database stated, const Evaluation& base) {
  CallBack resolver(prepared.program());
  return evaluate(prepared.program(), prepared.plan, std::move(stated), resolver, base);
}

Evaluation run_altered(const Program& program, const Plan& plan, Database stated,
                       const Evaluation& base, const Altered& altered, std::uint64_t most) {
  CallBack resolver(program);
  return evaluate(program, plan, std::move(stated), resolver, base, altered, most);
}

}  // namespace mingze::app
