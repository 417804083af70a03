// How a draft writes what words put into it should be written like.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draft/clause/reading.hpp"
#include "engine/base/interner.hpp"

namespace mingze::draft {

struct Brackets {
  std::string_view open;
  std::string_view close;
};
/// What clauses stand in. The first is what official texts use.
inline constexpr std::array<Brackets, 6> clause_brackets{
    {{"（", "）"}, {"(", ")"}, {"【", "】"}, {"〔", "〕"}, {"［", "］"}, {"[", "]"}}};

/// How most clauses of a draft stand behind its items.
struct ClauseStyle {
  std::string_view open;  ///< the brackets around them
  std::string_view close;
  bool before_stop = false;  ///< the stop of the sentence comes after them
  bool operator==(const ClauseStyle&) const = default;
};

/// Whether a name belongs to a line.
[[nodiscard]] bool is_of_line(const Mention& mention, std::string_view line);

/// Found once for a draft, as thousands of items may lack a clause. What each item adds is kept, so
/// that an edit costs what it changes.
class DraftManner {
 public:
  DraftManner(const Reading& reading, std::string_view text);

  /// The draft was edited. `kept`: which of the items before each item of now is (see
  /// `DraftReader::reread`); whoever issues the draft must be the same.
  void follow(const Reading& reading, std::string_view text,
              const std::vector<std::uint32_t>& kept);

  [[nodiscard]] ClauseStyle style() const;
  /// A department as this draft writes it most often; empty if it doesn't.
  [[nodiscard]] std::string name_of(std::string_view line) const;
  /// Whether the last edit may have changed that.
  [[nodiscard]] bool is_touched(std::string_view line) const;

 private:
  using Name = std::pair<std::uint32_t, std::uint32_t>;  // its line and how it is written
  struct Share {
    std::vector<Name> names;  ///< whole ones, of the draft's own level and place, in text order
    std::array<std::uint32_t, clause_brackets.size()> brackets{};  ///< clauses in each
    std::uint32_t before_stop = 0;
  };
  [[nodiscard]] Share share_of(const Item& item, const Issuer& issuer, std::string_view text);
  void touch(const Share& share);

  std::vector<Share> shares_;  ///< by item
  Interner lines_;
  Interner names_;
  std::set<std::uint32_t> touched_;
};

}  // namespace mingze::draft
