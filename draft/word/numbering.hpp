// Automatic numbers: what stands before a paragraph though no one typed it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "draft/word/styles.hpp"
#include "draft/word/xml.hpp"

namespace mingze::draft {

inline constexpr std::size_t number_levels = 9;

/// One level of a list (ISO/IEC 29500-1, 17.9.6).
struct NumberLevel {
  std::uint32_t start = 1;
  std::string format = "decimal";
  std::string text;                      ///< （%1）: the number of level 1 in brackets
  std::optional<std::uint32_t> restart;  ///< after a number of this level, counted from 1; 0: never
  bool legal = false;                    ///< all numbers in it as 1, 2, 3
  std::string style;                     ///< the paragraph style that is numbered at this level
  bool has_gap = true;                   ///< a tab or a space behind it
};

/// A list as numbering.xml defines it, before its instances.
struct NumberList {
  std::array<NumberLevel, number_levels> levels;
  std::string style_link;  ///< the numbering style that holds the real definition
};

/// An instance of a list, with its changes.
struct NumberInstance {
  std::string list;
  std::map<std::uint32_t, NumberLevel> levels;
  std::map<std::uint32_t, std::uint32_t> starts;
};

/// numbering.xml.
struct NumberDefinitions {
  std::map<std::string, NumberList, std::less<>> lists;
  std::map<std::string, NumberInstance, std::less<>> instances;
};

[[nodiscard]] Result<NumberDefinitions> read_numbering(ZipPackage& package, const std::string& part,
                                                       const std::string& name);

/// Counts along the text.
class NumberCounter {
 public:
  /// Both must outlive the counter.
  NumberCounter(const NumberDefinitions& definitions, const Styles& styles)
      : definitions_(definitions), styles_(styles) {}

  /// The number of the next paragraph with this style and these properties of its own, with a space
  /// where it would run into a word; empty when it has none.
  [[nodiscard]] std::string next(const std::string& style, const NumberProperties& own);

 private:
  /// One list's numbers so far; a level that was not used yet has none.
  using Counts = std::array<std::optional<std::uint32_t>, number_levels>;

  [[nodiscard]] const NumberList* list_of(const NumberInstance& instance) const;
  [[nodiscard]] const NumberLevel& level(const NumberInstance& instance, const NumberList& list,
                                         std::uint32_t index) const;
  [[nodiscard]] static std::optional<std::uint32_t> level_of(const NumberList& list,
                                                             const std::string& id,
                                                             const Style& style);
  void count(Counts& counts, const NumberInstance& instance, const NumberList& list,
             const std::string& id, std::uint32_t index);

  const NumberDefinitions& definitions_;
  const Styles& styles_;
  std::map<std::string, Counts> counts_;  ///< by list: instances of one list count on together
  std::set<std::pair<std::string, std::uint32_t>> restarted_;  ///< instances with a start, used
};

}  // namespace mingze::draft
