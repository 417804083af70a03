// Reads the bytes of an archive with every bound checked. After the first wrong byte it reads
// nothing more and `finished` is false; what was read until then is to be thrown away.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/fields.hpp"

namespace mingze::dsl {

/// Changes whenever the tree does.
inline constexpr std::string_view archive_magic = "mzast01\n";
inline constexpr std::size_t checksum_size = 8;

/// Eight bytes that tell an archive that was changed since it was written.
inline std::string checksum_bytes(std::string_view body) {
  std::uint64_t sum = 14695981039346656037U ^ body.size();
  const auto mix = [&sum](std::uint64_t word) {
    sum = (sum ^ word) * 1099511628211U;
    sum ^= sum >> 29U;
  };
  std::size_t at = 0;
  for (; at + 8 <= body.size(); at += 8) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i)
      word |= std::uint64_t{static_cast<unsigned char>(body[at + i])} << (8 * i);
    mix(word);
  }
  for (; at < body.size(); ++at) mix(static_cast<unsigned char>(body[at]));
  std::string out;
  for (std::size_t i = 0; i < checksum_size; ++i)
    out += static_cast<char>((sum >> (8 * i)) & 0xFFU);
  return out;
}

class ArchiveReader {
 public:
  ArchiveReader(std::string_view bytes, SourceId source) : bytes_(bytes), source_(source) {
    const std::uint64_t count = number();
    strings_.reserve(std::min(count, most_reserved));
    for (std::uint64_t i = 0; i < count && good_; ++i) read_string();
  }

  [[nodiscard]] bool finished() const { return good_ && at_ == bytes_.size(); }

  void read(std::string& text) {
    const std::uint64_t index = number();
    if (index >= strings_.size()) return stop();
    text.assign(strings_[index]);
  }
  void read(std::int32_t& value) { value = static_cast<std::int32_t>(unzigzag(number())); }
  void read(bool& value) { value = below(2) == 1; }
  void read(Form& value) { value = static_cast<Form>(below(6)); }
  void read(Quote& value) { value = static_cast<Quote>(below(5)); }
  void read(Language& value) { value = static_cast<Language>(below(2)); }
  void read(Severity& value) { value = static_cast<Severity>(below(3)); }
  void read(Ground& value) { value = static_cast<Ground>(below(3)); }
  void read(Condition::Sort& value) { value = static_cast<Condition::Sort>(below(3)); }
  void read(Expectation::Sort& value) { value = static_cast<Expectation::Sort>(below(4)); }

  void read(Span& span) {
    const std::uint64_t size = number();
    if (size == 0) {
      span = {};
      return;
    }
    last_begin_ += unzigzag(number());
    const std::int64_t end = last_begin_ + static_cast<std::int64_t>(size - 1);
    if (last_begin_ < 0 || end < last_begin_ || end > std::int64_t{UINT32_MAX}) return stop();
    span = {source_, static_cast<std::uint32_t>(last_begin_), static_cast<std::uint32_t>(end)};
  }

  template <typename T>
  void read(std::optional<T>& value) {
    if (below(2) == 1) read(value.emplace());
  }

  template <typename T>
  void read(std::vector<T>& values) {
    const std::uint64_t count = number();
    if (count > bytes_.size() - at_) return stop();  // every value takes a byte at least
    values.reserve(std::min<std::uint64_t>(count, most_reserved));  // a count may be wrong
    for (std::uint64_t i = 0; i < count && good_; ++i) read(values.emplace_back());
  }

  void read(StatementBody& body) {
    read_alternative<0>(body, below(std::variant_size_v<StatementBody>));
  }

  template <typename Node>
  requires std::is_class_v<Node>
  void read(Node& node) {
    const auto all = [this](auto&... members) { (read(members), ...); };
    fields(node, all);
    places(node, all);
  }

 private:
  template <std::size_t Index>
  void read_alternative(StatementBody& body, std::uint64_t index) {
    if constexpr (Index < std::variant_size_v<StatementBody>) {
      if (index == Index) return read(body.emplace<Index>());
      read_alternative<Index + 1>(body, index);
    }
  }

  void read_string() {
    const std::uint64_t size = number();
    if (size > bytes_.size() - at_) return stop();
    strings_.push_back(bytes_.substr(at_, size));
    at_ += size;
  }

  static std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 36; shift += 7) {
      if (at_ >= bytes_.size()) break;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    stop();
    return 0;
  }

  std::uint64_t below(std::uint64_t limit) {
    const std::uint64_t value = number();
    if (value < limit) return value;
    stop();
    return 0;
  }

  static constexpr std::uint64_t most_reserved = 8192;

  void stop() {
    good_ = false;
    at_ = bytes_.size();
  }

  std::string_view bytes_;
  SourceId source_;
  std::size_t at_ = 0;
  bool good_ = true;
  std::vector<std::string_view> strings_ = {};
  std::int64_t last_begin_ = 0;
};

}  // namespace mingze::dsl
