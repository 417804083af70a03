// The grammar of a responsibility clause: labels, markers and lists to roles.
#pragma once

#include <cstdint>
#include <vector>

#include "draft/clause/names.hpp"
#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// What a clause says a name does.
enum class Role : std::uint8_t {
  none,         ///< in a list without label or marker
  lead,         ///< 牵头
  responsible,  ///< 责任单位：
  plain,        ///< 负责, 落实
  cooperating,  ///< 配合, 参与, 会同
  supervising,  ///< 督导单位：, beside those who do it
  ignored,      ///< a deadline or a target, no name
};

/// Whether a body takes part in what others do.
[[nodiscard]] constexpr bool is_helping(Role role) {
  return role == Role::cooperating || role == Role::supervising;
}

struct RoleName {
  NameRange name;
  Role role = Role::none;
  std::uint32_t list = 0;    ///< number of its list; lists are parted by ；
  bool after_comma = false;  ///< a ， stands before it in its part
  bool own_part = false;     ///< 甲局负责选址: told what it is charged with
};

/// A clause taken apart.
struct ParsedClause {
  std::vector<RoleName> names;
  bool labelled = false;   ///< has a label that names a role
  bool marked = false;     ///< has a marker such as 牵头, 负责, 配合
  bool shared = false;     ///< 按职责分工负责
  bool functions = false;  ///< a list tells departments by what they do: 公安、财政等部门
  std::uint32_t lists = 1;
};

/// Parses the parts of one clause: the inside of a bracket, or label lines. `initial` is the role
/// of unlabelled names (the column's role in a table).
[[nodiscard]] ParsedClause parse_clause(const TextView& text, const std::vector<Range>& parts,
                                        Role initial = Role::none);

/// Length with colon of a role or deadline label at `at`, or with its brackets (【牵头单位】), and its
/// role; length 0 if there is none. 牵头部门为甲局: a verb may stand for the colon.
struct LabelAt {
  std::uint32_t length = 0;
  Role role = Role::none;
  bool verb = false;
};
[[nodiscard]] LabelAt label_at(std::u32string_view text, std::size_t at);

/// The same at the start of a range, where white space may stand for the colon: 牵头单位 甲局.
[[nodiscard]] LabelAt label_before_gap(const TextView& text, Range range);

}  // namespace mingze::draft
