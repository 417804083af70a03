// make_draft BYTES [SEED] [docx]: a generated policy draft on standard output, as text or as a Word
// file with that much text.
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "bench/generate/draft.hpp"
#include "bench/generate/word.hpp"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "make_draft BYTES [SEED] [docx]\n";
    return 2;
  }
  const std::size_t bytes = std::strtoull(argv[1], nullptr, 10);
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  const std::string text = mingze::bench::generate_draft(seed, bytes);
  const bool word = argc > 3 && std::string_view(argv[3]) == "docx";
  std::cout << (word ? mingze::bench::word_file_of(text) : text);
  return 0;
}
