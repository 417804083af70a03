// What a reader makes of one policy text: sections, items, who leads and who takes part.
//
// Everything here is *read*, nothing is ruled: whether a lead is right, or an item should have one,
// is for the rules. All spans point into the text as given (`Document::text`). Names keep the
// characters as written; white space inside them (a line break, a full-width space) is dropped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/clause/lexicon_entry.hpp"
#include "engine/base/date.hpp"
#include "engine/base/span.hpp"

namespace mingze::draft {

/// One name in a responsibility clause.
struct Mention {
  std::string text;              ///< as written, e.g. 财政厅 after 省发展改革委
  Span span;                     ///< where; 等 and what follows it do not belong to it
  std::string entity;            ///< official name; empty if the register does not know it
  std::string line;              ///< its line 条线; empty if the register does not know it
  Level level = Level::unknown;  ///< from its prefix, its list's prefix or the issuer
  std::string place;  ///< the place that its own prefix names: 苏州市; empty for 省, 市 or none
  BodyKind kind = BodyKind::unknown;
  bool vague = false;       ///< 有关部门, 相关单位, 各职能部门: in place of a name
  bool collective = false;  ///< 各地区, 各部门, 各级人民政府: every member of a class
  bool not_a_department = false;  ///< an enterprise, a role-holder, a leading group
  bool known = false;             ///< the register resolves it
  bool level_written = false;     ///< the level comes from a prefix or from the name itself
  std::string prefix;  ///< `text` before the name that was looked up: 市, 国家, 苏州市
  std::string core;    ///< the name that was looked up
  std::string tail;    ///< a bracket after it: （能源局）
  /// The place, where it stands within the name: 苏州市 in 人民银行苏州市分行, which was looked up
  /// without it, and how many characters of the name stand before it.
  std::string inner_place;
  std::uint32_t inner_at = 0;
  std::string name;                   ///< `core` as the register writes it; empty if unknown
  Level core_level = Level::unknown;  ///< the only level at which the register calls a body so
  bool former = false;                ///< the register knows the name as one that was given up
  std::vector<std::string> also;      ///< other lines of a body that carries several
  bool operator==(const Mention&) const = default;
};

/// How a clause is written.
enum class ClauseForm : std::uint8_t {
  bracket,    ///< （省甲厅牵头，省乙厅配合）
  label,      ///< 责任单位：甲局 on a line, or at the end of a paragraph
  prose,      ///< 由甲局牵头；甲局会同乙局；甲局要……
  duty_list,  ///< 3.甲局：…… duties under a name
  table,      ///< a row of a table with a column 牵头单位 or 责任单位
};

/// Which rule of the document gave the leads of a clause.
enum class LeadRule : std::uint8_t {
  none,          ///< a marker, a label or a single name
  first_listed,  ///< 列第一位的为牵头单位，下同
  before_comma,  ///< 逗号前为牵头单位，下同
  marked,        ///< 标★的为牵头单位
  by_level,      ///< one in each of the columns 市级, 县级 below 牵头单位
};

/// One responsibility clause.
struct Clause {
  Span span;  ///< with its brackets or its label
  ClauseForm form = ClauseForm::bracket;
  LeadRule rule = LeadRule::none;
  bool shared = false;  ///< 按职责分工负责: each for its part
  std::vector<Mention> lead;
  std::vector<Mention> cooperating;
  std::vector<Mention> named;  ///< named without a role (nobody leads)
  bool operator==(const Clause&) const = default;
};

/// One of the register's items, found in the words of an item of the text.
struct Topic {
  std::string item;    ///< its id in the register
  Span span;           ///< where it stands first
  bool first = false;  ///< it stands in the first words, which say what the item is
  bool operator==(const Topic&) const = default;
};

enum class ItemStatus : std::uint8_t { led, missing_lead, unassigned, collective, conflict };

/// The name of a status as the JSON output writes it: led, missing-lead, …
[[nodiscard]] const char* to_string(ItemStatus status);

/// One item 具体事项: the stretch of text that one responsibility clause governs.
struct Item {
  std::string id;       ///< i1, i2, … in text order
  std::string section;  ///< id of the section it stands in; empty before the first one
  std::string label;    ///< its first words
  ItemStatus status = ItemStatus::unassigned;
  std::vector<Mention> lead;
  std::vector<Mention> cooperating;
  std::vector<Mention> named;
  Span span;                    ///< from its number or its first word to the end of its clause
  std::vector<Topic> topics;    ///< each once, in text order
  std::vector<Clause> clauses;  ///< usually one; two or more when places contradict each other
  std::string repeats;          ///< id of an earlier item that says the same; usually empty
  bool awaits_annex = false;    ///< unassigned, but the text announces a table of duties
  bool operator==(const Item&) const = default;
};

/// A numbered heading, article or item.
struct Section {
  std::string id;           ///< s1, s2, … in text order
  std::string number;       ///< as written with its marks: 一、 （七） 1. 第三条
  std::string heading;      ///< the words after the number, up to the first full stop
  std::uint32_t level = 1;  ///< depth in this text, from 1
  std::string parent;       ///< id of the section above, or empty
  Span span;                ///< number and heading
  bool operator==(const Section&) const = default;
};

/// A remark about the structure of the text.
struct StructureNote {
  enum class Kind : std::uint8_t {
    number_skipped,   ///< （三） after （一）
    number_repeated,  ///< （二） after （二）
    annex_missing,    ///< an annex of duties is announced and not there
    mixed_marks,      ///< a bracket that does not match, or is not closed
  };
  Kind kind = Kind::number_skipped;
  Span span;
  std::string found;     ///< the number, the annex's title or the bracket as written
  std::string expected;  ///< the number that should stand there; empty for other kinds
  Span previous;         ///< the number before it, if that is what it contradicts
  bool operator==(const StructureNote&) const = default;
};

/// Where the text is issued, as far as it tells.
struct Issuer {
  std::string name;   ///< of the issuing body, from the title or the signature
  std::string place;  ///< 重庆市, 象州县; empty for a national text
  Level level = Level::unknown;
  Span span;
  bool operator==(const Issuer&) const = default;
};

/// Everything read from one text.
struct Reading {
  std::string title;
  Span title_span;
  Issuer issuer;
  std::optional<Date> date;  ///< of the text; the first of January where only the year is told
  Span date_span;
  std::vector<Section> sections;
  std::vector<Item> items;
  std::vector<StructureNote> notes;
  bool operator==(const Reading&) const = default;
};

/// The item with this id, or nothing.
[[nodiscard]] const Item* find_item(const Reading& reading, std::string_view id);

}  // namespace mingze::draft
