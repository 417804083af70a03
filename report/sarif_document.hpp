// What every SARIF document of ours has: one run of the program, with its files and results.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/base/sources.hpp"
#include "report/json_writer.hpp"
#include "report/sarif_parts.hpp"
#include "report/sarif_rules.hpp"

namespace mingze::report {

/// What SARIF tells of the run besides what was found.
struct SarifRun {
  std::string version;  ///< of the program
  int exit_code = 0;    ///< 2 where the run did not succeed
};

class SarifDocument {
 public:
  /// A file as results name it: where it is, its number among the artifacts, and its places.
  struct File {
    std::string path;
    std::size_t index = 0;
    SarifRegions regions;
  };

  SarifDocument(std::ostream& out, Language language) : json_(out), language_(language) {}

 protected:
  /// Everything up to the artifacts.
  void begin(const SarifTool& tool, const std::string& command,
             const std::vector<Failure>& failures, int exit_code);
  void end();

  [[nodiscard]] const std::string& say(const Message& message) const {
    return message.in(language_);
  }
  void text(std::string_view key, const std::string& text);
  void list(std::string_view key, const std::vector<const char*>& values);
  /// Of an artifact also its number among them.
  void file(std::string_view key, const std::string& path,
            std::optional<std::size_t> index = std::nullopt);
  /// A place in a file; the whole of it where the span is invalid.
  void place(const File& in, Span span);
  /// The words at a span replaced by others.
  void fix(const File& in, Span span, const std::string& replacement, const Message& message);
  /// An empty list says that nobody silenced the finding. `kind`: inSource or external.
  void suppressions(const char* kind, const Message* by);
  void fingerprint(const std::string& digits);

  JsonWriter json_;
  Language language_;

 private:
  void invocation(const std::vector<Failure>& failures, int exit_code);
  void notification(const Failure& failure);
  void roots();
};

}  // namespace mingze::report
