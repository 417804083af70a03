#include "engine/facts/load_tsv.hpp"

#include <algorithm>
#include <charconv>

#include "engine/base/hash.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/utf8.hpp"

namespace mingze {

namespace {

constexpr std::size_t told_errors = 20;

bool is_label_of(const Entity& entity) { return entity.label != entity.id; }

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

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const bool digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                   [](char c) { return c >= '0' && c <= '9'; });
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return digits && read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
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
      const auto number = number_of(text);
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

}  // namespace

TsvLoader::TsvLoader(Program& program, Database& database, unsigned jobs)
    : program_(program), database_(database), jobs_(jobs), names_(program.symbols.kind_count()) {}

const TsvLoader::Names& TsvLoader::names_of(KindId kind) {
  Names& names = names_[kind.value];
  if (names.built) return names;
  names.built = true;
  const Symbols& symbols = program_.symbols;
  const auto add = [&](const std::string& name, Value value) {
    auto& values = names.values[name];
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  };
  for (Value value = 0; value < symbols.entity_count(kind); ++value)
    if (const Entity& entity = symbols.entity(kind, value); is_label_of(entity))
      add(entity.label, value);
  for (const OtherName& other : program_.other_names)
    if (other.kind == kind) add(other.name, other.entity);
  return names;
}

/// The rows of one file.
class TsvRows {
 public:
  TsvRows(TsvLoader& loader, const Source& source, SourceId id, PredicateId predicate,
          Diagnostics& out)
      : loader_(loader),
        symbols_(loader.program_.symbols),
        predicate_(loader.program_[predicate]),
        id_(predicate),
        text_(source.text()),
        source_(id),
        out_(out),
        tuple_(predicate_.slots.size()) {}

  void read() {
    if (text_.size() >= UINT32_MAX) return too_large();
    const std::size_t begin = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    constexpr std::size_t worth_threads = 1U << 19U;
    const bool parts = loader_.jobs_ > 1 && text_.size() >= worth_threads;
    if (!(parts ? read_parts(begin) : read_lines(begin))) return;
    loader_.database_.state_all(id_, std::move(rows_), std::move(spans_));
    if (errors_ > told_errors) tell_of_the_rest();
  }

 private:
  void too_large() {
    add({"file-too-large",
         Severity::error,
         {"文件超过 4 GiB，请拆成几个文件", "the file is larger than 4 GiB; split it"},
         span(0, 0)});
  }

  bool is_valid(std::optional<std::size_t> invalid) {
    if (!invalid) return true;
    const std::string offset = std::to_string(*invalid);
    add({"invalid-utf8",
         Severity::error,
         {"不是有效的 UTF-8：第 " + offset + " 字节（从 0 数起）",
          "this is not valid UTF-8: byte " + offset + " (counted from 0)"},
         span(*invalid, *invalid + 1)});
    return false;
  }

  bool read_lines(std::size_t begin) {
    if (!is_valid(first_invalid_utf8(text_))) return false;
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
      parts.emplace_back(text_, source_, begin, end);
      begin = end;
    }
    in_parallel(parts.size(), loader_.jobs_,
                [&](unsigned, std::size_t i) { parts[i].read(symbols_, predicate_); });
    std::size_t count = 0;
    for (const TsvPart& part : parts) {
      if (!is_valid(part.invalid())) return false;
      count += part.count();
    }
    reserve(count);
    for (const TsvPart& part : parts) {
      const std::size_t rest = part.for_each(
          [&](std::span<const Span> lines, std::span<const Value> values) {
            rows_.insert(rows_.end(), values.begin(), values.end());
            spans_.insert(spans_.end(), lines.begin(), lines.end());
          },
          [&](const Span& line) { row(line.begin, line.end); });
      lines(part.text(), rest);
    }
    return true;
  }

  void reserve(std::size_t lines) {
    rows_.reserve(lines * predicate_.slots.size());
    spans_.reserve(lines);
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
          return value_of(predicate_.slots[column].kind, text, span(at, at + text.size()));
        });
    if (found != predicate_.slots.size()) return wrong_columns(begin, end, found);
    if (!tuple_.good()) return;
    rows_.insert(rows_.end(), tuple_.values().begin(), tuple_.values().end());
    spans_.push_back(span(begin, end));
  }

  std::optional<Value> value_of(KindId kind, std::string_view text, Span place) {
    if (kind == text_kind) return symbols_.text(text);
    if (kind == number_kind) return number(text, place);
    if (kind == date_kind) return date(text, place);
    if (const auto known = symbols_.find_entity(kind, text)) return known;
    if (text.empty()) return empty(place);
    const auto& names = loader_.names_of(kind).values;
    if (const auto other = names.find(text); other != names.end())
      return name_for_id(kind, text, other->second, place);
    return symbols_.entity(kind, text);
  }

  std::optional<Value> number(std::string_view text, Span place) {
    if (const auto number = number_of(text)) return symbols_.number(*number);
    const std::string shown(text);
    return fault({"tsv-number",
                  Severity::error,
                  {"此列应为整数，这里是“" + shown + "”",
                   "this column holds numbers, and here stands \"" + shown + "\""},
                  place});
  }

  std::optional<Value> date(std::string_view text, Span place) {
    if (const auto date = parse_date(text)) return Symbols::date(*date);
    const std::string shown(text);
    return fault(
        {"tsv-date",
         Severity::error,
         {"此列应为日期（如 2026-11-23），这里是“" + shown + "”",
          "this column holds dates (such as 2026-11-23), and here stands \"" + shown + "\""},
         place});
  }

  std::optional<Value> empty(Span place) {
    return fault({"tsv-empty",
                  Severity::error,
                  {"此列应有名称，这里是空的", "this column holds names, and here is none"},
                  place});
  }

  std::optional<Value> name_for_id(KindId kind, std::string_view text,
                                   const std::vector<Value>& values, Span place) {
    const std::string shown(text);
    const std::string kind_name = symbols_.kind(kind).id;
    std::vector<std::string> ids;
    for (const Value value : values) ids.push_back(symbols_.entity(kind, value).id);
    std::sort(ids.begin(), ids.end());
    std::string zh;
    std::string en;
    Diagnostic diagnostic{"tsv-name", Severity::error, {}, place};
    for (const std::string& id : ids) {
      zh += (zh.empty() ? "" : "、") + id;
      en += (en.empty() ? "" : ", ") + id;
      diagnostic.repairs.push_back({place, id, {"改为“" + id + "”", "write \"" + id + "\""}});
    }
    diagnostic.message = {
        "“" + shown + "”是" + kind_name + "的名称，数据中应写代号：" + zh,
        "\"" + shown + "\" is a name of a " + kind_name + "; data names things by their id: " + en};
    for (const Value value : values)
      if (const Span declared = symbols_.entity(kind, value).span; declared.valid())
        diagnostic.related.push_back({declared, {"在此声明", "declared here"}});
    return fault(std::move(diagnostic));
  }

  void wrong_columns(std::size_t begin, std::size_t end, std::size_t found) {
    const std::string expected = std::to_string(predicate_.slots.size());
    const std::string got = std::to_string(found);
    Diagnostic diagnostic{
        "tsv-columns",
        Severity::error,
        {"这一行有 " + got + " 列，“" + predicate_.id + "”应有 " + expected + " 列",
         "this row has " + got + " columns, and " + predicate_.id + " has " + expected},
        span(begin, end)};
    std::string roles;
    for (const Slot& slot : predicate_.slots) roles += (roles.empty() ? "" : " · ") + slot.role;
    diagnostic.notes.push_back({"各列依次为：" + roles + "，以制表符分隔",
                                "the columns are, with tabs between them: " + roles});
    if (predicate_.span.valid())
      diagnostic.related.push_back({predicate_.span, {"在此声明", "declared here"}});
    fault(std::move(diagnostic));
  }

  void tell_of_the_rest() {
    const std::string more = std::to_string(errors_ - told_errors);
    add({"tsv-more",
         Severity::note,
         {"这个文件还有 " + more + " 处错误未列出", "this file has " + more + " more errors"},
         span(0, 0)});
  }

  std::optional<Value> fault(Diagnostic diagnostic) {
    if (++errors_ <= told_errors) add(std::move(diagnostic));
    return std::nullopt;
  }
  void add(Diagnostic diagnostic) { out_.push_back(std::move(diagnostic)); }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  TsvLoader& loader_;
  Symbols& symbols_;
  const Predicate& predicate_;
  PredicateId id_;
  std::string_view text_;
  SourceId source_;
  Diagnostics& out_;
  TsvTuple tuple_;
  std::size_t errors_ = 0;
  std::vector<Value> rows_;
  std::vector<Span> spans_;
};

void TsvLoader::load(const Source& source, SourceId id, PredicateId predicate, Diagnostics& out) {
  TsvRows(*this, source, id, predicate, out).read();
}

}  // namespace mingze
