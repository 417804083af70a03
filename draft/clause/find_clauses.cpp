#include "draft/clause/find_clauses.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

// A clause longer than this is none: the longest lists hold some thirty names.
constexpr std::uint32_t longest_clause = 700;
// Lines of labels that make one clause: 牵头, 责任, 配合, 完成时限 and a few more.
constexpr std::size_t most_parts = 8;

constexpr WordSet<13> never_in_clause{{U"负责解释", U"以下简称", U"简称", U"谁", U"负责人", U"的,",
                                       U"是指", U"包括", U"详见", U"《", U"例如", U"即", U"http"}};
constexpr WordSet<10> role_words{
    {U"负责", U"牵头", U"配合", U"参与", U"落实", U"实施", U"参加", U"协助", U"单位:", U"部门:"}};

/// A bare list of names is a clause only where a sentence ends before it, or the block after it;
/// 某部（某办） is a name with another name.
bool may_hold_bare_list(const TextView& text, Range block, Range bracket) {
  if (bracket.begin <= block.begin) return false;
  if (is_sentence_end(text.at(bracket.begin - 1))) return true;
  const Range rest{std::min(bracket.end, block.end), block.end};
  const bool last = rest.empty() || text.of(rest) == U"。";
  const std::uint32_t from =
      bracket.begin - std::min<std::uint32_t>(bracket.begin - block.begin, 12);
  return last && !ends_like_body(text.of({from, bracket.begin}), false);
}

/// The words of a clause without what its inner brackets hold.
std::u32string outside_brackets(View view) {
  std::u32string out;
  int depth = 0;
  for (const char32_t c : view) {
    if (is_opening(c)) ++depth;
    if (depth == 0) out += c;
    if (is_closing(c) && depth > 0) --depth;
  }
  return out;
}

class ClauseFinder {
 public:
  explicit ClauseFinder(const TextView& text) : text_(text) {}

  /// `further`: a block below the first one of a number.
  void block(Range range, bool further) {
    block_ = range;
    further_ = further;
    std::uint32_t at = block_.begin;
    while (at < block_.end) {
      const char32_t c = text_.at(at);
      if (is_opening(c) && !starts_bracketed_label(at)) {
        at = bracket(at);
      } else if (c == U':' || (c != U'[' && !may_start_label(at))) {
        ++at;
      } else {
        at = label(at);
      }
    }
  }

  std::vector<FoundClause> finish() { return std::move(found_); }

 private:
  [[nodiscard]] bool may_start_label(std::uint32_t at) const {
    if (at == block_.begin) return true;
    const char32_t before = text_.at(at - 1);
    return is_sentence_end(before) || before == U')' || before == U']' || before == U'*' ||
           before == U'—' || before == U':' || text_.document().gap_before(at);
  }

  /// 【牵头单位】甲局.
  [[nodiscard]] bool starts_bracketed_label(std::uint32_t at) const {
    return text_.at(at) == U'[' &&
           label_at(text_.of({at, std::min(block_.end, at + 20)}), 0).length > 0;
  }

  /// Place of the bracket that closes the one at `open`; the block's end if none does. The search
  /// is bounded, so that a text of nothing but open brackets stays linear.
  [[nodiscard]] std::uint32_t closing_of(std::uint32_t open) const {
    const std::uint32_t limit = std::min(block_.end, open + longest_clause + 2);
    int depth = 0;
    for (std::uint32_t at = open; at < limit; ++at) {
      if (is_opening(text_.at(at))) ++depth;
      if (is_closing(text_.at(at)) && --depth == 0) return at;
      if (depth > 8) return at;
    }
    return limit;
  }

  std::uint32_t bracket(std::uint32_t open) {
    std::uint32_t close = closing_of(open);
    if (close >= block_.end) close = unclosed_end(open);
    const Range inside{open + 1, std::min(close, block_.end)};
    if (inside.empty() || inside.size() > longest_clause) return open + 1;
    const auto view = text_.of(inside);
    if (view.size() < 3 || !plausible(view, {open, close + 1})) return skip_bracket(open, close);
    FoundClause clause{{open, std::min(close + 1, block_.end)}, ClauseForm::bracket, {inside}, {}};
    clause.parsed = parse_clause(text_, clause.parts);
    const bool bare = !clause.parsed.labelled && !clause.parsed.marked;
    if (!reads_as_clause(text_, clause.parsed, inside) ||
        (bare && !is_line_of_names({open, close + 1}) &&
         !may_hold_bare_list(text_, block_, {open, close + 1}))) {
      return skip_bracket(open, close);
    }
    const std::uint32_t end = clause.range.end;
    add(std::move(clause));
    return end;
  }

  /// （甲局、乙局） as a line of its own below a task.
  [[nodiscard]] bool is_line_of_names(Range bracket) const {
    return further_ && bracket.begin == block_.begin && bracket.end >= block_.end;
  }

  /// A bracket that is never closed counts as closed at the end of its sentence.
  [[nodiscard]] std::uint32_t unclosed_end(std::uint32_t open) const {
    std::uint32_t at = open;
    const std::uint32_t limit = std::min(block_.end, open + longest_clause);
    while (at < limit && text_.at(at) != U'。') ++at;
    return at;
  }

  /// A bracket that is no clause may hold one: look inside when it is long.
  [[nodiscard]] static std::uint32_t skip_bracket(std::uint32_t open, std::uint32_t close) {
    return close - open < 60 ? close + 1 : open + 1;
  }

  [[nodiscard]] bool plausible(View view, Range bracket) const {
    if (label_at(view, 0).length > 0) return true;
    if (contains_any(outside_brackets(view), never_in_clause)) return false;
    return contains_any(view, role_words) || is_line_of_names(bracket) ||
           may_hold_bare_list(text_, block_, bracket);
  }

  /// 责任单位：甲局 in running text, to the end of its sentence or of the block.
  std::uint32_t label(std::uint32_t at) {
    LabelAt found = label_at(text_.of({at, std::min(block_.end, at + 20)}), 0);
    if (found.length == 0 && at == block_.begin) found = label_before_gap(text_, block_);
    if (found.length == 0) return at + 1;
    std::uint32_t end = at + found.length;
    int depth = 0;
    while (end < block_.end && end - at < longest_clause) {
      const char32_t c = text_.at(end);
      if (is_opening(c)) ++depth;
      if (is_closing(c) && depth > 0) --depth;
      if (depth == 0 && c == U'。') break;
      ++end;
    }
    FoundClause clause{{at, end}, ClauseForm::label, {{at, end}}, {}};
    clause.parsed = parse_clause(text_, clause.parts);
    // 成员单位：甲局 only goes on from who leads them.
    const bool members = text_.of({at, end}).starts_with(U"成员");
    if (members && (found_.empty() || !belongs_to(found_.back(), clause))) return at + 1;
    const bool blank = says_nobody(text_.of({at + found.length, end}));
    const bool reads = blank || reads_as_clause(text_, clause.parsed, clause.range);
    if ((!reads && found.role != Role::ignored) || (found.verb && !all_bodies(clause.parsed))) {
      return at + found.length;
    }
    add(std::move(clause));
    return end;
  }

  /// 配合单位：无
  [[nodiscard]] static bool says_nobody(View value) {
    static constexpr WordSet<6> blanks{{U"无", U"—", U"——", U"-", U"/", U"--"}};
    return std::find(blanks.begin(), blanks.end(), value) != blanks.end();
  }

  /// 牵头单位为首问责任单位 gives nobody a role, 牵头单位为甲局 does.
  [[nodiscard]] bool all_bodies(const ParsedClause& parsed) const {
    return std::all_of(parsed.names.begin(), parsed.names.end(), [this](const RoleName& name) {
      return is_body_name(text_, name.name.range, true) &&
             !is_untold_body(text_.of(name.name.range));
    });
  }

  /// Clauses with nothing between them are one: （牵头单位：甲局）（配合单位：乙局）.
  void add(FoundClause clause) {
    if (!found_.empty() && belongs_to(found_.back(), clause)) {
      FoundClause& last = found_.back();
      last.range.end = clause.range.end;
      last.parts.push_back(clause.parts.front());
      last.parsed = parse_clause(text_, last.parts);
    } else {
      found_.push_back(std::move(clause));
    }
  }

  [[nodiscard]] bool belongs_to(const FoundClause& last, const FoundClause& next) const {
    for (std::uint32_t at = last.range.end; at < next.range.begin; ++at) {
      if (View(U"。;,、 >*").find(text_.at(at)) == View::npos) return false;
    }
    if (!next.parsed.labelled) return next.parsed.names.empty() && last.parts.size() < most_parts;
    if (last.parts.size() >= most_parts || repeats_role(last, next)) return false;
    return last.parsed.labelled || last.form == ClauseForm::label;
  }

  /// A second 责任单位： is not the rest of the first, nor is a 牵头单位： the rest of anything.
  [[nodiscard]] static bool repeats_role(const FoundClause& last, const FoundClause& next) {
    for (const RoleName& name : next.parsed.names) {
      if (name.role == Role::lead) return true;
      for (const RoleName& before : last.parsed.names) {
        if (before.role == name.role && name.role == Role::responsible) return true;
      }
    }
    return false;
  }

  const TextView& text_;
  Range block_;
  bool further_ = false;
  std::vector<FoundClause> found_;
};

}  // namespace

namespace {

/// （学生处、后勤处）: short names of offices and nothing else.
bool are_offices(const TextView& text, const ParsedClause& parsed) {
  constexpr std::uint32_t longest_office = 9;
  return std::all_of(parsed.names.begin(), parsed.names.end(), [&](const RoleName& name) {
    const View view = text.of(name.name.range);
    return view.size() <= longest_office && std::none_of(view.begin(), view.end(), is_digit) &&
           (is_office_name(text, name.name.range) || is_body_name(text, name.name.range, true));
  });
}

}  // namespace

bool reads_as_clause(const TextView& text, const ParsedClause& parsed, Range inside) {
  if (parsed.names.empty()) return false;
  if (parsed.labelled) return true;
  std::size_t strict = 0;
  std::size_t loose = 0;
  for (const RoleName& name : parsed.names) {
    const Range range = name.name.range;
    if (is_body_name(text, range, true)) {
      ++strict;
    } else if (is_body_name(text, range, false) || is_function_name(text, range)) {
      ++loose;
    }
  }
  const std::size_t count = parsed.names.size();
  if (parsed.marked && parsed.functions) return true;
  if (parsed.marked) return strict > 0 ? (strict + loose) * 2 >= count : loose == count;
  if (are_offices(text, parsed)) return true;
  // A bare list: every name must be one, and known or plainly a body.
  return strict + loose == count && strict * 2 > count && !contains(text.of(inside), U"。");
}

std::optional<FoundClause> list_after_task(const TextView& text, Range block) {
  constexpr std::uint32_t shortest_task = 4;
  static constexpr WordSet<9> no_tasks{
      {U"单位", U"部门", U"机关", U"成员", U"人员", U"对象", U"来源", U"范围", U"组长"}};
  const View view = text.of(block);
  const std::size_t mark = view.find_first_of(U":—");
  if (mark == View::npos || mark < shortest_task) return std::nullopt;
  const std::size_t after = view.find_first_not_of(U":—", mark);
  if (after == View::npos || (view[mark] == U'—' && after < mark + 2)) return std::nullopt;
  if (ends_with_any(view.substr(0, mark), no_tasks)) return std::nullopt;
  const Range list{block.begin + static_cast<std::uint32_t>(after), block.end};
  FoundClause clause{list, ClauseForm::label, {list}, {}};
  clause.parsed = parse_clause(text, clause.parts, Role::responsible);
  const auto& names = clause.parsed.names;
  const bool bodies = std::all_of(names.begin(), names.end(), [&](const RoleName& name) {
    const Range range = name.name.range;  // 市林业局森防站
    const bool placed = text.prefix_length(range.begin, range.end) > 0;
    return is_body_name(text, range, true) || (placed && is_office_name(text, range));
  });
  if (names.empty() || !bodies || clause.parsed.marked) return std::nullopt;
  clause.parsed.labelled = true;
  return clause;
}

std::vector<FoundClause> find_clauses(const TextView& text, const std::vector<Range>& blocks,
                                      Under under) {
  ClauseFinder finder(text);
  for (const Range& block : blocks)
    finder.block(block, under == Under::number && &block != &blocks.front());
  return finder.finish();
}

}  // namespace mingze::draft
