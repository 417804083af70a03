// After an edit the reader that stays with its text reads it as one that begins anew.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <sstream>

#include "draft/clause/draft_reader.hpp"
#include "tests/draft/small_lexicon.hpp"

namespace mingze::draft {
namespace {

/// Lines of every kind that the reader gives a meaning to.
const std::vector<std::string> lines{
    "云岭省水污染防治工作方案",
    "云岭省人民政府办公厅关于印发工作计划的通知",
    "各市、县人民政府：",
    "一、总体要求",
    "二、重点任务",
    "三、职责分工",
    "四、保障措施",
    "（一）整治排污口。排查沿河排污口，逐一登记。（省生态环境厅牵头，省水利厅、省财政厅配合）",
    "（二）清理河道。清理河面漂浮物和河岸垃圾。（省水利厅、省生态环境厅按职责分工负责）",
    "（三）建设管网。新建污水管网，改造老旧管网。",
    "（四）各地区、各部门要落实责任，加强协调。",
    "1.开展饮用水水源地排查，建立问题清单。",
    "2.由市财政局牵头，会同市水利局安排资金。",
    "3.市交通运输局：负责码头岸电设施的建设和监管。",
    "责任单位：市水利局、市财政局",
    "牵头单位：市水利局；配合单位：市财政局",
    "完成时限：2027年6月底前",
    "（市水利局牵头）",
    "排查沿河排污口，逐一登记。（市生态环境局牵头）",
    "每项任务列第一位的为牵头单位，下同。",
    "标★的为牵头单位。",
    "专栏1：重点工程",
    "实施河道整治工程，（市水利局负责）",
    "附件：1.重点任务分工表",
    "附件1",
    "重点任务分工表",
    "序号\t重点任务\t牵头单位\t配合单位",
    "1\t整治排污口\t市生态环境局\t市水利局",
    "2\t清理河道\t市水利局\t市财政局、市公安局",
    "第一条 为了规范管理，制定本办法。",
    "第二条 市水利局负责河道管理。",
    "具体分工见附件2，各有关部门按照职责",
    "分工负责，抓好落实。",
    "云岭省水利厅",
    "2026年5月6日",
    ""};

const std::vector<std::string> pieces{"，",         "。",
                                      "；",         "（",
                                      "）",         "：",
                                      "《",         "省水利厅",
                                      "牵头",       "（市财政局配合）",
                                      "责任单位：", "一、",
                                      "（五）",     "由市公安局负责。"};

std::string text_of(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& line : all) out += line + "\n";
  return out;
}

std::size_t somewhere(std::size_t size) { return *rc::gen::inRange<std::size_t>(0, size); }

const std::string& one_of(const std::vector<std::string>& all) {
  return all[somewhere(all.size())];
}

/// A line is replaced, put in, left out or joined with the next; a few lines are put in; or
/// something is put into a line or taken out of it.
void edit(std::vector<std::string>& all) {
  const auto at = static_cast<std::ptrdiff_t>(somewhere(all.size() + 1));
  const bool is_end = static_cast<std::size_t>(at) == all.size();
  const std::size_t how = somewhere(6);
  if (is_end || how == 0) {
    for (std::size_t more = somewhere(3) + 1; more > 0; --more)
      all.insert(all.begin() + at, one_of(lines));
    return;
  }
  std::string& line = all[static_cast<std::size_t>(at)];
  if (how == 1) line = one_of(lines);
  if (how == 2) all.erase(all.begin() + at);
  if (how == 3) {
    std::size_t place = somewhere(line.size() / 3 + 1) * 3;  // mostly between two characters
    while (place < line.size() && (static_cast<unsigned char>(line[place]) & 0xC0U) == 0x80U)
      ++place;
    line.insert(place, one_of(pieces));
  }
  if (how == 4 && line.size() > 12 && (static_cast<unsigned char>(line[3]) & 0xC0U) != 0x80U &&
      (static_cast<unsigned char>(line[6]) & 0xC0U) != 0x80U)
    line.erase(3, 3);
  if (how == 5 && static_cast<std::size_t>(at) + 1 < all.size()) {
    line += all[static_cast<std::size_t>(at) + 1];
    all.erase(all.begin() + at + 1);
  }
}

RC_GTEST_PROP(DraftReader, ReadsAnEditedTextAsANewOne, ()) {
  const Lexicon bodies = small_lexicon();
  const Lexicon topics({{"排污口", {}, "outlets"}, {"饮用水水源地", {}, "water-sources"}});
  const ReadOptions options{&topics, {}};
  std::vector<std::string> all;
  for (std::size_t more = somewhere(60); more > 0; --more) all.push_back(one_of(lines));
  Document document({0}, text_of(all));
  DraftReader reader(document, bodies, options);
  Reading reading = reader.read();
  for (int step = 0; step < 12; ++step) {
    const std::vector<Item> before = reading.items;
    edit(all);
    const TextChange change = document.replace(text_of(all));
    const auto kept = reader.reread(change, reading);
    const Document anew({0}, text_of(all));
    RC_ASSERT(document.folded() == anew.folded());
    RC_ASSERT(document.paragraphs() == anew.paragraphs());
    RC_ASSERT(reading == read_draft(anew, bodies, options));
    RC_ASSERT(kept.size() == reading.items.size());
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (kept[i] != no_number) RC_ASSERT(before[kept[i]].label == reading.items[i].label);
  }
}

/// What is not reached by an edit is not read again: else nothing is won.
TEST(DraftReader, KeepsWhatAnEditDoesNotReach) {
  std::string head = "云岭省水污染防治工作方案\n一、重点任务\n";
  std::string tail;
  for (int i = 1; i <= 40; ++i)
    (i <= 20 ? head : tail) += std::to_string(i) + ".整治第" + std::to_string(i) +
                               "处排污口，逐一登记在册，限期完成整改并组织验收，防止问题反弹，"
                               "每月通报进展情况，对进展缓慢的予以督办，对虚报瞒报的严肃问责，"
                               "年底前全面完成并开展后评估。（市水利局牵头）\n";
  const std::string line = "清理河道。（市水利局牵头，市财政局配合）\n";
  const Lexicon bodies = small_lexicon();
  Document document({0}, head + line + tail);
  DraftReader reader(document, bodies, {});
  Reading reading = reader.read();
  const TextChange change = document.replace(head + "（市公安局牵头）\n" + line + tail);
  const auto kept = reader.reread(change, reading);
  const auto lost = std::count(kept.begin(), kept.end(), no_number);
  EXPECT_GE(kept.size(), 40U);
  EXPECT_LE(lost, 6);
}

}  // namespace
}  // namespace mingze::draft
