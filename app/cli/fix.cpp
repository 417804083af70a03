#include "app/cli/fix.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ostream>

#include "app/cli/check_faces.hpp"
#include "app/cli/copies.hpp"
#include "report/diagnostics.hpp"

namespace mingze::app {

namespace {

namespace fs = std::filesystem;

/// The marks that people part a list with, as one.
std::string with_plain_marks(std::string text) {
  const auto replace = [&](std::string_view mark, const char* plain) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
      text.replace(at, mark.size(), plain);
  };
  for (const std::string_view comma : {"，", "、"}) replace(comma, ",");
  replace("：", ":");
  return text;
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number;
}

bool is_code(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
  });
}

/// 5, 5.2, 5:市水务局, old-name.
std::optional<RepairPick> pick_of(const std::string& text) {
  RepairPick pick;
  pick.written = text;
  const std::size_t colon = text.find(':');
  const std::string_view handle = std::string_view(text).substr(0, colon);
  if (colon != std::string::npos) {
    pick.lead = text.substr(colon + 1);
    if (pick.lead.empty() || pick.lead.find_first_of("\r\n\t") != std::string::npos)
      return std::nullopt;
  }
  const std::size_t dot = handle.find('.');
  if (const auto number = number_of(handle.substr(0, dot))) {
    pick.number = *number;
    if (dot == std::string_view::npos) return pick;
    const auto suggestion = number_of(handle.substr(dot + 1));
    if (!suggestion || !pick.lead.empty()) return std::nullopt;
    pick.suggestion = *suggestion;
    return pick;
  }
  if (text.empty() || !pick.lead.empty() || !is_code(text) || !(text[0] >= 'a' && text[0] <= 'z'))
    return std::nullopt;
  pick.code = text;
  return pick;
}

std::vector<RepairPick> picks_of(const std::string& written) {
  std::vector<RepairPick> picks;
  if (written == "true") return picks;
  const std::string plain = with_plain_marks(written);
  for (std::size_t at = 0; at <= plain.size();) {
    const std::size_t end = std::min(plain.find(',', at), plain.size());
    const auto pick = pick_of(plain.substr(at, end - at));
    if (!pick)
      throw WrongUsage{{"--fix=" + written + "：“" + plain.substr(at, end - at) +
                            "”不是编号；写成 --fix=2,5、--fix=5.1、--fix=5:市水务局 或 "
                            "--fix=old-name",
                        "--fix=" + written + ": \"" + plain.substr(at, end - at) +
                            "\" is no number; write --fix=2,5, --fix=5.1, --fix=5:BODY or "
                            "--fix=old-name"}};
    picks.push_back(*pick);
    at = end + 1;
  }
  return picks;
}

}  // namespace

Fix fix_of(const Context& context, const std::vector<std::string>& drafts,
           const std::string& written, bool original) {
  Fix fix;
  fix.picks = picks_of(written);
  if (drafts.size() > 1)
    throw WrongUsage{{"--fix 一次只改一份文稿", "--fix repairs one draft at a time"}};
  if (original)
    throw WrongUsage{{"--fix 不能与 --original 同用：修改写在接受修订后的文字上",
                      "--fix can't go with --original: it changes the text as accepted"}};
  if (context.settings.format_given && context.settings.format != "terminal")
    throw WrongUsage{
        {"--fix 写的是修改稿，不能与 --format " + context.settings.format + " 同用",
         "--fix writes a repaired copy, and can't go with --format " + context.settings.format}};
  fix.output = context.settings.output;
  if (drafts.empty()) return fix;  // folders without any: another error
  const std::string& draft = drafts.front();
  const std::string example =
      beside(draft == "-" ? "草案.txt" : draft, with_repairs, context.settings.language());
  if (fix.output.empty()) {
    if (draft == "-")
      throw WrongUsage{{"从标准输入读文稿时，--fix 要用 -o 指明修改稿写到哪里，例如 -o " + example,
                        "--fix needs a file for the copy of standard input: -o " + example}};
    fix.output = example;
    if (context.files.kind(fix.output) != PathKind::missing)
      throw WrongUsage{
          {"已经有 " + fix.output + "；要覆盖它，写明 -o " + fix.output + "，否则另取名称",
           fix.output + " is there already; to replace it write -o " + fix.output +
               ", or choose another name"}};
    return fix;
  }
  demand_other_file(fix.output, draft, example);
  if (draft != "-" && lower_extension(fix.output) != lower_extension(draft))
    throw WrongUsage{
        {"修改稿与原稿是同一种文件，-o 的后缀要相同，例如 -o " + example,
         "the copy is a file of the draft's type, and its name ends alike: -o " + example}};
  return fix;
}

Exit write_fixed(const Context& context, const report::CheckedDraft& draft, const Fix& fix,
                 CheckAgain& again) {
  const std::string author = context.settings.language() == Language::zh ? "明责" : "mingze";
  const auto report = repaired(draft, fix.picks, author,
                               [&](std::string bytes) { return again(std::move(bytes)); });
  if (!report) {
    context.terminal.err << report::drawn(report.failure(), context.settings.err_style);
    return Exit::wrong;
  }
  const report::RepairReport& told = report.value();
  if (told.copy != nullptr) {
    const auto failure =
        context.files.write(fix.output, [&](std::ostream& out) { out << told.bytes; });
    if (failure) {
      context.terminal.err << report::drawn(*failure, context.settings.err_style);
      return Exit::wrong;
    }
  }
  write_repairs_terminal(context.terminal.out, told, fix.output, context.settings.out_style);
  context.terminal.out.flush();
  return exit_for(context, report::gravest_of(told.copy != nullptr ? *told.copy : draft));
}

}  // namespace mingze::app
