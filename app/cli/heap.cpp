#include "app/cli/heap.hpp"

#if defined(__GLIBC__) && !defined(MINGZE_TEAR_DOWN)
#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#endif

namespace mingze::app {

#if defined(__GLIBC__) && !defined(MINGZE_TEAR_DOWN)

namespace {

constexpr int at_a_time = 24 << 20;  // what checking a draft takes, rounded up
constexpr std::uintptr_t large_page = 2 << 20;

}  // namespace

void make_heap_ready() {
  ::mallopt(M_TOP_PAD, at_a_time);
  ::mallopt(M_TRIM_THRESHOLD, 4 * at_a_time);
  ::mallopt(M_MMAP_THRESHOLD, at_a_time);
  void* const first = std::malloc(large_page);  // larger than what is there: the heap grows now
  if (first == nullptr) return;
  const auto begin = (reinterpret_cast<std::uintptr_t>(first) + large_page - 1) & -large_page;
  std::free(first);
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0)) & -large_page;
  if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

bool limit_memory(std::uint64_t bytes) {
  const rlimit limit{bytes, bytes};
  return ::setrlimit(RLIMIT_DATA, &limit) == 0;
}

#else

void make_heap_ready() {}

bool limit_memory(std::uint64_t /*bytes*/) { return false; }

#endif

}  // namespace mingze::app
