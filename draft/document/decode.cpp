#include "draft/document/decode.hpp"

#include <unicode/ucnv.h>

#include <cstdint>
#include <memory>
#include <optional>

#include "draft/document/foreign_file.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

std::string hex_byte(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

Failure byte_failure(std::size_t offset, unsigned char byte, const std::string& name) {
  const std::string place = std::to_string(offset + 1);
  Message message;
  message.zh = "第 " + place + " 个字节（" + hex_byte(byte) +
               "）不属于 UTF-8、GB18030 或 UTF-16；另存为 UTF-8 再检查";
  message.en = "byte " + place + " (" + hex_byte(byte) +
               ") is neither UTF-8, GB18030 nor UTF-16; save the text as UTF-8 and check that";
  return {"unknown-encoding", name, message};
}

struct Converted {
  std::string text;
  std::optional<std::size_t> wrong_byte;
};

/// Converts with ICU until the end or the first wrong byte.
Converted convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding, &status),
                                                                &ucnv_close);
  if (U_FAILURE(status)) return {{}, 0};
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string units(bytes.size() + 16, u'\0');
  const char* source = bytes.data();
  char16_t* target = units.data();
  ucnv_toUnicode(from.get(), &target, units.data() + units.size(), &source,
                 bytes.data() + bytes.size(), nullptr, true, &status);
  Converted result;
  if (U_FAILURE(status)) {
    char wrong[8];
    int8_t length = sizeof wrong;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(from.get(), wrong, &length, &ignored);
    const auto read = static_cast<std::size_t>(source - bytes.data());
    const auto back = static_cast<std::size_t>(length > 0 ? length : 1);
    result.wrong_byte = read >= back ? read - back : 0;
    return result;
  }
  for (const char16_t* at = units.data(); at < target; ++at) {
    char32_t point = *at;
    if (point >= 0xD800 && point < 0xDC00 && at + 1 < target) {
      point = 0x10000 + ((point - 0xD800) << 10) + (static_cast<char32_t>(*++at) - 0xDC00);
    }
    append_utf8(result.text, point);
  }
  return result;
}

/// UTF-16 without a byte-order mark betrays itself by its ASCII characters' zero bytes, or by the
/// high bytes of Chinese characters and marks standing all on one side.
const char* evident_utf16(std::string_view bytes) {
  const std::size_t sample = bytes.size() < 4096 ? bytes.size() & ~std::size_t{1} : 4096;
  if (sample < 4 || bytes.size() % 2 != 0) return nullptr;
  std::size_t even = 0;
  std::size_t odd = 0;
  std::size_t zeros = 0;
  for (std::size_t i = 0; i < sample; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte == 0) ++zeros;
    if (byte == 0 || byte == 0x30 || byte == 0xFF || (byte >= 0x4E && byte <= 0x9F)) {
      ++(i % 2 == 0 ? even : odd);
    }
  }
  if (zeros == 0) return nullptr;
  const std::size_t half = sample / 2;
  if (odd * 10 >= half * 9 && even < odd) return "UTF-16LE";
  if (even * 10 >= half * 9 && odd < even) return "UTF-16BE";
  return nullptr;
}

/// The form of UTF-16 that a text is in, if any.
const char* utf16_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return evident_utf16(bytes);
}

/// UTF-8 to another encoding; nothing where that lacks a character.
std::optional<std::string> encoded(std::string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open(encoding, &status),
                                                              &ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open("UTF-8", &status),
                                                                &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setFromUCallBack(to.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string bytes(text.size() * 4 + 16, '\0');  // no encoding here needs more
  const char* source = text.data();
  char* target = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &target, bytes.data() + bytes.size(), &source,
                 text.data() + text.size(), nullptr, nullptr, nullptr, nullptr, true, true,
                 &status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(target - bytes.data()));
  return bytes;
}

Result<std::string> converted(std::string_view bytes, const char* encoding,
                              const std::string& name) {
  Converted result = convert(bytes, encoding);
  if (result.wrong_byte) {
    const std::size_t at = *result.wrong_byte;
    const auto byte = static_cast<unsigned char>(at < bytes.size() ? bytes[at] : '\0');
    return byte_failure(at, byte, name);
  }
  return std::move(result.text);
}

/// A text of Big5 is one of GB18030 by its bytes, too. Its marks tell: there they are signs that
/// each user defines, which no text is full of.
bool is_rather_big5(std::string_view text) {
  std::size_t own_signs = 0;
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [sign, size] = decode_at(text, at);
    if (sign >= 0xE000 && sign <= 0xF8FF) ++own_signs;
    if (sign == U'，' || sign == U'。' || sign == U'、') ++marks;
    at += size;
  }
  return own_signs > marks;
}

Result<std::string> text_of(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)))
    return converted(bytes, "UTF-32LE", name);
  if (const char* utf16 = utf16_of(bytes)) return converted(bytes, utf16, name);
  const auto zero = bytes.find('\0');
  if (zero != std::string_view::npos) return byte_failure(zero, 0, name);
  const auto invalid = first_invalid_utf8(bytes);
  if (!invalid) return std::string(bytes);
  Converted chinese = convert(bytes, "gb18030");
  if (!chinese.wrong_byte && !is_rather_big5(chinese.text)) return std::move(chinese.text);
  Converted taiwanese = convert(bytes, "Big5");
  if (!chinese.wrong_byte) return std::move(taiwanese.wrong_byte ? chinese : taiwanese).text;
  const bool mark = bytes.starts_with("\xEF\xBB\xBF");
  const std::size_t at = mark || *invalid > *chinese.wrong_byte ? *invalid : *chinese.wrong_byte;
  return byte_failure(at, static_cast<unsigned char>(bytes[at < bytes.size() ? at : 0]), name);
}

}  // namespace

Result<std::string> decode(std::string_view bytes, const std::string& name) {
  if (const auto foreign = foreign_bytes(bytes)) return not_read(*foreign, name);
  auto text = text_of(bytes, name);
  if (!text) return text;
  if (const auto foreign = foreign_markup(text.value())) return not_read(*foreign, name);
  return text;
}

std::optional<std::string> encode(std::string_view text, std::string_view like) {
  const char* encoding = utf16_of(like);
  if (encoding == nullptr && !first_invalid_utf8(like)) return std::string(text);
  if (encoding == nullptr) encoding = "gb18030";
  const Converted before = convert(like, encoding);
  if (before.wrong_byte || encoded(before.text, encoding) != std::string(like)) return std::nullopt;
  return encoded(text, encoding);
}

}  // namespace mingze::draft
