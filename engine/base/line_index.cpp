#include "engine/base/line_index.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace mingze {

LineIndex::LineIndex(std::string_view text) : text_(text) {
  starts_.push_back(0);
  // Found by memchr, which looks at many bytes at a time.
  std::size_t feed = text.find('\n');
  std::size_t carriage = text.find('\r');
  while (feed != std::string_view::npos || carriage != std::string_view::npos) {
    const std::size_t end = std::min(feed, carriage);
    const bool crlf = end == carriage && feed == carriage + 1;
    if (!crlf) starts_.push_back(static_cast<std::uint32_t>(end + 1));
    if (end == feed)
      feed = text.find('\n', end + 1);
    else
      carriage = text.find('\r', end + 1);
  }
}

std::uint32_t LineIndex::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(after - starts_.begin());
}

LineColumn LineIndex::at(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const std::uint32_t line = line_of(offset);
  const std::uint32_t start = line_start(line);
  const auto before = count_code_points(text_.substr(start, offset - start));
  return {line, static_cast<std::uint32_t>(before) + 1};
}

std::string_view LineIndex::line_text(std::uint32_t line) const {
  const std::uint32_t start = line_start(line);
  const std::size_t end = line < line_count() ? line_start(line + 1) : text_.size();
  std::string_view text = text_.substr(start, end - start);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::uint32_t LineIndex::utf16_column(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  std::uint32_t units = 0;
  for (std::uint32_t at = line_start(line_of(offset)); at < offset;) {
    const CodePoint point = decode_at(text_, at);
    units += point.value >= 0x10000 ? 2 : 1;
    at += point.bytes;
  }
  return units + 1;
}

}  // namespace mingze
