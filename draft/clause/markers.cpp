#include "draft/clause/markers.hpp"

#include <array>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<25> shared_starts{
    {U"按职责",   U"按照职责",   U"按各自职责",   U"按照各自职责", U"按分工",
     U"按照分工", U"根据职责",   U"依职责",       U"依据职责",     U"按职能",
     U"按照职能", U"按各自职能", U"按照各自职能", U"按照各自",     U"按各自",
     U"按其职责", U"各按职责",   U"按工作职责",   U"根据各自",     U"按责任",
     U"分工负责", U"在各自职责", U"各负其责",     U"各司其职",     U"各尽其责"}};
constexpr WordSet<10> coop_starts{{U"协抓", U"配合", U"参与", U"参加", U"协助", U"协同配合",
                                   U"协同推进", U"协办", U"共同参与", U"积极配合"}};
constexpr WordSet<7> plain_starts{
    {U"负责", U"共同负责", U"具体负责", U"分别负责", U"联合负责", U"负总责", U"共同"}};
constexpr WordSet<6> lead_verbs{{U"牵头", U"主办", U"主抓", U"主责", U"总负责", U"总牵头"}};
// What a marker within a segment begins with.
constexpr CharacterFilter marker_starts = [] {
  CharacterFilter out(U"为是会");
  for (const CharacterFilter& firsts :
       {lead_verbs.firsts(), shared_starts.firsts(), coop_starts.firsts(), plain_starts.firsts()})
    out.add(firsts);
  return out;
}();
// Words that mark only at the end of a segment, since they occur inside names and phrases too.
constexpr WordSet<26> closing_plain{
    {U"承办",     U"制定",     U"编制",     U"开展",     U"出台",     U"建立",     U"完成",
     U"研究提出", U"组织开展", U"抓落实",   U"办理",     U"研究制定", U"落实",     U"实施",
     U"组织实施", U"具体实施", U"推进",     U"组织",     U"承担",     U"落实到位", U"组织落实",
     U"抓好落实", U"具体落实", U"分头落实", U"共同推进", U"贯彻落实"}};
constexpr WordSet<13> closing_coop{{U"督办", U"跟踪督办", U"督促检查", U"协同", U"指导", U"督促",
                                    U"支持", U"监督", U"指导推动", U"督导", U"督促指导",
                                    U"指导监督", U"协调"}};
// 工作专班牵头单位, 县长负责人: a noun, part of a name.
constexpr WordSet<13> role_nouns{{U"主责单位", U"主责部门", U"主责主业", U"总牵头单位", U"总负责人",
                                  U"牵头单位", U"牵头部门", U"牵头的", U"主办单位", U"负责人",
                                  U"负责同志", U"参与单位", U"配合单位"}};
constexpr WordSet<12> marker_adverbs{{U"分管", U"跟踪", U"分别", U"共同", U"联合", U"具体", U"主要",
                                      U"各自", U"统筹", U"统一", U"双", U"具体由"}};
constexpr WordSet<26> continuing{{U"负责", U"牵头", U"落实", U"实施", U"组织", U"推进", U"推动",
                                  U"开展", U"分工", U"具体", U"抓好", U"工作", U"做好", U"配合",
                                  U"参与", U"协助", U"协调", U"统筹", U"指导", U"共同", U"分别",
                                  U"贯彻", U"制定", U"研究", U"完成", U"积极"}};

/// 甲局为主, 甲局为牵头单位，乙局为配合单位: a role given by 为 or 是.
struct Title {
  View word;
  Role role;
};
constexpr std::array<Title, 16> titles{{{U"牵头单位", Role::lead},
                                        {U"总牵头单位", Role::lead},
                                        {U"第一责任单位", Role::lead},
                                        {U"牵头部门", Role::lead},
                                        {U"牵头", Role::lead},
                                        {U"主办单位", Role::lead},
                                        {U"主责单位", Role::lead},
                                        {U"主责部门", Role::lead},
                                        {U"主", Role::lead},
                                        {U"责任单位", Role::plain},
                                        {U"责任部门", Role::plain},
                                        {U"配合单位", Role::cooperating},
                                        {U"配合部门", Role::cooperating},
                                        {U"协办单位", Role::cooperating},
                                        {U"参与单位", Role::cooperating},
                                        {U"成员单位", Role::cooperating}}};

Marker title_at(View segment, std::size_t at) {
  if (segment[at] != U'为' && segment[at] != U'是') return {};
  const View rest = segment.substr(at + 1);
  const Title* best = nullptr;
  for (const Title& title : titles) {
    if (!rest.starts_with(title.word)) continue;
    if (best == nullptr || title.word.size() > best->word.size()) best = &title;
  }
  if (best == nullptr) return {};
  const std::size_t end = at + 1 + best->word.size();
  const bool whole = best->word != U"主" || end == segment.size() || segment[end] == U'负';
  return whole ? Marker{at, end, best->role, false, false} : Marker{};
}

/// How far the words after a marker belong to it: 负责组织实施, 职责分工负责.
std::size_t end_of_verbs(View segment, std::size_t from) {
  std::size_t at = from;
  for (;;) {
    const std::size_t length = longest_start(segment.substr(at), continuing);
    if (length == 0) return at;
    at += length;
  }
}

Marker shared_marker(View segment, std::size_t at) {
  const View rest = segment.substr(at);
  Marker marker{at, segment.size(), Role::plain, true, false};
  for (const View word : coop_starts) {
    if (contains(rest, word)) marker.role = Role::cooperating;
  }
  marker.shared = marker.role == Role::plain;
  if (contains(rest, U"牵头")) marker = {at, segment.size(), Role::lead, false, false};
  return marker;
}

Marker marker_at(View segment, std::size_t at) {
  if (!marker_starts.may_hold(segment[at])) return {};
  const View rest = segment.substr(at);
  // 政协办公室, 科协办, 民主办学: the words run together and are no markers.
  const bool inside = at > 0 && View(U"政科侨记文作残消民自").find(segment[at - 1]) != View::npos;
  if (inside && (rest.starts_with(U"协办") || rest.starts_with(U"主办"))) return {};
  if (const Marker title = title_at(segment, at); title.role != Role::none) return title;
  if (starts_with_any(rest, role_nouns) && !rest.starts_with(U"负责人才")) return {};
  if (const std::size_t length = longest_start(rest, lead_verbs); length > 0) {
    return {at, end_of_verbs(segment, at + length), Role::lead, false, false};
  }
  if (starts_with_any(rest, shared_starts)) return shared_marker(segment, at);
  if (rest.starts_with(U"会同") || rest.starts_with(U"会商")) {
    return {at, at + 2, Role::plain, false, true};
  }
  if (const std::size_t length = longest_start(rest, coop_starts); length > 0) {
    return {at, end_of_verbs(segment, at + length), Role::cooperating, false, false};
  }
  if (const std::size_t length = longest_start(rest, plain_starts); length > 0) {
    const bool leads = rest.substr(length).starts_with(U"牵头") || rest.starts_with(U"负总责");
    return {at, end_of_verbs(segment, at + length), leads ? Role::lead : Role::plain, false, false};
  }
  return {};
}

/// 分别牵头, 共同负责: the adverb belongs to the marker.
std::size_t before_adverb(View segment, std::size_t begin) {
  for (const View adverb : marker_adverbs) {
    if (begin > adverb.size() && segment.substr(0, begin).ends_with(adverb)) {
      return begin - adverb.size();
    }
  }
  return begin;
}

/// A weak marker that closes the segment.
Marker closing_marker(View segment) {
  // 甲办统筹，各乡镇落实: whoever holds the threads leads.
  static constexpr WordSet<3> threads{{U"统筹", U"统筹协调", U"总体统筹"}};
  if (const std::size_t length = longest_end(segment, threads);
      length > 0 && length + 2 < segment.size())
    return {segment.size() - length, segment.size(), Role::lead, false, false};
  std::size_t best = longest_end(segment, closing_coop);
  if (best > 0 && best < segment.size()) {
    return {segment.size() - best, segment.size(), Role::cooperating, false, false};
  }
  best = longest_end(segment, closing_plain);
  if (best == 0) return {};
  return {segment.size() - best, segment.size(), Role::plain, false, false};
}

}  // namespace

Marker find_marker(View segment) {
  int depth = 0;
  for (std::size_t at = 0; at < segment.size(); ++at) {
    if (is_opening(segment[at])) ++depth;
    if (is_closing(segment[at]) && depth > 0) --depth;
    if (depth > 0) continue;
    Marker marker = marker_at(segment, at);
    if (marker.role == Role::none) continue;
    marker.begin = before_adverb(segment, marker.begin);
    return marker;
  }
  Marker marker = closing_marker(segment);
  if (marker.role != Role::none) marker.begin = before_adverb(segment, marker.begin);
  return marker;
}

}  // namespace mingze::draft
