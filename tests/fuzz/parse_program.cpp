// Any bytes: parse them; what parses is formatted, parsed again, compared, archived and read.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "dsl/ast/archive.hpp"
#include "dsl/ast/identity.hpp"
#include "dsl/format/format.hpp"
#include "dsl/grammar/parse.hpp"

namespace {

using namespace mingze;

void require(bool holds) {
  if (!holds) std::abort();
}

void spans_lie_within(const dsl::ParseResult& result, std::size_t size) {
  for (const Diagnostic& diagnostic : result.diagnostics) {
    require(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= size);
    require(!diagnostic.message.zh.empty() && !diagnostic.message.en.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Sources sources;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const SourceId first = sources.add("first", text);
  const dsl::ParseResult once = dsl::parse(sources[first], first);
  spans_lie_within(once, size);

  // What could be read is formatted even where other statements were wrong.
  const std::string formatted = dsl::format(once.module, sources[first]);
  const SourceId second = sources.add("second", formatted);
  const dsl::ParseResult twice = dsl::parse(sources[second], second);
  require(twice.diagnostics.empty());
  require(dsl::same_tree(once.module, twice.module));
  require(dsl::format(twice.module, sources[second]) == formatted);
  require(once.module.comments.size() == twice.module.comments.size());

  const std::string bytes = dsl::to_bytes(once.module);
  const Result<dsl::Module> read = dsl::from_bytes(bytes, first);
  require(read.ok() && dsl::to_bytes(read.value()) == bytes);
  require(!dsl::from_bytes(text, first).ok() || text == bytes);
  for (const dsl::Statement& statement : once.module.statements)
    require(!dsl::identity(statement, sources[first]).empty());
  return 0;
}
