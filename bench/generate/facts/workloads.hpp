// The facts of each folder of bench/workloads. The same seed and size give the same bytes on every
// machine. What the sizes mean stands in bench/README.md.
#pragma once

#include <cstddef>
#include <cstdint>

#include "bench/generate/facts/folder.hpp"

namespace mingze::bench {

/// 3,208 places (or one province of 114) and so many items: who leads each of them in each place.
void make_nation(std::size_t items, bool whole_nation, std::uint64_t seed, Folder& folder);

/// A tree of eight levels with 13,626 places: campaigns that overlap, bars, helpers, overseers.
void make_villages(std::size_t tasks, std::uint64_t seed, Folder& folder);

/// A directed graph of `nodes` nodes with twice as many edges.
void make_random_graph(std::size_t nodes, std::uint64_t seed, Folder& folder);

/// Edges to the right and down in a square of `side` by `side` nodes.
void make_grid(std::size_t side, Folder& folder);

/// `people` in ten generations, each with one or two parents in the one before.
void make_generations(std::size_t people, std::uint64_t seed, Folder& folder);

/// Assignments, allocations, loads and stores of `variables` variables in functions of twenty.
void make_points_to(std::size_t variables, std::uint64_t seed, Folder& folder);

/// Six relations of `rows` rows that are joined in a row.
void make_wide_join(std::size_t rows, std::uint64_t seed, Folder& folder);

/// `cases` cases, each with up to three offices that may decide it.
void make_cases(std::size_t cases, std::uint64_t seed, Folder& folder);

}  // namespace mingze::bench
