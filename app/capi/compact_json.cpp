#include "app/capi/compact_json.hpp"

#include "engine/base/utf8.hpp"

namespace mingze::capi {

void CompactJson::quoted(std::string_view text) {
  text_ += '"';
  while (const auto wrong = first_invalid_utf8(text)) {
    escaped(text.substr(0, *wrong));
    text_ += "\uFFFD";
    text.remove_prefix(*wrong + 1);
  }
  escaped(text);
  text_ += '"';
}

void CompactJson::escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::string_view letters = "btn?fr";  // of the bytes 8 to 13; 11 has none
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    text_ += text.substr(plain, at - plain);
    plain = at + 1;
    text_ += '\\';
    if (byte >= 0x20) {
      text_ += static_cast<char>(byte);
    } else if (byte >= 8 && byte <= 13 && byte != 11) {
      text_ += letters[byte - 8U];
    } else {
      text_ += "u00";
      text_ += digits[byte >> 4U];
      text_ += digits[byte & 15U];
    }
  }
  text_ += text.substr(plain);
}

}  // namespace mingze::capi
