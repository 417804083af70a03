#include "app/cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "app/session/workspace.hpp"
#include "engine/base/parallel.hpp"

namespace mingze::app {

namespace {

/// The value, if it is one of those allowed.
const std::string& one_of(const std::string& option, const std::string& value,
                          const std::vector<std::string>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return value;
  std::string list;
  for (const std::string& name : allowed) list += (list.empty() ? "" : "|") + name;
  const Message hint = did_you_mean(value, allowed);
  throw WrongUsage{"bad-value",
                   {option + " 不能是“" + value + "”，可用：" + list + hint.zh,
                    option + " can't be \"" + value + "\"; there is " + list + hint.en}};
}

std::vector<std::string> endings_of(const std::string& format) {
  if (format == "sqlite") return {".sqlite", ".sqlite3", ".db"};
  return {"." + format};
}

/// The format that the end of a file's name names, else the first.
const std::string& format_of_file(const std::string& file,
                                  const std::vector<std::string>& formats) {
  for (const std::string& format : formats)
    for (const std::string& ending : endings_of(format))
      if (file.ends_with(ending)) return format;
  return formats.front();
}

Date date_of(const std::string& text, Date today) {
  if (text.empty()) return today;
  if (const auto date = parse_date(text)) return *date;
  if (looks_like_date(text))
    throw WrongUsage{"bad-value",
                     {"--as-of：日历上没有 " + text + " 这一天",
                      "--as-of: there is no day " + text + " in the calendar"}};
  throw WrongUsage{"bad-value",
                   {"--as-of：“" + text + "”不是日期，应写成 2026-11-23 的形式",
                    "--as-of: \"" + text + "\" is no date; write it like 2026-11-23"}};
}

std::optional<Severity> severity_of(const std::string& text) {
  if (text == "error") return Severity::error;
  if (text == "warning") return Severity::warning;
  if (text == "note") return Severity::note;
  return std::nullopt;
}

bool colored(const std::string& color, bool is_terminal, const Terminal& terminal) {
  if (color != "auto") return color == "always";
  return is_terminal && terminal.environment("NO_COLOR").empty() &&
         terminal.environment("TERM") != "dumb";
}

}  // namespace

void add_question(CLI::App& command, std::string& sentence, std::vector<std::string>& programs,
                  Language language) {
  const bool zh = language == Language::zh;
  command
      .add_option("sentence", sentence,
                  zh ? "要问的句子，可以有变量，例如 \"某部门 在 苏州市 牵头 某事项\""
                     : "the sentence, variables allowed, for example \"D leads I in suzhou\"")
      ->type_name("SENTENCE")
      ->required();
  command
      .add_option("programs", programs,
                  zh ? "程序：.mz 文件或文件夹" : "programs: .mz files or folders of them")
      ->type_name("PROGRAM…");
}

void add_list(CLI::App& command, const std::string& name, std::vector<std::string>& values,
              const std::string& type, const std::string& help) {
  command.add_option(name, values, help)
      ->type_name(type)
      ->type_size(1)
      ->allow_extra_args(false)
      ->take_all();
}

void add_packs(CLI::App& command, std::vector<std::string>& packs, Language language) {
  command
      .add_option("packs", packs,
                  language == Language::zh
                      ? "规则包：.mz 文件、文件夹或内置规则包的名称（默认全部内置规则包）"
                      : "packs: .mz files, folders, or names of built-in packs (default: all "
                        "built-in packs)")
      ->type_name("PACK…");
}

void add_filter(CLI::App& command, std::vector<std::string>& filters, Language language) {
  add_list(command, "--filter", filters, "TEXT",
           language == Language::zh
               ? "只运行标签或文件名含这些字的用例（可重复）"
               : "run only tests whose label or file holds this text (repeatable)");
}

void add_common_options(CLI::App& command, CommonOptions& options, Language language) {
  const auto say = [language](const char* zh, const char* en) {
    return std::string(language == Language::zh ? zh : en);
  };
  const auto text = [&](const char* name, std::string& value, const char* type,
                        const std::string& help) {
    command.add_option(name, value, help)->type_name(type);
  };
  const auto list = [&](const char* name, std::vector<std::string>& values, const char* type,
                        const std::string& help) { add_list(command, name, values, type, help); };
  list("--pack", options.packs, "NAME|DIR",
       say("载入规则包：内置规则包的名称，或文件夹（可重复）",
           "load a pack: the name of a built-in one, or a folder (repeatable)"));
  command.add_flag("--no-default-pack", options.no_default_pack,
                   say("不载入内置规则包", "do not load the built-in packs"));
  list("--facts", options.facts, "PATH",
       say("数据：文件夹（其中的 关系名.tsv 等，程序引用的数据文件也先在这里找），或一个 .sqlite、"
           ".json、.jsonl、.csv、.tsv 文件（可重复）",
           "data: a folder (RELATION.tsv and the like; facts files are looked for here first), or "
           "one .sqlite, .json, .jsonl, .csv or .tsv file (repeatable)"));
  text("--as-of", options.as_of, "DATE",
       say("以哪一天为准，如 2026-03-01（默认今天）",
           "the date of the run, as 2026-03-01 (default: today)"));
  text("--at", options.at, "JURISDICTION",
       say("文稿由何地制发，如 苏州市（默认从文中读取）",
           "where a draft is issued (default: read from the draft)"));
  text("--format", options.format, "FORMAT",
       say("输出格式（默认随 -o 的文件名后缀，否则为第一种）",
           "output format (default: as the name of the -o file ends, else the first)"));
  text("-o,--output", options.output, "FILE",
       say("写入文件，而不是标准输出", "write to a file instead of standard output"));
  text("--lang", options.language, "zh|en",
       say("语言（默认随系统区域设置）", "language (default: of the locale)"));
  text("--color", options.color, "WHEN",
       say("颜色：auto、always 或 never", "colours: auto, always or never"));
  text("--fail-on", options.fail_on, "SEVERITY",
       say("有这一级或更重的问题时退出码为 1：error、warning、note 或 never（默认 ",
           "exit with 1 if there is a finding at or above this severity: error, warning, note or "
           "never (default: ") +
           options.fail_on + say("）", ")"));
  list("--allow", options.allow, "CODE",
       say("不报告这一代码的问题，只计数；代码写在每个问题后面的方括号里（可重复）",
           "do not tell findings with this code, only count them (repeatable)"));
  command
      .add_option("--jobs", options.jobs,
                  say("同时用几个线程（默认与处理器数相同）；结果与线程数无关",
                      "number of threads (default: one a processor); the result is the same"))
      ->type_name("N");
  text("--max-memory", options.max_memory, "SIZE",
       say("最多用多少内存，如 500M、4G；超过时以退出码 2 结束（默认不限）",
           "the most memory to take, as 500M or 4G; a run that needs more ends with exit code 2 "
           "(default: no limit)"));
  text("--errors", options.errors, "text|json",
       say("标准错误写给人看，还是给别的程序：json 每行一个对象",
           "standard error for people, or json for other programs: an object a line"));
  command.add_flag("--quiet", options.quiet,
                   say("标准错误上只写错误", "only errors on standard error"));
}

std::uint64_t bytes_of(const std::string& size) {
  constexpr std::uint64_t least = std::uint64_t{64} << 20;  // what the rules of the program take
  constexpr std::string_view units = "KMG";
  std::uint64_t number = 0;
  const char* const end = size.data() + size.size();
  const auto read = std::from_chars(size.data(), end, number);
  const std::size_t unit =
      read.ec == std::errc{} && end - read.ptr == 1 ? units.find(*read.ptr) : units.npos;
  if (unit == units.npos || number > UINT32_MAX)
    throw WrongUsage{
        "bad-value",
        {"--max-memory 写作数字加 K、M 或 G，如 500M、4G，这里是“" + size + "”",
         "--max-memory is digits and K, M or G, as 500M or 4G, and here stands \"" + size + "\""}};
  const std::uint64_t bytes = number << (10 * (unit + 1));
  if (bytes < least)
    throw WrongUsage{"bad-value", {"--max-memory 至少为 64M", "--max-memory is at least 64M"}};
  return bytes;
}

Settings settle(const CommonOptions& options, const std::vector<std::string>& formats,
                const Terminal& terminal, Language language) {
  Settings settings;
  if (!options.language.empty()) one_of("--lang", options.language, {"zh", "en"});
  settings.format = options.format.empty() ? format_of_file(options.output, formats)
                                           : one_of("--format", options.format, formats);
  settings.format_given = !options.format.empty();
  if (!options.errors.empty()) one_of("--errors", options.errors, {"text", "json"});
  one_of("--color", options.color, {"auto", "always", "never"});
  settings.fail_on =
      severity_of(one_of("--fail-on", options.fail_on, {"error", "warning", "note", "never"}));
  settings.jobs = options.jobs.value_or(processors());
  if (settings.jobs == 0)
    throw WrongUsage{"bad-value", {"--jobs 至少为 1", "--jobs is at least 1"}};
  settings.inputs.jobs = settings.jobs;
  settings.inputs.packs = options.packs;
  settings.inputs.default_packs = !options.no_default_pack;
  settings.inputs.facts = options.facts;
  settings.inputs.as_of = date_of(options.as_of, terminal.today);
  settings.output = options.output == "-" ? "" : options.output;
  settings.as_of_given = !options.as_of.empty();
  settings.jurisdiction = options.at;
  settings.silenced = {options.allow.begin(), options.allow.end()};
  settings.quiet = options.quiet;
  const bool to_terminal = terminal.out_is_terminal && settings.output.empty();
  settings.out_style = {language, colored(options.color, to_terminal, terminal), terminal.columns};
  settings.err_style = {language, colored(options.color, terminal.err_is_terminal, terminal),
                        terminal.columns};
  return settings;
}

}  // namespace mingze::app
