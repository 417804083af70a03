// The options that commands share.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/cli/terminal.hpp"
#include "app/session/inputs.hpp"
#include "engine/base/diagnostic.hpp"
#include "report/layout.hpp"

namespace CLI {
class App;
}

namespace mingze::app {

/// As written on the command line; `settle` turns it into what the passes want.
struct CommonOptions {
  std::vector<std::string> packs;
  bool no_default_pack = false;
  std::vector<std::string> facts;
  std::string as_of;
  std::string at;
  std::string format;  ///< empty: as the file's name ends, else the command's first
  std::string output;
  std::string language;
  std::string color = "auto";
  std::string fail_on = "error";
  std::vector<std::string> allow;
  std::string max_memory;        ///< empty: no limit
  std::optional<unsigned> jobs;  ///< nothing: as many as there are processors
  std::string errors;            ///< how standard error is written: text (also where empty) or json
  bool quiet = false;
};

/// A command line that makes no sense: what is wrong and what would be right.
struct WrongUsage {
  WrongUsage(std::string the_code, Message the_message)
      : code(std::move(the_code)), message(std::move(the_message)) {}

  std::string code;  ///< stable, in kebab case, and in the catalogue (`mingze codes`)
  Message message;
};

/// The options, read.
struct Settings {
  Inputs inputs;
  report::Style out_style;
  report::Style err_style;
  std::string format;
  bool format_given = false;  ///< it was asked for; else it follows the output's name
  std::string output;
  std::string jurisdiction;
  bool as_of_given = false;         ///< the date of the run was asked for
  std::optional<Severity> fail_on;  ///< nothing: never
  std::set<std::string> silenced;
  unsigned jobs = 1;
  bool quiet = false;
  bool errors_as_json = false;
  [[nodiscard]] Language language() const { return out_style.language; }
};

/// Declares the options of every command, with help in this language.
void add_common_options(CLI::App& command, CommonOptions& options, Language language);

/// Declares an option that may be repeated, with one value each time.
void add_list(CLI::App& command, const std::string& name, std::vector<std::string>& values,
              const std::string& type, const std::string& help);

/// Declares the packs that a command works on (see `name_packs`).
void add_packs(CLI::App& command, std::vector<std::string>& packs, Language language);
/// Declares a choice among tests.
void add_filter(CLI::App& command, std::vector<std::string>& filters, Language language);

/// Declares what a command that asks a sentence of programs takes.
void add_question(CLI::App& command, std::string& sentence, std::vector<std::string>& programs,
                  Language language);

/// How many bytes `--max-memory` says: digits, then K, M or G (of 1024). Throws WrongUsage.
[[nodiscard]] std::uint64_t bytes_of(const std::string& size);

/// Reads them. `formats`: those that the command has. Throws WrongUsage.
[[nodiscard]] Settings settle(const CommonOptions& options, const std::vector<std::string>& formats,
                              const Terminal& terminal, Language language);

}  // namespace mingze::app
