// `// lint: allow CODE reason`
#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/suggest.hpp"
#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

namespace {

struct Allowance {
  std::string code;
  std::string reason;
};

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return std::string(text);
}

std::optional<Allowance> read(const Comment& comment) {
  constexpr std::string_view begin = "lint: allow";
  const std::string text = trimmed(comment.text);
  if (!text.starts_with(begin)) return std::nullopt;
  const std::string rest = trimmed(std::string_view(text).substr(begin.size()));
  const std::size_t end = std::min(rest.find(' '), rest.size());
  return Allowance{rest.substr(0, end), trimmed(std::string_view(rest).substr(end))};
}

/// The statement that a comment is about: the one that it stands in, or that ends before it on its
/// line; else the next one.
const Statement* statement_of(const Module& module, const Comment& comment) {
  const Statement* before = nullptr;
  for (const Statement& statement : module.statements) {
    if (statement.span.begin > comment.span.begin)
      return comment.own_line || before == nullptr ? &statement : before;
    if (statement.span.end > comment.span.begin) return &statement;
    before = &statement;
  }
  return comment.own_line ? nullptr : before;
}

void idle(const LintRun& run, Span span, const Message& why) {
  run.add({.code = "idle-allowance",
           .message = {"这条“lint: allow”没有用处：" + why.zh,
                       "this `lint: allow` is of no use: " + why.en},
           .span = span});
}

void apply(const LintRun& run, const Module& module, const Comment& comment,
           const Allowance& allowance, std::size_t found) {
  std::vector<std::string> codes;
  for (const LintCheck& check : lint_checks()) codes.emplace_back(check.code);
  if (std::find(codes.begin(), codes.end(), allowance.code) == codes.end()) {
    Message why{fmt::format("没有代码为“{}”的检查", allowance.code),
                fmt::format("no check has the code \"{}\"", allowance.code)};
    if (const auto near = similar(allowance.code, codes, 1); !near.empty())
      why = {why.zh + "，是不是“" + near[0] + "”？",
             why.en + "; did you mean \"" + near[0] + "\"?"};
    return idle(run, comment.span, why);
  }
  if (allowance.reason.empty())
    return idle(run, comment.span, {"代码后面要写原因", "the reason is to stand behind the code"});
  const Statement* statement = statement_of(module, comment);
  bool used = false;
  for (std::size_t i = 0; i < found && statement != nullptr; ++i) {
    LintFinding& finding = run.findings[i];
    const Span& at = finding.diagnostic.span;
    if (finding.diagnostic.code != allowance.code || at.source != statement->span.source ||
        at.begin < statement->span.begin || at.end > statement->span.end)
      continue;
    finding.allowed_because = allowance.reason;
    used = true;
  }
  const bool unknown = allowance.code == "untested-rule" && !run.subject.never_fired;
  if (!used && !unknown)
    idle(run, comment.span,
         {fmt::format("这里没有“{}”", allowance.code),
          fmt::format("there is no \"{}\" here", allowance.code)});
}

}  // namespace

void apply_allowances(const LintRun& run) {
  const std::size_t found = run.findings.size();
  for (const Input& input : run.subject.inputs) {
    if (!run.subject.told(input.module->source)) continue;
    for (const Comment& comment : input.module->comments)
      if (const auto allowance = read(comment))
        apply(run, *input.module, comment, *allowance, found);
  }
}

}  // namespace mingze::dsl
