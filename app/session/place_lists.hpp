// The places' own lists of responsibilities that a run is given: `--list`.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/session/run.hpp"
#include "draft/clause/lexicon.hpp"
#include "draft/facts/jurisdictions.hpp"
#include "draft/facts/register_names.hpp"
#include "draft/list/responsibility_list.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

/// A row of a list, for people.
struct ListRow {
  std::string file;  ///< with the sheet, where there are several: 责任清单.xlsx#水
  std::uint32_t row = 0;
  auto operator<=>(const ListRow&) const = default;
};

class PlaceLists {
 public:
  /// What the lists are read against. All must outlive this.
  struct Register {
    Workspace& workspace;
    Program& program;
    const draft::Lexicon& bodies;
    const draft::Lexicon& items;
    const draft::Jurisdictions& places;
    const draft::RegisterNames& names;
  };

  explicit PlaceLists(const Register& known);

  /// Reads a list. What it lacks is a failure, what was left out of it a note in the workspace.
  void read(const std::string& path);

  [[nodiscard]] bool empty() const { return sheets_.empty(); }
  /// Bodies that only the lists know, and the names of their items: what drafts are read with too.
  [[nodiscard]] const std::vector<draft::LexiconEntry>& bodies() const { return bodies_; }
  [[nodiscard]] const std::vector<draft::LexiconEntry>& items() const { return items_; }
  [[nodiscard]] const std::vector<report::UsedFile>& used() const { return used_; }

  /// States what the lists give to whom, as rules know it: 某地 清单 明确 某部门 牵头 某事项. A list
  /// that tells no place is taken for that of `issued`, the place that issues the draft.
  void state(std::optional<Value> issued, Program& program, Database& database) const;

  /// The row of a list that a fact was stated by; nothing for other facts.
  [[nodiscard]] std::optional<ListRow> row_of(Span origin) const;
  /// 责任清单.xlsx 第 12 行; empty for other facts.
  [[nodiscard]] Message place_of(Span origin) const;

 private:
  struct Charge {
    Value item = 0;
    Value department = 0;
    bool leads = false;
    Span origin;
  };
  struct SheetOfList {
    SourceId source;
    std::string name;
    std::optional<Value> place;
    std::vector<Charge> charges;
  };
  /// What is told of one file after all of its sheets are read.
  struct Telling {
    std::string path;
    std::set<std::string> without_heads;  // names of sheets
    std::vector<std::string> without_lead;
    std::vector<std::string> without_name;
    std::set<std::string> unknown;
    std::set<std::string> doubtful;
    std::size_t entries = 0;
    std::optional<Diagnostic> lacks;  // of the first sheet without heads
  };

  void read_sheet(const draft::Sheet& sheet, Telling& telling);
  [[nodiscard]] Value item_called(const draft::ItemNames& names);
  void charge(const draft::Mention& mention, Value item, bool leads, SheetOfList& sheet,
              Telling& telling);
  [[nodiscard]] std::string line_of(const draft::Mention& mention, Telling& telling);
  [[nodiscard]] std::optional<Value> place_in(const std::string& title) const;
  void tell(const Telling& telling);

  Register known_;
  std::optional<KindId> item_;
  std::optional<KindId> department_;
  std::optional<KindId> place_;
  std::map<std::string, std::string> lines_;  // by names that the register does not know; or empty
  std::vector<SheetOfList> sheets_;
  std::vector<draft::LexiconEntry> bodies_;
  std::vector<draft::LexiconEntry> items_;
  std::vector<report::UsedFile> used_;
};

}  // namespace mingze::app
