#include "report/codes.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/commands.hpp"
#include "app/session/catalogue.hpp"
#include "app/session/run.hpp"

namespace mingze::app {

namespace {

class CodesCommand final : public Command {
 public:
  std::string name() const override { return "codes"; }
  Message summary() const override {
    return {"错误和问题的代码：意思，怎么办",
            "the codes of errors and findings: meaning, what to do"};
  }
  std::vector<Example> examples() const override {
    return {
        {"codes unknown-name", {"一个代码是什么意思", "what a code means"}},
        {"codes -o 代码.json",
         {"全部代码，写成 JSON，给处理错误的系统",
          "all of them as JSON, for a system that handles errors"}},
    };
  }
  std::vector<std::string> formats() const override { return {"terminal", "json", "md"}; }

  void declare(CLI::App& command, Language language) override {
    command
        .add_option("codes", codes_,
                    language == Language::zh ? "代码（默认全部）" : "codes (default: all)")
        ->type_name("CODE…");
  }

  Exit run(const Context& context, Inputs inputs) override {
    inputs.default_packs = true;
    Workspace workspace(context.files, context.packs);
    workspace.load(inputs);
    const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
    if (tell_problems(context, workspace) || !prepared) return Exit::wrong;
    const auto kinds = wanted(catalogue(prepared->program()));
    return leave(context, write_document(context, [&](std::ostream& out) {
                   const Settings& settings = context.settings;
                   if (settings.format == "json")
                     report::write_codes_json(out, kinds);
                   else if (settings.format == "md")
                     report::write_codes_markdown(out, kinds);
                   else
                     report::write_codes_terminal(out, kinds, settings.out_style);
                 }));
  }

 private:
  /// Those that were named.
  [[nodiscard]] std::vector<report::CodeKind> wanted(std::vector<report::CodeKind> kinds) const {
    if (codes_.empty()) return kinds;
    std::vector<std::string> known;
    for (const report::CodeKind& kind : kinds)
      for (const report::CodeEntry& entry : kind.codes) known.push_back(entry.code);
    for (const std::string& code : codes_) {
      if (std::find(known.begin(), known.end(), code) != known.end()) continue;
      const Message hint = did_you_mean(code, known);
      throw WrongUsage{
          "unknown-code",
          {"没有代码“" + code + "”" + hint.zh, "there is no code \"" + code + "\"" + hint.en}};
    }
    for (report::CodeKind& kind : kinds)
      std::erase_if(kind.codes, [&](const report::CodeEntry& entry) {
        return std::find(codes_.begin(), codes_.end(), entry.code) == codes_.end();
      });
    std::erase_if(kinds, [](const report::CodeKind& kind) { return kind.codes.empty(); });
    return kinds;
  }

  std::vector<std::string> codes_;
};

}  // namespace

std::unique_ptr<Command> codes_command() { return std::make_unique<CodesCommand>(); }

}  // namespace mingze::app
