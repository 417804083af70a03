#include "app/session/place_lists.hpp"

#include <algorithm>
#include <array>

#include "draft/document/fold.hpp"
#include "draft/facts/fact_writer.hpp"
#include "draft/sheet/read_sheets.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::app {

namespace {

using draft::BodyKind;
using draft::LexiconEntry;
using draft::Mention;

// A place is looked for at the beginning of a title, after a year or 附件1.
constexpr std::size_t latest_place = 12;
constexpr std::size_t longest_place = 24;
constexpr std::array<char32_t, 7> place_endings{U'省', U'市', U'区', U'县', U'州', U'旗', U'盟'};
constexpr std::size_t most_told = 8;
constexpr std::size_t most_bodies = 1000;  // that only a list knows

// What names of bodies end with that only a list knows: 管理处, 监测站, 勘测所.
constexpr std::array<std::string_view, 16> body_endings{
    "处", "站", "所", "队", "院", "校", "馆", "社", "会", "办", "室", "组", "园", "场", "行", "网"};

/// Whether a name that no register knows can be that of a body which a list charges.
bool is_body(const Mention& mention) {
  const BodyKind kind = mention.kind;
  if (kind == BodyKind::unknown)
    return std::any_of(body_endings.begin(), body_endings.end(), [&](std::string_view ending) {
      return mention.core.ends_with(ending) && mention.core.size() > 2 * ending.size();
    });
  constexpr std::array<BodyKind, 7> bodies{
      BodyKind::department,  BodyKind::party,      BodyKind::court,        BodyKind::vertical,
      BodyKind::institution, BodyKind::enterprise, BodyKind::leading_group};
  return std::find(bodies.begin(), bodies.end(), kind) != bodies.end();
}

/// 甲、乙、丙等 12 个.
template <typename Words>
Message some_of(const Words& words) {
  Message out;
  std::size_t told = 0;
  for (const std::string& word : words) {
    if (told++ == most_told) break;
    out.zh += (out.zh.empty() ? "" : "、") + word;
    out.en += (out.en.empty() ? "" : ", ") + word;
  }
  if (words.size() > most_told) {
    const std::string count = std::to_string(words.size());
    out.zh += " 等 " + count + " 个";
    out.en += " and others, " + count + " in all";
  }
  return out;
}

std::string sheet_and_row(const std::string& sheet, std::uint32_t row) {
  return (sheet.empty() ? "" : sheet + "!") + std::to_string(row);
}

}  // namespace

PlaceLists::PlaceLists(const Register& known) : known_(known) {
  const draft::Vocabulary vocabulary(known.program);
  item_ = vocabulary.kind("item");
  department_ = vocabulary.kind("department");
  place_ = vocabulary.kind("jurisdiction");
}

void PlaceLists::read(const std::string& path) {
  Workspace& workspace = known_.workspace;
  const auto bytes = workspace.files().read(path);
  if (!bytes) return workspace.problems().failures.push_back(bytes.failure());
  auto sheets = draft::read_sheets(bytes.value(), path);
  if (!sheets) return workspace.problems().failures.push_back(sheets.failure());
  if (sheets.value().size() == 1) sheets.value().front().name.clear();
  Telling telling;
  telling.path = path;
  const std::size_t before = sheets_.size();
  for (const draft::Sheet& sheet : sheets.value()) read_sheet(sheet, telling);
  if (sheets.value().empty() || (telling.lacks && sheets_.size() == before)) {
    if (telling.lacks)
      workspace.problems().diagnostics.push_back(*telling.lacks);
    else
      workspace.problems().failures.push_back(
          {"list-without-tables", path, {"里面没有表格", "there is no table in it"}});
    return;
  }
  tell(telling);
}

void PlaceLists::read_sheet(const draft::Sheet& sheet, Telling& telling) {
  const auto laid = draft::laid_out(sheet, telling.path);
  if (!laid) return known_.workspace.problems().failures.push_back(laid.failure());
  const std::string name = telling.path + (sheet.name.empty() ? "" : "#" + sheet.name);
  const SourceId source = known_.workspace.sources().add_once(name, laid.value().text);
  const draft::Document document(source, laid.value().text, laid.value().rows);
  const draft::ResponsibilityList table =
      draft::read_responsibility_list(sheet, laid.value(), document, known_.bodies);
  if (table.lacks) {
    telling.without_heads.insert(sheet.name);
    if (telling.lacks) return;
    const LineIndex& lines = known_.workspace.sources()[source].lines();
    const std::uint32_t begin = lines.line_start(table.lacks->row);
    const auto size = static_cast<std::uint32_t>(lines.line_text(table.lacks->row).size());
    telling.lacks = Diagnostic{
        "list-without-heads", Severity::error, table.lacks->message, {source, begin, begin + size}};
    return;
  }
  SheetOfList out{source, name, {}, {}};
  for (const std::string& title : {table.title, sheet.name, name_of(telling.path)})
    if (!out.place) out.place = place_in(title);
  for (const std::uint32_t row : table.without_lead)
    telling.without_lead.push_back(sheet_and_row(sheet.name, row));
  for (const std::uint32_t row : table.without_name)
    telling.without_name.push_back(sheet_and_row(sheet.name, row));
  telling.entries += table.entries.size();
  for (const draft::ListedDuty& entry : table.entries) {
    const Value item = item_called(entry.names);
    for (const Mention& mention : entry.lead) charge(mention, item, true, out, telling);
    for (const Mention& mention : entry.cooperating) charge(mention, item, false, out, telling);
  }
  sheets_.push_back(std::move(out));
}

/// The register's item of one of these names, else one that the list brings.
Value PlaceLists::item_called(const draft::ItemNames& names) {
  if (!item_) return 0;
  Symbols& symbols = known_.program.symbols;
  for (const std::string& name : names)
    for (const std::uint32_t number : known_.items.find(draft::folded_name(name)))
      return symbols.entity(*item_, known_.items.entry(number).entity);
  for (const std::string& name : names)
    items_.push_back({name, {}, names.front(), draft::Level::unknown, BodyKind::unknown});
  return symbols.entity(*item_, names.front());
}

void PlaceLists::charge(const Mention& mention, Value item, bool leads, SheetOfList& sheet,
                        Telling& telling) {
  const std::string line = line_of(mention, telling);
  if (!department_ || line.empty()) return;
  sheet.charges.push_back(
      {item, known_.program.symbols.entity(*department_, line), leads, mention.span});
}

/// The line of a name; a body that only the list knows is a line of its own.
std::string PlaceLists::line_of(const Mention& mention, Telling& telling) {
  if (!mention.line.empty()) return mention.line;
  if (mention.collective || mention.vague) return {};
  const auto [known, is_new] = lines_.try_emplace(mention.core);
  std::string& line = known->second;
  if (!is_new) return line;
  const auto near = known_.names.near(mention.core, mention.level);
  if (!near.empty() || !is_body(mention) || bodies_.size() == most_bodies) {
    const std::string doubt = near.empty() ? "" : "（" + near.front() + "？）";
    telling.doubtful.insert(mention.text + doubt);
    return line;
  }
  line = mention.core;
  telling.unknown.insert(mention.text);
  const bool untold = mention.kind == BodyKind::unknown;
  bodies_.push_back(
      {line, line, line, draft::Level::unknown, untold ? BodyKind::institution : mention.kind});
  if (department_) known_.program.symbols.declare(*department_, {line, mention.text, mention.span});
  return line;
}

/// 苏州市 in 2026年苏州市生态环境保护责任清单: the first place that stands near the beginning.
std::optional<Value> PlaceLists::place_in(const std::string& title) const {
  const std::u32string words = to_code_points(title);
  for (std::size_t at = 0; at < std::min(words.size(), latest_place); ++at) {
    std::string name;
    std::optional<Value> longest;
    for (std::size_t end = at; end < std::min(words.size(), at + longest_place); ++end) {
      append_utf8(name, words[end]);
      const bool ends =
          std::find(place_endings.begin(), place_endings.end(), words[end]) != place_endings.end();
      if (!ends || end == at) continue;
      if (const auto place = known_.places.find(name)) longest = place;
    }
    if (longest) return longest;
  }
  return std::nullopt;
}

void PlaceLists::state(std::optional<Value> issued, Program& program, Database& database) const {
  draft::FactWriter facts(program, database);
  draft::FactList& leads = facts.list("lists-lead", 3);
  draft::FactList& helpers = facts.list("lists-coop", 3);
  for (const SheetOfList& sheet : sheets_) {
    const std::optional<Value> place = sheet.place ? sheet.place : issued;
    if (!place) continue;
    for (const Charge& charge : sheet.charges)
      (charge.leads ? leads : helpers).add({*place, charge.item, charge.department}, charge.origin);
  }
  facts.finish();
}

std::optional<ListRow> PlaceLists::row_of(Span origin) const {
  for (const SheetOfList& sheet : sheets_)
    if (origin.valid() && sheet.source == origin.source)
      return ListRow{sheet.name,
                     known_.workspace.sources()[sheet.source].lines().line_of(origin.begin)};
  return std::nullopt;
}

Message PlaceLists::place_of(Span origin) const {
  const auto row = row_of(origin);
  if (!row) return {};
  const std::string number = std::to_string(row->row);
  const std::string file = name_of(row->file);
  return {file + " 第 " + number + " 行", file + ", row " + number};
}

void PlaceLists::tell(const Telling& telling) {
  Message place{"文稿制发地", "the place of the draft"};
  if (place_ && !sheets_.empty() && sheets_.back().place) {
    const std::string label = known_.program.symbols.label_of(*place_, *sheets_.back().place);
    place = {label, label};
  }
  const std::string count = std::to_string(telling.entries);
  used_.push_back({telling.path,
                   {place.zh + "的责任清单，" + count + " 项",
                    "list of duties of " + place.en + ", " + count + " items"}});
  const auto note = [&](const char* code, const Message& what, const Message& words) {
    if (!words.zh.empty())
      known_.workspace.problems().notes.push_back(
          {code,
           {telling.path + "：" + what.zh + words.zh, telling.path + ": " + what.en + words.en}});
  };
  if (!telling.without_heads.empty())
    note("list-without-heads",
         {"没有责任清单的表头，未读：", "no heads of a list of duties, not read: "},
         some_of(telling.without_heads));
  note("list-row-left-out", {"没有写明牵头部门，未用的行：", "no lead is named, rows left out: "},
       some_of(telling.without_lead));
  note("list-row-left-out",
       {"事项不足四个字，无法在文稿中对照，未用的行：",
        "the item is too short to be found in a draft, rows left out: "},
       some_of(telling.without_name));
  note("list-body-unknown",
       {"登记册没有、按本地机构对待：", "not in the register, taken for local bodies: "},
       some_of(telling.unknown));
  note("list-body-left-out",
       {"认不出是哪个部门，未用：", "no department is recognised, left out: "},
       some_of(telling.doubtful));
}

}  // namespace mingze::app
