#include "engine/facts/load_tsv.hpp"

#include <algorithm>
#include <charconv>

#include "engine/base/hash.hpp"
#include "engine/base/utf8.hpp"

namespace mingze {

namespace {

constexpr std::size_t told_errors = 20;

bool is_label_of(const Entity& entity) { return entity.label != entity.id; }

}  // namespace

TsvLoader::TsvLoader(Program& program, Database& database)
    : program_(program), database_(database), names_(program.symbols.kind_count()) {}

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
        tuple_(predicate_.slots.size()),
        last_text_(tuple_.size()),
        known_(tuple_.size(), false) {}

  void read() {
    if (!readable()) return;
    const auto lines = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n')) + 1;
    rows_.reserve(lines * tuple_.size());
    spans_.reserve(lines);
    std::size_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const bool carriage = end > at && text_[end - 1] == '\r';
      row(at, carriage ? end - 1 : end);
      at = end + 1;
    }
    loader_.database_.state_all(id_, std::move(rows_), std::move(spans_));
    if (errors_ > told_errors) tell_of_the_rest();
  }

 private:
  bool readable() {
    if (text_.size() >= UINT32_MAX) {
      add({"file-too-large",
           Severity::error,
           {"文件超过 4 GiB，请拆成几个文件", "the file is larger than 4 GiB; split it"},
           span(0, 0)});
      return false;
    }
    const auto invalid = first_invalid_utf8(text_);
    if (!invalid) return true;
    const std::string offset = std::to_string(*invalid);
    add({"invalid-utf8",
         Severity::error,
         {"不是有效的 UTF-8：第 " + offset + " 字节（从 0 数起）",
          "this is not valid UTF-8: byte " + offset + " (counted from 0)"},
         span(*invalid, *invalid + 1)});
    return false;
  }

  void row(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const std::size_t columns = tuple_.size();
    const std::string_view up_to_end = text_.substr(0, end);  // where searches for tabs end
    std::size_t at = begin;
    std::size_t column = 0;
    bool good = true;
    for (;; ++column) {
      const std::size_t tab = std::min(up_to_end.find('\t', at), end);
      if (column < columns) good = cell(column, at, tab) && good;
      if (tab == end) break;
      at = tab + 1;
    }
    if (column + 1 != columns) return wrong_columns(begin, end, column + 1);
    if (!good) return;
    rows_.insert(rows_.end(), tuple_.begin(), tuple_.end());
    spans_.push_back(span(begin, end));
  }

  /// Puts the value of a cell into the tuple. Data repeats itself from line to line, so the last
  /// value of each column is kept.
  bool cell(std::size_t column, std::size_t begin, std::size_t end) {
    const std::string_view text = text_.substr(begin, end - begin);
    if (known_[column] && same_bytes(text, last_text_[column])) return true;
    const auto value = value_of(predicate_.slots[column].kind, text, span(begin, end));
    if (!value) return false;
    tuple_[column] = *value;
    last_text_[column] = text;
    known_[column] = true;
    return true;
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
    std::int64_t number = 0;
    const bool digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                     [](char c) { return c >= '0' && c <= '9'; });
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (digits && read.ec == std::errc() && read.ptr == end) return symbols_.number(number);
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
    const std::string expected = std::to_string(tuple_.size());
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
  std::vector<Value> tuple_;
  std::vector<std::string_view> last_text_;
  std::vector<bool> known_;
  std::size_t errors_ = 0;
  std::vector<Value> rows_;
  std::vector<Span> spans_;
};

void TsvLoader::load(const Source& source, SourceId id, PredicateId predicate, Diagnostics& out) {
  TsvRows(*this, source, id, predicate, out).read();
}

}  // namespace mingze
