#include "draft/clause/parse_clause.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/markers.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

// A segment that states a rule or a scope holds no names of this clause.
constexpr WordSet<28> rule_words{
    {U"均需",     U"均须",     U"均由",     U"下同",       U"不再列",     U"不再重复", U"不再一一",
     U"首位",     U"第一位",   U"第一个",   U"逗号前",     U"分号前",     U"顿号前",   U"第一为",
     U"排名第一", U"排第一",   U"以下均",   U"以下各",     U"以下任务",   U"以下工作", U"第1位",
     U"均涉及",   U"的为牵头", U"者为牵头", U"单位为牵头", U"部门为牵头", U"号为牵头", U"列第一"}};
constexpr WordSet<17> deadline_words{{U"季度", U"上半年", U"下半年", U"年内", U"全年", U"持续优化",
                                      U"成效", U"持续开展", U"底前", U"月底", U"年底", U"持续推进",
                                      U"长期", U"月完成", U"日前", U"年前", U"按进度"}};

/// Whether a segment is a deadline and no name: 2023年底前, 持续推进.
bool is_deadline(View segment) {
  if (segment.empty()) return false;
  if (contains_any(segment, deadline_words) && !ends_like_body(segment, false)) return true;
  const bool dated = is_digit(segment[0]) && !ends_like_body(segment, false);
  return dated &&
         (contains(segment, U"月") || contains(segment, U"年") || segment.ends_with(U"月") ||
          segment.ends_with(U"年") || segment.ends_with(U"日") || segment.ends_with(U"完成") ||
          segment.ends_with(U"分") || segment.ends_with(U"度"));
}

class ClauseParser {
 public:
  ClauseParser(const TextView& text, Role initial) : text_(text), role_(initial) {}

  void part(Range range) {
    std::uint32_t begin = range.begin;
    int depth = 0;
    const auto view = text_.of(range);
    if (role_ == Role::ignored) role_ = Role::none;
    after_comma_ = false;
    for (std::uint32_t i = 0; i < view.size(); ++i) {
      const char32_t c = view[i];
      const std::uint32_t at = range.begin + i;
      if (depth == 0) {
        if (const LabelAt label = label_here(range, i);
            label.length > 0 && label_may_start(view, i)) {
          segment({begin, at});
          take_label(label.role);
          begin = at + label.length;
          i += label.length - 1;
          continue;
        }
        if (c == U',' || c == U';' || c == U'。') {
          segment({begin, at});
          begin = at + 1;
          after_comma_ = after_comma_ || c == U',';
          if (c == U';') next_list();
        }
      }
      if (is_opening(c)) ++depth;
      if (is_closing(c) && depth > 0) --depth;
    }
    segment({begin, range.end});
  }

  ParsedClause finish() {
    flush(Role::none);
    return std::move(clause_);
  }

 private:
  [[nodiscard]] LabelAt label_here(Range part, std::uint32_t i) const {
    const View view = text_.of(part);
    const LabelAt label = label_at(view, i);
    const std::uint32_t at = part.begin + i;
    const bool apart =
        i == 0 || View(U",;。").find(view[i - 1]) != View::npos || text_.document().gap_before(at);
    return label.length == 0 && apart ? label_before_gap(text_, {at, part.end}) : label;
  }

  /// A label stands at the start, after a mark or a gap; 牵头责任单位： is not cut in two.
  [[nodiscard]] static bool label_may_start(View view, std::size_t at) {
    if (at == 0) return true;
    const View before = view.substr(at - 1, 1);
    constexpr View stems = U"牵责主第总头";
    return stems.find(before[0]) == View::npos;
  }

  void take_label(Role role) {
    flush(Role::none);
    role_ = role;
    if (role != Role::ignored) clause_.labelled = true;
    after_comma_ = false;
  }

  void next_list() {
    ++list_;
    clause_.lists = list_ + 1;
    if (role_ == Role::ignored) role_ = Role::none;
  }

  void segment(Range range) {
    if (text_.of(range).empty()) return;
    if (contains_any(text_.of(range), rule_words)) {
      range = before_bracketed_rule(range);
      if (range.empty()) return;
    }
    const auto view = text_.of(range);
    if (is_deadline(view)) return;
    if (role_ == Role::ignored) {
      const bool names =
          ends_like_body(view, true) && text_.prefix_length(range.begin, range.end) > 0;
      if (!names && find_marker(view).role == Role::none) return;
      role_ = Role::none;
    }
    bool marked_before = false;
    while (!range.empty()) {
      Marker marker = find_marker(text_.of(range));
      if (marker.role == Role::none) marker = verb_with_object(range);
      if (marker.role == Role::none) {
        // 参与编制, 参加并做好资金平衡: words behind a marker are names only if they are bodies.
        if (!marked_before || are_bodies(range)) add(range, Role::none);
        return;
      }
      marked_before = true;
      const bool part = takes_own_part(range, marker);
      range.begin = marked(range, marker);
      if (part) {
        clause_.names.back().own_part = true;
        return;
      }
    }
  }

  [[nodiscard]] bool are_bodies(Range list) const {
    const std::vector<NameRange> names = split_names(text_, list);
    return std::all_of(names.begin(), names.end(), [this](const NameRange& name) {
      return is_body_name(text_, name.range, false);
    });
  }

  /// 各乡镇落实属地责任: bodies, and what they carry out.
  [[nodiscard]] Marker verb_with_object(Range range) const {
    static constexpr WordSet<6> verbs{{U"落实", U"组织实施", U"承担", U"履行", U"抓好", U"做好"}};
    constexpr std::size_t longest = 80;
    const View view = text_.of(range).substr(0, longest);
    for (std::size_t at = 2; at + 3 < view.size(); ++at) {
      if (!starts_with_any(view.substr(at), verbs)) continue;
      const auto names =
          split_names(text_, {range.begin, range.begin + static_cast<std::uint32_t>(at)});
      const bool bodies =
          !names.empty() && std::all_of(names.begin(), names.end(), [this](const NameRange& name) {
            return is_body_name(text_, name.range, true);
          });
      return bodies ? Marker{at, text_.of(range).size(), Role::plain, false, false} : Marker{};
    }
    return {};
  }

  /// 甲局负责选址建设: one name, and words after 负责 that are neither names nor a further marker.
  [[nodiscard]] bool takes_own_part(Range range, const Marker& marker) const {
    const View view = text_.of(range);
    constexpr std::size_t shortest_part = 2;
    if (marker.role != Role::plain || marker.shared || marker.then_others || marker.begin == 0 ||
        marker.end + shortest_part > view.size() || view.substr(marker.begin, 2) != U"负责") {
      return false;
    }
    const Range left{range.begin, range.begin + static_cast<std::uint32_t>(marker.begin)};
    const Range rest{range.begin + static_cast<std::uint32_t>(marker.end), range.end};
    return find_marker(text_.of(rest)).role == Role::none && !is_body_name(text_, rest, false) &&
           split_names(text_, left).size() == 1;
  }

  /// 丁公司（排在第一为牵头单位，下同）: the rule stands in the last name's bracket. Empty if it
  /// stands in the segment itself. 各市（含丁县，下同）政府 says whom the name covers: all of it stays.
  [[nodiscard]] Range before_bracketed_rule(Range range) const {
    int depth = 0;
    std::uint32_t open = range.begin;
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      if (is_opening(text_.at(at)) && depth++ == 0) open = at;
      if (is_closing(text_.at(at)) && depth > 0) --depth;
      if (starts_with_any(text_.of({at, range.end}), rule_words)) {
        if (depth == 0) return {range.begin, range.begin};
        return text_.at(open + 1) == U'含' && !contains(text_.of({at, range.end}), U"以下")
                   ? range
                   : Range{range.begin, open};
      }
    }
    return {range.begin, range.begin};
  }

  /// Takes the names before a marker; returns where the rest of the segment starts.
  std::uint32_t marked(Range range, const Marker& marker) {
    const auto begin = static_cast<std::uint32_t>(range.begin + marker.begin);
    auto end = static_cast<std::uint32_t>(range.begin + marker.end);
    clause_.marked = true;
    clause_.shared = clause_.shared || marker.shared;
    Role role = marker.role;
    if (begin == range.begin) {
      if (marker.then_others) role = Role::cooperating;
      if (marker.then_others || role == Role::cooperating) {
        // 会同乙局, 配合乙局: the names follow.
        add({end, end_of_names(end, range.end)}, Role::cooperating);
        return end_of_names(end, range.end);
      }
      flush(role);
      return end;
    }
    const std::size_t first = clause_.names.size();
    add({range.begin, begin}, Role::none);
    if (role == Role::lead) lead_of_those_before(first);
    flush(role);
    if (marker.then_others) {
      const std::uint32_t last = end_of_names(end, range.end);
      add({end, last}, Role::cooperating);
      flush(Role::cooperating);
      end = last;
    }
    return end;
  }

  /// 甲局、乙局，甲局牵头: those who lead, from `first` on, are of those listed before, and the others
  /// listed there do not lead with them.
  void lead_of_those_before(std::size_t first) {
    auto& names = clause_.names;
    const auto leads = names.begin() + static_cast<std::ptrdiff_t>(first);
    const auto same = [this](const RoleName& a, const RoleName& b) {
      return a.list == b.list && text_.of(a.name.range) == text_.of(b.name.range);
    };
    const auto is_listed = [&](const RoleName& lead) {
      return std::any_of(names.begin(), leads, [&](const RoleName& before) {
        return !is_helping(before.role) && same(before, lead);
      });
    };
    if (first == 0 || !std::all_of(leads, names.end(), is_listed)) return;
    const std::vector<RoleName> led(leads, names.end());
    names.erase(leads, names.end());
    flush(Role::plain);
    std::erase_if(names, [&](const RoleName& before) {
      return !is_helping(before.role) &&
             std::any_of(led.begin(), led.end(),
                         [&](const RoleName& lead) { return same(before, lead); });
    });
    flushed_ = names.size();
    names.insert(names.end(), led.begin(), led.end());
  }

  /// Where the names that follow 会同 end: at the next marker.
  [[nodiscard]] std::uint32_t end_of_names(std::uint32_t begin, std::uint32_t end) const {
    const Marker next = find_marker(text_.of({begin, end}));
    return next.role == Role::none ? end : begin + static_cast<std::uint32_t>(next.begin);
  }

  void add(Range list, Role role) {
    const std::vector<NameRange> names = split_names(text_, list);
    clause_.functions = clause_.functions || are_functions(text_.of(list), names);
    for (const NameRange& name : names) {
      RoleName entry{name, role != Role::none ? role : Role::none, list_, after_comma_};
      if (name.marked_lead) entry.role = Role::lead;
      if (name.marked_coop) entry.role = Role::cooperating;
      clause_.names.push_back(entry);
    }
  }

  /// Gives the names that wait for a marker their role: the marker's, else the label's.
  void flush(Role role) {
    for (; flushed_ < clause_.names.size(); ++flushed_) {
      RoleName& name = clause_.names[flushed_];
      if (name.role == Role::none) name.role = role != Role::none ? role : role_;
    }
  }

  const TextView& text_;
  Role role_;
  ParsedClause clause_;
  std::size_t flushed_ = 0;
  std::uint32_t list_ = 0;
  bool after_comma_ = false;
};

}  // namespace

ParsedClause parse_clause(const TextView& text, const std::vector<Range>& parts, Role initial) {
  ClauseParser parser(text, initial);
  for (const Range& part : parts) parser.part(part);
  return parser.finish();
}

}  // namespace mingze::draft
