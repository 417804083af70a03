#include "draft/facts/lead_text.hpp"

#include <algorithm>
#include <array>

namespace mingze::draft {

namespace {

// What may stand between two names of one list, and what may follow the last of them.
constexpr std::array<std::string_view, 5> joiners{{"、", "，", ",", "和", "及"}};
// What says that each answers for its part is made of these, and goes.
constexpr std::array<std::string_view, 19> shared_words{
    {"按照", "按", "依据", "根据", "各自", "职责", "职能", "分工", "分别", "共同", "协同",
     "各负其责", "负责", "抓好", "做好", "组织", "落实", "实施", "推进"}};
constexpr std::array<std::string_view, 2> leading{{"牵头", "牵头负责"}};
constexpr std::array<std::string_view, 3> and_others{{"等部门", "等单位", "等"}};
// The endings of places that a local name is written with in place of the whole: 市, 自治区.
constexpr std::array<std::string_view, 9> place_endings{
    {"自治区", "自治州", "自治县", "省", "市", "州", "县", "区", "旗"}};

std::string_view between(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return end > begin ? text.substr(begin, end - begin) : std::string_view();
}

bool are_one_list(const std::vector<Mention>& names, std::string_view text) {
  for (std::size_t i = 1; i < names.size(); ++i) {
    const auto gap = between(text, names[i - 1].span.end, names[i].span.begin);
    if (std::find(joiners.begin(), joiners.end(), gap) == joiners.end()) return false;
  }
  return true;
}

/// The words of the clause after its last name, without a closing bracket and stop.
std::string_view tail_of(const Clause& clause, std::uint32_t begin, std::string_view text) {
  std::string_view tail = between(text, begin, clause.span.end);
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark :
         {"）", ")", "〕", "］", "]", "】", "。", "；", ";", "\n", "\r"})
      if (tail.ends_with(mark)) {
        tail.remove_suffix(mark.size());
        more = true;
      }
  }
  return tail;
}

/// What stays of the words after the last name.
struct Kept {
  std::string others;      ///< 等, 等部门
  std::string afterwards;  ///< ，6月底前完成
};

/// A remark behind the names, such as a deadline, and not another group of them.
bool is_remark(std::string_view text) {
  constexpr std::array<std::string_view, 7> roles{
      {"、", "牵头", "配合", "负责", "参与", "责任", "单位"}};
  const bool begins = text.starts_with("，") || text.starts_with(",") || text.starts_with("；");
  return begins && std::none_of(roles.begin(), roles.end(), [&](std::string_view role) {
           return text.find(role) != std::string_view::npos;
         });
}

/// 等 and 等部门 stay, and so does a remark; 按职责分工负责 goes; nothing if the tail says something
/// else.
std::optional<Kept> kept_of(std::string_view tail) {
  Kept kept;
  for (const std::string_view others : and_others) {
    if (!tail.starts_with(others)) continue;
    kept.others = others;
    tail.remove_prefix(others.size());
    break;
  }
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view word : shared_words) {
      if (!tail.starts_with(word)) continue;
      tail.remove_prefix(word.size());
      more = true;
    }
  }
  kept.afterwards = tail;
  return tail.empty() || is_remark(tail) ? std::optional(kept) : std::nullopt;
}

/// 市 of 苏州市, 自治区 of 内蒙古自治区; empty where the name of the place tells none.
std::string_view ending_of(std::string_view place) {
  for (const std::string_view ending : place_endings)
    if (place.ends_with(ending)) return ending;
  return {};
}

std::string_view usual_ending(Level level) {
  switch (level) {
    case Level::province:
      return "省";
    case Level::city:
      return "市";
    case Level::county:
      return "县";
    default:
      return {};
  }
}

bool is_written_apart(const Clause& clause) {
  return clause.form == ClauseForm::bracket || clause.form == ClauseForm::label;
}

bool is_in_brackets(std::string_view words) {
  return std::any_of(clause_brackets.begin(), clause_brackets.end(),
                     [&](const auto& pair) { return words.starts_with(pair.open); });
}

/// Behind a label and in a cell a list of names stays one: 责任单位：乙局（牵头）、甲局.
bool is_list(const Clause& clause, std::string_view text) {
  return clause.form == ClauseForm::table ||
         (clause.form == ClauseForm::label &&
          !is_in_brackets(between(text, clause.span.begin, clause.span.end)));
}

/// The clause with this lead and the others but one cooperating, where nothing gets lost.
std::optional<Rewrite> rewritten(const Clause& clause, std::string_view lead, std::size_t without,
                                 std::string_view text) {
  const std::vector<Mention>& names = clause.named;
  const bool list = is_list(clause, text);
  if (!(list || is_written_apart(clause)) || names.empty() || !are_one_list(names, text))
    return std::nullopt;
  const auto tail = tail_of(clause, names.back().span.end, text);
  const auto kept = kept_of(tail);
  if (!kept) return std::nullopt;
  std::string others;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (i != without) others += (others.empty() ? "" : "、") + names[i].text;
  if (others.empty()) return std::nullopt;
  const std::string_view words = between(text, clause.span.begin, clause.span.end);
  const bool narrow = words.starts_with("(") && words.find("，") == std::string_view::npos;
  const Span span{clause.span.source, names.front().span.begin,
                  names.back().span.end + static_cast<std::uint32_t>(tail.size())};
  const std::string first(lead);
  if (list) return Rewrite{span, first + "（牵头）、" + others + kept->others + kept->afterwards};
  return Rewrite{span, first + (narrow ? "牵头," : "牵头，") + others + kept->others + "配合" +
                           kept->afterwards};
}

}  // namespace

std::string whole_name(const Clause& clause, std::size_t name) {
  const Mention& mention = clause.named[name];
  const bool leans = mention.prefix.empty() && mention.level != Level::national;
  return (leans ? clause.named.front().prefix : std::string()) + mention.text;
}

std::optional<Rewrite> with_lead(const Clause& clause, std::size_t lead, std::string_view text) {
  if (lead >= clause.named.size()) return std::nullopt;
  return rewritten(clause, whole_name(clause, lead), lead, text);
}

std::optional<Rewrite> with_new_lead(const Clause& clause, std::string_view lead,
                                     std::string_view text) {
  return rewritten(clause, lead, clause.named.size(), text);
}

std::optional<Rewrite> with_lead_named(const Clause& clause, std::string_view lead,
                                       std::string_view text) {
  for (std::size_t i = 0; i < clause.named.size(); ++i)
    if (clause.named[i].text == lead || whole_name(clause, i) == lead)
      return with_lead(clause, i, text);
  return with_new_lead(clause, lead, text);
}

Rewrite with_clause(const ClauseStyle& style, const Item& item, std::string_view lead,
                    std::string_view text) {
  constexpr std::string_view stop = "。";
  std::uint32_t at = item.span.end;
  if (style.before_stop && between(text, item.span.begin, at).ends_with(stop))
    at -= static_cast<std::uint32_t>(stop.size());
  return {{item.span.source, at, at},
          std::string(style.open) + std::string(lead) + "牵头" + std::string(style.close)};
}

std::optional<Rewrite> with_cooperating(const Item& item, std::string_view name,
                                        std::string_view text) {
  for (const Clause& clause : item.clauses) {
    if (clause.lead.empty() || !is_written_apart(clause)) continue;
    const bool beside = !clause.cooperating.empty();
    const std::uint32_t end = (beside ? clause.cooperating : clause.lead).back().span.end;
    const std::string_view tail = tail_of(clause, end, text);
    if (!beside && std::find(leading.begin(), leading.end(), tail) == leading.end()) continue;
    std::uint32_t begin = clause.lead.front().span.begin;
    if (beside) begin = std::min(begin, clause.cooperating.front().span.begin);
    const std::string before(between(text, begin, end));
    const std::string after(tail);
    return Rewrite{{clause.span.source, begin, end + static_cast<std::uint32_t>(tail.size())},
                   beside ? before + "、" + std::string(name) + after
                          : before + after + "，" + std::string(name) + "配合"};
  }
  return std::nullopt;
}

std::string name_from_register(const Reading& reading, const RegisterNames& names,
                               const std::string& line, bool vertical) {
  const Level level = reading.issuer.level;
  const std::string name = names.called(line, level);
  if (name.empty() || level == Level::national) return name;
  const std::string& place = reading.issuer.place;
  const std::string_view ending = place.empty() ? usual_ending(level) : ending_of(place);
  const bool municipality = level == Level::province && ending == "市";
  if (ending.empty() || municipality) return {};
  if (vertical) return place.substr(0, place.size() - ending.size()) + name;
  return std::string(ending) + name;
}

}  // namespace mingze::draft
