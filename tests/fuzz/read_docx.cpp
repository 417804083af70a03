// Any bytes as a Word file, and any bytes as the main text of one: a failure in both languages, or
// text in UTF-8 whose cells lie within it, and which a copy with comments keeps.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "draft/document/document.hpp"
#include "draft/word/comments.hpp"
#include "draft/word/docx.hpp"
#include "engine/base/utf8.hpp"
#include "tests/draft/word/word_file.hpp"

namespace {

using namespace mingze;

void require(bool holds) {
  if (!holds) std::abort();
}

void read(std::string_view bytes, draft::Revision revision) {
  const Result<draft::PlainText> result = draft::read_docx(bytes, "draft.docx", revision);
  if (!result) {
    require(!result.failure().message.zh.empty() && !result.failure().message.en.empty());
    return;
  }
  const std::string& text = result.value().text;
  require(!first_invalid_utf8(text));
  std::uint32_t last = 0;
  for (const draft::TableRow& row : result.value().rows) {
    require(last <= row.line.begin && row.line.begin <= row.line.end);
    require(row.line.end <= text.size() && !row.cells.empty());
    for (const draft::ByteRange cell : row.cells)
      require(cell.begin <= cell.end && cell.end <= row.line.end);
    last = row.line.end;
  }
  // A copy with a comment reads the same.
  const auto whole = static_cast<std::uint32_t>(text.size());
  const auto copy = draft::with_comments(
      bytes, "draft.docx", {{{0, whole}, {"注"}}, {{0, 0}, {"注"}}}, "明责", revision);
  if (copy) {
    const auto again = draft::read_docx(copy.value(), "draft.docx", revision);
    require(again.ok() && again.value().text == text);
  } else {
    require(!copy.failure().message.zh.empty());
  }
  const draft::Document document({0}, text, result.value().rows);
  require(document.text() == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (draft::is_zip(bytes)) {
    read(bytes, draft::Revision::accepted);
    return 0;
  }
  // The first byte tells which parts the bytes stand for.
  if (bytes.empty()) return 0;
  const std::string inner(bytes.substr(1));
  draft::WordFile file;
  if ((bytes[0] & 1) != 0) {
    file.body = inner;
  } else {
    file.body = draft::numbered("甲", 0) + draft::numbered("乙", 1);
    file.numbering = inner;
    file.styles = inner;
  }
  read(file.bytes(), (bytes[0] & 2) != 0 ? draft::Revision::original : draft::Revision::accepted);
  return 0;
}
