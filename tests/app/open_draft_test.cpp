// A draft that is edited is reported on as one that is checked from scratch.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <sstream>

#include "app/session/embedded.hpp"
#include "app/session/open_draft.hpp"

namespace mingze::app {
namespace {

/// The built-in packs, ready to check files.
struct Checker {
  MemoryFiles files;
  Packs packs{embedded_archive()};
  Workspace workspace{files, packs};
  std::unique_ptr<Prepared> prepared;

  explicit Checker(MemoryFiles drafts = {}) : files(std::move(drafts)) {
    Inputs inputs;
    inputs.asks = false;
    inputs.as_of = *parse_date("2026-11-23");
    workspace.load(inputs);
    prepared = prepare(workspace, inputs, inputs.as_of, true);
  }
};

CheckOptions options() {
  CheckOptions out;
  out.drafts = {"draft.txt"};
  out.silenced = {"number-gap"};
  return out;
}

/// Every face of it that tells places shows the same: JSON in both languages has them all.
std::string told(const report::CheckReport& report) {
  std::ostringstream out;
  write_check_json(out, report, Language::zh);
  write_check_json(out, report, Language::en);
  return out.str();
}

std::string from_scratch(const std::string& text) {
  Checker checker(MemoryFiles{{"draft.txt", text}});
  auto report = check_drafts(checker.workspace, *checker.prepared, options());
  report.failures = checker.workspace.problems().failures;
  return told(report);
}

const std::vector<std::string> lines{
    "苏州市水污染防治工作方案",
    "2026年5月6日",
    "一、总体要求",
    "二、重点任务",
    "三、职责分工",
    "（一）整治入河排污口。排查沿河排污口，逐一登记。（市生态环境局牵头，市水务局、市财政局配合）",
    "（二）清理河道。清理河面漂浮物和河岸垃圾。（市水务局、市生态环境局按职责分工负责）",
    "（三）建设污水管网。新建污水管网，改造老旧管网。",
    "（四）管理建筑垃圾。规范建筑垃圾处置。（市城管局、市住建局负责）",
    "（五）各地区、各部门要落实责任，加强协调。",
    "（六）核发排污许可证。（市环保局牵头，市水务局配合）",
    "1.开展饮用水水源地排查，建立问题清单。（市环保局、市财政厅负责）",
    "2.由市财政局牵头，会同市水务局安排资金。",
    "3.市交通运输局：负责码头岸电设施的建设和监管。",
    "责任单位：市水务局、市财政局",
    "牵头单位：市水务局；配合单位：市财政局、有关部门",
    "（市水务局牵头，市水务局配合）",
    "每项任务列第一位的为牵头单位，下同。",
    "附件：1.重点任务分工表",
    "序号\t重点任务\t牵头单位\t配合单位",
    "1\t整治排污口\t市生态环境局\t市水务局",
    "具体分工见附件2，各有关部门按照职责"};

std::size_t somewhere(std::size_t size) { return *rc::gen::inRange<std::size_t>(0, size); }

std::string text_of(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& line : all) out += line + "\n";
  return out;
}

void edit(std::vector<std::string>& all) {
  const std::size_t at = somewhere(all.size() + 1);
  const auto place = all.begin() + static_cast<std::ptrdiff_t>(at);
  const std::size_t how = somewhere(4);
  if (at == all.size() || how == 0)
    all.insert(place, lines[somewhere(lines.size())]);
  else if (how == 1)
    *place = lines[somewhere(lines.size())];
  else if (how == 2)
    all.erase(place);
  else
    *place += lines[somewhere(lines.size())];
}

/// Each step is a check from scratch, too: some hundred of them.
void check_edits() {
  std::vector<std::string> all{lines[0], lines[3]};
  for (std::size_t more = somewhere(30); more > 0; --more)
    all.push_back(lines[somewhere(lines.size())]);
  Checker checker;
  OpenDraft draft(checker.workspace, *checker.prepared, options());
  RC_ASSERT(told(draft.check(text_of(all))) == from_scratch(text_of(all)));
  for (int step = 0; step < 6; ++step) {
    edit(all);
    RC_ASSERT(told(draft.check(text_of(all))) == from_scratch(text_of(all)));
  }
}

TEST(OpenDraft, ReportsOnAnEditedDraftAsOnANewOne) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  if (std::getenv("RC_PARAMS") == nullptr) params.maxSuccess = 15;
  const auto result = rc::detail::checkTestable(check_edits, rc::detail::TestMetadata{}, params);
  if (result.is<rc::detail::SuccessResult>()) return;
  std::ostringstream text;
  rc::detail::printResultMessage(result, text);
  FAIL() << text.str();
}

/// Edits that reach further than their paragraph: whom the draft is from, how it names a department
/// and writes its clauses, what is said twice, and what is no text at all.
TEST(OpenDraft, FollowsWhatReachesFurther) {
  const std::string head = "苏州市水污染防治工作方案\n二、重点任务\n";
  const std::string named = "（一）整治河道。（市水利局、市财政局负责）\n";
  const std::string item = "（二）整治排污口。整治全市入河排污口。\n";
  Checker checker;
  OpenDraft draft(checker.workspace, *checker.prepared, options());
  for (const std::string& text :
       {head + named + item, head + "（一）整治河道。【市水务局牵头】\n" + item,
        "江苏省水污染防治工作方案\n二、重点任务\n" + named + item, head + item + item,
        head + "（一）建设污水管网。（市水务局牵头）\n（二）建设污水管网。（市住建局牵头）\n",
        head + "（一）建设污水管网。（市水务局牵头）\n（三）建设污水管网。（市水务局牵头）\n",
        std::string(), std::string("\n \n"), std::string("\xFF\xFE\x41", 3), head + item})
    EXPECT_EQ(told(draft.check(text)), from_scratch(text)) << text;
}

}  // namespace
}  // namespace mingze::app
