#include "app/session/handbook.hpp"

#include <algorithm>
#include <tuple>

#include "app/session/test.hpp"
#include "engine/base/utf8.hpp"
#include "report/handbook_test.hpp"

namespace mingze::app {

namespace {

/// The lines of a comment that are written in the language; all, where none is.
std::string note_in(Language language, const std::string& documentation) {
  std::string chosen;
  for (std::size_t at = 0; at <= documentation.size();) {
    const std::size_t end = std::min(documentation.find('\n', at), documentation.size());
    const std::string line = documentation.substr(at, end - at);
    const auto points = to_code_points(line);
    const bool chinese = std::any_of(points.begin(), points.end(), [](char32_t point) {
      return point >= 0x3400 && point <= 0x9fff;
    });
    if (chinese == (language == Language::zh)) chosen += (chosen.empty() ? "" : "\n") + line;
    at = end + 1;
  }
  return chosen.empty() ? documentation : chosen;
}

class Documenter {
 public:
  Documenter(Workspace& workspace, const Inputs& inputs, Language language)
      : workspace_(workspace), inputs_(inputs), language_(language) {}

  std::optional<report::Handbook> run() {
    const auto observe = [this](const Prepared& prepared, const Test& test,
                                const Evaluation& evaluation,
                                const report::TestReport::Test& result) {
      if (!is_documented(test.span.source)) return;
      tests_.push_back(report::record_of(prepared.program(), test, evaluation, result, language_));
      if (prepared.program().as_of != inputs_.as_of)
        tests_.back().test.as_of = to_string(prepared.program().as_of);
    };
    if (!run_tests(workspace_, inputs_, {.observer = observe})) return std::nullopt;
    const auto prepared = prepare(workspace_, inputs_, inputs_.as_of, true);
    if (!prepared) return std::nullopt;
    std::sort(tests_.begin(), tests_.end(), [](const auto& a, const auto& b) {
      const auto key = [](const report::Handbook::Test& test) {
        return std::tie(test.place.file, test.place.line, test.label);
      };
      return key(a.test) < key(b.test);
    });
    report::HandbookMatter matter{
        prepared->program(), prepared->stated, workspace_.sources(), documented(), notes(),
        std::move(tests_),   title()};
    return report::handbook_of(matter, language_);
  }

 private:
  /// What was named; where nothing was, what is built in.
  [[nodiscard]] std::set<std::uint32_t> documented() const {
    std::set<std::uint32_t> sources;
    for (const dsl::Input& input : workspace_.inputs())
      if (is_documented(input.module->source)) sources.insert(input.module->source.value);
    return sources;
  }

  [[nodiscard]] bool is_documented(SourceId source) const {
    if (!workspace_.is_embedded(source)) return true;
    if (!inputs_.with_tests) return false;
    const std::string& name = workspace_.sources()[source].name();
    bool named = false;
    for (const std::string& wanted : inputs_.packs)
      if (const Pack* pack = workspace_.packs().find(wanted)) {
        named = true;
        for (const PackedFile& file : pack->files)
          if (file.path == name) return true;
      }
    return !named;
  }

  /// Comments on statements, by where a statement's id begins.
  [[nodiscard]] std::map<report::SpanKey, std::string> notes() const {
    std::map<report::SpanKey, std::string> out;
    for (const dsl::Input& input : workspace_.inputs())
      for (const dsl::Statement& statement : input.module->statements) {
        if (statement.documentation.empty()) continue;
        const dsl::Word* id = id_of(statement.body);
        if (id == nullptr) continue;
        out[{id->span.source.value, id->span.begin}] = note_in(language_, statement.documentation);
      }
    return out;
  }

  static const dsl::Word* id_of(const dsl::StatementBody& body) {
    if (const auto* rule = std::get_if<dsl::Rule>(&body)) return &rule->id;
    if (const auto* finding = std::get_if<dsl::Finding>(&body)) return &finding->id;
    return nullptr;
  }

  /// The names of the packs, in their order by name.
  [[nodiscard]] std::string title() const {
    std::set<std::string> names;
    for (const dsl::Input& input : workspace_.inputs())
      for (const dsl::Statement& statement : input.module->statements)
        if (const auto* pack = std::get_if<dsl::Pack>(&statement.body))
          if (is_documented(input.module->source)) names.insert(pack->name.text);
    std::string out;
    const bool zh = language_ == Language::zh;
    for (const std::string& name : names) out += (out.empty() ? "" : zh ? "、" : ", ") + name;
    return out;
  }

  Workspace& workspace_;
  const Inputs& inputs_;
  Language language_;
  std::vector<report::TestRecord> tests_ = {};
};

}  // namespace

std::optional<report::Handbook> document(Workspace& workspace, const Inputs& inputs,
                                         Language language) {
  return Documenter(workspace, inputs, language).run();
}

}  // namespace mingze::app
