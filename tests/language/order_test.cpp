// Order never matters: the good programs again, with their files, statements, conditions,
// expectations and rows shuffled, must give the same bytes (but for the lines that they point to).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <regex>

#include "dsl/grammar/parse.hpp"
#include "tests/language/run_mingze.hpp"

namespace mingze::test {
namespace {

const std::string folder = MINGZE_ROOT "/fixtures/programs/good/";

std::string read(const std::string& name) {
  const auto bytes = DiskFiles().read(folder + name);
  return bytes.ok() ? bytes.value() : "";
}

class Shuffler {
 public:
  explicit Shuffler(std::uint32_t seed) : random_(seed) {}

  /// The statements of a program, each with its parts in another order, in several files.
  std::vector<std::string> files_of(const std::string& text) {
    Sources sources;
    const SourceId id = sources.add("program.mz", text);
    const dsl::Module module = dsl::parse(sources[id], id).module;
    std::vector<std::string> statements;
    for (const dsl::Statement& statement : module.statements)
      statements.push_back(reordered(sources, statement) + "\n");
    shuffle(statements);
    std::vector<std::string> out(1 + random_() % 3);
    for (const std::string& statement : statements) out[random_() % out.size()] += statement;
    return out;
  }

  std::string rows(std::string text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      lines.push_back(text.substr(at, end - at) + "\n");
      at = end + 1;
    }
    shuffle(lines);
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
  }

  template <typename T>
  void shuffle(std::vector<T>& list) {
    std::shuffle(list.begin(), list.end(), random_);
  }

 private:
  std::string reordered(const Sources& sources, const dsl::Statement& statement) {
    std::vector<std::vector<Span>> lists;
    const auto list = [&](const auto& parts, const auto& span_of) {
      lists.emplace_back();
      for (const auto& part : parts) lists.back().push_back(span_of(part));
    };
    const auto own = [](const auto& part) { return part.span; };
    if (const auto* rule = std::get_if<dsl::Rule>(&statement.body)) {
      list(rule->conditions, own);
      list(rule->conclusions, own);
    } else if (const auto* finding = std::get_if<dsl::Finding>(&statement.body)) {
      list(finding->conditions, own);
    } else if (const auto* test = std::get_if<dsl::Test>(&statement.body)) {
      list(test->expectations, own);
    }
    return exchanged(sources, statement.span, lists);
  }

  /// The text of a statement with the texts of each list of places exchanged among them.
  std::string exchanged(const Sources& sources, Span whole,
                        const std::vector<std::vector<Span>>& lists) {
    std::map<std::uint32_t, std::pair<Span, std::string>> parts;
    for (const auto& spans : lists) {
      std::vector<Span> from = spans;
      shuffle(from);
      for (std::size_t i = 0; i < spans.size(); ++i)
        parts[spans[i].begin] = {spans[i], std::string(sources.text(from[i]))};
    }
    std::string out;
    std::uint32_t at = whole.begin;
    for (const auto& [begin, part] : parts) {
      out += sources.text({whole.source, at, begin});
      out += part.second;
      at = part.first.end;
    }
    return out + std::string(sources.text({whole.source, at, whole.end}));
  }

  std::mt19937 random_;
};

std::string without_places(const std::string& json) {
  static const std::regex places("\"(file|line)\": [^\n]*\n");
  return std::regex_replace(json, places, "");
}

class ShuffledProgram : public testing::TestWithParam<std::string> {};

TEST_P(ShuffledProgram, SaysTheSame) {
  const Said expected = run_mingze({"resolve", folder + GetParam(), "--format", "json"});
  ASSERT_LE(expected.exit, 1) << expected.err;
  const std::string text = read(GetParam());
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    Shuffler shuffler(seed);
    MemoryFiles files;
    std::vector<std::string> names;
    for (const std::string& part : shuffler.files_of(text)) {
      names.push_back("part" + std::to_string(names.size()) + ".mz");
      files.put(names.back(), part);
    }
    const auto beside = DiskFiles().list(folder);
    for (const std::string& name : beside.value())
      if (name.ends_with(".tsv")) files.put(name, shuffler.rows(read(name)));
    shuffler.shuffle(names);
    std::vector<std::string> arguments = {"resolve", "--format", "json"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    const Said said = run_mingze(arguments, files);
    EXPECT_EQ(said.exit, expected.exit) << said.err;
    ASSERT_EQ(without_places(said.out), without_places(expected.out)) << "seed " << seed;
    arguments[0] = "test";
    const Said tested = run_mingze(arguments, files);
    ASSERT_EQ(tested.exit, 0) << tested.out << tested.err;
  }
}

std::vector<std::string> programs() {
  std::vector<std::string> out;
  const auto names = DiskFiles().list(folder);
  if (!names.ok()) return out;
  for (const std::string& name : names.value())
    if (name.ends_with(".mz")) out.push_back(name);
  return out;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, ShuffledProgram, testing::ValuesIn(programs()),
                         [](const auto& one) {
                           std::string name = one.param.substr(0, one.param.size() - 3);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace mingze::test
