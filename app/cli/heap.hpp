// The memory that the process starts with.
#pragma once

#include <cstdint>

namespace mingze::app {

/// Asks the C library to take memory in one large piece of large pages and to keep it: a run needs
/// some tens of megabytes, and a page fault for each 4 KiB of them took a third of its time. Only a
/// matter of speed; where the C library is another one, nothing is done.
void make_heap_ready();

/// Makes every allocation beyond so many bytes in all fail with std::bad_alloc; false where the
/// system can't, as under a sanitizer, which takes much for itself.
[[nodiscard]] bool limit_memory(std::uint64_t bytes);

}  // namespace mingze::app
