#include "bench/micro/workload.hpp"

#include <cstdlib>
#include <iostream>

#include "engine/base/files.hpp"

namespace mingze::bench {
namespace {

[[noreturn]] void give_up(const std::string& what) {
  std::cerr << what << '\n';
  std::exit(1);
}

}  // namespace

Workload::Workload(const std::string& name, const Folder& facts) {
  const std::string path = std::string(MINGZE_ROOT) + "/bench/workloads/" + name + "/mingze.mz";
  const auto program = DiskFiles().read(path);
  if (!program.ok()) give_up(path + ": cannot be read");
  files_.put("mingze.mz", program.value());
  for (const auto& [file, rows] : facts.files()) {
    std::string text;
    for (const std::string& row : rows.rows()) text += row;
    files_.put("facts/" + file + ".tsv", std::move(text));
  }
  app::Inputs inputs;
  inputs.programs = {"mingze.mz"};
  inputs.facts = {"facts"};
  inputs.default_packs = false;
  inputs.as_of = *parse_date("2026-11-23");
  workspace_.load(inputs);
  prepared_ = app::prepare(workspace_, inputs, inputs.as_of, true);
  if (!prepared_) give_up(name + ": the program has errors");
}

PredicateId Workload::predicate(const std::string& id) const {
  for (std::uint32_t p = 0; p < program().predicates.size(); ++p)
    if (program().predicates[p].id == id) return {p};
  give_up(id + ": no such relation");
}

}  // namespace mingze::bench
