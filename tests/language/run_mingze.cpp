#include "tests/language/run_mingze.hpp"

#include <sstream>

#include "app/cli/run.hpp"
#include "tests/app/every_run.hpp"

namespace mingze::test {

Said run_mingze(std::vector<std::string> arguments, const FileSystem& files) {
  for (const char* argument : {"--no-default-pack", "--as-of", "2026-11-23"})
    arguments.emplace_back(argument);
  std::ostringstream out;
  std::ostringstream err;
  const app::Terminal terminal{
      out, err, false, false, 100, *parse_date("2026-11-23"), [](const std::string& name) {
        return std::string(name == "LC_ALL" ? "en_GB.UTF-8" : "");
      }};
  const app::Packs none;
  const int exit = app::run_command_line(arguments, terminal, files, none);
  const Said said{exit, out.str(), err.str()};
  app::expect_of_every_run({arguments, exit, said.out, said.err});
  return said;
}

Said run_mingze(std::vector<std::string> arguments) {
  return run_mingze(std::move(arguments), DiskFiles());
}

}  // namespace mingze::test
