#include "app/cli/help.hpp"

#include <CLI/CLI.hpp>
#include <cctype>
#include <map>

#include "app/session/workspace.hpp"
#include "report/layout.hpp"

namespace mingze::app {

namespace {

constexpr std::size_t left_column = 26;
constexpr std::size_t width = 100;

std::string row(const std::string& name, const std::string& text) {
  const std::string left = "  " + name;
  const std::string pad = report::padding(left, left_column);
  const std::string gap = pad.size() < 2 ? "\n" + std::string(left_column, ' ') : pad;
  return left + gap + report::wrapped(text, width - left_column, left_column) + "\n";
}

/// What stands for an argument: "NAME|DIR", and in Chinese "名称|文件夹". Words that are typed as
/// they stand ("json") are in neither list.
std::string placeholder(const CLI::Option& option, Language language) {
  static const std::map<std::string, std::string, std::less<>> in_chinese = {
      {"CODE", "代码"},         {"DATE", "日期"},     {"DIR", "文件夹"},
      {"DRAFT", "文稿"},        {"FILE", "文件"},     {"ID", "标识"},
      {"JURISDICTION", "地方"}, {"KIND", "种类"},     {"OLD", "旧版本"},
      {"NEW", "新版本"},        {"N", "数"},          {"NAME", "名称"},
      {"PACK", "规则包"},       {"TEXT", "文字"},     {"PROGRAM", "程序"},
      {"PATH", "路径"},         {"SENTENCE", "句子"}, {"SIZE", "大小"},
      {"SEVERITY", "级别"},     {"WHEN", "何时"},     {"PERCENT", "百分数"}};
  const std::string written = option.get_type_name();
  if (language != Language::zh) return written;
  std::string out;
  std::string word;
  for (std::size_t i = 0; i <= written.size(); ++i) {
    if (i < written.size() && std::isalpha(static_cast<unsigned char>(written[i])) != 0) {
      word += written[i];
      continue;
    }
    const auto known = in_chinese.find(word);
    out += known == in_chinese.end() ? word : known->second;
    word.clear();
    if (i < written.size()) out += written[i];
  }
  return out;
}

std::string usage(const CLI::App& command, Language language) {
  const bool zh = language == Language::zh;
  std::string out = "mingze";
  if (command.get_parent() != nullptr) out += " " + command.get_name();
  for (const CLI::Option* option : command.get_options())
    if (option->get_positional())
      out += " " + (option->get_required() ? placeholder(*option, language)
                                           : "[" + placeholder(*option, language) + "]");
  if (command.get_parent() == nullptr) out += zh ? " 命令" : " COMMAND";
  return out + (zh ? " [选项…]\n" : " [OPTION…]\n");
}

std::string name_of(const CLI::Option& option, Language language) {
  std::string name;
  for (const std::string& letter : option.get_snames()) name += "-" + letter + ", ";
  for (const std::string& word : option.get_lnames()) name += "--" + word + ", ";
  name.resize(name.size() - 2);
  if (option.get_type_size() > 0) name += " " + placeholder(option, language);
  return name + option.get_option_text();
}

/// The argument that CLI11 names at the end of "… not expected: --sumary other".
std::string first_argument_in(const std::string& what) {
  const auto colon = what.find(": ");
  if (colon == std::string::npos) return {};
  const std::string rest = what.substr(colon + 2);
  return rest.substr(0, rest.find(' '));
}

}  // namespace

std::string described(const Command& command, Language language) {
  std::string out = command.summary().in(language);
  out += language == Language::zh ? "\n\n例子" : "\n\nExamples";
  for (const Example& example : command.examples())
    out += "\n  mingze " + example.line + "\n      " + example.does.in(language);
  return out;
}

std::string help_of(const CLI::App& command, Language language) {
  const bool zh = language == Language::zh;
  std::string out = command.get_description() + "\n\n";
  out += (zh ? "用法：" : "Usage: ") + usage(command, language);
  const auto commands = command.get_subcommands([](const CLI::App*) { return true; });
  if (!commands.empty()) out += zh ? "\n命令\n" : "\nCommands\n";
  for (const CLI::App* one : commands) {
    const std::string text = one->get_description();
    out += row(one->get_name(), text.substr(0, text.find('\n')));
  }
  std::string positional;
  std::string options;
  for (const CLI::Option* option : command.get_options())
    if (option->get_positional())
      positional += row(placeholder(*option, language), option->get_description());
    else
      options += row(name_of(*option, language), option->get_description());
  if (!positional.empty()) out += (zh ? "\n参数\n" : "\nArguments\n") + positional;
  out += (zh ? "\n选项\n" : "\nOptions\n") + options;
  if (command.get_parent() == nullptr)
    out += zh ? "\n各命令的用法：mingze 命令 --help\n"
              : "\nMore about a command: mingze COMMAND --help\n";
  const std::string footer = command.get_footer();
  return footer.empty() ? out : out + "\n" + footer + "\n";
}

WrongUsage complaint_about(const CLI::Error& error, const CLI::App& command) {
  std::vector<std::string> known;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  const std::string first = first_argument_in(error.what());
  const auto is = [&](CLI::ExitCodes code) {
    return error.get_exit_code() == static_cast<int>(code);
  };
  if (is(CLI::ExitCodes::ExtrasError) && !first.empty()) {
    if (!first.starts_with('-'))
      return {"extra-argument",
              {"多出参数“" + first + "”", "there is no place for the argument \"" + first + "\""}};
    const std::string name = first.substr(0, first.find('='));
    const Message hint = did_you_mean(name, known);
    return {"unknown-option",
            {"没有选项 " + name + hint.zh, "there is no option " + name + hint.en}};
  }
  if (is(CLI::ExitCodes::RequiredError))
    return {"missing-argument",
            {"缺少参数，用法：" + usage(command, Language::zh),
             "an argument is missing; usage: " + usage(command, Language::en)}};
  if (is(CLI::ExitCodes::ArgumentMismatch)) {
    const std::string what = error.what();
    const std::string name = what.substr(0, what.find(':'));
    return {"missing-value", {name + " 后面缺少一个值", name + " needs a value"}};
  }
  return {"wrong-usage", {std::string("命令行有误：") + error.what(), error.what()}};
}

}  // namespace mingze::app
