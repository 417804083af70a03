#include "bench/generate/word.hpp"

#include "tests/draft/word/word_file.hpp"

namespace mingze::bench {

namespace {

constexpr std::size_t run_bytes = 60;

constexpr const char* paragraph_properties =
    "<w:widowControl/><w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"640\"/>";
constexpr const char* run_properties =
    "<w:rFonts w:ascii=\"仿宋\" w:hAnsi=\"仿宋\" w:eastAsia=\"仿宋\" w:hint=\"eastAsia\"/>"
    "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>";

std::string runs_of(std::string_view line) {
  std::string runs;
  while (!line.empty()) {
    std::size_t end = std::min(run_bytes, line.size());
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
    runs += draft::run(std::string(line.substr(0, end)), run_properties);
    line.remove_prefix(end);
  }
  return runs;
}

}  // namespace

std::string word_file_of(std::string_view text) {
  draft::WordFile file;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    file.body += draft::paragraph(runs_of(text.substr(0, end)), paragraph_properties);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return file.bytes();
}

}  // namespace mingze::bench
