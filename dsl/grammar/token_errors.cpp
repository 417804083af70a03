#include "dsl/grammar/token_errors.hpp"

#include <fmt/format.h>

#include "dsl/ast/characters.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::dsl {

Diagnostic unterminated_string(Span span, std::string_view text) {
  std::string partner;
  append_utf8(partner, closing_mark(quote_of(decode_at(text, 0).value)));
  return {.code = "unterminated-string",
          .message = {fmt::format("引号没有结束：这一行里没有与之配对的 {}", partner),
                      fmt::format("the string does not end: its line has no {}", partner)},
          .span = span,
          .notes = {{"字符串须在同一行内以配对的引号结束；字符串里没有转义",
                     "a string ends on its line, with the partner of the mark that opened it; "
                     "there are no escapes"}}};
}

Diagnostic stray_quote(Span span, std::string_view mark) {
  return {.code = "stray-quote",
          .message = {fmt::format("{} 没有与之配对的前引号", mark),
                      fmt::format("{} closes no string", mark)},
          .span = span,
          .notes = {{"字符串到第一个与前引号配对的后引号为止；里面还要用引号时，外面换一种",
                     "a string ends at the first partner of its opening mark; to have that mark "
                     "inside, put other quotes around the string"}}};
}

Diagnostic invalid_character(Span span, char32_t character) {
  const auto number = static_cast<std::uint32_t>(character);
  return {.code = "invalid-character",
          .message = {fmt::format("这里有一个控制字符 U+{:04X}", number),
                      fmt::format("a control character, U+{:04X}", number)},
          .span = span,
          .notes = {{"删除它；它在编辑器里往往看不见", "delete it; most editors do not show it"}}};
}

Diagnostic invalid_utf8(SourceId source, std::uint32_t offset, unsigned char byte) {
  const std::string zh = fmt::format("文件不是有效的 UTF-8：第 {} 字节处是 0x{:02X}", offset, byte);
  const std::string en =
      fmt::format("not valid UTF-8: byte 0x{:02X} at byte offset {}", byte, offset);
  return {.code = "invalid-utf8",
          .message = {zh, en},
          .span = {source, offset, offset + 1},
          .notes = {{"把文件另存为 UTF-8 编码；例如 iconv -f GB18030 -t UTF-8",
                     "save the file as UTF-8, for example with iconv -f GB18030 -t UTF-8"}}};
}

}  // namespace mingze::dsl
