// 明责.tsv: local names and silenced findings, beside the draft and in the user's configuration.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string local_plan =
    "澜江市岸线整治方案\n\n"
    "（一）岸线整治。（市资建局牵头，市自然资源和规划局、市园区办配合）\n"
    "（三）绿化提升。（市园林绿化局牵头）\n";
const std::string both = "既牵头又配合";

TEST(CheckLocal, ALocalNameIsTheRegistersBody) {
  EXPECT_THAT(run_in_memory({{"a/d.txt", local_plan}}, {"check", "a/d.txt"}).out,
              Not(HasSubstr(both)));
  for (const char* line : {"市资建局 = 自然资源和规划局", "市资建局\t自然资源部门",
                           "﻿市资建局＝资建局＝市自然资源和规划局",
                           "# 注\n\n资建局 = 自规局\r\n"}) {
    const Ran ran =
        run_in_memory({{"a/d.txt", local_plan}, {"a/明责.tsv", line}}, {"check", "a/d.txt"});
    EXPECT_THAT(ran.out, HasSubstr(both)) << line << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("本次使用了 a/明责.tsv（本地名称 "));
  }
}

TEST(CheckLocal, ItHoldsForItsFolderAlone) {
  const MemoryFiles files{{"a/d.txt", local_plan},
                          {"a/mingze.tsv", "市资建局 = 自然资源部门"},
                          {"b/d.txt", local_plan}};
  const Ran ran = run_in_memory(files, {"check", "b/d.txt", "a/d.txt"});
  const std::size_t first = ran.out.find(both);
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(ran.out.find(both, first + 1), std::string::npos);
}

TEST(CheckLocal, TheUsersConfigurationHoldsForAll) {
  const MemoryFiles files{{"d.txt", local_plan},
                          {"home/.config/mingze/明责.tsv", "市资建局 = 自然资源部门"},
                          {"other/mingze/明责.mz", "自然资源部门 在 市级 简称 “资建局”。"}};
  EXPECT_THAT(run_in_memory(files, {"check", "d.txt"}, "zh_CN.UTF-8", {{"HOME", "home"}}).out,
              HasSubstr(both));
  const Ran mz = run_in_memory(files, {"check", "d.txt"}, "zh_CN.UTF-8",
                               {{"HOME", "home"}, {"XDG_CONFIG_HOME", "other"}});
  EXPECT_THAT(mz.out, HasSubstr(both));
  EXPECT_THAT(mz.out, HasSubstr("本次使用了 other/mingze/明责.mz"));
  EXPECT_THAT(run_in_memory(files, {"check", "-"}).out, Not(HasSubstr(both)));
}

TEST(CheckLocal, WhatStandsBesideTheDraftPrevails) {
  const MemoryFiles files{{"d.txt", local_plan},
                          {"明责.tsv", "市资建局 = 水利部门\n市园林绿化局 = 市自然资源和规划局"},
                          {"c/mingze/明责.tsv", "市资建局 = 自然资源部门"}};
  EXPECT_THAT(
      run_in_memory(files, {"check", "d.txt"}, "zh_CN.UTF-8", {{"XDG_CONFIG_HOME", "c"}}).out,
      Not(HasSubstr(both)));
}

TEST(CheckLocal, FindingsCanBeSilencedAndAreCounted) {
  EXPECT_THAT(run_in_memory({{"d.txt", local_plan}}, {"check", "d.txt"}).out,
              HasSubstr("number-gap"));
  const MemoryFiles files{{"d.txt", local_plan}, {"明责.tsv", "不报告 = number-gap、vague-body"}};
  const Ran ran = run_in_memory(files, {"check", "d.txt"});
  EXPECT_THAT(ran.out, Not(HasSubstr("[number-gap]")));
  EXPECT_THAT(ran.out, HasSubstr("未列出 1"));
  EXPECT_THAT(ran.out, HasSubstr("不报告 number-gap、vague-body"));
  const Ran json = run_in_memory(files, {"check", "d.txt", "--format", "json"});
  EXPECT_THAT(json.out, HasSubstr("\"number-gap\": 1"));
}

TEST(CheckLocal, MistakesPointToTheirLine) {
  const MemoryFiles files{
      {"d.txt", local_plan},
      {"明责.tsv",
       "市资建局 = 自然资源部门\n市资建局\n市园区办 = 市生态环竟局\n不报告 = number-gaps\n"}};
  const Ran zh = run_in_memory(files, {"check", "d.txt"});
  EXPECT_EQ(zh.code, 2);
  EXPECT_EQ(zh.out, "");
  EXPECT_THAT(zh.err, HasSubstr("明责.tsv:2:1: error: 这一行只有一个名称"));
  EXPECT_THAT(zh.err, HasSubstr("明责.tsv:3:8: error: 登记册中没有“市生态环竟局”"));
  EXPECT_THAT(zh.err, HasSubstr("是不是要写“市生态环境局”？"));
  EXPECT_THAT(zh.err, HasSubstr("明责.tsv:4:7: warning: 没有代码为“number-gaps”的问题"));
  const Ran en = run_in_memory(files, {"check", "d.txt"}, "en_US.UTF-8");
  EXPECT_THAT(en.err, HasSubstr("write \"local name = name in the register\""));
  EXPECT_EQ(
      run_in_memory({{"d.txt", local_plan}, {"明责.tsv", "\xFF\x81"}}, {"check", "d.txt"}).code, 2);
}

}  // namespace
}  // namespace mingze::app
