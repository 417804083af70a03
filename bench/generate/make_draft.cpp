// make_draft BYTES [SEED]: a generated policy draft on standard output.
#include <cstdlib>
#include <iostream>

#include "bench/generate/draft.hpp"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "make_draft BYTES [SEED]\n";
    return 2;
  }
  const std::size_t bytes = std::strtoull(argv[1], nullptr, 10);
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  std::cout << mingze::bench::generate_draft(seed, bytes);
  return 0;
}
