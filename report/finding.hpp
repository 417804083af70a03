// One finding, ready to be shown by any face.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace mingze::report {

struct Explanation;  // report/explanation.hpp

/// The article that a finding rests on: a document's id and title, and the clause.
struct Basis {
  std::string source;
  std::string title;
  std::string clause;
  bool operator==(const Basis&) const = default;
};

/// The article as people cite it: 《title》clause.
[[nodiscard]] std::string words_of(const Basis& basis, Language language);

/// A further place. It lies in the draft itself (`file` is empty), or in a file of rules or data.
struct RelatedPlace {
  Message message;
  Span span = {};
  std::string file = {};
  std::uint64_t line = 0;
};

struct Suggestion {
  Message message;
  std::string replacement;
  Span span = {};  ///< what it replaces in the draft; invalid where there is no draft
  /// The words are settled, by the register, the rules or a list, and there are no others to choose
  /// from: a repair that nobody need choose.
  bool sure = false;
  /// Where it was asked for: why the rules come to it.
  std::vector<std::shared_ptr<const Explanation>> why = {};
};

struct Finding {
  std::string code = {};
  Severity severity = Severity::error;
  Message message = {};
  Span span = {};         ///< in the draft; invalid where there is none
  std::string item = {};  ///< id of the item, or what `on` names; may be empty
  std::vector<Basis> basis = {};
  std::vector<RelatedPlace> related = {};
  std::vector<Suggestion> suggestions = {};
  bool takes_lead = false;  ///< a body that the user names can be written there as the lead
  std::string fingerprint = {};
  /// In a draft: the hash of what its fingerprint is made of but for its number; 0 until it is
  /// given one.
  std::uint64_t print = 0;
  /// For ID-missing and ID-conflict: the key, as roles and ids.
  std::vector<std::pair<std::string, std::string>> key = {};
  std::shared_ptr<const Explanation> why = {};  ///< where it was asked for: why it is raised
};

/// Whether it has words to write at a place.
[[nodiscard]] inline bool is_repair(const Suggestion& suggestion) {
  return !suggestion.replacement.empty() && suggestion.span.valid();
}

/// By what a user chooses a repair: of the third finding the only one, or the second: 3, 3.2. Empty
/// for a suggestion without words to write.
[[nodiscard]] std::string repair_handle(const Finding& finding, std::size_t number,
                                        std::size_t suggestion);

/// What a fingerprint is made of: words, one after the other (FNV-1a, 64 bits).
class Fingerprint {
 public:
  Fingerprint() = default;
  /// Goes on from the hash of what comes before.
  explicit Fingerprint(std::uint64_t hash) : hash_(hash) {}

  void add(std::string_view word) {
    for (const char byte : word) add_byte(static_cast<unsigned char>(byte));
    end_word();
  }
  /// The same without its white space (ASCII, no-break or ideographic).
  void add_without_blanks(std::string_view word);
  [[nodiscard]] std::uint64_t hash() const { return hash_; }
  /// Sixteen hexadecimal digits.
  [[nodiscard]] std::string digits() const;

 private:
  void add_byte(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3ULL; }
  void end_word() { add_byte(0); }

  std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

/// Sixteen hexadecimal digits that depend on these words alone: the same on every machine and in
/// every run.
[[nodiscard]] std::string fingerprint_of(const std::vector<std::string>& words);

/// The citations of a rule or finding, in the order written.
[[nodiscard]] inline bool contains(const std::vector<Basis>& all, const Basis& one) {
  for (const Basis& basis : all)
    if (basis == one) return true;
  return false;
}

}  // namespace mingze::report
