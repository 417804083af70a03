#include "draft/document/block_kind.hpp"

#include "draft/document/line_shape.hpp"
#include "draft/document/word_set.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<29> aims_anywhere{
    {U"重要性",     U"必要性",   U"总体要求", U"指导思想",   U"基本原则", U"工作原则",
     U"总体思路",   U"基本思路", U"主要目标", U"工作目标",   U"发展目标", U"总体目标",
     U"行动目标",   U"目标要求", U"重要意义", U"重大意义",   U"适用范围", U"适用对象",
     U"名词解释",   U"编制目的", U"编制依据", U"编制背景",   U"基本情况", U"现状与形势",
     U"面临的形势", U"面临形势", U"发展现状", U"现状和形势", U"规划背景"}};
constexpr WordSet<43> aims_at_end{
    {U"目标",     U"原则",     U"背景",     U"现状",     U"形势",     U"意义",     U"条件",
     U"范围",     U"对象",     U"情形",     U"材料",     U"附则",     U"释义",     U"定义",
     U"工作基础", U"发展基础", U"成效",     U"主要问题", U"机遇",     U"挑战",     U"职能",
     U"工作机构", U"工作规则", U"议事规则", U"成员单位", U"的内容",   U"主要内容", U"考核内容",
     U"考评内容", U"指标体系", U"组成单位", U"会议制度", U"会议规则", U"活动时间", U"活动地点",
     U"活动主题", U"时间地点", U"联系方式", U"报名方式", U"核查要点", U"评审要点", U"检查要点",
     U"审查要点"}};
// 主要职能在国务院领导下……: the heading of a group's charter, run together with its text.
constexpr WordSet<3> charter_starts{{U"主要职能", U"工作规则", U"议事规则"}};
// 深刻认识……的重要意义: said of aims, however long the heading is.
constexpr WordSet<4> importance{{U"重要意义", U"重大意义", U"重要性", U"必要性"}};
constexpr WordSet<2> realising{{U"充分认识", U"深刻认识"}};
constexpr WordSet<6> people_words{
    {U"名单", U"组成人员", U"成员名单", U"人员组成", U"组成如下", U"成员构成"}};
// 组长, 领导小组副组长; 培训班组长 are people whom a task is about.
constexpr WordSet<5> group_heads{
    {U"小组组长", U"小组副组长", U"专班组长", U"工作组组长", U"指挥部组长"}};
// 改善办学条件, 确定企业名单: a heading that says what is done is a task, whatever its last word.
constexpr WordSet<37> doing_starts{
    {U"改善", U"扩大", U"拓展", U"拓宽", U"提升", U"提高", U"优化", U"完善", U"加强", U"推进",
     U"强化", U"巩固", U"增强", U"创造", U"放宽", U"夯实", U"营造", U"健全", U"降低", U"落实",
     U"公布", U"编制", U"制定", U"规范", U"丰富", U"明确", U"构建", U"打造", U"建立", U"深化",
     U"严格", U"统筹", U"做好", U"抓好", U"加快", U"压实", U"细化"}};
constexpr WordSet<16> listing_words{{U"明确", U"确定", U"建立", U"公布", U"公示", U"发布", U"报送",
                                     U"报备", U"审定", U"审核", U"遴选", U"评选", U"认定", U"推荐",
                                     U"梳理", U"形成"}};
constexpr WordSet<10> people_labels{{U"组长:", U"副组长:", U"常务副组长:", U"成员:", U"召集人:",
                                     U"副召集人:", U"总指挥:", U"主任:", U"副主任:", U"联络员:"}};
constexpr WordSet<11> copy_labels{{U"主办单位:", U"承办单位:", U"抄送:", U"抄报:", U"主送:",
                                   U"分送:", U"发送:", U"联系人", U"联系电话", U"主办:",
                                   U"印发机关"}};
constexpr WordSet<11> instruments{{U"本通知", U"本方案", U"本办法", U"本意见", U"本措施", U"本规定",
                                   U"本计划", U"本细则", U"本文件", U"本政策", U"本若干"}};

View without_stop(View text) {
  while (!text.empty() && (text.back() == U'。' || text.back() == U':')) text.remove_suffix(1);
  return text;
}

/// 2021年9月9日, 二〇二一年九月九日, with whatever signature stands before it.
bool is_date_line(View text) {
  if (text.size() > 40 || !text.ends_with(U"日")) return false;
  const auto year = text.find(U'年');
  const auto month = text.find(U'月');
  return year != View::npos && month != View::npos && year < month && !contains(text, U",") &&
         !contains(text, U"。");
}

bool is_in_force_line(View text) {
  if (!starts_with_any(text, instruments) || text.size() > 120) return false;
  return contains(text, U"有效期") || contains(text, U"负责解释") || contains(text, U"日起");
}

/// 牵头单位 甲局: a label without its colon.
bool starts_bare_label(View text) {
  static constexpr WordSet<7> parts{
      {U"牵头", U"责任", U"配合", U"主办", U"承办", U"协办", U"参与"}};
  return starts_with_any(text, parts) &&
         (text.substr(2).starts_with(U"单位") || text.substr(2).starts_with(U"部门"));
}

/// A line that is nothing but the name of an office.
bool is_signature(View text) {
  if (text.size() < 4 || text.size() > 300 || label_length(text) > 0) return false;
  if (starts_bare_label(text)) return false;
  for (const char32_t c : text) {
    if (contains(U"。,;:、!?的", View(&c, 1))) return false;
  }
  return contains(U"局委部厅办院署府会室", text.substr(text.size() - 1));
}

bool is_closing_line(View text) {
  if (starts_with_any(text, copy_labels) || is_date_line(text) || is_in_force_line(text))
    return true;
  if (is_signature(text)) return true;
  if (text.front() == U'(' && text.back() == U')' && text.size() < 20) {
    return contains(text, U"公开") || contains(text, U"发布") || contains(text, U"印发");
  }
  return text.size() < 40 && text.ends_with(U"印发");
}

bool is_addressee_line(View text) {
  if (text.back() != U':' || contains(text, U"。") || label_length(text) == text.size()) {
    return false;
  }
  return contains(text, U"各") && (contains(text, U",") || contains(text, U"、"));
}

bool is_annex_head(View text) {
  if (!text.starts_with(U"附件") || text.size() > 6) return false;
  for (const char32_t c : text.substr(2)) {
    const bool numeral =
        (c >= U'0' && c <= U'9') || contains(U"一二三四五六七八九十:-", View(&c, 1));
    if (!numeral) return false;
  }
  return text != U"附件:";
}

}  // namespace

BlockKind kind_of_paragraph(View text, bool before_numbers) {
  if (text.empty()) return BlockKind::closing;
  if (is_annex_head(text)) return BlockKind::annex_head;
  if (text.starts_with(U"专栏")) return BlockKind::box_head;
  if (text.starts_with(U"附件") && text.size() < 400 &&
      (text.substr(0, 6).find(U':') != View::npos || text == U"附件:")) {
    return BlockKind::annex_list;
  }
  if (starts_with_any(text, people_labels)) return BlockKind::people;
  if (!before_numbers && starts_with_any(text, copy_labels) && contains(text, U"协办单位:"))
    return BlockKind::text;
  if (is_closing_line(text)) return BlockKind::closing;
  if (before_numbers && is_addressee_line(text)) return BlockKind::addressees;
  return BlockKind::text;
}

bool is_contents_line(View text) {
  if (text.size() > 160) return false;
  static constexpr WordSet<3> leaders{{U"....", U"……", U"····"}};
  return contains_any(text, leaders);
}

bool is_heading_of_aims(View heading) {
  const View words = without_stop(heading);
  if (starts_with_any(words, aims_anywhere)) return true;
  // 成员单位联席会议由甲局、乙局组成: the charter's heading, run together with its text.
  if (words.starts_with(U"成员单位") && contains(words, U"组成")) return true;
  if (starts_with_any(words, realising) || starts_with_any(words, charter_starts)) return true;
  if (ends_with_any(words, importance)) return true;
  if (words.size() > 24) return false;
  if (contains_any(words, aims_anywhere)) return true;
  if (starts_with_any(words, doing_starts)) return false;
  return ends_with_any(words, aims_at_end);
}

bool is_heading_of_phase(View heading) {
  View words = without_stop(heading);
  constexpr std::size_t longest_phase = 12;
  if (const std::size_t open = words.find(U'('); open != View::npos) words = words.substr(0, open);
  return words.size() <= longest_phase && words.ends_with(U"阶段");
}

bool is_title_of_tasks(View title) {
  static constexpr WordSet<13> words{{U"方案", U"计划", U"任务", U"分工", U"措施", U"要点", U"意见",
                                      U"职责", U"制度", U"办法", U"规则", U"细则", U"机制"}};
  return contains_any(title, words);
}

namespace {

/// 依法确定企业名单: the list is what the task makes.
bool names_a_listing(View heading) {
  if (!heading.ends_with(U"名单")) return false;
  return starts_with_any(heading, doing_starts) || contains_any(heading, listing_words);
}

}  // namespace

bool is_heading_of_people(View heading) {
  const View words = without_stop(heading);
  if (words.size() > 40 || names_a_listing(words)) return false;
  if (ends_with_any(words, people_words) || ends_with_any(words, group_heads)) return true;
  return words == U"组长" || words == U"副组长" || contains(words, U"领导小组成员") ||
         contains(words, U"办公室成员");
}

}  // namespace mingze::draft
