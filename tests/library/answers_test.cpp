// Answers, findings and reasons as values, and every report.
#include <gtest/gtest.h>

#include <functional>
#include <new>
#include <stdexcept>

#include "rivers.hpp"

namespace mingze::outside {
namespace {

TEST(Answers, AnswerAQuestion) {
  const Engine engine = resolved_rivers();
  const Answers answers = engine.ask("某部门 在 苏州市 牵头 某事项").value();
  EXPECT_TRUE(answers.holds);
  ASSERT_EQ(answers.answers.size(), 3U);
  EXPECT_EQ(answers.answers[1].values, (Fields{{"某部门", "water"}, {"某事项", "bridges"}}));
  EXPECT_EQ(answers.answers[1].by[0].cites[0].clause, "第三条");
  EXPECT_NE(answers.render(Format::json).value().find("\"answers\""), std::string::npos);
  EXPECT_NE(answers.render(Format::terminal, Language::en).value().find("leads"),
            std::string::npos);
  EXPECT_EQ(answers.render(Format::docx).error().code, "unknown-format");
  EXPECT_FALSE(engine.ask("某部门 在 苏州市").ok());
  EXPECT_FALSE(engine.ask("").ok());
}

TEST(Answers, QuestionsLeaveNothingBehind) {
  const Engine engine = resolved_rivers();
  const std::size_t texts = engine.names("text").value().size();
  for (int i = 0; i < 10; ++i) static_cast<void>(engine.find("no" + std::to_string(i)));
  static_cast<void>(engine.why_not("roads leads dredging in suzhou").value());
  EXPECT_EQ(engine.names("text").value().size(), texts);
  EXPECT_EQ(engine.names("office").value().size(), 2U);
}

TEST(Answers, AProofGoesDownToFactsAndClauses) {
  const Engine engine = resolved_rivers();
  const Explanation why = engine.why_key("leads", key("dredging", "suzhou")).value();
  EXPECT_TRUE(why.holds);
  ASSERT_EQ(why.proofs.size(), 1U);
  const auto& reasons = why.proofs[0].reasons;
  EXPECT_EQ(reasons[0].by, Reason::By::rule);
  EXPECT_EQ(reasons[0].rule.id, "approver-leads");
  EXPECT_EQ(reasons[0].rule.cites[0].title, "河道办法");
  ASSERT_EQ(reasons[0].from.size(), 2U);
  EXPECT_EQ(reasons[reasons[0].from[0]].by, Reason::By::fact);
  EXPECT_EQ(reasons[reasons[0].from[0]].rule.file, "rivers.mz");
  for (const Format format : {Format::terminal, Format::json, Format::dot})
    EXPECT_FALSE(why.render(format).value().empty());
}

TEST(Answers, WhatLostAndToWhatIsTold) {
  Engine engine = river_engine();
  engine.add(engine.fact("苏州市 指定 交通 管 清淤").value()).value();
  engine.resolve().value();
  const auto candidates = engine.candidates("leads", key("dredging", "suzhou")).value();
  ASSERT_EQ(candidates.size(), 2U);
  EXPECT_EQ(candidates[0].value.id, "roads");
  EXPECT_EQ(candidates[0].fate, Candidate::Fate::stands);
  EXPECT_EQ(candidates[1].fate, Candidate::Fate::defeated);
  EXPECT_EQ(candidates[1].by.id, "assigned-leads");
  EXPECT_EQ(candidates[1].ground, Candidate::Ground::overrides);
  const auto why = engine.why_key("leads", key("dredging", "suzhou")).value();
  ASSERT_EQ(why.proofs[0].reasons[0].defeated.size(), 1U);
  EXPECT_EQ(why.proofs[0].reasons[0].defeated[0].rule.id, "approver-leads");
}

TEST(Answers, MissingAndConflictHaveReasonsToo) {
  const Engine engine = resolved_rivers();
  const auto by = [&](const char* matter) {
    return engine.why_key("leads", key(matter, "suzhou")).value().proofs.at(0).reasons.at(0).by;
  };
  EXPECT_EQ(by("noise"), Reason::By::missing);
  EXPECT_EQ(by("bridges"), Reason::By::conflict);
  EXPECT_FALSE(engine.why_key("leads", key("noise", "wuzhong")).value().holds);
  const auto missing = engine.why_key("leads", key("noise", "suzhou")).value();
  const auto& reasons = missing.proofs.at(0).reasons;
  ASSERT_EQ(reasons.at(0).from.size(), 1U) << "why it is due";
  EXPECT_EQ(reasons.at(reasons[0].from[0]).sentence.zh, "苏州市 办理 噪声");
}

TEST(Answers, WhyNotTellsWhatIsLacking) {
  const Engine engine = resolved_rivers();
  const WhyNot why_not = engine.why_not("roads leads dredging in suzhou").value();
  EXPECT_FALSE(why_not.holds);
  ASSERT_FALSE(why_not.attempts.empty());
  bool lacks = false;
  for (const auto& attempt : why_not.attempts)
    for (const Message& need : attempt.needs) lacks |= need.en == "交通 approves 清淤";
  EXPECT_TRUE(lacks) << why_not.render(Format::terminal).value();
  for (const Format format : {Format::terminal, Format::json, Format::dot})
    EXPECT_FALSE(why_not.render(format).value().empty());
}

TEST(Answers, WalksGoInOrderAndStopWhenAsked) {
  const Engine engine = resolved_rivers();
  std::vector<std::string> matters;
  const auto visit = [&](const Decision& decision) {
    matters.push_back(decision.key[0].id);
    return matters.size() < 2;
  };
  engine.for_each_decision("leads", visit).value();
  EXPECT_EQ(matters, (std::vector<std::string>{"bridges", "dredging"}));
  std::vector<std::string> codes;
  engine
      .for_each_finding([&](const Finding& finding) {
        codes.push_back(finding.code);
        return true;
      })
      .value();
  EXPECT_EQ(codes, (std::vector<std::string>{"busy", "leads-conflict", "leads-missing"}));
  std::size_t facts = 0;
  engine
      .for_each_fact("approves",
                     [&](const Fact& fact) {
                       EXPECT_TRUE(engine.is_resolved());
                       EXPECT_EQ(fact.fields.size(), 2U);
                       return ++facts < 2;
                     })
      .value();
  EXPECT_EQ(facts, 2U);
}

TEST(Answers, WhatACallbackThrowsComesOutAsItIs) {
  const Engine engine = resolved_rivers();
  const auto decision = [](const Decision&) -> bool { throw std::out_of_range("mine"); };
  const auto finding = [](const Finding&) -> bool { throw 7; };
  const auto fact = [](const Fact&) -> bool { throw std::bad_alloc(); };
  EXPECT_THROW(static_cast<void>(engine.for_each_decision("leads", decision)), std::out_of_range);
  EXPECT_THROW(static_cast<void>(engine.for_each_finding(finding)), int);
  EXPECT_THROW(static_cast<void>(engine.for_each_fact("approves", fact)), std::bad_alloc);
  EXPECT_THROW(static_cast<void>(engine.for_each_finding(nullptr)), std::bad_function_call);
  EXPECT_TRUE(engine.ask("water 审批 dredging").value().holds);
}

TEST(Answers, ACallbackThatCallsIsToldSo) {
  const Engine engine = resolved_rivers();
  std::string code;
  engine
      .for_each_finding([&](const Finding&) {
        code = engine.ask("water 审批 noise").error().code;
        return false;
      })
      .value();
  EXPECT_EQ(code, "called-back");
  EXPECT_TRUE(engine.ask("water 审批 dredging").value().holds);
}

TEST(Answers, RendersTheResolution) {
  const Engine engine = resolved_rivers();
  EXPECT_NE(engine.render(Format::json).value().find("\"command\": \"resolve\""),
            std::string::npos);
  EXPECT_NE(engine.render(Format::terminal).value().find("清淤"), std::string::npos);
  Engine::Selection selection;
  selection.relation = "leads";
  EXPECT_EQ(engine.render(Format::tsv, Language::zh, selection).value(),
            "roads\tbridges\tsuzhou\nwater\tbridges\tsuzhou\nwater\tdredging\tsuzhou\n");
  EXPECT_EQ(engine.render(Format::tsv).error().code, "unknown-format");
  selection.relation = "lead";
  EXPECT_EQ(engine.render(Format::json, Language::zh, selection).error().code, "unknown-relation");
}

TEST(Answers, WhatNoEngineGaveCanNotBeDrawn) {
  EXPECT_EQ(Answers().render(Format::json).error().code, "nothing-to-draw");
}

constexpr const char* draft = R"(桃源市水环境治理工作方案

一、主要任务
（一）清理河道。各有关单位加强河道清理。
（二）整治排污口。（责任单位：市水利局、市生态环境局）
（三）绿化河岸。（市林业局牵头，市水利局配合）
)";

TEST(Answers, ChecksADraftFromMemory) {
  const Engine engine = Engine::load({.as_of = "2026-11-23"}).value();
  const DraftCheck check = engine.check(draft, "draft.txt").value();
  ASSERT_EQ(check.items.size(), 3U);
  EXPECT_EQ(check.items[2].status, DraftCheck::Status::led);
  EXPECT_EQ(check.items[2].lead[0].text, "市林业局");
  EXPECT_EQ(check.items[2].lead[0].place.line, 6U);
  EXPECT_EQ(check.items[1].status, DraftCheck::Status::missing_lead);
  ASSERT_FALSE(check.findings.empty());
  EXPECT_EQ(check.findings[0].place.file, "draft.txt");
  EXPECT_FALSE(check.findings[0].fingerprint.empty());
  for (const Format format : {Format::terminal, Format::json, Format::html, Format::tsv,
                              Format::xlsx, Format::junit, Format::sarif})
    EXPECT_FALSE(check.render(format).value().empty());
  EXPECT_EQ(check.render(Format::docx).error().code, "not-a-docx");
  EXPECT_EQ(check.render(Format::dot).error().code, "unknown-format");
  const DraftCheck again = engine.check(draft, "draft.txt").value();
  EXPECT_EQ(again.render(Format::json).value(), check.render(Format::json).value());
  const auto fewer = engine.check(draft, "draft.txt", {.allow = {check.findings[0].code}}).value();
  EXPECT_LT(fewer.findings.size(), check.findings.size());
}

TEST(Answers, DraftsAreCheckedAgainstAPlacesOwnList) {
  Engine engine = Engine::load({.as_of = "2026-11-23"}).value();
  const auto told = [&] {
    return engine.check(draft, "draft.txt").value().render(Format::terminal).value();
  };
  const std::string before = told();
  EXPECT_EQ(engine.add_list("电话\t姓名\n1\t张三\n", "清单.tsv").error().code,
            "list-without-heads");
  EXPECT_EQ(told(), before);
  const auto notes =
      engine.add_list("具体事项\t牵头部门\n整治排污口\t市生态环境局\n巡查\t市水利局\n", "清单.tsv");
  ASSERT_EQ(notes.value().size(), 1U);
  EXPECT_NE(notes.value()[0].en.find("too short to be found in a draft"), std::string::npos);
  const std::string with_list = told();
  EXPECT_NE(with_list.find("清单.tsv 第 2 行"), std::string::npos) << with_list;
  // A second one is read as if it had come first, and a third that is none changes nothing.
  EXPECT_TRUE(
      engine.add_list("具体事项\t牵头部门\n负责整治排污口工作\t市住房城乡建设局\n", "b.tsv").ok());
  const std::string with_lists = told();
  EXPECT_NE(with_lists, with_list);
  EXPECT_EQ(engine.add_list("", "c.tsv").error().kind, ErrorKind::invalid);
  EXPECT_EQ(told(), with_lists);
  // They stay when the facts change, and are told once.
  EXPECT_TRUE(engine.add_data(DataFormat::json, "{}", "none.json").ok());
  EXPECT_EQ(told(), with_lists);
  EXPECT_TRUE(engine.check(draft, "draft.txt").value().notes.empty());
  EXPECT_EQ(engine.add_list("", "清单.tsv").error().code, "duplicate-text");
  EXPECT_EQ(river_engine().add_list("", "a.tsv").error().code, "no-draft-rules");
}

TEST(Answers, DraftsThatCanNotBeReadAreErrors) {
  const Engine engine = Engine::load({.as_of = "2026-11-23"}).value();
  EXPECT_FALSE(engine.check(std::string_view("PK\3\4 no zip", 11), "a.docx").ok());
  EXPECT_FALSE(engine.check(std::string_view("\0\1\2\3", 4), "a.txt").ok());
  EXPECT_FALSE(engine.check("", "empty.txt").ok());
  EXPECT_EQ(engine.check(draft, "a", {.names_as_of = "soon"}).error().code, "invalid-date");
  EXPECT_EQ(river_engine().check(draft, "a").error().code, "no-draft-rules");
}

}  // namespace
}  // namespace mingze::outside
