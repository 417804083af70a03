// docs/opinion.md: its second half is generated from rules/opinion, and its first half names no
// rule that is not there. UPDATE_GOLDEN=1 writes the generated half anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace mingze::app {
namespace {

namespace fs = std::filesystem;

const fs::path root = MINGZE_ROOT;
const fs::path pack = root / "rules/opinion";

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  EXPECT_FALSE(lines.empty()) << file;
  return lines;
}

std::vector<std::vector<std::string>> table(const fs::path& file) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : lines_of(file)) {
    std::istringstream in(line);
    rows.emplace_back();
    for (std::string cell; std::getline(in, cell, '\t');) rows.back().push_back(cell);
  }
  return rows;
}

/// A rule or a finding, and the clauses of the Opinion that it cites.
struct Statement {
  bool finding = false;
  std::string id;
  std::string label;
  std::string file;
  std::set<std::string> clauses;
};

/// The files of the pack, tests or not, by name.
std::vector<fs::path> files(bool tests) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(pack)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".mz") && name.ends_with("_test.mz") == tests) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Statement> statements() {
  static const std::regex head(R"re((rule|规则|finding|问题) ([^ ]+)(?: (?:"|“)(.*)(?:"|”))?.*)re");
  static const std::regex clause(R"re(opinion (?:"|“)(.*?)(?:"|”))re");
  std::vector<Statement> out;
  for (const fs::path& file : files(false)) {
    bool open = false;  // between a head and its conditions
    for (const std::string& line : lines_of(file)) {
      std::smatch match;
      if (std::regex_match(line, match, head)) {
        const bool finding = match[1] == "finding" || match[1] == "问题";
        out.push_back({finding, match[2], match[3], file.stem().string(), {}});
        open = true;
      } else if (line.starts_with("  if") || line.starts_with("  若")) {
        open = false;
      } else if (open) {
        for (std::sregex_iterator it(line.begin(), line.end(), clause), end; it != end; ++it)
          out.back().clauses.insert((*it)[1]);
      }
    }
  }
  return out;
}

std::size_t tests_in(const std::string& theme) {
  const fs::path file = pack / (theme + "_test.mz");
  if (!fs::exists(file)) return 0;  // a theme without tests; the page says 0
  const auto lines = lines_of(file);
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const auto& line) {
    return line.starts_with("test \"") || line.starts_with("用例 “");
  }));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "、") + part;
  return text;
}

std::string section(const std::vector<std::string>& article) {
  std::vector<std::string> rules;
  std::vector<std::string> steps;  // rules without a label, between those that a reader looks for
  std::vector<std::string> findings;
  std::set<std::string> themes;
  for (const Statement& one : statements()) {
    if (!one.clauses.contains(article[1])) continue;
    themes.insert(one.file);
    if (one.finding)
      findings.push_back("[" + one.id + "](findings/" + one.id + ".md)");
    else
      (one.label.empty() ? steps : rules)
          .push_back("`" + one.id + "`" + (one.label.empty() ? "" : "（" + one.label + "）"));
  }
  std::vector<std::string> tests;
  for (const std::string& theme : themes)
    if (const auto count = tests_in(theme); count > 0)
      tests.push_back("`" + theme + "_test.mz`（" + std::to_string(count) + "）");
  std::string text = "### " + article[1] + " " + article[2] + " · " + article[3] + "\n\n";
  if (!rules.empty()) text += "- 规则 rules：" + joined(rules) + "\n";
  if (!steps.empty()) text += "- 中间步骤 steps between：" + joined(steps) + "\n";
  if (!findings.empty()) text += "- 问题 findings：" + joined(findings) + "\n";
  if (!tests.empty()) text += "- 用例 tests：" + joined(tests) + "\n";
  for (const auto& row : table(pack / "not-encoded.tsv"))
    if (row[1] == article[1])
      text += "- 没有写成规则 not encoded：" + row[2] + "。 *" + row[3] + ".*\n";
  return text;
}

std::string generated() {
  std::string text;
  for (const auto& article : table(pack / "articles.tsv")) text += "\n" + section(article);
  return text;
}

/// Up to and with the mark, and behind it.
std::pair<std::string, std::string> halves() {
  std::ifstream in(root / "docs/opinion.md", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto mark = text.find("<!-- generated:");
  EXPECT_NE(mark, std::string::npos);
  const auto end = text.find('\n', mark) + 1;
  return {text.substr(0, end), text.substr(end)};
}

TEST(OpinionPage, IsInStepWithTheRules) {
  const auto [written, below] = halves();
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(root / "docs/opinion.md", std::ios::binary) << written << generated();
    return;
  }
  EXPECT_EQ(below, generated());
}

TEST(OpinionPage, NamesRulesThatAreThere) {
  std::set<std::string> known;
  for (const Statement& one : statements()) known.insert(one.id);
  const std::string written = halves().first;
  static const std::regex quoted("`([^` /.]+)`");
  std::size_t count = 0;
  for (std::sregex_iterator it(written.begin(), written.end(), quoted), end; it != end; ++it) {
    const std::string name = (*it)[1];
    if (name == "opinion" || name == "draft") continue;
    EXPECT_TRUE(known.contains(name)) << name;
    ++count;
  }
  EXPECT_GE(count, 10U);
}

TEST(OpinionPage, EveryArticleHasARuleOrAReason) {
  std::set<std::string> articles;
  for (const auto& article : table(pack / "articles.tsv")) articles.insert(article[1]);
  std::set<std::string> covered;
  for (const auto& row : table(pack / "not-encoded.tsv")) {
    EXPECT_TRUE(articles.contains(row[1])) << row[1];
    covered.insert(row[1]);
  }
  for (const Statement& one : statements()) {
    EXPECT_FALSE(one.clauses.empty()) << one.id << " cites no clause";
    for (const std::string& clause : one.clauses)
      EXPECT_TRUE(articles.contains(clause)) << one.id << " cites " << clause;
    covered.insert(one.clauses.begin(), one.clauses.end());
  }
  EXPECT_EQ(articles.size(), 21U) << "the principles and twenty articles";
  EXPECT_EQ(covered, articles);
}

}  // namespace
}  // namespace mingze::app
