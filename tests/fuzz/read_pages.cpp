// Any bytes as what Poppler's programs tell of a PDF file: the words of its pages and, behind a
// zero byte, the drawing of its lines. Text in UTF-8 comes of it, whose cells lie within it.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "draft/document/document.hpp"
#include "draft/page/page_text.hpp"
#include "engine/base/utf8.hpp"

namespace {

using namespace mingze;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = std::min(bytes.find('\0'), size);
  const auto pages = draft::read_words(bytes.substr(0, cut));
  const auto rules = draft::read_rules(bytes.substr(std::min(cut + 1, size)));
  const draft::PlainText result = draft::text_of_pages(pages, rules);
  const std::string& text = result.text;
  require(!first_invalid_utf8(text));
  std::uint32_t last = 0;
  for (const draft::TableRow& row : result.rows) {
    require(last <= row.line.begin && row.line.begin <= row.line.end);
    require(row.line.end <= text.size() && !row.cells.empty());
    for (const draft::ByteRange cell : row.cells)
      require(cell.begin <= cell.end && cell.end <= row.line.end);
    last = row.line.end;
  }
  const draft::Document document({0}, text, result.rows);
  require(document.text() == text);
  return 0;
}
