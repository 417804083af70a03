// Whatever the tree: its text parses to the same tree, and that formats to the same text.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "dsl/ast/archive.hpp"
#include "dsl/format/format.hpp"
#include "tests/dsl/format/random_module.hpp"
#include "tests/dsl/grammar/parsed.hpp"

namespace mingze::dsl {
namespace {

RC_GTEST_PROP(RoundTrip, FormatThenParse, ()) {
  const Module module = *random_module();
  const Source nowhere("nowhere", "");
  const std::string text = format(module, nowhere);
  RC_LOG(text);
  const Parsed parsed(text);
  RC_LOG(parsed.errors());
  RC_ASSERT(parsed.diagnostics().empty());
  RC_ASSERT(same_tree(module, parsed.module()));
  RC_ASSERT(format(parsed.module(), parsed.source()) == text);
}

RC_GTEST_PROP(RoundTrip, ArchiveThenRead, ()) {
  const Module module = *random_module();
  const std::string bytes = to_bytes(module);
  const Result<Module> read = from_bytes(bytes, module.source);
  RC_ASSERT(read.ok());
  RC_ASSERT(same_tree(module, read.value()));
  RC_ASSERT(to_bytes(read.value()) == bytes);
}

RC_GTEST_PROP(RoundTrip, AnyOtherBytesAreAFailure, ()) {
  std::string bytes = to_bytes(*random_module());
  const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(bytes.size())));
  const char other =
      *rc::gen::suchThat(rc::gen::arbitrary<char>(), [&](char c) { return c != bytes[at]; });
  std::string changed = bytes;
  changed[at] = other;
  RC_ASSERT(!from_bytes(changed, {0}).ok());
  RC_ASSERT(!from_bytes(std::string_view(bytes).substr(0, at), {0}).ok());
  RC_ASSERT(!from_bytes(bytes + "x", {0}).ok());
}

}  // namespace
}  // namespace mingze::dsl
