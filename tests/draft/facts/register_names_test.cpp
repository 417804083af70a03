#include "draft/facts/register_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/draft/facts/register_program.hpp"

namespace mingze::draft {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct RegisterNamesTest : testing::Test {
  RegisterProgram made;

  RegisterNamesTest() {
    made.call(called, "卫生部门", "国家卫生健康委员会", "国家级");
    made.call(short_form, "卫生部门", "卫健委", "国家级");
    made.call(short_form, "卫生部门", "国家卫生健康委", "国家级");
    made.call(called, "生态部门", "生态环境局", "县级");
    made.call(called, "建设部门", "住房和城乡建设局", "县级");
    made.call(called, "自然部门", "自然资源局", "县级");
    made.call(short_form, "自然部门", "自然资源和规划局", "市级");
    made.call(called, "水利部门", "水利局", "县级");
  }
};

TEST_F(RegisterNamesTest, TheNewNameKeepsTheManner) {
  const RegisterNames names(made.program, made.database);
  EXPECT_EQ(names.in_manner_of("国家卫生计生委", "卫生部门", Level::national), "国家卫生健康委");
  EXPECT_EQ(names.in_manner_of("卫计委", "卫生部门", Level::national), "国家卫生健康委");
  EXPECT_EQ(names.in_manner_of("国家卫生和计划生育委员会", "卫生部门", Level::national),
            "国家卫生健康委员会");
  EXPECT_EQ(names.in_manner_of("环保局", "生态部门", Level::county), "生态环境局");
  EXPECT_EQ(names.in_manner_of("环保厅", "生态部门", Level::province), "");
  made.call(called, "文旅部门", "文化和旅游部", "国家级");
  made.call(short_form, "文旅部门", "文旅部", "国家级");
  const RegisterNames more(made.program, made.database);
  EXPECT_EQ(more.in_manner_of("文化部", "文旅部门", Level::national), "文化和旅游部");
}

TEST_F(RegisterNamesTest, ASlipOfThePenIsNearAKnownName) {
  const RegisterNames names(made.program, made.database);
  EXPECT_THAT(names.near("生态环镜局", Level::county), ElementsAre("生态环境局"));
  EXPECT_THAT(names.near("住房和城建设局", Level::county), ElementsAre("住房和城乡建设局"));
  EXPECT_THAT(names.near("生態環鏡局", Level::county), ElementsAre("生态环境局"));
}

TEST_F(RegisterNamesTest, OtherNamesAreNotNear) {
  const RegisterNames names(made.program, made.database);
  EXPECT_THAT(names.near("水力局", Level::county), IsEmpty()) << "short: another word";
  EXPECT_THAT(names.near("生态环境厅", Level::county), IsEmpty()) << "another ending";
  EXPECT_THAT(names.near("生态环镜局", Level::province), IsEmpty()) << "another level";
  EXPECT_THAT(names.near("重点项目工作局", Level::county), IsEmpty());
}

TEST_F(RegisterNamesTest, AnotherEndingIsOneOfTheLineAndLevel) {
  const RegisterNames names(made.program, made.database);
  EXPECT_THAT(names.with_other_ending("生态环境厅", "生态部门", Level::county),
              ElementsAre("生态环境局"));
  EXPECT_THAT(names.with_other_ending("生态环境局", "生态部门", Level::county), IsEmpty());
  EXPECT_THAT(names.with_other_ending("生态环境厅", "水利部门", Level::county), IsEmpty());
  EXPECT_THAT(names.with_other_ending("生态环境厅", "生态部门", Level::city), IsEmpty());
}

TEST_F(RegisterNamesTest, AHeadIsKeptBeforeThePlaceInside) {
  made.call(called, "银行", "中国人民银行分行", "市级");
  made.call(short_form, "银行", "人民银行", "市级");
  made.call(short_form, "银行", "人民银行分行", "市级");
  const RegisterNames names(made.program, made.database);
  EXPECT_EQ(names.with_head("人民银行", "银行", Level::city), "人民银行分行");
  EXPECT_EQ(names.with_head("中国人民银行", "银行", Level::city), "中国人民银行分行");
  EXPECT_EQ(names.with_head("人行", "银行", Level::city), "");
}

TEST_F(RegisterNamesTest, APlaceStandsBeforeNoGeneralAdministration) {
  made.call(called, "监管部门", "国家金融监督管理总局监管分局", "市级");
  made.call(short_form, "监管部门", "金融监管局", "市级");
  made.call(short_form, "监管部门", "金融监管分局", "市级");
  made.call(short_form, "监管部门", "金融监管总局监管分局", "市级");
  const RegisterNames names(made.program, made.database);
  EXPECT_EQ(names.in_manner_of("银保监分局", "监管部门", Level::city), "金融监管分局");
}

TEST_F(RegisterNamesTest, NamesPutTogetherFromKnownOnesAreNotNear) {
  const RegisterNames names(made.program, made.database);
  EXPECT_THAT(names.near("自然资源与规划局", Level::city), ElementsAre("自然资源和规划局"));
  made.call(short_form, "自然部门", "规划局", "市级");
  const RegisterNames more(made.program, made.database);
  EXPECT_THAT(more.near("自然资源与规划局", Level::city), IsEmpty());
}

}  // namespace
}  // namespace mingze::draft
