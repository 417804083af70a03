// The facts of the small programs. Names are whole numbers, which no peer has to encode first.
#include <algorithm>
#include <array>

#include "bench/generate/facts/workloads.hpp"
#include "bench/generate/random.hpp"

namespace mingze::bench {
namespace {

std::string any(std::size_t count, Random& random) { return std::to_string(random.below(count)); }

}  // namespace

void make_random_graph(std::size_t nodes, std::uint64_t seed, Folder& folder) {
  Random random(seed);
  Rows& edges = folder.file("edge");
  while (edges.size() < 2 * nodes) edges.add({any(nodes, random), any(nodes, random)});
}

void make_grid(std::size_t side, Folder& folder) {
  Rows& edges = folder.file("edge");
  for (std::size_t y = 0; y < side; ++y) {
    for (std::size_t x = 0; x < side; ++x) {
      const std::string here = std::to_string(y * side + x);
      if (x + 1 < side) edges.add({here, std::to_string(y * side + x + 1)});
      if (y + 1 < side) edges.add({here, std::to_string((y + 1) * side + x)});
    }
  }
}

void make_generations(std::size_t people, std::uint64_t seed, Folder& folder) {
  constexpr std::size_t generations = 10;
  Random random(seed);
  Rows& parents = folder.file("parent");
  const std::size_t each = std::max<std::size_t>(1, people / generations);
  for (std::size_t child = each; child < each * generations; ++child) {
    const std::size_t before = (child / each - 1) * each;
    for (std::size_t n = random.chance(0.2) ? 2 : 1; n > 0; --n)
      parents.add({std::to_string(child), std::to_string(before + random.below(each))});
  }
}

void make_points_to(std::size_t variables, std::uint64_t seed, Folder& folder) {
  constexpr std::size_t in_function = 20;
  constexpr std::size_t fields = 8;
  Random random(seed);
  for (std::size_t first = 0; first < variables; first += in_function) {
    const auto own = [&] { return std::to_string(first + random.below(in_function)); };
    const auto passed = [&] { return random.chance(0.2) ? any(variables, random) : own(); };
    for (std::size_t n = 0; n < 3; ++n) folder.file("new").add({own(), std::to_string(first + n)});
    for (std::size_t n = 0; n < 24; ++n) folder.file("assign").add({own(), passed()});
    for (std::size_t n = 0; n < 4; ++n) {
      folder.file("load").add({own(), own(), any(fields, random)});
      folder.file("store").add({own(), any(fields, random), passed()});
    }
  }
}

void make_wide_join(std::size_t rows, std::uint64_t seed, Folder& folder) {
  Random random(seed);
  const std::size_t values = std::max<std::size_t>(1, rows * 3 / 5);
  for (const char* name : {"r1", "r2", "r3", "r4", "r5", "r6"}) {
    Rows& file = folder.file(name);
    while (file.size() < rows) file.add({any(values, random), any(values, random)});
  }
}

void make_cases(std::size_t cases, std::uint64_t seed, Folder& folder) {
  constexpr std::size_t offices = 500;
  Random random(seed);
  for (std::size_t number = 0; number < cases; ++number) {
    const std::string name = std::to_string(number);
    folder.file("case").add({name});
    const std::string filed = any(offices, random);
    if (random.chance(0.9)) folder.file("filed").add({name, filed});
    if (random.chance(0.3)) folder.file("assigned").add({name, any(offices, random)});
    if (random.chance(0.1)) folder.file("ordered").add({name, any(offices, random)});
    if (random.chance(0.02)) folder.file("ordered").add({name, any(offices, random)});
    if (random.chance(0.05)) folder.file("recused").add({name, filed});
  }
}

}  // namespace mingze::bench
