// Makes the archive of the packs that are built in:   mingze_embed OUT ROOT FOLDER…
// Each FOLDER below ROOT is a pack: its .mz files are parsed, its .tsv files are taken as they are.
// What all of them come to is in the archive, too (app/session/image).
#include <algorithm>
#include <deque>
#include <iostream>
#include <variant>

#include "app/session/image.hpp"
#include "dsl/ast/archive.hpp"
#include "dsl/grammar/parse.hpp"
#include "engine/base/files.hpp"
#include "engine/base/sources.hpp"

namespace {

using namespace mingze;

/// Texts that the packs point into.
using Texts = std::deque<std::string>;

void tell(const Source& source, const Diagnostic& diagnostic) {
  const LineColumn at = source.lines().at(diagnostic.span.begin);
  std::cerr << source.name() << ":" << at.line << ":" << at.column
            << ": error: " << diagnostic.message.en << " [" << diagnostic.code << "]\n";
}

std::string version_of(const dsl::Module& module) {
  for (const dsl::Statement& statement : module.statements)
    if (const auto* pack = std::get_if<dsl::Pack>(&statement.body)) return pack->version.text;
  return {};
}

/// Adds a program file to the pack; false where it has errors.
bool add_program(app::Pack& pack, const std::string& path, const std::string& text, Texts& texts) {
  Sources sources;
  const SourceId id = sources.add(path, text);
  const dsl::ParseResult parsed = dsl::parse(sources[id], id);
  for (const Diagnostic& diagnostic : parsed.diagnostics) tell(sources[id], diagnostic);
  const std::string version = version_of(parsed.module);
  if (!version.empty()) pack.version = texts.emplace_back(version);
  pack.files.push_back({texts.emplace_back(path), texts.emplace_back(text),
                        texts.emplace_back(to_bytes(parsed.module))});
  return !has_errors(parsed.diagnostics);
}

bool add_pack(std::vector<app::Pack>& packs, const std::string& root, const std::string& folder,
              Texts& texts) {
  const DiskFiles files;
  const auto names = files.list(join_path(root, folder));
  if (!names) return false;
  app::Pack pack;
  pack.name = texts.emplace_back(name_of(folder));
  bool good = true;
  for (const std::string& name : names.value()) {
    const bool program = name.ends_with(".mz");
    if (!program && !name.ends_with(".tsv")) continue;
    const std::string path = join_path(folder, name);
    const auto text = files.read(join_path(root, path));
    if (!text) return false;
    if (program)
      good = add_program(pack, path, text.value(), texts) && good;
    else
      pack.files.push_back({texts.emplace_back(path), texts.emplace_back(text.value()), {}});
  }
  packs.push_back(std::move(pack));
  return good;
}

/// The image of packs without a fault; of others it tells the faults.
std::optional<std::string> evaluated(const app::Packs& packs) {
  const app::Inputs inputs{.as_of = app::last_change(packs)};
  const DiskFiles files;
  app::Workspace workspace(files, packs);
  workspace.load(inputs);
  const auto prepared = app::prepare(workspace, inputs, inputs.as_of, true);
  std::optional<Evaluation> evaluation;
  if (prepared) evaluation = app::run(*prepared, prepared->stated);
  if (evaluation) workspace.problems().add(evaluation->diagnostics);
  const app::Problems& problems = workspace.problems();
  for (const Diagnostic& diagnostic : problems.diagnostics)
    tell(workspace.sources()[diagnostic.span.source], diagnostic);
  for (const Failure& failure : problems.failures)
    std::cerr << failure.subject << ": " << failure.message.en << "\n";
  // A warning would be told where the packs are lowered, and not where the image is read.
  if (!evaluation || !problems.diagnostics.empty() || problems.fatal()) return std::nullopt;
  return image_of(workspace, *prepared, *evaluation, inputs.as_of);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  Texts texts;
  std::vector<app::Pack> packs;
  bool good = true;
  for (int i = 3; i < argc; ++i) good = add_pack(packs, argv[2], argv[i], texts) && good;
  if (!good) return 1;
  std::sort(packs.begin(), packs.end(),
            [](const app::Pack& a, const app::Pack& b) { return a.name < b.name; });
  const std::string trees = app::archive_of(packs);
  const auto image = evaluated(app::Packs(trees));
  if (!image) return 1;
  const std::string archive = app::archive_of(packs, *image);
  const auto failure = DiskFiles().write(argv[1], [&](std::ostream& out) { out << archive; });
  if (failure) std::cerr << failure->subject << ": " << failure->message.en << "\n";
  return failure ? 1 : 0;
}
