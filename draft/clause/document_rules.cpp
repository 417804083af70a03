#include "draft/clause/document_rules.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/parse_clause.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<20> first_words{{U"首位",     U"第一位", U"第1位",  U"第一个",   U"第1个",
                                   U"第一名",   U"第一为", U"第一的", U"第一顺位", U"排第一",
                                   U"排名第一", U"列第一", U"首个",   U"最前",     U"排首",
                                   U"列首",     U"第一家", U"首家",   U"首列",     U"排在第一"}};
constexpr WordSet<6> comma_words{
    {U"逗号前", U"逗号之前", U"逗号以前", U"分号前", U"分号之前", U"逗号前面"}};
constexpr WordSet<4> each_words{{U"两省", U"分别列", U"各列", U"各自"}};
// What the rule makes of those whom it picks.
constexpr WordSet<5> lead_words{{U"牵头", U"主办单位", U"主责", U"主要责任", U"第一责任"}};

// The words of one statement stand this close together.
constexpr std::uint32_t reach = 24;
constexpr std::uint32_t mark_reach = 10;
// A label further back than this does not govern the words of a rule.
constexpr std::uint32_t far = 60;

// What 首位, 第一位 and the like begin with.
constexpr View rule_starts = U"首第排最逗分列";

/// Whether a character may be the first of a rule, or is the mark that one is about; sometimes true
/// of others. Nearly all characters of a text are told by one look.
bool may_start_rule(char32_t c) {
  static constexpr std::array<bool, 256> by_low_byte = [] {
    std::array<bool, 256> out{};
    for (const char32_t start : rule_starts) out[start & 0xFFU] = true;
    for (const char32_t mark : lead_marks) out[mark & 0xFFU] = true;
    return out;
  }();
  return by_low_byte[c & 0xFFU];
}

/// 标★的为牵头单位, 带*号单位为牵头单位, 牵头单位用▲标注.
bool states_mark_rule(View all, std::uint32_t at) {
  if (!is_lead_mark(all[at])) return false;
  const View after = all.substr(at + 1, mark_reach);
  if (contains(after, U"为牵头") || contains(after, U"表示牵头") || contains(after, U"系牵头")) {
    return true;
  }
  const View before = all.substr(at > mark_reach ? at - mark_reach : 0, std::min(at, mark_reach));
  const bool marked = after.starts_with(U"标") || after.starts_with(U"号标") ||
                      after.starts_with(U"注明") || after.starts_with(U"表示");
  return marked && contains(before, U"牵头");
}

LeadRule rule_at(View all, std::uint32_t at) {
  if (states_mark_rule(all, at)) return LeadRule::marked;
  if (rule_starts.find(all[at]) == View::npos) return LeadRule::none;
  const View rest = all.substr(at, reach);
  if (!contains_any(rest, lead_words)) return LeadRule::none;
  if (starts_with_any(rest, first_words)) return LeadRule::first_listed;
  return starts_with_any(rest, comma_words) ? LeadRule::before_comma : LeadRule::none;
}

/// Follows the brackets and the sentence that a place stands in.
class Place {
 public:
  explicit Place(const TextView& text) : text_(text) {}

  /// Goes on to a place further on. Paragraphs between are passed over: brackets end with theirs.
  void go_to(std::uint32_t place) {
    std::uint32_t at = place;
    while (at > next_ && !text_.starts_paragraph(at)) --at;
    for (; at <= place; ++at) step(at);
    next_ = at;
  }

  /// In running text, and neither in a clause nor right behind one.
  [[nodiscard]] bool is_free(std::uint32_t at) const {
    if ((depth_ > 0 && !opens_a_note(at)) || (closed_ >= sentence_ && closed_ > 0)) return false;
    for (std::uint32_t i = std::max(sentence_, at - std::min(at, far)); i < at; ++i) {
      const LabelAt label = label_at(text_.of({i, at}), 0);
      if (label.length > 0 && label.role != Role::ignored) return false;
    }
    return true;
  }

 private:
  void step(std::uint32_t at) {
    const char32_t c = text_.at(at);
    if (text_.starts_paragraph(at)) {
      depth_ = 0;
      sentence_ = at;
    }
    if (is_opening(c) && depth_++ == 0) opened_ = at;
    if (is_closing(c) && depth_ > 0 && --depth_ == 0) closed_ = at;
    if (c == U'。') sentence_ = at + 1;
  }

  /// （标★的为牵头单位）, （注：责任单位中排名第一的为牵头单位）: a line in brackets that states the rule in
  /// its first words.
  [[nodiscard]] bool opens_a_note(std::uint32_t at) const {
    constexpr std::uint32_t beginning = 14;
    return depth_ == 1 && text_.starts_paragraph(opened_) && at - opened_ <= beginning;
  }

  const TextView& text_;
  std::uint32_t next_ = 0;
  int depth_ = 0;
  std::uint32_t opened_ = 0;
  std::uint32_t sentence_ = 0;
  std::uint32_t closed_ = 0;  ///< where the last bracket closed
};

}  // namespace

std::vector<StatedRule> find_rules(const TextView& text) {
  std::vector<StatedRule> rules;
  const View all = text.document().folded();
  Place place(text);
  for (std::uint32_t at = 0; at < all.size(); ++at) {
    if (!may_start_rule(all[at])) continue;
    StatedRule rule;
    rule.at = at;
    rule.rule = rule_at(all, at);
    if (rule.rule == LeadRule::none) continue;
    if (!rules.empty() && at - rules.back().at < reach) continue;
    const View after = all.substr(at, reach + 16);
    const View before = all.substr(at > reach ? at - reach : 0, std::min(at, reach));
    rule.lasting =
        contains(after, U"下同") || contains(after, U"以下相同") || contains(before, U"下同");
    rule.each_list = contains_any(before, each_words);
    place.go_to(at);
    rule.for_all = !rule.lasting && place.is_free(at);
    if (rule.lasting || rules.empty()) {
      rule.lasting_rule = rule.lasting ? rule.rule : LeadRule::none;
      rule.lasting_each_list = rule.lasting && rule.each_list;
    } else {
      rule.lasting_rule = rules.back().lasting_rule;
      rule.lasting_each_list = rules.back().lasting_each_list;
    }
    rules.push_back(rule);
  }
  return rules;
}

}  // namespace mingze::draft
