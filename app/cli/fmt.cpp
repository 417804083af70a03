#include <CLI/CLI.hpp>
#include <ostream>

#include "app/cli/commands.hpp"
#include "app/session/format.hpp"
#include "report/diagnostics.hpp"

namespace mingze::app {

namespace {

class FmtCommand final : public Command {
 public:
  std::string name() const override { return "fmt"; }
  Message summary() const override {
    return {"把程序排成统一的版式，或换成另一种语言",
            "put programs into the canonical layout, or into the other language"};
  }
  std::vector<Example> examples() const override {
    return {
        {"fmt 规则", {"就地排版一个文件夹里的程序", "lay out the programs of a folder in place"}},
        {"fmt --check 规则",
         {"不改文件，有未排版的则退出码为 1",
          "change nothing; exit with 1 if a file is not laid out"}},
        {"fmt --to zh 规则",
         {"关键词和句式换成中文，标签与注释不动",
          "keywords and sentences in Chinese; labels and comments stay"}},
    };
  }
  std::vector<std::string> formats() const override { return {"terminal"}; }

  void declare(CLI::App& command, Language language) override {
    const bool zh = language == Language::zh;
    command
        .add_option("programs", programs_,
                    zh ? "程序：.mz 文件、文件夹，或 -（标准输入到标准输出）"
                       : "programs: .mz files, folders, or - (standard input to standard output)")
        ->type_name("PROGRAM…")
        ->required();
    command.add_flag("--check", check_, zh ? "只检查，不写文件" : "only check; write no file");
    command
        .add_option("--to", to_,
                    zh ? "换成这种语言；所用的句式须在给出的程序或 --pack 里"
                       : "convert to this language; the templates used must be in the programs "
                         "given, or in --pack")
        ->type_name("zh|en")
        ->check(CLI::IsMember({"zh", "en"}));
  }

  Exit run(const Context& context, Inputs inputs) override {
    inputs.programs = programs_;
    inputs.programs_alone = to_.empty();
    std::optional<Language> to;
    if (!to_.empty()) to = to_ == "zh" ? Language::zh : Language::en;
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto files = format_programs(workspace, to);
    if (tell_problems(context, workspace) || !files) return Exit::wrong;
    if (!context.settings.output.empty() && files->size() != 1)
      throw WrongUsage{"bad-output", {"-o 只能用于一个文件", "-o takes one file only"}};
    Exit exit = Exit::good;
    for (const FormattedFile& file : *files) {
      const Exit one = take(context, file, workspace.sources()[file.source].name());
      if (exit != Exit::wrong && one != Exit::good) exit = one;
    }
    return exit;
  }

 private:
  /// Writes one file, or tells that it should be.
  Exit take(const Context& context, const FormattedFile& file, const std::string& name) const {
    const Producer text = [&](std::ostream& out) { out << file.text; };
    const bool chinese = context.settings.language() == Language::zh;
    std::ostream& out = context.terminal.out;
    if (check_) {
      if (file.changed_from == 0) return Exit::good;
      if (!context.settings.quiet)
        out << name << ":" << file.changed_from << ": "
            << (chinese ? "版式不统一" : "not in the canonical layout") << "\n";
      return Exit::found;
    }
    const std::string& output = context.settings.output;
    const bool in_place = output.empty() ? name != "<stdin>" : is_same_file(output, name);
    if (!in_place) return write_document(context, text);
    if (file.changed_from == 0) return Exit::good;
    if (const auto failure = context.files.write(name, text)) {
      tell(context, *failure);
      return Exit::wrong;
    }
    if (!context.settings.quiet) out << (chinese ? "已改写 " : "rewrote ") << name << "\n";
    return Exit::good;
  }

  std::vector<std::string> programs_;
  bool check_ = false;
  std::string to_;
};

}  // namespace

std::unique_ptr<Command> fmt_command() { return std::make_unique<FmtCommand>(); }

}  // namespace mingze::app
