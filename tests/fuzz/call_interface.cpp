// Any bytes as a sequence of calls of the C interface, with arguments good and bad (what must hold
// of each call: tests/capi/random_calls.hpp). After it no handle is left.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/capi/random_calls.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  {
    mingze::capi::Pool pool;
    mingze::capi::RandomCalls calls(
        pool, std::string_view(reinterpret_cast<const char*>(data), size), true);
    calls.run();
  }
  if (mingze_handles() != 0) std::abort();
  return 0;
}
