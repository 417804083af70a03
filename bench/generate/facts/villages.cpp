#include <algorithm>
#include <array>

#include "bench/generate/facts/workloads.hpp"
#include "bench/generate/random.hpp"

namespace mingze::bench {
namespace {

constexpr std::array<std::size_t, 8> places_at_level = {1, 5, 20, 80, 320, 1200, 4000, 8000};
constexpr std::array<double, 8> handled_at_level = {0, 0.05, 0.15, 0.25, 0.3, 0.35, 0.35, 0.3};

class Villages {
 public:
  Villages(std::size_t tasks, std::uint64_t seed, Folder& folder)
      : tasks_(tasks),
        departments_(std::max<std::size_t>(12, tasks / 8)),
        random_(seed * 7'368'787 + tasks),
        folder_(folder) {}

  void make() {
    make_places();
    for (std::size_t task = 0; task < tasks_; ++task) make_task(task);
    make_overseers();
  }

 private:
  void make_places() {
    std::size_t above = 0;  // the first place of the level above
    std::size_t count_above = 0;
    std::size_t next = 0;
    for (std::size_t level = 0; level < places_at_level.size(); ++level) {
      const std::size_t first = next;
      for (std::size_t n = 0; n < places_at_level[level]; ++n, ++next) {
        const std::string parent =
            level == 0 ? "-" : std::to_string(above + random_.below(count_above));
        folder_.file("place").add({std::to_string(next), parent, std::to_string(level)});
      }
      above = first;
      count_above = places_at_level[level];
      first_at_level_[level] = first;
    }
  }

  std::string any_department() { return std::to_string(random_.below(departments_)); }
  /// A place of one of the levels from `highest` to `lowest`.
  std::string any_place(std::size_t highest, std::size_t lowest) {
    const std::size_t level = highest + random_.below(lowest - highest + 1);
    return std::to_string(first_at_level_[level] + random_.below(places_at_level[level]));
  }

  /// What departments do by their remits, and what lists, campaigns, bars and helpers say of it,
  /// more often far up in the tree than its shape would have it.
  void make_task(std::size_t number) {
    const std::string task = std::to_string(number);
    std::size_t levels = 0;
    for (std::size_t level = 0; level < handled_at_level.size(); ++level) {
      if (!random_.chance(handled_at_level[level])) continue;
      folder_.file("task").add({task, std::to_string(level)});
      ++levels;
    }
    if (levels == 0) folder_.file("task").add({task, "6"});
    const std::string own = any_department();
    if (random_.chance(0.7)) folder_.file("remit").add({own, task});
    if (random_.chance(0.05)) folder_.file("remit").add({any_department(), task});
    const auto say = [&](const std::string& file, std::size_t times, std::size_t highest,
                         std::size_t lowest, double own_share) {
      for (std::size_t n = 0; n < times; ++n) {
        const std::string place = any_place(highest, lowest);
        const std::string department = random_.chance(own_share) ? own : any_department();
        folder_.file(file).add({place, task, department});
      }
    };
    say("listed", 12, 1, 5, 0.4);
    say("campaign", 2 + random_.below(4), 2, 6, 0.2);
    say("barred", 3, 1, 6, 0.6);
    say("helps", 30, 0, 6, 0.1);
  }

  /// Each department is overseen by one or two of those before it.
  void make_overseers() {
    for (std::size_t department = 1; department < departments_; ++department) {
      for (std::size_t n = 1 + random_.below(2); n > 0; --n) {
        const std::string overseer = std::to_string(random_.below((department + 1) / 2));
        folder_.file("oversees").add({overseer, std::to_string(department)});
      }
    }
  }

  std::size_t tasks_;
  std::size_t departments_;
  Random random_;
  Folder& folder_;
  std::array<std::size_t, 8> first_at_level_{};
};

}  // namespace

void make_villages(std::size_t tasks, std::uint64_t seed, Folder& folder) {
  for (const char* file : {"remit", "listed", "campaign", "barred", "helps", "oversees"})
    folder.file(file);
  Villages(tasks, seed, folder).make();
}

}  // namespace mingze::bench
