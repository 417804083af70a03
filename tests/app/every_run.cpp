#include "tests/app/every_run.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <map>
#include <set>
#include <sstream>

#include "app/session/catalogue.hpp"
#include "engine/base/files.hpp"
#include "tests/app/schema.hpp"

namespace mingze::app {

namespace {

using nlohmann::json;

const json& schema(const std::string& name) {
  static std::map<std::string, json> known;
  const auto [at, is_new] = known.try_emplace(name);
  if (is_new) {
    const auto text = DiskFiles().read(MINGZE_ROOT "/docs/schema/" + name + ".schema.json");
    EXPECT_TRUE(text.ok()) << name << " has no schema";
    at->second = text ? json::parse(text.value()) : json(true);
  }
  return at->second;
}

void expect_valid(const std::string& name, const std::string& text) {
  const json document = json::parse(text, nullptr, false);
  ASSERT_FALSE(document.is_discarded()) << name << ": no JSON: " << text.substr(0, 400);
  EXPECT_EQ(schema_violations(schema(name), document), "") << name << " is not as its schema says";
}

void expect_valid_lines(const std::string& name, const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) expect_valid(name, line);
}

std::string value_of(const std::vector<std::string>& arguments, const std::string& option) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].starts_with(option + "=")) return arguments[i].substr(option.size() + 1);
    if (arguments[i] == option && i + 1 < arguments.size()) return arguments[i + 1];
  }
  return {};
}

bool has(const std::vector<std::string>& arguments, const std::string& option) {
  for (const std::string& argument : arguments)
    if (argument == option || argument.starts_with(option + "=")) return true;
  return false;
}

/// Whether a message can stand behind this: `mingze`, or a file with line and column.
bool is_place(const std::string& text) {
  if (text == "mingze") return true;
  std::size_t at = text.size();
  for (int numbers = 0; numbers < 2; ++numbers) {
    const std::size_t end = at;
    while (at > 0 && std::isdigit(static_cast<unsigned char>(text[at - 1])) != 0) --at;
    if (at == end || at == 0 || text[at - 1] != ':') return false;
    --at;
  }
  return true;
}

const std::set<std::string>& known_codes() {
  static const std::set<std::string> known = [] {
    std::set<std::string> out;
    for (const report::CodeKind& kind : own_codes())
      for (const report::CodeEntry& entry : kind.codes) out.insert(entry.code);
    return out;
  }();
  return known;
}

/// A note with a place may be a further place of the error above, which has the code.
void expect_codes(const std::string& err) {
  std::istringstream lines(err);
  for (std::string line; std::getline(lines, line);) {
    for (const std::string severity : {": error: ", ": warning: ", ": note: "}) {
      const std::size_t at = line.find(severity);
      if (at == std::string::npos || !is_place(line.substr(0, at))) continue;
      if (severity == ": note: " && line.substr(0, at) != "mingze") continue;
      const std::size_t bracket = line.rfind(" [");
      ASSERT_TRUE(line.ends_with("]") && bracket != std::string::npos) << "no code: " << line;
      const std::string code = line.substr(bracket + 2, line.size() - bracket - 3);
      EXPECT_TRUE(known_codes().contains(code)) << "mingze codes does not list " << code;
    }
  }
}

}  // namespace

std::string output_of(const std::vector<std::string>& arguments) {
  const std::string output = value_of(arguments, "-o");
  return output.empty() ? value_of(arguments, "--output") : output;
}

void expect_of_every_run(const EndedRun& run) {
  const auto& arguments = run.arguments;
  if (value_of(arguments, "--errors") == "json") {
    expect_valid_lines("errors", run.err);
    std::istringstream lines(run.err);
    for (std::string line; std::getline(lines, line);) {
      const json one = json::parse(line, nullptr, false);
      if (one.is_object() && one.contains("code")) {
        EXPECT_TRUE(known_codes().contains(one["code"])) << "mingze codes does not list " << line;
      }
    }
  } else {
    expect_codes(run.err);
  }
  if (arguments.empty() || has(arguments, "--help") || has(arguments, "-h")) return;
  const std::string& command = arguments.front();
  const std::string output = output_of(arguments);
  const std::string& text = output.empty() || output == "-" ? run.out : run.document;
  if (command == "ask" && has(arguments, "--batch")) return expect_valid_lines("ask-batch", text);
  const std::string format = value_of(arguments, "--format");
  const bool is_json = format == "json" || (format.empty() && output.ends_with(".json"));
  const bool ended_well = run.code == 0 || run.code == 1;  // else -o may name an older file
  if (is_json && (ended_well || !run.out.empty())) expect_valid(command, text);
}

}  // namespace mingze::app
