// The page that `mingze check` gives, as markup. What its script does is tested in tests/browser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string river_plan =
    "某市河道整治方案\n\n一、主要任务\n"
    "（一）清理河道。清除漂浮物。（市水务局牵头，市财政局配合）\n"
    "（二）修复护岸。修复破损护岸。（市水务局、市财政局按职责分工负责）\n"
    "（三）管好岸线。（市水务局牵头，有关部门、市水务局配合）\n";

std::string page(const MemoryFiles& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  arguments.insert(arguments.end(), {"--format", "html", "--quiet"});
  return run_in_memory(files, arguments).out;
}

/// The values of an attribute, in order.
std::vector<std::string> values(const std::string& html, const std::string& attribute) {
  std::vector<std::string> out;
  const std::string begin = " " + attribute + "=\"";
  for (std::size_t at = html.find(begin); at != html.npos; at = html.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    out.push_back(html.substr(from, html.find('"', from) - from));
  }
  return out;
}

/// What is between the built-in style sheet and the built-in script.
std::string content(const std::string& html) {
  const std::size_t from = html.find("<main");
  return html.substr(from, html.find("</main>") + 8 - from);
}

void expect_whole(const std::string& html) {
  const std::vector<std::string> ids = values(html, "id");
  const std::set<std::string> known(ids.begin(), ids.end());
  EXPECT_EQ(known.size(), ids.size()) << "each id once";
  for (const std::string& target : values(html, "href")) {
    ASSERT_TRUE(target.starts_with("#")) << target;
    EXPECT_EQ(known.count(target.substr(1)), 1U) << target;
  }
  for (const std::string& target : values(html, "aria-labelledby"))
    EXPECT_EQ(known.count(target), 1U) << target;
  EXPECT_THAT(html, Not(HasSubstr("://")));
  EXPECT_THAT(content(html), Not(HasSubstr(" style=")));
}

/// Every element that is opened is closed, in order (the page closes all but void elements).
void expect_balanced(const std::string& html) {
  const std::set<std::string> empty{"input", "meta", "br"};
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const bool closes = html[at + 1] == '/';
    const std::size_t from = at + (closes ? 2 : 1);
    const std::size_t end = html.find_first_of(" >/", from);
    const std::string name = html.substr(from, end - from);
    if (closes) {
      ASSERT_FALSE(open.empty());
      ASSERT_EQ(open.back(), name) << html.substr(at - 80, 120);
      open.pop_back();
    } else if (empty.count(name) == 0 && html[html.find('>', at) - 1] != '/') {
      open.push_back(name);
    }
  }
  EXPECT_TRUE(open.empty());
}

TEST(CheckHtml, TheWordsAtFaultAreMarkedAndLinked) {
  const std::string html = page({{"d.txt", river_plan}}, {"d.txt"});
  EXPECT_THAT(html, HasSubstr("id=\"d1-w1\" href=\"#d1-f1\""));
  EXPECT_THAT(html, HasSubstr("<a class=\"number\" href=\"#d1-w1\">"));
  EXPECT_THAT(html, HasSubstr("“修复护岸”写了责任单位，但没有写明由谁牵头"));
  EXPECT_THAT(html, HasSubstr("《关于推动职能部门做好生态环境保护工作的意见》"));
  expect_whole(html);
  expect_balanced(content(html));
}

TEST(CheckHtml, StaysAsItIs) {
  const std::string file = MINGZE_ROOT "/fixtures/golden/check-page.html";
  const std::string got = content(page({{"d.txt", river_plan}}, {"d.txt"}));
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << got;
  std::ostringstream wanted;
  wanted << std::ifstream(file, std::ios::binary).rdbuf();
  EXPECT_EQ(got, wanted.str());
}

TEST(CheckHtml, SpeaksTheLanguageOfTheRun) {
  const std::string html = page({{"d.txt", river_plan}}, {"d.txt", "--lang", "en"});
  EXPECT_THAT(html, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(html, HasSubstr("Who leads with whom"));
  EXPECT_THAT(html, HasSubstr("<h1 lang=\"zh-CN\">某市河道整治方案</h1>"));
  expect_whole(html);
}

TEST(CheckHtml, TheNameOfTheFileSaysTheFormat) {
  const MemoryFiles files{{"d.txt", river_plan}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "-o", "r.html"});
  EXPECT_EQ(ran.code, 1) << "as the findings say";
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(files.read("r.html").value(), page(files, {"d.txt"}));
}

TEST(CheckHtml, NothingInADraftOrItsNameIsMarkup) {
  const std::string attack =
      "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' onfocus=a&amp;\u2028";
  const std::string text = "某市" + attack + "整治方案\n一、" + attack + "（市水务局、市" + attack +
                           "局负责）\n二、清理" + attack + "。（市水务局牵头，" + attack +
                           "、市财政局配合）\n";
  const std::string name = "<b>\"'.txt";
  for (const char* language : {"zh", "en"}) {
    const std::string html = page({{name, text}}, {name, "--lang", language});
    const std::string inner = content(html);
    for (const char* never : {"<script", "<img", "<b>\"", "onerror=\"", "onfocus=\""})
      EXPECT_THAT(inner, Not(HasSubstr(never)));
    EXPECT_THAT(inner,
                HasSubstr("&lt;img src=x onerror=alert(2)&gt;&quot;&#39; onfocus=a&amp;amp;"));
    expect_whole(html);
    expect_balanced(inner);
  }
}

TEST(CheckHtml, SeveralDraftsStandOnOnePage) {
  const std::string html =
      page({{"a.txt", river_plan}, {"b.txt", "某市道路方案\n一、修路。（市交通运输局牵头）\n"}},
           {"a.txt", "b.txt"});
  EXPECT_THAT(html, HasSubstr("<h1>检查报告</h1>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"#d2\">某市道路方案</a>"));
  expect_whole(html);
  expect_balanced(content(html));
}

TEST(CheckHtml, WhatTheRunLeanedOnIsTold) {
  const MemoryFiles files{{"d.txt", river_plan}, {"明责.tsv", "不报告\tlead-missing\n"}};
  const std::string html = page(files, {"d.txt"});
  EXPECT_THAT(html, HasSubstr("<p>本次使用了 明责.tsv（"));
  EXPECT_THAT(html, HasSubstr("按 --allow 或 明责.tsv 未列出 1。"));
  EXPECT_THAT(html, Not(HasSubstr("data-code=\"lead-missing\"")));
}

TEST(CheckHtml, ATextWithoutAnythingIsStillAPage) {
  for (const std::string& text :
       {std::string("。\n"), std::string("通知\n"), std::string("\t\r\n\t甲\t乙")}) {
    const std::string html = page({{"d.txt", text}}, {"d.txt"});
    expect_whole(html);
    expect_balanced(content(html));
  }
}

/// A matrix has no more cells than a browser draws at once; what does not fit is told in words.
TEST(CheckHtml, ALargeMatrixFoldsTheBodiesThatDoLeast) {
  std::string text = "某市方案\n";
  const std::vector<std::string> digits{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
  for (std::size_t i = 0; i < 3000; ++i)
    text += std::to_string(i + 1) + ".修整第" + std::to_string(i + 1) + "处。（市" +
            digits[i % 10] + digits[i / 10 % 10] + "局牵头，市水务局配合）\n";
  const std::string html = page({{"d.txt", text}}, {"d.txt"});
  std::size_t cells = 0;
  for (std::size_t at = html.find("<td"); at != html.npos; at = html.find("<td", at + 1)) ++cells;
  EXPECT_LT(cells, 50000U);
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\" class=\"rest\">其余 89 个单位</th>"));
  EXPECT_THAT(html, HasSubstr("<td class=\"rest\">牵头：<span>市"));
}

}  // namespace
}  // namespace mingze::app
