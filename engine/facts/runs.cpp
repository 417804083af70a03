#include "engine/facts/runs.hpp"

#include <algorithm>
#include <iterator>

namespace mingze {

namespace {

/// The first run that ends after `number`, from `at` on: by doubling steps, so that passing over
/// many costs little and passing over one costs nothing.
std::size_t ends_after(std::span<const Run> set, std::size_t at, std::uint32_t number) {
  std::size_t step = 1;
  while (at + step < set.size() && set[at + step - 1].to <= number) {
    at += step;
    step *= 2;
  }
  const auto last = std::min(at + step, set.size());
  const auto found = std::partition_point(set.begin() + static_cast<std::ptrdiff_t>(at),
                                          set.begin() + static_cast<std::ptrdiff_t>(last),
                                          [&](const Run& run) { return run.to <= number; });
  return static_cast<std::size_t>(found - set.begin());
}

}  // namespace

void make_set(Runs& runs) {
  const auto by_start = [](const Run& a, const Run& b) { return a.from < b.from; };
  if (!std::is_sorted(runs.begin(), runs.end(), by_start))
    std::sort(runs.begin(), runs.end(), by_start);
  std::size_t kept = 0;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    if (runs[i].from <= runs[kept].to)
      runs[kept].to = std::max(runs[kept].to, runs[i].to);
    else
      runs[++kept] = runs[i];
  }
  if (!runs.empty()) runs.resize(kept + 1);
}

std::uint64_t count(std::span<const Run> set) {
  std::uint64_t sum = 0;
  for (const Run& run : set) sum += run.to - run.from;
  return sum;
}

bool contains(std::span<const Run> set, std::uint32_t number) {
  const auto found = std::partition_point(set.begin(), set.end(),
                                          [&](const Run& run) { return run.to <= number; });
  return found != set.end() && found->from <= number;
}

void intersect(std::span<const Run> a, std::span<const Run> b, Runs& out) {
  out.clear();
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].to <= b[j].from) {
      i = ends_after(a, i, b[j].from);
    } else if (b[j].to <= a[i].from) {
      j = ends_after(b, j, a[i].from);
    } else {
      out.push_back({std::max(a[i].from, b[j].from), std::min(a[i].to, b[j].to)});
      if (a[i].to < b[j].to)
        ++i;
      else
        ++j;
    }
  }
}

void unite(std::span<const Run> a, std::span<const Run> b, Runs& out) {
  out.clear();
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    const bool first = j == b.size() || (i < a.size() && a[i].from <= b[j].from);
    append(out, first ? a[i++] : b[j++]);
  }
}

void subtract(std::span<const Run> a, std::span<const Run> b, Runs& out) {
  out.clear();
  std::size_t j = 0;
  for (const Run& run : a) {
    std::uint32_t from = run.from;
    if (j < b.size() && b[j].to <= from && ++j < b.size() && b[j].to <= from)
      j = ends_after(b, j, from);
    for (; j < b.size() && b[j].from < run.to; ++j) {
      if (b[j].from > from) out.push_back({from, b[j].from});
      from = b[j].to;
      if (from >= run.to) break;
    }
    if (from < run.to) out.push_back({from, run.to});
  }
}

}  // namespace mingze
