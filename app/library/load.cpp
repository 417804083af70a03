#include <algorithm>
#include <chrono>

#include "app/library/inside.hpp"
#include "app/session/embedded.hpp"

namespace mingze::v1 {

namespace {

Date today() {
  using namespace std::chrono;
  const auto days = floor<std::chrono::days>(system_clock::now());
  return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

/// The names of texts that are programs; why not where one is no name, or two are the same.
Result<std::vector<std::string>> programs_of(const std::vector<Text>& texts) {
  std::set<std::string> names;
  std::vector<std::string> programs;
  for (const Text& text : texts) {
    if (auto wrong = wrong_name(text.name)) return *std::move(wrong);
    if (!names.insert(normal_path(text.name)).second) return duplicate_text(text.name);
    if (text.name.ends_with(".mz")) programs.push_back(text.name);
  }
  return programs;
}

}  // namespace

Error duplicate_text(const std::string& name) {
  return error_of(
      Failure{"duplicate-text", name, {"有两份文字都叫这个名字", "two texts are called so"}});
}

WorkLimits work_limits(const Limits& limits) {
  WorkLimits out;
  // A year is as good as any longer time, and can be added to the clock. Less than nothing is left
  // of a time that is over.
  constexpr std::chrono::milliseconds year = std::chrono::hours(366 * 24);
  if (limits.time.count() != 0)
    out.until = std::chrono::steady_clock::now() + std::clamp(limits.time, -year, year);
  if (limits.tuples > 0) out.tuples = limits.tuples;
  if (limits.memory > 0) out.bytes = limits.memory;
  out.stop = limits.stop;
  return out;
}

Engine::Inside::Inside(const Inputs& from, Date date)
    : files(from.texts, !from.files.empty()),
      packs(app::embedded_archive()),
      workspace(files, packs) {
  inputs.programs = from.files;
  for (std::string& file : inputs.programs)
    if (file == "-") file = "./-";  // a file too: standard input is whoever embeds this one's
  inputs.packs = from.packs;
  inputs.default_packs = from.shipped_packs;
  inputs.as_of = date;
}

Engine::Engine(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::load(const Inputs& from, const Limits& limits) {
  return guarded<Result<Engine>>([&]() -> Result<Engine> {
    Meter meter(work_limits(limits));
    meter.check();
    const auto date = from.as_of.empty() ? std::optional(today()) : parse_date(from.as_of);
    if (!date)
      return error_of(Failure{"invalid-date",
                              from.as_of,
                              {"不是日历上的日子；写成 2026-11-27 的样子",
                               "this is no day of the calendar; write it like 2026-11-27"}});
    auto texts = programs_of(from.texts);
    if (!texts) return texts.error();
    auto inside = std::make_unique<Inside>(from, *date);
    inside->inputs.programs.insert(inside->inputs.programs.end(), texts->begin(), texts->end());
    app::Workspace& workspace = inside->workspace;
    workspace.load(inside->inputs);
    meter.check();
    inside->prepared = app::prepare(workspace, inside->inputs, *date, true);
    meter.check();
    app::Problems problems = std::move(workspace.problems());
    workspace.problems() = {};
    const bool loaded = inside->prepared != nullptr && !problems.fatal();
    Error told = error_of(std::move(problems), workspace.sources());
    if (!loaded) return told;
    inside->warnings = std::move(told.diagnostics);
    return Engine(std::move(inside));
  });
}

}  // namespace mingze::v1
