// Every wrong program of fixtures/programs/bad gives exactly the diagnostics written beside it.
// MINGZE_UPDATE=1 writes them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/dsl/lower/reading.hpp"

namespace mingze::dsl {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string severity_name(Severity severity) {
  return severity == Severity::error ? "" : severity == Severity::warning ? " warning" : " note";
}

void write(std::ostream& out, const Reading& reading, const Diagnostic& diagnostic) {
  out << diagnostic.code << severity_name(diagnostic.severity) << " "
      << reading.place(diagnostic.span);
  if (diagnostic.span.valid()) out << " " << reading.sources.text(diagnostic.span);
  out << "\n  " << diagnostic.message.zh << "\n  " << diagnostic.message.en << "\n";
  for (const Label& label : diagnostic.related)
    out << "  at " << reading.place(label.span) << " " << label.message.zh << "\n    "
        << label.message.en << "\n";
  for (const Message& note : diagnostic.notes)
    out << "  - " << note.zh << "\n    " << note.en << "\n";
  for (const Repair& repair : diagnostic.repairs)
    out << "  fix " << reading.place(repair.span) << " " << reading.sources.text(repair.span)
        << " -> " << repair.replacement << "\n";
}

std::string diagnostics_of(const fs::path& program) {
  const Reading reading(Files{{program.filename().string(), read(program)}});
  std::ostringstream out;
  for (const Diagnostics* each : {&reading.syntax, &reading.lowered.diagnostics})
    for (const Diagnostic& diagnostic : *each) write(out, reading, diagnostic);
  return out.str();
}

std::vector<fs::path> bad_programs() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(MINGZE_ROOT) / "fixtures/programs/bad"))
    if (entry.path().extension() == ".mz") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

class BadProgram : public testing::TestWithParam<fs::path> {};

TEST_P(BadProgram, GivesTheseDiagnostics) {
  const std::string found = diagnostics_of(GetParam());
  fs::path expected = GetParam();
  expected.replace_extension(".txt");
  if (std::getenv("MINGZE_UPDATE") != nullptr) std::ofstream(expected, std::ios::binary) << found;
  EXPECT_EQ(found, read(expected));
}

TEST_P(BadProgram, HasTheCodeOfItsName) {
  const std::string code = GetParam().stem().string();
  EXPECT_TRUE(("\n" + diagnostics_of(GetParam())).find("\n" + code + " ") != std::string::npos ||
              code == "two-errors");
}

TEST_P(BadProgram, StandsInTheCatalogue) {
  const std::string catalogue = read(fs::path(MINGZE_ROOT) / "docs/diagnostics.md");
  std::istringstream lines(diagnostics_of(GetParam()));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(' ')) continue;
    const std::string code = line.substr(0, line.find(' '));
    EXPECT_NE(catalogue.find("`" + code + "`"), std::string::npos) << code;
  }
}

INSTANTIATE_TEST_SUITE_P(Fixtures, BadProgram, testing::ValuesIn(bad_programs()),
                         [](const testing::TestParamInfo<fs::path>& bad) {
                           std::string name = bad.param.stem().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace mingze::dsl
