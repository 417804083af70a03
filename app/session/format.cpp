#include "app/session/format.hpp"

#include <algorithm>
#include <stdexcept>

#include "dsl/ast/archive.hpp"
#include "dsl/convert/convert.hpp"
#include "dsl/format/format.hpp"
#include "dsl/grammar/parse.hpp"

namespace mingze::app {

namespace {

/// What the comments say that document nothing, but for a third slash.
std::vector<std::string> comments_of(const dsl::Module& module) {
  std::vector<std::string> texts;
  for (const dsl::Comment& comment : module.comments)
    texts.push_back(comment.text.starts_with('/') && !comment.text.starts_with("//")
                        ? comment.text.substr(1)
                        : comment.text);
  return texts;
}

dsl::ParseResult parsed_again(const std::string& text) {
  return dsl::parse(Source("formatted", text), {});
}

/// A fact may have the form of an entity too, in one of the languages only.
void take_reading(dsl::Statement& fact, const dsl::Statement& read) {
  auto* const to = std::get_if<dsl::EntityOrFact>(&fact.body);
  const auto* const from = std::get_if<dsl::EntityOrFact>(&read.body);
  if (to != nullptr && from != nullptr && !to->entity) to->entity = from->entity;
}

/// A statement that would be read as something else in the other language stays as it was.
void keep_misread(dsl::Module& converted, const dsl::Module& original) {
  for (std::size_t i = 0; i < converted.statements.size(); ++i) {
    dsl::Statement& statement = converted.statements[i];
    auto read = parsed_again(dsl::format(statement)).module.statements;
    if (read.size() == 1) {
      take_reading(statement, read.front());
      read.front().documentation = statement.documentation;
    }
    if (read.size() != 1 || !dsl::same_tree(read.front(), statement))
      statement = original.statements[i];
  }
}

std::string laid_out(const dsl::Module& module, const Source& source) {
  std::string text = dsl::format(module, source);
  const Source again("formatted", text);
  const dsl::ParseResult read = dsl::parse(again, {});
  if (!read.diagnostics.empty() || !dsl::same_tree(read.module, module) ||
      comments_of(read.module) != comments_of(module) || dsl::format(read.module, again) != text)
    throw std::logic_error("the layout of " + source.name() + " says something else; it was kept");
  return text;
}

std::uint32_t first_difference(std::string_view before, std::string_view after) {
  if (before == after) return 0;
  const std::size_t common = std::min(before.size(), after.size());
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < common && before[i] == after[i]; ++i)
    if (before[i] == '\n') ++line;
  return line;
}

/// What the statements declare, without their data: names that only data knows are not missed.
dsl::Lowered declarations(Workspace& workspace) {
  dsl::LowerOptions options;
  options.syntax_errors = workspace.syntax_errors();
  dsl::Lowered lowered = dsl::lower(workspace.sources(), workspace.inputs(), options);
  std::erase_if(lowered.diagnostics, [](const Diagnostic& one) {
    return one.severity != Severity::error || one.code == "unknown-name";
  });
  for (Diagnostic& one : lowered.diagnostics)
    if (one.code == "no-template")
      one.notes.push_back(
          {"换语言要知道每个句子的句式：句式在别的文件里时，应当给出整个文件夹，或用 --pack",
           "the other language needs the template of each sentence: where it is in "
           "another file, give the whole folder, or --pack"});
  return lowered;
}

}  // namespace

std::optional<std::vector<FormattedFile>> format_programs(Workspace& workspace,
                                                          std::optional<Language> to) {
  std::optional<dsl::Lowered> lowered;
  if (to && !workspace.problems().fatal()) {
    lowered = declarations(workspace);
    workspace.problems().add(std::move(lowered->diagnostics));
  }
  if (workspace.problems().fatal()) return std::nullopt;
  std::vector<FormattedFile> files;
  for (const SourceId id : workspace.programs()) {
    const Source& source = workspace.sources()[id];
    const dsl::Module& original = workspace.module(id);
    dsl::Module module = original;
    if (to) {
      module = dsl::convert(original, *to, workspace.inputs(), *lowered);
      keep_misread(module, original);
    }
    FormattedFile file{id, laid_out(module, source)};
    file.changed_from = first_difference(source.text(), file.text);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace mingze::app
