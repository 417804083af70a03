#include "app/session/image.hpp"

#include <algorithm>

#include "engine/base/archive_reader.hpp"
#include "engine/base/archive_writer.hpp"
#include "engine/plan/fields.hpp"
#include "engine/program/fields.hpp"

namespace mingze::app {

namespace {

/// What is read first: whether the rest is of use.
struct Heading {
  Date since;
  std::uint32_t programs = 0;          ///< sources, of the packs' files
  std::vector<std::string> data = {};  ///< the sources after them, by path

  template <NodeOf<Heading> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.since, n.programs, n.data);
  }
};

}  // namespace

std::string image_of(const Workspace& workspace, const Prepared& prepared,
                     const Evaluation& evaluation, Date since) {
  const Sources& sources = workspace.sources();
  Heading heading{since};
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    if (workspace.is_embedded({i}))
      ++heading.programs;
    else
      heading.data.push_back(sources[{i}].name());
  }
  ArchiveWriter out({0});
  out.write(heading);
  out.write(prepared.program());
  out.write(prepared.plan);
  out.write(evaluation);
  out.write(reader_names(prepared.program(), prepared.stated));
  return out.finish();
}

Date last_change(const Packs& packs) {
  constexpr std::size_t length = std::string_view("2026-11-23").size();
  Date last;
  for (const Pack& pack : packs.all())
    for (const PackedFile& file : pack.files)
      for (std::size_t at = 0; at + length <= file.text.size() && !file.is_tests(); ++at)
        if (const auto date = parse_date(file.text.substr(at, length)))
          last = std::max(last, *date);
  return last;
}

std::unique_ptr<Prepared> from_image(Workspace& workspace, const Inputs& inputs, Date as_of) {
  const std::string_view image = workspace.packs().image();
  if (image.empty() || inputs.asks || !inputs.facts.empty() || !workspace.only_packs())
    return nullptr;
  ArchiveReader in(image, {0});
  Heading heading;
  in.read(heading);
  if (as_of < heading.since || workspace.sources().size() != heading.programs) return nullptr;
  auto prepared = std::make_unique<Prepared>();
  in.read(prepared->program());
  in.read(prepared->plan);
  in.read(prepared->evaluation.emplace());
  in.read(prepared->names.emplace());
  if (!in.finished()) return nullptr;
  for (const std::string& path : heading.data)
    if (!workspace.data(path, true)) return nullptr;
  prepared->program().as_of = as_of;
  prepared->stated = prepared->evaluation->database.stated();
  return prepared;
}

}  // namespace mingze::app
