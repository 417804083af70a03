#include <algorithm>
#include <array>
#include <set>

#include "tests/architecture/rules.hpp"

namespace mingze::architecture {
namespace {

/// How the includes of a library begin, and the target that a layer names to use it.
struct Library {
  std::string_view prefix;
  std::string_view target;
  bool through_lower_layers;  ///< light: a layer may also use it because one below it does
};

constexpr std::array<Library, 10> libraries{{
    {"boost/", "Boost::", false},
    {"nlohmann/", "nlohmann_json::", false},
    {"CLI/", "CLI11::", false},
    {"sqlite3.h", "SQLite::", false},
    {"zip.h", "PkgConfig::libzip", false},
    {"expat.h", "EXPAT::", false},
    {"xlsxwriter.h", "PkgConfig::xlsxwriter", false},
    {"unicode/", "ICU::", false},
    {"utf8proc.h", "PkgConfig::utf8proc", true},
    {"fmt/", "fmt::", true},
}};

bool is_code(std::string_view path) { return path.ends_with(".cpp") || path.ends_with(".hpp"); }

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string where(const File& file, const Include& include) {
  return file.path + ":" + std::to_string(include.line) + ": ";
}

bool uses(const Layer& layer, std::string_view target) {
  return std::any_of(layer.uses.begin(), layer.uses.end(),
                     [&](const std::string& used) { return used.starts_with(target); });
}

bool may_use(const std::vector<Layer>& layers, const Layer& layer, const Library& library) {
  if (uses(layer, library.target)) return true;
  if (!library.through_lower_layers) return false;
  return std::any_of(layer.may_include.begin(), layer.may_include.end(), [&](const auto& folder) {
    return std::any_of(layers.begin(), layers.end(), [&](const Layer& lower) {
      return lower.folder == folder && uses(lower, library.target);
    });
  });
}

bool in_standard_library(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

bool may_use_the_system(std::string_view path) {
  return path.starts_with("app/") || path == "engine/base/files.cpp";
}

/// A header of include/mingze, in there or where it is implemented.
bool is_own_interface(const Layer& layer, std::string_view name) {
  constexpr std::string_view interface = "include/mingze";
  return name.starts_with("mingze/") &&
         (layer.folder == interface || std::find(layer.may_include.begin(), layer.may_include.end(),
                                                 interface) != layer.may_include.end());
}

/// Why this include may not stand in this file, whatever its layer uses; empty if it may.
std::string out_of_place(const File& file, std::string_view name) {
  const std::string_view own = name_of(file.path);
  const auto named = [&](std::string_view part) { return own.find(part) != own.npos; };
  if (name.starts_with("boost/spirit/") && !file.path.starts_with("dsl/grammar/"))
    return "Spirit X3 stays in dsl/grammar";
  const bool graphs =
      file.path.starts_with("engine/plan/") || file.path == "engine/resolve/defeat.cpp";
  if (name.starts_with("boost/graph/") && !graphs && !named("graph"))
    return "Boost.Graph stays in engine/plan, the graph of defeats and files named *graph*";
  const bool json = name.starts_with("nlohmann/") && name != "nlohmann/json_fwd.hpp";
  if (json && !(own.ends_with(".cpp") && (named("json") || named("sarif"))))
    return "nlohmann/json stays in .cpp files named *json* or *sarif*";
  if (name == "sqlite3.h" && !(own.ends_with(".cpp") && named("sqlite")))
    return "SQLite stays in .cpp files named *sqlite*";
  if (name == "xlsxwriter.h" && !(own.ends_with(".cpp") && named("xlsx")))
    return "libxlsxwriter stays in .cpp files named *xlsx*";
  if (name == "iostream" && !file.path.starts_with("app/"))
    return "only app/ reads or writes the standard streams";
  return {};
}

}  // namespace

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    const auto skip_blanks = [&] {
      line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    };
    skip_blanks();
    if (!line.starts_with('#')) continue;
    line.remove_prefix(1);
    skip_blanks();
    if (!line.starts_with("include")) continue;
    line.remove_prefix(7);
    skip_blanks();
    const bool quoted = line.starts_with('"');
    if (!quoted && !line.starts_with('<')) continue;
    line.remove_prefix(1);
    includes.push_back(
        {std::string(line.substr(0, line.find(quoted ? '"' : '>'))), quoted, number});
  }
  return includes;
}

Violations layer_violations(const std::vector<Layer>& layers, const std::vector<File>& files) {
  Violations violations;
  std::set<std::string_view> known;
  for (const File& file : files) known.insert(file.path);
  for (const File& file : files) {
    if (!is_code(file.path)) continue;
    const Layer* layer = layer_of(layers, file.path);
    if (layer == nullptr) {
      violations.push_back(file.path + ": stands in no layer of cmake/layers.cmake");
      continue;
    }
    for (const Include& include : includes_of(file.text)) {
      if (!include.quoted) continue;
      const Layer* other = layer_of(layers, include.name);
      const auto& allowed = layer->may_include;
      if (other == nullptr || !known.contains(include.name)) {
        violations.push_back(where(file, include) + "\"" + include.name +
                             "\" is no file of the project, named from its root");
      } else if (other != layer &&
                 std::find(allowed.begin(), allowed.end(), other->folder) == allowed.end()) {
        violations.push_back(where(file, include) + layer->folder + " may not include " +
                             other->folder + " (" + include.name + ")");
      }
    }
  }
  return violations;
}

Violations library_violations(const std::vector<Layer>& layers, const std::vector<File>& files) {
  Violations violations;
  for (const File& file : files) {
    const Layer* layer = is_code(file.path) ? layer_of(layers, file.path) : nullptr;
    if (layer == nullptr) continue;
    for (const Include& include : includes_of(file.text)) {
      if (include.quoted || is_own_interface(*layer, include.name)) continue;
      const std::string start = where(file, include) + "<" + include.name + ">: ";
      if (const std::string reason = out_of_place(file, include.name); !reason.empty()) {
        violations.push_back(start + reason);
        continue;
      }
      const auto library = std::find_if(libraries.begin(), libraries.end(), [&](const Library& l) {
        return include.name.starts_with(l.prefix);
      });
      if (library != libraries.end()) {
        if (!may_use(layers, *layer, *library))
          violations.push_back(start + layer->folder + " does not use this library");
      } else if (!in_standard_library(include.name) && !may_use_the_system(file.path)) {
        violations.push_back(start + "only app/ and engine/base/files.cpp may use the system");
      }
    }
  }
  return violations;
}

}  // namespace mingze::architecture
