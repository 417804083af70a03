// What holds of every run of the command line in a test, whatever the test is about.
#pragma once

#include <string>
#include <vector>

namespace mingze::app {

/// A run that has ended. `document`: what stands in the file of -o, if it wrote there.
struct EndedRun {
  const std::vector<std::string>& arguments;
  int code;
  const std::string& out;
  const std::string& err;
  std::string document = {};
};

/// The file that -o names; empty where there is none.
[[nodiscard]] std::string output_of(const std::vector<std::string>& arguments);

/// Expects each JSON document, and each line of JSON, to be as its schema in docs/schema says, and
/// each problem told on standard error to have a code that `mingze codes` lists. Where standard
/// error is for people it has none of --errors json, and the other way round.
void expect_of_every_run(const EndedRun& run);

}  // namespace mingze::app
