// Tab-separated text.
#include <algorithm>

#include "engine/base/hash.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/utf8.hpp"
#include "engine/facts/fact_rows.hpp"

namespace mingze {

namespace {

/// Calls `visit` with where each line from `at` on begins and ends, until it returns false; returns
/// where it came to.
template <typename Visit>
std::size_t for_each_line(std::string_view text, std::size_t at, Visit visit) {
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool carriage = end > at && text[end - 1] == '\r';
    if (!visit(at, carriage ? end - 1 : end)) break;
    at = end + 1;
  }
  return std::min(at, text.size());
}

std::size_t lines_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

/// The values of a line. Data repeats itself from line to line, so the last value of each column is
/// kept.
class TsvTuple {
 public:
  explicit TsvTuple(std::size_t columns) : values_(columns), texts_(columns), known_(columns) {}

  /// Reads the cells of a line; returns how many it has. `find`: the value of a column's text, or
  /// nothing, and then the line is not good.
  template <typename Find>
  std::size_t read(std::string_view text, std::size_t begin, std::size_t end, Find find) {
    const std::string_view up_to_end = text.substr(0, end);  // where searches for tabs end
    good_ = true;
    std::size_t at = begin;
    for (std::size_t column = 0;; ++column) {
      const std::size_t tab = std::min(up_to_end.find('\t', at), end);
      if (column < values_.size()) good_ = cell(column, text, at, tab, find) && good_;
      if (tab == end) return column + 1;
      at = tab + 1;
    }
  }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] const std::vector<Value>& values() const { return values_; }

 private:
  template <typename Find>
  bool cell(std::size_t column, std::string_view text, std::size_t begin, std::size_t end,
            Find find) {
    const std::string_view here = text.substr(begin, end - begin);
    if (known_[column] && same_bytes(here, texts_[column])) return true;
    const std::optional<Value> value = find(column, here, begin);
    if (!value) return false;
    values_[column] = *value;
    texts_[column] = here;
    known_[column] = true;
    return true;
  }

  std::vector<Value> values_;
  std::vector<std::string_view> texts_;
  std::vector<bool> known_;
  bool good_ = true;
};

/// A part of a file, from a line's beginning to a line's end, as far as it can be read while
/// nothing changes: lines with a value that is not known yet, or wrong ones, are left open.
class TsvPart {
 public:
  TsvPart(std::string_view text, SourceId source, std::size_t begin, std::size_t end)
      : text_(text.substr(0, end)), source_(source), begin_(begin) {}

  void read(const Symbols& symbols, const Predicate& predicate) {
    invalid_ = first_invalid_utf8(text_.substr(begin_));
    if (invalid_) *invalid_ += begin_;
    count_ = lines_in(text_.substr(begin_));
    const std::size_t columns = predicate.slots.size();
    rows_.reserve(count_ * columns);
    lines_.reserve(count_);
    TsvTuple tuple(columns);
    rest_ = for_each_line(text_, begin_, [&](std::size_t begin, std::size_t end) {
      if (begin == end) return true;
      const std::size_t found = tuple.read(
          text_, begin, end, [&](std::size_t column, std::string_view text, std::size_t) {
            return find(symbols, predicate.slots[column].kind, text);
          });
      if (found == columns && tuple.good()) {
        rows_.insert(rows_.end(), tuple.values().begin(), tuple.values().end());
        lines_.push_back(span(begin, end));
        return true;
      }
      open_.push_back({lines_.size(), span(begin, end)});
      constexpr std::size_t some = 256;
      return open_.size() < some || open_.size() * 8 < lines_.size();  // else it is not worth it
    });
    if (rest_ < text_.size() && !open_.empty()) open_.pop_back();  // the rest begins with it
  }

  /// The first byte that is not UTF-8.
  [[nodiscard]] const std::optional<std::size_t>& invalid() const { return invalid_; }
  /// How many lines there are, at most.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// Calls `known` with lines and their values, `open` with one that is open, in order; returns
  /// where what was not read begins.
  template <typename Known, typename Open>
  std::size_t for_each(Known known, Open open) const {
    std::size_t from = 0;
    const std::size_t columns = lines_.empty() ? 0 : rows_.size() / lines_.size();
    const auto give = [&](std::size_t to) {
      known(std::span(lines_).subspan(from, to - from),
            std::span(rows_).subspan(from * columns, (to - from) * columns));
      from = to;
    };
    for (const auto& [before, line] : open_) {
      give(before);
      open(line);
    }
    give(lines_.size());
    return rest_;
  }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  static std::optional<Value> find(const Symbols& symbols, KindId kind, std::string_view text) {
    if (kind == text_kind) return symbols.find_text(text);
    if (kind == date_kind) {
      const auto date = parse_date(text);
      return date ? std::optional(Symbols::date(*date)) : std::nullopt;
    }
    if (kind == number_kind) {
      const auto number = number_of_digits(text);
      return number ? symbols.find_number(*number) : std::nullopt;
    }
    return symbols.find_entity(kind, text);
  }

  std::string_view text_;  // of the file, to the end of the part
  SourceId source_;
  std::size_t begin_;
  std::size_t count_ = 0;
  std::optional<std::size_t> invalid_;
  std::vector<Value> rows_;
  std::vector<Span> lines_;
  std::vector<std::pair<std::size_t, Span>> open_;  // with how many known ones come before
  std::size_t rest_ = 0;
};

/// The rows of one file.
class TsvRows {
 public:
  TsvRows(FactRows& rows, PredicateId predicate)
      : rows_(rows),
        predicate_(rows.program()[predicate]),
        id_(predicate),
        text_(rows.text()),
        tuple_(predicate_.slots.size()) {}

  void read() {
    if (!rows_.is_small_enough()) return;
    const std::size_t begin = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    constexpr std::size_t worth_threads = 1U << 19U;
    const bool parts = rows_.jobs() > 1 && text_.size() >= worth_threads;
    if (parts ? read_parts(begin) : read_lines(begin)) rows_.finish();
  }

 private:
  bool read_lines(std::size_t begin) {
    if (!rows_.is_valid(first_invalid_utf8(text_))) return false;
    reserve(lines_in(text_));
    lines(text_, begin);
    return true;
  }

  /// Several threads read parts, each against what is known before the file; what they leave open
  /// follows here, in the file's order.
  bool read_parts(std::size_t begin) {
    constexpr std::size_t size = 1U << 18U;
    std::vector<TsvPart> parts;
    while (begin < text_.size()) {
      const std::size_t line = text_.find('\n', std::min(begin + size, text_.size()));
      const std::size_t end = line == std::string_view::npos ? text_.size() : line + 1;
      parts.emplace_back(text_, rows_.span(0, 0).source, begin, end);
      begin = end;
    }
    in_parallel(parts.size(), rows_.jobs(), [&](unsigned, std::size_t i) {
      parts[i].read(rows_.program().symbols, predicate_);
    });
    std::size_t count = 0;
    for (const TsvPart& part : parts) {
      if (!rows_.is_valid(part.invalid())) return false;
      count += part.count();
    }
    reserve(count);
    FactRows::Rows& all = rows_.of(id_);
    for (const TsvPart& part : parts) {
      const std::size_t rest = part.for_each(
          [&](std::span<const Span> lines, std::span<const Value> values) {
            all.values.insert(all.values.end(), values.begin(), values.end());
            all.places.insert(all.places.end(), lines.begin(), lines.end());
          },
          [&](const Span& line) { row(line.begin, line.end); });
      lines(part.text(), rest);
    }
    return true;
  }

  void reserve(std::size_t lines) {
    rows_.of(id_).values.reserve(lines * predicate_.slots.size());
    rows_.of(id_).places.reserve(lines);
  }

  void lines(std::string_view text, std::size_t at) {
    for_each_line(text, at, [&](std::size_t begin, std::size_t end) {
      if (begin != end) row(begin, end);
      return true;
    });
  }

  void row(std::size_t begin, std::size_t end) {
    const std::size_t found = tuple_.read(
        text_, begin, end, [&](std::size_t column, std::string_view text, std::size_t at) {
          return rows_.value_of(predicate_.slots[column].kind, text,
                                rows_.span(at, at + text.size()));
        });
    if (found != predicate_.slots.size())
      rows_.wrong_count("data-columns", id_, found, rows_.span(begin, end));
    else if (tuple_.good())
      rows_.add(id_, tuple_.values(), rows_.span(begin, end));
  }

  FactRows& rows_;
  const Predicate& predicate_;
  PredicateId id_;
  std::string_view text_;
  TsvTuple tuple_;
};

}  // namespace

void FactLoader::load_tsv(const Source& source, SourceId id, PredicateId predicate,
                          Diagnostics& out) {
  FactRows rows(*this, source, id, out);
  TsvRows(rows, predicate).read();
}

}  // namespace mingze
