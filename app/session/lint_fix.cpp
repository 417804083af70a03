#include <algorithm>

#include "app/session/lint.hpp"
#include "app/session/lint_subject.hpp"
#include "dsl/ast/archive.hpp"
#include "dsl/grammar/parse.hpp"

namespace mingze::app {

namespace {

/// The files of another, some with other texts.
class ChangedFiles final : public FileSystem {
 public:
  explicit ChangedFiles(const FileSystem& files) : files_(files) {}

  [[nodiscard]] PathKind kind(const std::string& path) const override { return files_.kind(path); }
  [[nodiscard]] bool is_special(const std::string& path) const override {
    return files_.is_special(path);
  }
  [[nodiscard]] Result<std::string> read(const std::string& path) const override {
    const auto changed = texts_.find(path);
    return changed == texts_.end() ? files_.read(path) : Result<std::string>(changed->second);
  }
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override {
    return files_.list(folder);
  }
  [[nodiscard]] std::optional<Failure> write(const std::string& path,
                                             const Producer& produce) const override {
    return files_.write(path, produce);
  }
  void change(const std::string& path, std::string text) { texts_[path] = std::move(text); }

 private:
  const FileSystem& files_;
  std::map<std::string, std::string> texts_;
};

/// A file while it is repaired. Repairs come from its end to its beginning, so that places before
/// stay where they are.
class Patient {
 public:
  Patient(const Source& source, const dsl::Module& module)
      : text_(source.text()), module_(module) {}

  /// Makes one repair; whether the text then says what it should.
  bool take(const dsl::LintFix& fix) {
    dsl::Module changed = module_;
    fix.change(changed);
    std::string text = text_;
    text.replace(fix.edit.span.begin, fix.edit.span.size(), fix.edit.replacement);
    const dsl::ParseResult read = dsl::parse(Source("repaired", text), module_.source);
    if (!read.diagnostics.empty() || !dsl::same_tree(read.module, changed) ||
        comments(read.module) != comments(module_))
      return false;
    text_ = std::move(text);
    module_ = std::move(changed);
    ++repairs_;
    return true;
  }

  [[nodiscard]] std::size_t repairs() const { return repairs_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  static std::vector<std::string> comments(const dsl::Module& module) {
    std::vector<std::string> out;
    for (const dsl::Comment& comment : module.comments) out.push_back(comment.text);
    return out;
  }

  std::string text_;
  dsl::Module module_;
  std::size_t repairs_ = 0;
};

const dsl::Statement* statement_around(const dsl::Module& module, Span span) {
  for (const dsl::Statement& one : module.statements)
    if (one.span.begin <= span.begin && span.end <= one.span.end) return &one;
  return nullptr;
}

/// Repairs one file, each statement once at most: a second repair may no longer be needed.
Patient repaired(const Source& source, const dsl::Module& module,
                 const std::vector<dsl::LintFinding>& findings,
                 const std::set<std::string>& silenced) {
  Patient patient(source, module);
  std::set<const dsl::Statement*> touched;
  for (auto finding = findings.rbegin(); finding != findings.rend(); ++finding) {
    const Diagnostic& found = finding->diagnostic;
    if (found.span.source != module.source || !finding->fix || silenced.contains(found.code) ||
        !finding->allowed_because.empty())
      continue;
    const dsl::Statement* statement = statement_around(module, found.span);
    if (!touched.contains(statement) && patient.take(*finding->fix)) touched.insert(statement);
  }
  return patient;
}

}  // namespace

std::vector<RepairedFile> repaired_programs(const FileSystem& files, const Packs& packs,
                                            const Inputs& inputs,
                                            const std::set<std::string>& silenced) {
  ChangedFiles changed(files);
  std::map<std::string, RepairedFile> out;
  for (bool again = true; again;) {
    again = false;
    Workspace workspace(changed, packs);
    workspace.load(inputs);
    const auto findings = linted(workspace, inputs, std::nullopt);
    if (!findings) break;
    for (const SourceId id : workspace.programs()) {
      const Source& source = workspace.sources()[id];
      const Patient patient = repaired(source, workspace.module(id), *findings, silenced);
      if (patient.repairs() == 0) continue;
      again = true;
      changed.change(source.name(), patient.text());
      RepairedFile& file = out[source.name()];
      file.path = source.name();
      file.text = patient.text();
      file.repairs += patient.repairs();
    }
  }
  std::vector<RepairedFile> all;
  for (auto& [path, file] : out) all.push_back(std::move(file));
  return all;
}

}  // namespace mingze::app
