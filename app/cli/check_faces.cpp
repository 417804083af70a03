#include "app/cli/check_faces.hpp"

#include <filesystem>
#include <ostream>

#include "app/session/duty_file.hpp"
#include "report/diagnostics.hpp"
#include "report/duty_table.hpp"

namespace mingze::app {

namespace {

namespace fs = std::filesystem;

/// A document that was made as a whole, or why there is none.
Exit write_whole(const Context& context, const Result<std::string>& document) {
  if (document) return write_document(context, [&](std::ostream& out) { out << document.value(); });
  tell(context, document.failure());
  return Exit::wrong;
}

}  // namespace

std::vector<std::string> check_formats() {
  return {"terminal", "json", "html", "docx", "tsv", "xlsx", "junit", "sarif"};
}

void demand_other_file(const std::string& output, const std::string& draft,
                       const std::string& example) {
  if (output.empty() || !is_same_file(output, draft)) return;
  throw WrongUsage{"bad-output",
                   {"-o 不能是原稿本身：原稿从不改动；应当换一个名称，例如 -o " + example,
                    "-o can't be the draft itself, which is never changed; choose another "
                    "name, such as -o " +
                        example}};
}

void demand_sensible_output(const Context& context, const std::vector<std::string>& drafts) {
  const std::string& output = context.settings.output;
  const std::string& format = context.settings.format;
  if (drafts.empty()) return;  // folders without any: another error
  const std::string stem = fs::path(drafts.front()).stem().string();
  const std::string ending = format == "terminal" ? "txt" : format == "junit" ? "xml" : format;
  const std::string example = stem + "-检查." + ending;
  if (format == "xlsx" && output.empty() && context.terminal.out_is_terminal)
    throw WrongUsage{"missing-output",
                     {"--format xlsx 要用 -o 指明写到哪里，例如 -o " + stem + "-分工.xlsx",
                      "--format xlsx needs a file: -o " + stem + "-duties.xlsx"}};
  for (const std::string& draft : drafts) demand_other_file(output, draft, example);
}

Exit write_check(const Context& context, const report::CheckReport& report, Exit end) {
  const std::string& format = context.settings.format;
  const Language language = context.settings.language();
  if (format == "xlsx") return write_whole(context, duties_xlsx(report, language));
  return write_document(context, [&](std::ostream& out) {
    if (format == "json")
      write_check_json(out, report, language);
    else if (format == "html")
      write_check_html(out, report, language);
    else if (format == "junit")
      write_check_junit(out, report, language, context.settings.fail_on);
    else if (format == "sarif")
      write_check_sarif(out, report, language, {program_version(), static_cast<int>(end)});
    else if (format == "tsv")
      write_duties_tsv(out, report, language);
    else
      write_check_terminal(out, report, context.settings.out_style);
  });
}

}  // namespace mingze::app
