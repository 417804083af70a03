#include "draft/document/edits.hpp"

#include <algorithm>
#include <array>

namespace mingze::draft {

namespace {

// More characters times characters than that are not compared one by one.
constexpr std::size_t most_compared = std::size_t{1} << 22;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Where characters begin, and the end.
std::vector<std::uint32_t> characters_of(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (!continues(text[i])) out.push_back(static_cast<std::uint32_t>(i));
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

/// A text by its characters.
class Characters {
 public:
  explicit Characters(std::string_view text) : text_(text), begins_(characters_of(text)) {}
  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
  [[nodiscard]] std::uint32_t begin(std::size_t i) const { return begins_[i]; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const { return slice(i, i + 1); }
  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begins_[begin], begins_[end] - begins_[begin]);
  }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> begins_;
};

/// A longest common subsequence: lengths of those of the rest from (i, j) on.
std::vector<std::uint32_t> common_lengths(const Characters& old, const Characters& now) {
  const std::size_t width = now.size() + 1;
  std::vector<std::uint32_t> length((old.size() + 1) * width, 0);
  for (std::size_t i = old.size(); i-- > 0;)
    for (std::size_t j = now.size(); j-- > 0;)
      length[i * width + j] =
          old[i] == now[j] ? length[(i + 1) * width + j + 1] + 1
                           : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
  return length;
}

/// Characters [old_begin, old_end) become [now_begin, now_end).
struct Hunk {
  std::size_t old_begin, old_end, now_begin, now_end;
};

std::vector<Hunk> compare(const Characters& old, const Characters& now) {
  if (old.size() * now.size() > most_compared) return {{0, old.size(), 0, now.size()}};
  const auto length = common_lengths(old, now);
  const std::size_t width = now.size() + 1;
  std::vector<Hunk> out;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < old.size() || j < now.size()) {
    if (i < old.size() && j < now.size() && old[i] == now[j]) {
      ++i;
      ++j;
      continue;
    }
    Hunk hunk{i, i, j, j};
    while ((i < old.size() || j < now.size()) &&
           !(i < old.size() && j < now.size() && old[i] == now[j])) {
      const bool take_old = j == now.size() || (i < old.size() && length[(i + 1) * width + j] >=
                                                                      length[i * width + j + 1]);
      ++(take_old ? i : j);
    }
    hunk.old_end = i;
    hunk.now_end = j;
    if (!out.empty() && hunk.old_begin - out.back().old_end <= 1) {
      out.back().old_end = hunk.old_end;
      out.back().now_end = hunk.now_end;
    } else {
      out.push_back(hunk);
    }
  }
  return out;
}

bool is_mark(std::string_view character) {
  constexpr std::array<std::string_view, 11> marks{
      {"，", "、", "；", "。", "（", "）", ",", ";", "(", ")", "\n"}};
  return std::find(marks.begin(), marks.end(), character) != marks.end();
}

/// Whether a stretch is one that people would put in or cross out: up to a mark, or from one on.
bool is_by_marks(const Characters& text, std::size_t begin, std::size_t end) {
  return is_mark(text[begin]) || is_mark(text[end - 1]);
}

/// Words that only come or only go may as well come or go a little earlier, where the same
/// character stands before them and at their end: 县[甲局牵头，县]乙局 is [县甲局牵头，]县乙局.
Hunk by_marks(Hunk hunk, std::size_t old_from, std::size_t now_from, const Characters& old,
              const Characters& now) {
  const bool comes = hunk.old_begin == hunk.old_end;
  if (!comes && hunk.now_begin != hunk.now_end) return hunk;
  for (Hunk other = hunk;;) {
    if (comes ? is_by_marks(now, other.now_begin, other.now_end)
              : is_by_marks(old, other.old_begin, other.old_end))
      return other;
    if (other.old_begin <= old_from || other.now_begin <= now_from ||
        old[other.old_begin - 1] != (comes ? now[other.now_end - 1] : old[other.old_end - 1]))
      return hunk;
    --other.old_begin;
    --other.old_end;
    --other.now_begin;
    --other.now_end;
  }
}

std::vector<Hunk> all_by_marks(std::vector<Hunk> hunks, const Characters& old,
                               const Characters& now) {
  for (std::size_t i = 0; i < hunks.size(); ++i)
    hunks[i] = by_marks(hunks[i], i == 0 ? 0 : hunks[i - 1].old_end + 1,
                        i == 0 ? 0 : hunks[i - 1].now_end + 1, old, now);
  return hunks;
}

}  // namespace

std::vector<Edit> hunks_of(const Edit& edit, std::string_view text) {
  const std::uint32_t begin = edit.words.begin;
  const Characters old(text.substr(begin, edit.words.end - begin));
  const Characters now(edit.text);
  std::vector<Edit> out;
  for (const Hunk& hunk : all_by_marks(compare(old, now), old, now))
    out.push_back({{begin + old.begin(hunk.old_begin), begin + old.begin(hunk.old_end)},
                   std::string(now.slice(hunk.now_begin, hunk.now_end))});
  return out;
}

std::string applied(std::string_view text, const std::vector<Edit>& edits) {
  std::string out;
  std::uint32_t done = 0;
  for (const Edit& edit : edits) {
    out += text.substr(done, edit.words.begin - done);
    out += edit.text;
    done = edit.words.end;
  }
  return out += text.substr(done);
}

ByteRange before_edits(ByteRange place, const std::vector<Edit>& edits) {
  ByteRange out;
  // What lies behind the changes so far is moved by so much.
  std::int64_t moved = 0;
  const auto back = [&](std::uint32_t at) { return static_cast<std::uint32_t>(at - moved); };
  bool begun = false;
  for (const Edit& edit : edits) {
    const auto begin = static_cast<std::uint32_t>(edit.words.begin + moved);
    const auto end = static_cast<std::uint32_t>(begin + edit.text.size());
    if (!begun && place.begin < end) {
      out.begin = std::min(back(place.begin), edit.words.begin);
      begun = true;
    }
    if (place.end <= end) {
      out.end = place.end <= begin ? back(place.end) : edit.words.end;
      return out;
    }
    moved += static_cast<std::int64_t>(edit.text.size()) - (edit.words.end - edit.words.begin);
  }
  if (!begun) out.begin = back(place.begin);
  out.end = back(place.end);
  return out;
}

}  // namespace mingze::draft
