// A lexicon from the register's tables as files, for tests that run without the engine.
#pragma once

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "draft/clause/lexicon.hpp"

namespace mingze::draft {

inline std::vector<std::string> split_tabs(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

inline Level level_of(const std::string& word) {
  if (word == "国家级") return Level::national;
  if (word == "省级") return Level::province;
  if (word == "市级") return Level::city;
  if (word == "县级") return Level::county;
  return Level::unknown;
}

inline BodyKind kind_of_class(const std::string& word) {
  if (word == "enterprise") return BodyKind::enterprise;
  if (word == "party-body" || word == "people's-organization") return BodyKind::party;
  if (word == "public-institution") return BodyKind::institution;
  return BodyKind::department;
}

/// Names in double quotes on one statement line.
inline std::vector<std::string> quoted_names(const std::string& line) {
  std::vector<std::string> names;
  for (std::size_t at = line.find('"'); at != std::string::npos; at = line.find('"', at)) {
    const std::size_t end = line.find('"', at + 1);
    if (end == std::string::npos) break;
    names.push_back(line.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return names;
}

/// Empty if the folder is not there.
inline Lexicon register_lexicon(const std::string& folder) {
  std::vector<LexiconEntry> entries;
  std::map<std::string, BodyKind> kinds;
  std::string line;
  std::ifstream classes(folder + "/class-of.tsv");
  while (std::getline(classes, line)) {
    const auto cells = split_tabs(line);
    if (cells.size() >= 2) kinds[cells[0]] = kind_of_class(cells[1]);
  }
  for (const char* file : {"/called.tsv", "/short-form.tsv"}) {
    std::ifstream in(folder + file);
    while (std::getline(in, line)) {
      const auto cells = split_tabs(line);
      if (cells.size() < 3) continue;
      const auto kind = kinds.find(cells[0]);
      entries.push_back({cells[1],
                         cells[0],
                         {},
                         level_of(cells[2]),
                         kind == kinds.end() ? BodyKind::department : kind->second});
    }
  }
  std::ifstream departments(folder + "/departments.mz");
  while (std::getline(departments, line)) {
    if (!line.starts_with("department ")) continue;
    const std::string id = line.substr(11, line.find_first_of(" .", 11) - 11);
    const auto kind = kinds.find(id);
    const BodyKind body = kind == kinds.end() ? BodyKind::department : kind->second;
    entries.push_back({id, id, {}, Level::unknown, body});
    for (const auto& name : quoted_names(line)) {
      entries.push_back({name, id, {}, Level::unknown, body});
    }
  }
  std::vector<PlaceName> place_names;
  std::ifstream places(folder + "/jurisdictions.mz");
  while (std::getline(places, line)) {
    if (!line.starts_with("jurisdiction ")) continue;
    const std::string id = line.substr(13, line.find_first_of(" .", 13) - 13);
    const Level level = id == "全国" ? Level::national : Level::province;
    place_names.push_back({id, id, level});
    for (const auto& name : quoted_names(line)) {
      if (name[0] < '0' || name[0] > '9') place_names.push_back({name, id, level});
    }
  }
  return Lexicon(std::move(entries), PlaceNames(std::move(place_names)));
}

}  // namespace mingze::draft
