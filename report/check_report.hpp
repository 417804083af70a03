// What was read in drafts and what is wrong with them, and its faces.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draft/clause/reading.hpp"
#include "draft/word/docx.hpp"
#include "engine/base/date.hpp"
#include "engine/base/result.hpp"
#include "engine/base/sources.hpp"
#include "report/finding.hpp"
#include "report/finding_kind.hpp"
#include "report/layout.hpp"
#include "report/sarif_document.hpp"

namespace mingze::report {

/// What a draft came in. Only of a text do lines and columns say where something is in the file; of
/// the others in the text that was read.
enum class FileKind { text, word, pdf };

/// What nobody wants to be told, and who said so.
struct SilencedFinding {
  Finding finding;
  Message by;
};

struct CheckedDraft {
  std::string name;          ///< as the user called it
  std::string jurisdiction;  ///< where it is issued; empty for a national text
  Date as_of;
  const Source* text = nullptr;                          ///< what all spans point into
  std::string file;                                      ///< the bytes of the file as given
  draft::Revision revision = draft::Revision::accepted;  ///< which side of its changes was read
  FileKind kind = FileKind::text;
  draft::Reading reading;
  std::vector<Finding> findings;          ///< in text order
  std::vector<SilencedFinding> silenced;  ///< likewise
};

/// A file besides the drafts that the run leaned on, and what for.
struct UsedFile {
  std::string file;
  Message what;
};

/// What lies in the folders that were named and is no draft, by why it was left aside.
struct PassedOver {
  std::uint64_t hidden = 0;       ///< files and folders whose names begin with a dot
  std::uint64_t locks = 0;        ///< ~$…, of Word and WPS
  std::uint64_t copies = 0;       ///< with comments or repairs, of a draft beside
  std::uint64_t other_types = 0;  ///< neither .docx nor .pdf, .txt, .md
  std::uint64_t special = 0;      ///< links to folders, pipes, devices
  [[nodiscard]] std::uint64_t all() const {
    return hidden + locks + copies + other_types + special;
  }
};

struct CheckReport {
  std::deque<CheckedDraft> drafts;  ///< in the order in which they were named
  PassedOver passed_over;
  std::vector<UsedFile> used;
  std::vector<Failure> failures;   ///< files and folders that were to be read and can't be
  std::vector<FindingKind> kinds;  ///< by code, where they were asked for
  /// By code, what was not told because the user said so; codes that did not occur have zero.
  std::map<std::string, std::uint64_t> silenced;

  struct Summary {
    std::uint64_t items = 0;
    std::uint64_t led = 0;
    std::uint64_t missing_lead = 0;
    std::uint64_t unassigned = 0;
    std::uint64_t collective = 0;
    std::uint64_t conflict = 0;
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
    std::uint64_t notes = 0;
    std::map<std::string, std::uint64_t> findings = {};  ///< how many, by code
    /// How many items have each status, in the order in which people are told.
    [[nodiscard]] std::array<std::pair<draft::ItemStatus, std::uint64_t>, 5> by_status() const;
  };
  [[nodiscard]] Summary summary() const;
  /// Whether there is more to a summary than what a single draft's tells.
  [[nodiscard]] bool is_of_many() const {
    return drafts.size() + failures.size() > 1 || passed_over.all() > 0;
  }
  [[nodiscard]] std::optional<Severity> gravest() const;
};

[[nodiscard]] std::optional<Severity> gravest_of(const CheckedDraft& draft);
[[nodiscard]] CheckReport::Summary summary_of(const CheckedDraft& draft);
/// What is said of a draft without findings: a text that assigns nothing is no flawless one.
[[nodiscard]] Message no_findings_in(const CheckedDraft& draft);
/// The status as people read it.
[[nodiscard]] Message title_of(draft::ItemStatus status);

/// Gives every finding of a draft its fingerprint, from its code, its words without white space,
/// the beginning of its item and its number among equal ones: it survives edits elsewhere. One that
/// has a `print` is taken to have the same words as when it was given that.
void give_fingerprints(CheckedDraft& draft);

/// docs/schema/check.schema.json.
void write_check_json(std::ostream& out, const CheckReport& report, Language language);
/// For people who write drafts: how the items stand, who leads how many, and each finding with the
/// words at fault. Of several drafts only what is found in each, then a summary of all.
void write_check_terminal(std::ostream& out, const CheckReport& report, const Style& style);
/// One page that needs no other file: the text with its findings, who does what as a matrix, the
/// load of each body and who works with whom.
void write_check_html(std::ostream& out, const CheckReport& report, Language language);

/// JUnit's XML, for continuous integration: a suite a draft, a case an item. A case fails where it
/// has findings at or above this severity (none: never); the others stand in its output.
void write_check_junit(std::ostream& out, const CheckReport& report, Language language,
                       std::optional<Severity> fails);

/// SARIF 2.1.0, for editors and code scanning: all drafts in one run, silenced findings as
/// suppressed results, files that can't be read as notifications.
void write_check_sarif(std::ostream& out, const CheckReport& report, Language language,
                       const SarifRun& run);

}  // namespace mingze::report
