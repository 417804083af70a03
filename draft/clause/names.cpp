#include "draft/clause/names.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<12> leading_words{{U"以及", U"并由", U"具体由", U"由", U"及", U"和", U"与",
                                     U"会同", U"会", U"联合", U"请", U"以"}};
constexpr WordSet<5> lead_marks{{U"牵头", U"牵头单位", U"牵头部门", U"主办", U"主责"}};
constexpr WordSet<5> coop_marks{{U"配合", U"参与", U"配合单位", U"协办", U"协助"}};
// What the bracket after a name says that somebody else does.
constexpr WordSet<6> helper_words{{U"负责", U"配合", U"协助", U"指导", U"参与", U"协办"}};
// What may follow 和 without being a name of its own: 有关部门和单位, 党委和政府, 公司及其分公司.
constexpr WordSet<8> elided_heads{
    {U"其", U"政府", U"人民政府", U"单位", U"部门", U"机构", U"个人", U"企业"}};
constexpr WordSet<3> name_heads{{U"会同", U"会展", U"会计"}};

bool is_joiner(char32_t c) { return c == U'、' || c == U'/' || c == U'|' || c == U'·'; }

bool is_level_words(View words) {
  for (const char32_t c : words) {
    if (View(U"省市县区州盟旗镇乡街道自治直辖()[]、").find(c) == View::npos) return false;
  }
  return !words.empty();
}

bool ends_with_level(View words) {
  return View(U"省市县区州盟旗镇乡)]").find(words.back()) != View::npos;
}

constexpr WordSet<11> government_endings{{U"人民政府(行署)", U"政府(行署)", U"人民政府(行政公署)",
                                          U"行政公署", U"行署", U"人民政府", U"政府", U"管委会",
                                          U"政府(管委会)", U"人民政府(管委会)", U"党委政府"}};

bool ends_like_government(View name) { return ends_with_any(name, government_endings); }

View without_ending(View name) {
  std::size_t best = 0;
  for (const View ending : government_endings) {
    if (name.ends_with(ending)) best = std::max(best, ending.size());
  }
  return name.substr(0, name.size() - best);
}

// Of surnames the frequent ones that begin no other word which follows a body's name.
constexpr View surnames =
    U"王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴夏"
    U"汪姜范姚谭廖邹熊郝孔崔邱秦侯邵孟钱尹黎贺赖龚";

/// 张建国: two or three characters that begin with a surname and do not end like a body or a place.
bool is_person(View words) {
  constexpr View other_endings = U"局委办处科室站队所院校部厅会心省市县区乡镇村组行社厂司";
  return words.size() >= 2 && words.size() <= 3 && surnames.find(words.front()) != View::npos &&
         other_endings.find(words.back()) == View::npos;
}

class ListSplitter {
 public:
  ListSplitter(const TextView& text, Range list) : text_(text), list_(list), begin_(list.begin) {}

  std::vector<NameRange> run() {
    std::uint32_t at = list_.begin;
    while (at < list_.end) at = step(at);
    finish(list_.end);
    return std::move(names_);
  }

 private:
  /// Handles the character at `at` and returns where to go on.
  std::uint32_t step(std::uint32_t at) {
    const char32_t c = text_.at(at);
    if (is_line_mark(at)) {
      finish(at);
      while (at < list_.end && text_.at(at) != U'>') ++at;
      return begin_ = std::min(at + 1, list_.end);  // the mark may be unfinished
    }
    if (is_opening(c)) ++depth_;
    if (is_closing(c) && depth_ > 0) --depth_;
    if (depth_ > 0) return at + 1;
    if (is_joiner(c) || c == U',' || c == U';' || c == U'。') {
      finish(at);
      return begin_ = at + 1;
    }
    const std::uint32_t joined = conjunction(at);
    if (joined > 0) {
      finish(at);
      return begin_ = at + joined;
    }
    if (at > begin_ && gap_between_names(at)) {
      finish(at);
      begin_ = at;
    }
    return at + 1;
  }

  /// <br> in a cell.
  [[nodiscard]] bool is_line_mark(std::uint32_t at) const {
    return text_.of({at, std::min(at + 3, list_.end)}) == U"<br";
  }

  /// Length of a 及, 和, 与, 以及 that joins two names here, or 0.
  [[nodiscard]] std::uint32_t conjunction(std::uint32_t at) const {
    const char32_t c = text_.at(at);
    const bool and_also = c == U'以' && at + 1 < list_.end && text_.at(at + 1) == U'及';
    if (c != U'及' && c != U'和' && c != U'与' && !and_also) return 0;
    const std::uint32_t length = and_also ? 2 : 1;
    if (at == begin_ || at + length >= list_.end) return 0;
    const auto right = text_.of({at + length, list_.end});
    if (starts_with_any(right, elided_heads) && !right.starts_with(U"其他")) return 0;
    const std::uint32_t begin = after_leading_words({begin_, at});
    const std::uint32_t prefix = text_.prefix_length(begin, at);
    const bool inside = text_.name_end(begin) > at || text_.name_end(begin + prefix) > at;
    if (inside) return 0;  // a known name holds it
    const auto left = text_.of({begin, at});
    // 等 before it: the list ended, what follows is a further member (等相关部门及各地区).
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (is_list_etc(left, i)) return length;
    }
    const bool joins = is_body_name(text_, {begin, at}, false) && !left.ends_with(U"城管");
    return joins ? length : 0;
  }

  /// Where the name starts after 由, 以 and the like; the start of the range if it is nothing else.
  [[nodiscard]] std::uint32_t after_leading_words(Range range) const {
    const auto length = static_cast<std::uint32_t>(longest_start(text_.of(range), leading_words));
    const bool known = text_.name_end(range.begin) > 0;
    return !known && length + 1 < range.size() ? range.begin + length : range.begin;
  }

  /// A gap that parts two names: stacked names, or a list that uses white space.
  [[nodiscard]] bool gap_between_names(std::uint32_t at) const {
    if (!text_.document().gap_before(at)) return false;
    return is_body_name(text_, {begin_, at}, true) && is_body_head(at);
  }

  [[nodiscard]] bool is_body_head(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end < list_.end && !is_joiner(text_.at(end)) && text_.at(end) != U',' &&
           !(end > at && text_.document().gap_before(end))) {
      ++end;
    }
    return is_body_name(text_, {at, end}, true);
  }

  void finish(std::uint32_t end) {
    NameRange name{{begin_, end}};
    // 市、区甲局: a level alone waits for the name that it shares with the next.
    if (end - begin_ == 1 && View(U"省市县区州乡镇").find(text_.at(begin_)) != View::npos) {
      if (shared_begin_ == UINT32_MAX) shared_begin_ = begin_;
      return;
    }
    if (shared_begin_ != UINT32_MAX) {
      name.range.begin = shared_begin_;
      name.several = true;
      shared_begin_ = UINT32_MAX;
    }
    take_lead_mark(name);
    trim(name);
    cut_etc(name);
    take_role_mark(name);
    take_lead_mark(name);
    cut_person(name);
    const Range helper = take_helper(name);
    if (goes_on_from_each(name)) {
      names_.back().range.end = name.range.end;
    } else if (name.range.size() >= 2) {
      names_.push_back(name);
    } else if (name.open_list && !names_.empty()) {
      names_.back().open_list = true;
    }
    if (!helper.empty()) {
      NameRange other{helper};
      other.marked_coop = true;
      names_.push_back(other);
    }
    depth_ = 0;
  }

  /// 市甲局 张建国, 市甲局（张建国）: the person beside the body is left out.
  void cut_person(NameRange& name) const {
    Range person = name.range;
    const std::uint32_t prefix = text_.prefix_length(person.begin, person.end);
    person.begin = std::max(text_.name_end(person.begin), text_.name_end(person.begin + prefix));
    for (std::uint32_t at = name.range.begin + 2; person.begin == 0 && at < person.end; ++at) {
      const bool apart = text_.document().gap_before(at) || text_.at(at) == U'(';
      if (apart && is_body_name(text_, {name.range.begin, at}, true)) person.begin = at;
    }
    if (person.begin <= name.range.begin || person.begin >= person.end) return;
    const std::uint32_t end = person.begin;
    if (text_.at(person.begin) == U'(' && text_.at(person.end - 1) == U')') {
      ++person.begin;
      --person.end;
    }
    if (is_person(text_.of(person))) name.range.end = end;
  }

  /// 甲局（乙局负责技术指导）: cuts off the bracket and returns the name in it.
  [[nodiscard]] Range take_helper(NameRange& name) const {
    const auto view = text_.of(name.range);
    if (view.empty() || !is_closing(view.back())) return {};
    const std::size_t open = view.find_first_of(U"([");
    if (open == View::npos || open < 2) return {};
    for (std::size_t at = open + 3; at + 1 < view.size(); ++at) {
      if (!starts_with_any(view.substr(at), helper_words)) continue;
      const Range helper{name.range.begin + static_cast<std::uint32_t>(open) + 1,
                         name.range.begin + static_cast<std::uint32_t>(at)};
      if (!is_body_name(text_, helper, true)) return {};
      name.range.end = name.range.begin + static_cast<std::uint32_t>(open);
      return helper;
    }
    return {};
  }

  /// 各市、县人民政府: one name of a class, although a mark stands in it.
  [[nodiscard]] bool goes_on_from_each(const NameRange& name) const {
    if (names_.empty() || name.range.size() < 2 || names_.back().open_list) return false;
    const NameRange& last = names_.back();
    const auto before = text_.of(last.range);
    const auto after = text_.of(name.range);
    if (is_party_and_government(last.range.end, before, after)) return true;
    if (last.range.end + 1 != name.range.begin || text_.at(last.range.end) != U'、') return false;
    const bool some =
        before[0] == U'各' || before.starts_with(U"有关") || before.starts_with(U"相关");
    const bool each = before.size() <= 8 && (some || is_level_words(before)) &&
                      !before.ends_with(U"政府") && ends_with_level(before);
    const bool levels = some && is_level_words(after);
    return each &&
           (levels || (ends_like_government(after) && is_level_words(without_ending(after))));
  }

  /// 市委、市政府有关部门: the departments of both.
  [[nodiscard]] bool is_party_and_government(std::uint32_t mark, View before, View after) const {
    return text_.at(mark) == U'、' && before.size() == 2 && before[1] == U'委' &&
           after.size() > 3 && after[0] == before[0] && after.substr(1).starts_with(U"政府") &&
           (is_vague_name(after) || contains(after, U"各"));
  }

  /// 联合执法办公室 is one name, 联合甲局 a verb and a name.
  [[nodiscard]] bool is_joint_name(Range range) const {
    if (!text_.of(range).starts_with(U"联合")) return false;
    const Range rest{range.begin + 2, range.end};
    return text_.name_end(rest.begin) == 0 && text_.prefix_length(rest.begin, rest.end) == 0 &&
           !is_collective_name(text_.of(rest)) && ends_like_body(text_.of(range), false);
  }

  void trim(NameRange& name) const {
    while (!name.range.empty() && View(U"-—–").find(text_.at(name.range.begin)) != View::npos)
      ++name.range.begin;
    bool more = true;
    while (more && !name.range.empty()) {
      const auto view = text_.of(name.range);
      more = false;
      if (starts_with_any(view, name_heads) && !view.starts_with(U"会同")) break;
      const std::size_t length = longest_start(view, leading_words);
      if (length > 0 && length < view.size() && !is_joint_name(name.range)) {
        name.range.begin += static_cast<std::uint32_t>(length);
        more = true;
      }
    }
    while (!name.range.empty() &&
           View(U":.-*。,;").find(text_.at(name.range.end - 1)) != View::npos) {
      --name.range.end;
    }
  }

  void cut_etc(NameRange& name) const {
    const auto view = text_.of(name.range);
    int depth = 0;
    for (std::size_t i = 0; i < view.size(); ++i) {
      if (is_opening(view[i])) ++depth;
      if (is_closing(view[i])) --depth;
      if (depth > 0 || !is_list_etc(view, i)) continue;
      name.range.end = name.range.begin + static_cast<std::uint32_t>(i);
      name.open_list = true;
      return;
    }
    if (!view.empty() && view[0] == U'等') {
      name.range.end = name.range.begin;
      name.open_list = true;
    }
  }

  /// ★甲局, 甲局*, 甲局（★）.
  static bool is_bracketed_mark(View view) {
    return view.size() > 3 && is_closing(view.back()) && is_lead_mark(view[view.size() - 2]) &&
           is_opening(view[view.size() - 3]);
  }

  void take_lead_mark(NameRange& name) const {
    while (!name.range.empty() && is_lead_mark(text_.at(name.range.begin))) {
      ++name.range.begin;
      name.starred = true;
    }
    while (!name.range.empty() && is_lead_mark(text_.at(name.range.end - 1))) {
      --name.range.end;
      name.starred = true;
    }
    if (is_bracketed_mark(text_.of(name.range))) {
      name.range.end -= 3;
      name.starred = true;
    }
  }

  /// 甲局（牵头）.
  void take_role_mark(NameRange& name) const {
    const auto view = text_.of(name.range);
    if (view.empty() || !is_closing(view.back())) return;
    std::size_t open = view.size() - 1;
    while (open > 0 && !is_opening(view[open])) --open;
    if (open == 0) return;
    const auto inside = view.substr(open + 1, view.size() - open - 2);
    for (const View mark : lead_marks) name.marked_lead = name.marked_lead || inside == mark;
    for (const View mark : coop_marks) name.marked_coop = name.marked_coop || inside == mark;
    if (name.marked_lead || name.marked_coop) {
      name.range.end = name.range.begin + static_cast<std::uint32_t>(open);
    }
  }

  const TextView& text_;
  Range list_;
  std::uint32_t begin_;
  std::uint32_t shared_begin_ = UINT32_MAX;
  int depth_ = 0;
  std::vector<NameRange> names_;
};

}  // namespace

std::vector<NameRange> split_names(const TextView& text, Range list) {
  return ListSplitter(text, list).run();
}

bool are_functions(View list, const std::vector<NameRange>& names) {
  static constexpr WordSet<6> closings{
      {U"等部门", U"等有关部门", U"等相关部门", U"等单位", U"等主管部门", U"等行政主管部门"}};
  return ends_with_any(list, closings) && names.size() > 1 &&
         std::all_of(names.begin(), names.end(), [](const NameRange& name) {
           return name.range.size() >= 2 && name.range.size() <= 10;
         });
}

bool is_function_name(const TextView& text, Range name) {
  static constexpr WordSet<5> endings{{U"部门", U"局", U"委", U"厅", U"部"}};
  constexpr std::uint32_t longest = 8;
  if (name.size() > longest + 4) return false;
  View function = text.of(name);
  function.remove_prefix(
      std::min<std::size_t>(function.size() - 1, text.prefix_length(name.begin, name.end)));
  if (function.ends_with(endings.front()) && function.size() > 2) function.remove_suffix(2);
  return function.size() >= 2 && function.size() <= longest &&
         std::any_of(endings.begin(), endings.end(), [&](View ending) {
           return !text.lexicon().find(std::u32string(function).append(ending)).empty();
         });
}

bool is_office_name(const TextView& text, Range name) {
  constexpr std::uint32_t longest_office = 16;
  return name.size() >= 3 && name.size() <= longest_office && ends_like_office(text.of(name)) &&
         is_body_name(text, name, false);
}

bool is_body_name(const TextView& text, Range name, bool strict) {
  if (name.size() < 2 || name.size() > 40) return false;
  const auto view = text.of(name);
  const std::uint32_t prefix = text.prefix_length(name.begin, name.end);
  if (text.name_end(name.begin) == name.end ||
      (prefix > 0 && text.name_end(name.begin + prefix) == name.end)) {
    return true;
  }
  constexpr View never = U"的是为不谁或被将对把从向由:。;,";
  int depth = 0;
  for (const char32_t c : view) {
    if (is_opening(c)) ++depth;
    if (is_closing(c)) --depth;
    if (depth == 0 && never.find(c) != View::npos) return false;
  }
  if (is_collective_name(view) || is_vague_name(view) || is_addressed_body(view)) return true;
  if (!ends_like_body(view, strict)) return false;
  return !strict || prefix > 0 || view.size() <= 12;
}

}  // namespace mingze::draft
