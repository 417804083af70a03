// What the caller tells the reader about names: bodies and places, as the register holds them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/node_of.hpp"

namespace mingze::draft {

/// Levels of government, from the top. `unknown`: the text does not tell, or any level.
enum class Level : std::uint8_t { unknown, national, province, city, county, township };
constexpr std::uint64_t values_of(Level) { return 6; }

/// What a name stands for.
enum class BodyKind : std::uint8_t {
  unknown,        ///< no register knows it
  department,     ///< a department of government
  party,          ///< a body of the Party (宣传部, 网信办) or a mass organisation
  court,          ///< court or procuratorate
  vertical,       ///< a body led from above (海关, 税务局, a branch of the central bank)
  institution,    ///< an institution (中心, 院, 所)
  enterprise,     ///< a company
  government,     ///< a people's government or its general office
  leading_group,  ///< 领导小组, 指挥部, 工作专班 and their offices
  place,          ///< a province, city, county
  role,           ///< somebody who holds an office (路长, 主要负责同志)
  collective,     ///< every member of a class: 各地区, 各部门, 各级人民政府
  vague,          ///< nobody by name: 有关部门, 行业主管部门
};
constexpr std::uint64_t values_of(BodyKind) { return 13; }

/// One name as texts write it, without a level's or a place's prefix unless it belongs to the name.
struct LexiconEntry {
  std::string name;              ///< as written in texts, e.g. 发展改革委
  std::string line;              ///< the line 条线 it works in, e.g. 发展改革部门
  std::string entity;            ///< official name, or empty when only the line is known
  Level level = Level::unknown;  ///< the only level that calls it so, or unknown
  BodyKind kind = BodyKind::department;
  bool former = false;                 ///< the body gave this name up
  std::vector<std::string> also = {};  ///< other lines that the body carries under this name
  /// Meant only after a place without its level (江苏金融监管局): a body led from above, whose name a
  /// department of the place has too (省金融监管局).
  bool after_bare_place = false;
  template <NodeOf<LexiconEntry> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.name, n.line, n.entity, n.level, n.kind, n.former, n.also, n.after_bare_place);
  }
};

}  // namespace mingze::draft
