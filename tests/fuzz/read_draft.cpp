// Any bytes: what decodes is read as a draft with the whole register; all that is found lies within
// the text, and reading twice gives the same.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/embedded.hpp"
#include "app/session/run.hpp"
#include "draft/clause/read_draft.hpp"
#include "draft/document/decode.hpp"
#include "draft/facts/lexicon_entries.hpp"
#include "engine/base/utf8.hpp"

namespace {

using namespace mingze;

void require(bool holds) {
  if (!holds) std::abort();
}

draft::Lexicon register_lexicon() {
  const DiskFiles files;
  const app::Packs packs(app::embedded_archive());
  app::Workspace workspace(files, packs);
  app::Inputs inputs{.always_default_packs = true, .as_of = *parse_date("2026-01-01")};
  workspace.load(inputs);
  const auto prepared = app::prepare(workspace, inputs, inputs.as_of, true);
  require(prepared != nullptr);
  return draft::Lexicon(draft::lexicon_entries(prepared->program(), prepared->stated),
                        draft::place_names(prepared->program(), prepared->stated));
}

void lies_within(Span span, const std::string& text) {
  require(span.begin <= span.end && span.end <= text.size());
  require(!first_invalid_utf8(std::string_view(text).substr(0, span.begin)));
  require(!first_invalid_utf8(std::string_view(text).substr(0, span.end)));
}

void lie_within(const std::vector<draft::Mention>& mentions, const std::string& text) {
  for (const draft::Mention& mention : mentions) {
    require(!mention.text.empty());
    lies_within(mention.span, text);
  }
}

/// What a reading amounts to, in words.
std::string outline_of(const draft::Reading& reading) {
  std::string out = reading.title + '\n';
  for (const draft::Item& item : reading.items)
    out += item.label + ' ' + draft::to_string(item.status) + '\n';
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const draft::Lexicon lexicon = register_lexicon();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<std::string> decoded = draft::decode(bytes, "draft.txt");
  if (!decoded) {
    require(!decoded.failure().message.zh.empty() && !decoded.failure().message.en.empty());
    return 0;
  }
  const std::string& text = decoded.value();
  require(!first_invalid_utf8(text));
  const draft::Document document({0}, text);
  const draft::Reading reading = draft::read_draft(document, lexicon);
  lies_within(reading.title_span, text);
  for (const draft::Section& section : reading.sections) lies_within(section.span, text);
  for (const draft::StructureNote& note : reading.notes) lies_within(note.span, text);
  for (const draft::Item& item : reading.items) {
    lies_within(item.span, text);
    require(item.span.begin < item.span.end);
    lie_within(item.lead, text);
    lie_within(item.cooperating, text);
    lie_within(item.named, text);
    for (const draft::Clause& clause : item.clauses) lies_within(clause.span, text);
  }
  require(outline_of(draft::read_draft(document, lexicon)) == outline_of(reading));
  return 0;
}
