#include "app/cli/run.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <ostream>
#include <system_error>

#include "app/cli/commands.hpp"
#include "app/cli/help.hpp"
#include "report/diagnostics.hpp"
#include "report/errors.hpp"

namespace mingze::app {

namespace {

/// A command with its options and where CLI11 keeps them.
struct Entry {
  std::unique_ptr<Command> command;
  CommonOptions options = {};
  CLI::App* parser = nullptr;
};

class CommandLine {
 public:
  CommandLine(const Terminal& terminal, const FileSystem& files, const Packs& packs,
              Language language, bool errors_as_json)
      : terminal_(terminal),
        files_(files),
        packs_(packs),
        language_(language),
        errors_as_json_(errors_as_json) {
    parser_.name("mingze");
    parser_.description(say({"明责：政策文稿中谁负责什么的规则引擎",
                             "mingze: a rules engine for who is responsible for what"}));
    parser_.set_help_flag();
    parser_.add_flag("--version", version_,
                     say({"版本、规则包与构建", "version, packs and build"}));
    parser_.add_flag("-h,--help", help_, say({"显示帮助", "show this help"}));
    parser_.add_option("--lang", ignored_, say({"语言", "language"}))->type_name("zh|en");
    parser_
        .add_option("--errors", ignored_, say({"标准错误的写法", "how standard error is written"}))
        ->type_name("text|json");
    parser_.allow_extras();
    parser_.footer(
        say({"退出码：0 没有达到 --fail-on 的问题；1 有；2 用法有误或文件无法读取；70 程序自身故障",
             "Exit: 0 nothing at or above --fail-on; 1 something was; 2 wrong usage or "
             "unreadable input; 70 a fault of ours"}));
    for (auto& command : all_commands()) entries_.push_back({std::move(command)});
    for (Entry& entry : entries_) declare(entry);
  }

  Exit run(std::vector<std::string> arguments) {
    const CLI::App& command = named_in(arguments);
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    try {
      parser_.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
      if (help_) return print(help_of(command, language_));
      throw complaint_about(error, command);
    }
    if (version_) return print(version());
    for (Entry& entry : entries_)
      if (entry.parser->parsed()) return run(entry);
    if (help_) return print(help_of(parser_, language_));
    const auto rest = parser_.remaining();
    if (!rest.empty()) throw unknown(rest.front());
    if (errors_as_json_)
      throw WrongUsage{"missing-argument", {"没有写命令", "no command is named"}};
    terminal_.err << help_of(parser_, language_);
    return Exit::wrong;
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const { return message.in(language_); }

  void declare(Entry& entry) {
    entry.parser =
        parser_.add_subcommand(entry.command->name(), described(*entry.command, language_));
    entry.parser->allow_extras(false);
    entry.parser->set_help_flag();
    entry.parser->add_flag("-h,--help", help_, say({"显示帮助", "show this help"}));
    entry.command->declare(*entry.parser, language_);
    entry.options.fail_on = entry.command->fail_on();
    add_common_options(*entry.parser, entry.options, language_);
    std::string formats;
    for (const std::string& format : entry.command->formats())
      formats += (formats.empty() ? "" : "|") + format;
    entry.parser->get_option("--format")->type_name(formats);
  }

  /// The first command that is named, for what is said of a wrong command line.
  [[nodiscard]] const CLI::App& named_in(const std::vector<std::string>& arguments) const {
    for (const std::string& argument : arguments)
      for (const Entry& entry : entries_)
        if (entry.command->name() == argument) return *entry.parser;
    return parser_;
  }

  Exit run(Entry& entry) {
    if (help_) return print(help_of(*entry.parser, language_));
    Settings settings = settle(entry.options, entry.command->formats(), terminal_, language_);
    settings.errors_as_json = errors_as_json_;
    const auto run = [&] {
      return entry.command->run({terminal_, files_, packs_, settings}, settings.inputs);
    };
    const std::string& most = entry.options.max_memory;
    return most.empty() ? run() : within(most, run);
  }

  /// Runs with so much memory at most.
  Exit within(const std::string& most, const std::function<Exit()>& run) {
    const std::uint64_t bytes = bytes_of(most);
    if (!terminal_.limit_memory || !terminal_.limit_memory(bytes))
      throw WrongUsage{"no-memory-limit",
                       {"此系统不能限制内存；应当去掉 --max-memory",
                        "memory can't be limited on this system; leave --max-memory out"}};
    const WrongUsage too_much{
        "memory-limit",
        {"内存到了 --max-memory " + most + " 的上限；调高上限，或者只给一部分数据",
         "the memory of --max-memory " + most + " is used up; raise it, or give part of the data"}};
    try {
      return run();
    } catch (const std::bad_alloc&) {
      throw too_much;
    } catch (const std::system_error& error) {  // no memory for another thread
      if (error.code() == std::errc::resource_unavailable_try_again) throw too_much;
      throw;
    }
  }

  Exit print(const std::string& text) {
    terminal_.out << text << std::flush;
    return Exit::good;
  }

  [[nodiscard]] std::string version() const {
    std::string out = "mingze " + program_version() + " (" MINGZE_BUILD ")\n";
    for (const Pack& pack : packs_.all())
      out += "  " + std::string(pack.name) + " " + std::string(pack.version) + "\n";
    return out;
  }

  [[nodiscard]] WrongUsage unknown(const std::string& word) const {
    if (word.starts_with('-')) {
      const Message hint = did_you_mean(word, {"--help", "--version", "--lang", "--errors"});
      return {"unknown-option",
              {"没有选项 " + word + hint.zh, "there is no option " + word + hint.en}};
    }
    std::vector<std::string> names;
    for (const Entry& entry : entries_) names.push_back(entry.command->name());
    const Message hint = did_you_mean(word, names);
    return {"unknown-command",
            {"没有命令“" + word + "”" + hint.zh, "there is no command \"" + word + "\"" + hint.en}};
  }

  const Terminal& terminal_;
  RememberedFiles files_;
  const Packs& packs_;
  Language language_;
  bool errors_as_json_;
  CLI::App parser_;
  bool version_ = false;
  bool help_ = false;
  std::string ignored_;
  std::vector<Entry> entries_;
};

/// What an option is given anywhere on the command line, before that is read: errors of the command
/// line itself are told as it says.
std::string given(const std::vector<std::string>& arguments, const std::string& option) {
  std::string asked;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i].starts_with(option + "=")) asked = arguments[i].substr(option.size() + 1);
    if (arguments[i] == option && i + 1 < arguments.size()) asked = arguments[i + 1];
  }
  return asked;
}

Language language_of(const std::vector<std::string>& arguments, const Terminal& terminal) {
  const std::string asked = given(arguments, "--lang");
  if (asked == "zh") return Language::zh;
  if (asked == "en") return Language::en;
  return language_of_locale(terminal);
}

/// What tells the usage of the command that was named.
std::string help_for(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments)
    for (const auto& command : all_commands())
      if (command->name() == argument) return "mingze " + argument + " --help";
  return "mingze --help";
}

}  // namespace

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> all;
  all.push_back(check_command());
  all.push_back(resolve_command());
  all.push_back(ask_command());
  all.push_back(why_command());
  all.push_back(why_not_command());
  all.push_back(test_command());
  all.push_back(mutate_command());
  all.push_back(diff_command());
  all.push_back(fmt_command());
  all.push_back(lint_command());
  all.push_back(graph_command());
  all.push_back(vocabulary_command());
  all.push_back(doc_command());
  all.push_back(codes_command());
  return all;
}

int run_command_line(const std::vector<std::string>& arguments, const Terminal& terminal,
                     const FileSystem& files, const Packs& packs) {
  const Language language = language_of(arguments, terminal);
  const bool as_json = given(arguments, "--errors") == "json";
  const auto tell = [&](const std::string& code, const Message& message, const Message& hint = {}) {
    const std::string& more = hint.in(language);
    if (!as_json)
      terminal.err << report::drawn(Severity::error, code, message, {language})
                   << (more.empty() ? "" : more + "\n");
    else if (more.empty())
      terminal.err << report::error_json(Severity::error, code, message, language);
    else
      terminal.err << report::error_json(Severity::error, code, message, language, {hint});
  };
  try {
    return static_cast<int>(CommandLine(terminal, files, packs, language, as_json).run(arguments));
  } catch (const WrongUsage& wrong) {
    const std::string help = help_for(arguments);
    tell(wrong.code, wrong.message, {"用法见 " + help, "see " + help});
    return static_cast<int>(Exit::wrong);
  } catch (const std::bad_alloc&) {
    tell("out-of-memory", {"内存不足", "out of memory"});
  } catch (const std::exception& fault) {
    tell("internal-fault", {std::string("程序内部故障，应当报告给作者：") + fault.what(),
                            std::string("a fault of ours; report it: ") + fault.what()});
  }
  return static_cast<int>(Exit::fault);
}

}  // namespace mingze::app
