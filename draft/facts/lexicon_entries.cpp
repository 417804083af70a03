#include "draft/facts/lexicon_entries.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "draft/document/fold.hpp"
#include "draft/facts/vocabulary.hpp"
#include "engine/base/interner.hpp"

namespace mingze::draft {

namespace {

bool has_kinds(const Predicate& predicate, const std::vector<KindId>& kinds) {
  return std::equal(predicate.slots.begin(), predicate.slots.end(), kinds.begin(), kinds.end(),
                    [](const Slot& slot, KindId kind) { return slot.kind == kind; });
}

/// The code of a place (320000) is a name for data; in a text such digits are an amount.
bool is_code(std::string_view name) {
  return name.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What is said in a row of three: by the numbers of two, the third.
using ByTwo = std::map<std::pair<Value, Value>, Value>;

/// Reads the register's relations, whichever of them the program has. Each value is looked up once.
class RegisterReader {
 public:
  RegisterReader(const Program& program, const Database& database)
      : program_(program), database_(database), vocabulary_(program) {
    if (const auto found = vocabulary_.kind("department")) department_ = *found;
    if (const auto found = vocabulary_.kind("level")) level_ = *found;
    if (level_.valid())
      for (Value level = 0; level < program.symbols.entity_count(level_); ++level)
        levels_.push_back(level_of(program.symbols.entity(level_, level).id));
  }

  std::vector<LexiconEntry> read() {
    if (!department_.valid()) return {};
    read_classes();
    for_rows("called", {department_, text_kind, level_}, [&](const auto& row) {
      official_[{row[0], row[2]}] = row[1];
    });
    // Names that several lines share at a level mean one of them first.
    for_rows("primary", {text_kind, level_, department_}, [&](const auto& row) {
      primary_[{row[0], row[1]}] = row[2];
    });
    add_named("called", {department_, text_kind, level_});
    add_named("short-form", {department_, text_kind, level_});
    add_named("formerly-called", {department_, text_kind, level_, date_kind});
    add_other_names();
    for (LexiconEntry& entry : entries_) add_other_lines(entry);
    return std::move(entries_);
  }

 private:
  /// A program's own relation of that name with slots of other kinds says something else.
  template <typename Visit>
  void for_rows(const char* relation, const std::vector<KindId>& kinds, Visit visit) const {
    const auto predicate = vocabulary_.relation(relation, kinds.size());
    if (!predicate || !has_kinds(program_[*predicate], kinds)) return;
    const Relation& rows = database_[*predicate];
    for (std::uint32_t row = 0; row < rows.size(); ++row) visit(rows.row(row));
  }

  void read_classes() {
    classes_.assign(program_.symbols.entity_count(department_), BodyKind::department);
    const auto classes = vocabulary_.kind("body-class");
    if (!classes) return;
    for_rows("class-of", {department_, *classes}, [&](const auto& row) {
      classes_[row[0]] = kind_of_class(program_.symbols.entity(*classes, row[1]).id);
    });
  }

  /// A former name tells the line but not the body: bodies that merged were different ones then.
  void add_named(const char* relation, const std::vector<KindId>& kinds) {
    const bool former = std::string_view(relation) == "formerly-called";
    for_rows(relation, kinds, [&](const auto& row) {
      const std::string_view name = program_.symbols.text(row[1]);
      const Level level = levels_[row[2]];
      const auto first = primary_.find({row[1], row[2]});
      const bool second = first != primary_.end() && first->second != row[0];
      const bool from_above = second && classes_[row[0]] == BodyKind::vertical;
      if (second && !from_above) {
        other_lines_[{name, level}].push_back(program_.symbols.entity(department_, row[0]).id);
        return;
      }
      const auto official = official_.find({row[0], row[2]});
      const bool known = !former && official != official_.end();
      add(name, row[0], known ? std::string_view(program_.symbols.text(official->second)) : "",
          level, former, from_above);
    });
  }

  void add_other_names() {
    for (Value line = 0; line < classes_.size(); ++line)
      add(program_.symbols.entity(department_, line).id, line);
    for (const OtherName& other : program_.other_names)
      if (other.kind == department_ && !is_code(other.name)) add(other.name, other.entity);
  }

  void add(std::string_view name, Value line, std::string_view official = {},
           Level level = Level::unknown, bool former = false, bool after_bare_place = false) {
    if (!is_new(name, line, level)) return;
    entries_.push_back({std::string(name), program_.symbols.entity(department_, line).id,
                        std::string(official), level, classes_[line], former});
    entries_.back().after_bare_place = after_bare_place;
  }

  bool is_new(std::string_view name, Value line, Level level) {
    const std::uint32_t number = names_.intern(name);
    if (number == last_of_name_.size()) last_of_name_.push_back(UINT32_MAX);
    for (std::uint32_t i = last_of_name_[number]; i != UINT32_MAX; i = seen_[i].before)
      if (seen_[i].line == line && seen_[i].level == level) return false;
    seen_.push_back({line, level, last_of_name_[number]});
    last_of_name_[number] = static_cast<std::uint32_t>(seen_.size() - 1);
    return true;
  }

  void add_other_lines(LexiconEntry& entry) const {
    const auto others = other_lines_.find({entry.name, entry.level});
    if (others != other_lines_.end()) entry.also = others->second;
  }

  const Program& program_;
  const Database& database_;
  Vocabulary vocabulary_;
  KindId department_;
  KindId level_;
  std::vector<Level> levels_;      // by number
  std::vector<BodyKind> classes_;  // of the departments, by number
  ByTwo official_;                 // line, level
  ByTwo primary_;                  // name, level
  std::map<std::pair<std::string_view, Level>, std::vector<std::string>> other_lines_;
  struct Seen {
    Value line;
    Level level;
    std::uint32_t before;  ///< of the same name
  };
  Interner names_;
  std::vector<std::uint32_t> last_of_name_;  // a number in `seen_`
  std::vector<Seen> seen_;
  std::vector<LexiconEntry> entries_;
};

/// The levels of the places, by their numbers.
std::vector<Level> levels_of_places(const Program& program, const Database& database,
                                    const Vocabulary& vocabulary, KindId places) {
  std::vector<Level> out(program.symbols.entity_count(places), Level::unknown);
  const auto relation = vocabulary.relation("level", 2);
  const auto levels = vocabulary.kind("level");
  if (!relation || !levels || !has_kinds(program[*relation], {places, *levels})) return out;
  const Relation& rows = database[*relation];
  for (std::uint32_t row = 0; row < rows.size(); ++row)
    out[rows.at(row, 0)] = level_of(program.symbols.entity(*levels, rows.at(row, 1)).id);
  return out;
}

}  // namespace

BodyKind kind_of_class(std::string_view body_class) {
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

std::vector<LexiconEntry> with_local_names(std::vector<LexiconEntry> entries,
                                           const std::vector<LexiconEntry>& local) {
  std::map<std::u32string, std::string> lines;  // that the first one of each name means
  for (const LexiconEntry& one : local) lines.emplace(folded_name(one.name), one.line);
  std::erase_if(entries,
                [&](const LexiconEntry& one) { return lines.contains(folded_name(one.name)); });
  for (const LexiconEntry& one : local)
    if (lines[folded_name(one.name)] == one.line) entries.push_back(one);
  return entries;
}

std::vector<LexiconEntry> lexicon_entries(const Program& program, const Database& database) {
  return RegisterReader(program, database).read();
}

PlaceNames place_names(const Program& program, const Database& database) {
  const Vocabulary vocabulary(program);
  const auto kind = vocabulary.kind("jurisdiction");
  if (!kind) return {};
  const Symbols& symbols = program.symbols;
  const std::uint32_t count = symbols.entity_count(*kind);
  const std::vector<Level> levels = levels_of_places(program, database, vocabulary, *kind);
  std::vector<PlaceName> names;
  names.reserve(count + program.other_names.size());
  const auto add = [&](const std::string& name, Value place) {
    if (!is_code(name)) names.push_back({name, symbols.entity(*kind, place).id, levels[place]});
  };
  for (Value place = 0; place < count; ++place) add(symbols.entity(*kind, place).id, place);
  for (const OtherName& other : program.other_names)
    if (other.kind == *kind) add(other.name, other.entity);
  return PlaceNames(std::move(names));
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
