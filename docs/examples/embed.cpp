// The library in a program of one's own: evaluates a program file and prints who leads what.
#include <iostream>

#include "app/session/embedded.hpp"
#include "app/session/run.hpp"
#include "report/resolve_faces.hpp"

int main(int argc, char** argv) {
  using namespace mingze;
  app::Inputs inputs{.programs = {argv + 1, argv + argc}, .as_of = *parse_date("2026-11-23")};
  const DiskFiles files;
  const app::Packs packs(app::embedded_archive());
  app::Workspace workspace(files, packs);
  workspace.load(inputs);
  const auto prepared = app::prepare(workspace, inputs, inputs.as_of, true);
  if (!prepared) return 2;
  const Evaluation evaluation = app::run(*prepared, std::move(prepared->stated));
  const report::Resolution resolution(prepared->program(), evaluation, workspace.sources(), {});
  write_resolve_json(std::cout, resolution, Language::zh);
}
