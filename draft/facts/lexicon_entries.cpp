#include "draft/facts/lexicon_entries.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "draft/facts/vocabulary.hpp"

namespace mingze::draft {

namespace {

BodyKind kind_of(const std::string& body_class) {
  static constexpr std::array<std::pair<std::string_view, BodyKind>, 10> classes{
      {{"government-department", BodyKind::department},
       {"party-body", BodyKind::party},
       {"discipline-organ", BodyKind::party},
       {"court", BodyKind::court},
       {"procuratorate", BodyKind::court},
       {"vertical-body", BodyKind::vertical},
       {"mass-organization", BodyKind::party},
       {"public-institution", BodyKind::institution},
       {"government", BodyKind::government},
       {"enterprise", BodyKind::enterprise}}};
  for (const auto& [name, kind] : classes)
    if (name == body_class) return kind;
  return BodyKind::department;
}

/// Reads the register's relations, whichever of them the program has.
class RegisterReader {
 public:
  RegisterReader(const Program& program, const Database& database)
      : program_(program), database_(database), vocabulary_(program) {}

  std::vector<LexiconEntry> read() {
    read_classes();
    read_levels();
    read_official_names();
    read_primary();
    add_named("called", 3);
    add_named("short-form", 3);
    add_named("formerly-called", 4);
    add_other_names();
    for (LexiconEntry& entry : entries_) add_other_lines(entry);
    return std::move(entries_);
  }

 private:
  template <typename Visit>
  void for_rows(const char* relation, std::size_t slots, Visit visit) const {
    const auto predicate = vocabulary_.relation(relation, slots);
    if (!predicate) return;
    const Relation& rows = database_[*predicate];
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      std::vector<std::string> ids;
      for (std::uint32_t i = 0; i < slots; ++i)
        ids.push_back(program_.symbols.id_of(program_[*predicate].slots[i].kind, rows.at(row, i)));
      visit(ids);
    }
  }

  void read_classes() {
    for_rows("class-of", 2, [&](const auto& row) { classes_[row[0]] = kind_of(row[1]); });
  }

  void read_levels() {
    for_rows("level", 2, [&](const auto& row) { levels_[row[0]] = level_of(row[1]); });
  }

  void read_official_names() {
    for_rows("called", 3, [&](const auto& row) { official_[{row[0], row[2]}] = row[1]; });
  }

  /// Names that several lines share at a level mean one of them first.
  void read_primary() {
    for_rows("primary", 3, [&](const auto& row) { primary_[{row[0], row[1]}] = row[2]; });
  }

  /// A former name tells the line but not the body: bodies that merged were different ones then.
  void add_named(const char* relation, std::size_t slots) {
    const bool former = std::string_view(relation) == "formerly-called";
    for_rows(relation, slots, [&](const auto& row) {
      const auto first = primary_.find({row[1], row[2]});
      if (first != primary_.end() && first->second != row[0]) {
        other_lines_[{row[1], level_of(row[2])}].push_back(row[0]);
        return;
      }
      const auto official = official_.find({row[0], row[2]});
      const bool known = !former && official != official_.end();
      add({row[1], row[0], known ? official->second : std::string(), level_of(row[2]), kind(row[0]),
           former});
    });
  }

  void add_other_names() {
    for (const char* kind_id : {"department", "jurisdiction"}) {
      const auto found = vocabulary_.kind(kind_id);
      if (!found) continue;
      const bool place = std::string_view(kind_id) == "jurisdiction";
      for (Value value = 0; value < program_.symbols.entity_count(*found); ++value) {
        const std::string& id = program_.symbols.entity(*found, value).id;
        add_plain(id, id, place);
      }
      for (const OtherName& other : program_.other_names)
        if (other.kind == *found)
          add_plain(other.name, program_.symbols.entity(*found, other.entity).id, place);
    }
  }

  void add_plain(const std::string& name, const std::string& id, bool place) {
    // The code of a place (320000) is a name for data; in a text such digits are an amount.
    if (name.find_first_not_of("0123456789") == std::string::npos) return;
    if (place)
      add({name, "", id, place_level(id), BodyKind::place});
    else
      add({name, id, "", Level::unknown, kind(id)});
  }

  void add_other_lines(LexiconEntry& entry) const {
    const auto others = other_lines_.find({entry.name, entry.level});
    if (others != other_lines_.end() && entry.kind != BodyKind::place) entry.also = others->second;
  }

  [[nodiscard]] Level place_level(const std::string& place) const {
    const auto found = levels_.find(place);
    return found == levels_.end() ? Level::unknown : found->second;
  }

  [[nodiscard]] BodyKind kind(const std::string& department) const {
    const auto found = classes_.find(department);
    return found == classes_.end() ? BodyKind::department : found->second;
  }

  void add(LexiconEntry entry) {
    if (seen_.insert({entry.name, entry.line, entry.level}).second)
      entries_.push_back(std::move(entry));
  }

  const Program& program_;
  const Database& database_;
  Vocabulary vocabulary_;
  std::map<std::string, BodyKind> classes_;
  std::map<std::pair<std::string, std::string>, std::string> official_;            // line, level
  std::map<std::pair<std::string, std::string>, std::string> primary_;             // name, level
  std::map<std::string, Level> levels_;                                            // by place
  std::map<std::pair<std::string, Level>, std::vector<std::string>> other_lines_;  // name, level
  std::set<std::tuple<std::string, std::string, Level>> seen_;
  std::vector<LexiconEntry> entries_;
};

}  // namespace

std::vector<LexiconEntry> lexicon_entries(const Program& program, const Database& database) {
  return RegisterReader(program, database).read();
}

std::vector<LexiconEntry> topic_entries(const Program& program) {
  std::vector<LexiconEntry> entries;
  const auto kind = Vocabulary(program).kind("item");
  if (!kind) return entries;
  const auto add = [&](const std::string& name, const std::string& id) {
    // An id in ASCII is a name for programs; no text uses it.
    const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return c > 0; });
    if (!ascii) entries.push_back({name, {}, id, Level::unknown, BodyKind::unknown});
  };
  const Symbols& symbols = program.symbols;
  for (Value value = 0; value < symbols.entity_count(*kind); ++value) {
    const Entity& item = symbols.entity(*kind, value);
    add(item.id, item.id);
    if (item.label != item.id) add(item.label, item.id);
  }
  for (const OtherName& other : program.other_names)
    if (other.kind == *kind) add(other.name, symbols.entity(*kind, other.entity).id);
  return entries;
}

}  // namespace mingze::draft
