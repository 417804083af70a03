#include "dsl/check/template_index.hpp"

#include <gtest/gtest.h>

#include "dsl/ast/characters.hpp"

namespace mingze::dsl {
namespace {

Template pieces(const std::vector<std::string>& words) {
  Template out;
  std::uint32_t slot = 0;
  for (const std::string& word : words)
    out.push_back(word == "_" ? TemplatePiece{"", slot++} : TemplatePiece{word, {}});
  return out;
}

std::vector<Word> sentence(const std::vector<std::string>& words) {
  std::vector<Word> out;
  for (const std::string& word : words) out.push_back({.text = word, .form = form_of(word)});
  return out;
}

class TemplateIndexTest : public testing::Test {
 protected:
  TemplateIndexTest() {
    index_.add({{0}, pieces({"_", "approves", "_"}), {}});
    index_.add({{1}, pieces({"_", "审批", "_"}), {}});
    index_.add({{2}, pieces({"the", "list", "of", "_", "approves", "_"}), {}});
    index_.add({{3}, pieces({"_", "is", "in", "_"}), {}});
    index_.add({{4}, pieces({"_", "is", "in", "force"}), {}});
  }
  TemplateIndex index_;
  using Found = std::vector<std::uint32_t>;
};

TEST_F(TemplateIndexTest, FindsByLiteralWords) {
  EXPECT_EQ(index_.match(sentence({"D", "approves", "I"})), Found{0});
  EXPECT_EQ(index_.match(sentence({"a", "审批", "b"})), Found{1});
  EXPECT_EQ(index_.match(sentence({"the", "list", "of", "x", "approves", "b"})), Found{2});
}

TEST_F(TemplateIndexTest, NeedsEveryWordWhole) {
  EXPECT_TRUE(index_.match(sentence({"D", "approve", "I"})).empty());
  EXPECT_TRUE(index_.match(sentence({"D", "approves"})).empty());
  EXPECT_TRUE(index_.match(sentence({"D", "approves", "I", "now"})).empty());
  EXPECT_TRUE(index_.match(sentence({"a审批b"})).empty());
  EXPECT_TRUE(index_.match({}).empty());
}

TEST_F(TemplateIndexTest, StringsAndVariablesAreNoLiteralWords) {
  auto words = sentence({"D", "approves", "I"});
  words[1].form = Form::string;
  EXPECT_TRUE(index_.match(words).empty());
  words[1].form = Form::variable;
  EXPECT_TRUE(index_.match(words).empty());
}

TEST_F(TemplateIndexTest, ASlotTakesALiteralWordToo) {
  EXPECT_EQ(index_.match(sentence({"approves", "approves", "approves"})), Found{0});
  EXPECT_EQ(index_.match(sentence({"law", "is", "in", "force"})), (Found{3, 4}));
}

TEST_F(TemplateIndexTest, NoSlotTakesAComparisonSign) {
  auto words = sentence({"D", "approves", "<"});
  words[2].form = Form::comparison;
  EXPECT_TRUE(index_.match(words).empty());
}

}  // namespace
}  // namespace mingze::dsl
