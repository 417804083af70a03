// The rules of generation are those of ../shared/bench/gen.py; the numbers drawn are others, so the
// answers differ a little from its EXPECTED.tsv.
#include <algorithm>
#include <array>

#include "bench/generate/facts/workloads.hpp"
#include "bench/generate/random.hpp"

namespace mingze::bench {
namespace {

constexpr std::array<std::string_view, 24> lines = {
    "ecology",   "water",  "forestry", "agriculture", "housing",   "transport",
    "emergency", "market", "urban",    "health",      "education", "culture",
    "labor",     "civil",  "justice",  "police",      "finance",   "science",
    "industry",  "energy", "commerce", "land",        "marine",    "heritage"};

struct Place {
  std::string name;
  std::size_t parent = 0;
  std::size_t level = 0;
  std::vector<std::size_t> children{};
};

/// Shares out `total` among `parts`, unevenly, at least one each.
std::vector<std::size_t> shares(std::size_t total, std::size_t parts, Random& random) {
  std::vector<double> weights(parts);
  double sum = 0;
  for (double& weight : weights) {
    weight = 0.3 + static_cast<double>(random.next() >> 11U) * 0x1p-53;
    sum += weight;
  }
  std::vector<std::size_t> sizes;
  std::size_t given = 0;
  for (const double weight : weights) {
    sizes.push_back(1 +
                    static_cast<std::size_t>(static_cast<double>(total - parts) * weight / sum));
    given += sizes.back();
  }
  for (std::size_t part = 0; given < total; ++given) ++sizes[part++ % parts];
  return sizes;
}

class Nation {
 public:
  Nation(std::size_t items, std::uint64_t seed, Folder& folder)
      : items_(items), random_(seed * 1'000'003 + items), folder_(folder), approvers_(items) {}

  void make(std::size_t provinces, std::size_t cities, std::size_t counties) {
    make_tree(provinces, cities, counties);
    for (const std::string_view line : lines) folder_.file("line").add({line});
    for (std::size_t item = 0; item < items_; ++item) make_item(item);
    make_lists();
    make_designations();
    make_questions();
    make_interference();
  }

 private:
  [[nodiscard]] std::string item_name(std::size_t item) const { return numbered("i", item, 5); }
  std::size_t any_line() { return random_.below(lines.size()); }
  std::size_t line_not_in(const std::vector<std::size_t>& used) {
    for (;;) {
      const std::size_t line = any_line();
      if (std::find(used.begin(), used.end(), line) == used.end()) return line;
    }
  }
  void designate(std::size_t place, std::size_t item, std::size_t line) {
    folder_.file("designated").add({places_[place].name, item_name(item), lines[line]});
  }
  void ask(std::size_t place, std::size_t item, std::size_t asked) {
    folder_.file("asks").add({places_[place].name, item_name(item), places_[asked].name});
  }

  void add_level(std::size_t count, std::string_view prefix) {
    const std::size_t level = places_.back().level + 1;
    std::vector<std::size_t> above;
    for (std::size_t i = 0; i < places_.size(); ++i)
      if (places_[i].level + 1 == level) above.push_back(i);
    const auto sizes = shares(count, above.size(), random_);
    for (std::size_t k = 0; k < above.size(); ++k) {
      const std::string stem = level == 1 ? "" : places_[above[k]].name;
      for (std::size_t n = 1; n <= sizes[k]; ++n) {
        places_[above[k]].children.push_back(places_.size());
        places_.push_back({numbered(stem + std::string(prefix), n, 2), above[k], level});
      }
    }
  }

  void make_tree(std::size_t provinces, std::size_t cities, std::size_t counties) {
    places_.push_back({"n0"});
    add_level(provinces, "p");
    first_city_ = places_.size();
    add_level(cities, "c");
    first_county_ = places_.size();
    add_level(counties, "x");
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Place& place = places_[i];
      folder_.file("jurisdiction")
          .add(
              {place.name, i == 0 ? "-" : places_[place.parent].name, std::to_string(place.level)});
    }
  }

  /// One to three levels an item; 60 % are approved by one line, 5 % by two.
  void make_item(std::size_t item) {
    constexpr std::array<double, 4> handled = {0.05, 0.40, 0.65, 0.75};
    std::vector<std::size_t> levels;
    for (std::size_t level = 0; level < handled.size(); ++level)
      if (random_.chance(handled[level])) levels.push_back(level);
    if (levels.empty()) levels.push_back(3);
    if (levels.size() == handled.size()) levels.erase(levels.begin());
    for (const std::size_t level : levels)
      folder_.file("item").add({item_name(item), std::to_string(level)});
    if (!random_.chance(0.65)) return;
    approvers_[item].push_back(any_line());
    if (random_.chance(0.05 / 0.65)) approvers_[item].push_back(line_not_in(approvers_[item]));
    for (const std::size_t line : approvers_[item])
      folder_.file("approves").add({lines[line], item_name(item)});
  }

  /// One lead, in one of a hundred two, and none to three that cooperate.
  void make_entry(std::size_t place, std::size_t item) {
    Rows& listed = folder_.file("listed");
    const auto enter = [&](std::size_t line, std::string_view role) {
      listed.add({places_[place].name, item_name(item), lines[line], role});
    };
    const auto& approvers = approvers_[item];
    std::vector<std::size_t> used;
    used.push_back(!approvers.empty() && random_.chance(0.55) ? approvers[0] : any_line());
    enter(used[0], "lead");
    if (random_.chance(0.01)) {
      used.push_back(line_not_in(used));
      enter(used.back(), "lead");
    }
    for (std::size_t more = random_.below(4); more > 0; --more) {
      const auto free = std::find_if(approvers.begin(), approvers.end(), [&](std::size_t line) {
        return std::find(used.begin(), used.end(), line) == used.end();
      });
      const bool approver = free != approvers.end() && random_.chance(0.35);
      used.push_back(approver ? *free : line_not_in(used));
      enter(used.back(), "coop");
    }
  }

  /// Each province lists 70 % of the items, each tenth city 15 %.
  void make_lists() {
    for (std::size_t place = 1; place < first_county_; ++place) {
      const bool province = place < first_city_;
      const bool only_province = first_city_ == 2;
      const bool lists =
          province || random_.chance(0.10) || (only_province && place == first_city_);
      if (!lists) continue;
      for (std::size_t item = 0; item < items_; ++item)
        if (random_.chance(province ? 0.70 : 0.15)) make_entry(place, item);
    }
  }

  /// Each tenth city and county designates for 5 % of the items, 2 % of these twice.
  void make_designations() {
    for (std::size_t place = first_city_; place < places_.size(); ++place) {
      if (!random_.chance(0.10)) continue;
      for (std::size_t item = 0; item < items_; ++item) {
        if (!random_.chance(0.05)) continue;
        const std::size_t line = any_line();
        designate(place, item, line);
        if (random_.chance(0.02)) designate(place, item, line_not_in({line}));
      }
    }
  }

  /// For 3 % of the items half of the provinces ask one to three cities; a quarter of these keeps
  /// the question, the others ask one or two counties, which answer, stay silent, or ask back.
  void make_questions() {
    std::vector<std::size_t> asked;
    for (std::size_t item = 0; item < items_; ++item)
      if (random_.chance(0.03)) asked.push_back(item);
    if (asked.empty()) asked.push_back(0);
    for (const std::size_t item : asked) {
      for (std::size_t province = 1; province < first_city_; ++province) {
        if (first_city_ > 2 && random_.chance(0.5)) continue;
        for (std::size_t n = 1 + random_.below(3); n > 0; --n)
          ask_city(province, item, random_.one_of(places_[province].children));
      }
    }
  }

  void ask_city(std::size_t province, std::size_t item, std::size_t city) {
    ask(province, item, city);
    if (random_.chance(0.25)) {
      if (random_.chance(0.5)) designate(city, item, any_line());
      return;
    }
    for (std::size_t n = 1 + random_.below(2); n > 0; --n) {
      const std::size_t county = random_.one_of(places_[city].children);
      ask(city, item, county);
      if (++chains_ == 1) {  // there is always one circle
        ask(county, item, province);
      } else if (random_.chance(0.6)) {
        designate(county, item, any_line());
      } else if (random_.chance(0.06)) {
        ask(county, item, random_.chance(0.5) ? province : city);
      }
    }
  }

  /// 3,000 departments that tell a city or county who leads: 60 % of them from above.
  void make_interference() {
    Rows& told = folder_.file("dept_designated");
    while (told.size() < 3000) {
      const std::size_t place = first_city_ + random_.below(places_.size() - first_city_);
      std::size_t from = random_.below(places_.size());
      if (random_.chance(0.6)) {
        from = places_[place].parent;
        while (from != 0 && random_.chance(0.5)) from = places_[from].parent;
      }
      const std::string item = item_name(random_.below(items_));
      const std::string_view line = lines[any_line()];
      const auto tell = [&] {
        told.add({line, places_[from].name, places_[place].name, item, lines[any_line()]});
      };
      tell();
      if (random_.chance(0.05)) tell();
    }
  }

  std::size_t items_;
  Random random_;
  Folder& folder_;
  std::vector<std::vector<std::size_t>> approvers_;
  std::vector<Place> places_;
  std::size_t first_city_ = 0;
  std::size_t first_county_ = 0;
  std::size_t chains_ = 0;
};

}  // namespace

void make_nation(std::size_t items, bool whole_nation, std::uint64_t seed, Folder& folder) {
  Nation nation(items, seed, folder);
  if (whole_nation)
    nation.make(31, 333, 2843);
  else
    nation.make(1, 12, 100);
}

}  // namespace mingze::bench
