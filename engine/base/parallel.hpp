// The same work on many things, on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace mingze {

/// Calls `work(worker, i)` once for each i below `count`, from up to `workers` threads; calls with
/// one number of worker (below `workers`) follow each other on one thread. The order is open, so
/// that each result belongs into a place of its own. What a call throws is thrown here when all
/// threads have ended; of several, that of the lowest i.
void in_parallel(std::size_t count, unsigned workers,
                 const std::function<void(unsigned worker, std::size_t i)>& work);

/// How many threads this machine runs at a time, at least 1.
[[nodiscard]] unsigned processors();

}  // namespace mingze
