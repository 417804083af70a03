#include "app/session/local_files.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "draft/clause/resolve_name.hpp"
#include "draft/document/decode.hpp"
#include "draft/document/fold.hpp"
#include "draft/facts/lexicon_entries.hpp"
#include "draft/facts/vocabulary.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::app {

namespace {

using draft::LexiconEntry;
using draft::Mention;

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view wide_equals = "＝";
constexpr std::size_t shortest_core = 2;

/// A stretch of a line, without the blanks around it.
struct Field {
  std::string_view text;
  Span span;
};

/// The fields of a line: apart by tabs and equals signs of either width; empty ones are none.
std::vector<Field> fields_of(std::string_view line, SourceId source, std::uint32_t at) {
  std::vector<Field> out;
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (begin < end && blanks.find(line[begin]) != std::string_view::npos) ++begin;
    while (end > begin && blanks.find(line[end - 1]) != std::string_view::npos) --end;
    if (begin < end)
      out.push_back(
          {line.substr(begin, end - begin),
           {source, at + static_cast<std::uint32_t>(begin), at + static_cast<std::uint32_t>(end)}});
  };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool wide = line.substr(i).starts_with(wide_equals);
    if (!wide && line[i] != '\t' && line[i] != '=') continue;
    add(begin, i);
    begin = i + (wide ? wide_equals.size() : 1);
    i = begin - 1;
  }
  add(begin, line.size());
  return out;
}

std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool wide = list.substr(i).starts_with("、") || list.substr(i).starts_with("，");
    if (wide || list[i] == ' ' || list[i] == ',') {
      out.emplace_back();
      i += wide ? 2 : 0;
    } else {
      out.back() += list[i];
    }
  }
  std::erase(out, "");
  return out;
}

std::vector<std::string> codes_of(const Program& program) {
  std::vector<std::string> out;
  for (const FindingRule& rule : program.findings) out.push_back(rule.id);
  return out;
}

}  // namespace

const std::vector<std::string>& local_file_names() {
  static const std::vector<std::string> names{"明责.tsv", "mingze.tsv"};
  return names;
}

/// Reads one file.
class LocalFiles::FileReader {
 public:
  FileReader(LocalFiles& files, SourceId source, LocalSettings& settings)
      : files_(files), known_(files.known_), source_(source), settings_(settings) {}

  void run() {
    const Source& source = known_.workspace.sources()[source_];
    for (std::uint32_t line = 1; line <= source.lines().line_count(); ++line)
      one(source.lines().line_text(line), source.lines().line_start(line));
  }

 private:
  void one(std::string_view line, std::uint32_t begin) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (begin == 0 && line.starts_with(byte_order_mark)) {
      line.remove_prefix(byte_order_mark.size());
      begin += static_cast<std::uint32_t>(byte_order_mark.size());
    }
    const std::vector<Field> fields = fields_of(line, source_, begin);
    if (fields.empty() || fields[0].text.starts_with('#') || fields[0].text.starts_with("//"))
      return;
    if (fields.size() == 1)
      return problem("local-line", Severity::error, fields[0].span,
                     {"这一行只有一个名称：应写成“本地名称 = 登记册的名称”",
                      "this line holds one name; write \"local name = name in the register\""});
    if (fields[0].text == "不报告" || fields[0].text == "allow") return silence(fields);
    name(fields);
  }

  void problem(const char* code, Severity severity, Span span, const Message& message) {
    known_.workspace.problems().diagnostics.push_back({code, severity, message, span});
  }

  void silence(const std::vector<Field>& fields) {
    for (std::size_t i = 1; i < fields.size(); ++i)
      for (const std::string& code : words_of(fields[i].text)) {
        settings_.silenced.insert(code);
        if (std::find(files_.codes_.begin(), files_.codes_.end(), code) != files_.codes_.end())
          continue;
        const Message hint = did_you_mean(code, files_.codes_);
        problem("unknown-code", Severity::warning, fields[i].span,
                {"没有代码为“" + code + "”的问题" + hint.zh,
                 "no finding has the code \"" + code + "\"" + hint.en});
      }
  }

  /// The last field says what the ones before it are called so for.
  void name(const std::vector<Field>& fields) {
    LexiconEntry meaning;
    const Field& last = fields.back();
    const std::string first = core_of(read(fields.front().text));
    if (const auto kind = class_called(last.text)) {
      meaning = {{}, first, first, draft::Level::unknown, *kind};
      declare_body(first, fields.front());
    } else {
      const Mention known = read(last.text);
      if (!known.known) return unknown(last, known);
      meaning = {{},         known.line,   known.entity, draft::Level::unknown,
                 known.kind, known.former, known.also};
    }
    for (std::size_t i = 0; i + 1 < fields.size(); ++i) add(core_of(read(fields[i].text)), meaning);
    settings_.name_count += fields.size() - 1;
  }

  /// At each level the name means what the line is called there, so that 市资建局 and
  /// 市自然资源和规划局 are one body.
  void add(const std::string& name, LexiconEntry meaning) {
    constexpr std::array<draft::Level, 4> levels{draft::Level::national, draft::Level::province,
                                                 draft::Level::city, draft::Level::county};
    meaning.name = name;
    settings_.names.push_back(meaning);
    for (const draft::Level level : levels) {
      const std::string called = known_.names.called(meaning.line, level);
      if (called.empty()) continue;
      meaning.level = level;
      meaning.entity = called;
      settings_.names.push_back(meaning);
    }
  }

  void unknown(const Field& field, const Mention& mention) {
    const std::string name(field.text);
    const auto near = known_.names.near(mention.core, mention.level);
    Message hint;
    if (!near.empty()) {
      const std::string whole = mention.prefix + near.front();
      hint = {"。是不是要写“" + whole + "”？", "; did you mean \"" + whole + "\"?"};
    }
    problem(
        "local-name-unknown", Severity::error, field.span,
        {"登记册中没有“" + name + "”，也没有这样的机构类别" + hint.zh,
         "the register knows no \"" + name + "\", and no class of bodies is called so" + hint.en});
  }

  /// A name as the reader of drafts sees it.
  [[nodiscard]] Mention read(std::string_view name) const {
    const draft::Document document(source_, std::string(name));
    const draft::TextView text(document, known_.bodies);
    draft::LevelInForce level;
    if (text.size() == 0) return {};
    return draft::make_mention(text, {.range = {0, text.size()}}, level);
  }

  /// The name without the level or place before it, where enough is left.
  [[nodiscard]] static std::string core_of(const Mention& mention) {
    return count_code_points(mention.core) < shortest_core ? mention.text : mention.core;
  }

  /// 事业单位: a class of bodies, by its label or id.
  [[nodiscard]] std::optional<draft::BodyKind> class_called(std::string_view name) const {
    const auto classes = draft::Vocabulary(known_.program).kind("body-class");
    if (!classes) return std::nullopt;
    const Symbols& symbols = known_.program.symbols;
    for (Value value = 0; value < symbols.entity_count(*classes); ++value) {
      const Entity& entity = symbols.entity(*classes, value);
      if (entity.label == name || entity.id == name) return draft::kind_of_class(entity.id);
    }
    return std::nullopt;
  }

  void declare_body(const std::string& id, const Field& field) {
    const auto kind = draft::Vocabulary(known_.program).kind("department");
    if (kind && !known_.program.symbols.find_entity(*kind, id))
      known_.program.symbols.declare(*kind, {id, std::string(field.text), field.span});
  }

  LocalFiles& files_;
  const Register& known_;
  SourceId source_;
  LocalSettings& settings_;
};

LocalFiles::LocalFiles(const Register& known, std::string configuration)
    : known_(known), configuration_(std::move(configuration)), codes_(codes_of(known.program)) {}

const LocalSettings* LocalFiles::settings_for(const std::string& draft) {
  const std::string folder = draft == "-" ? "." : folder_of(draft);
  const auto [known, is_new] = by_folder_.try_emplace(normal_path(folder));
  std::optional<LocalSettings>& settings = known->second;
  if (is_new) {
    LocalSettings all;
    add(folder, all);
    if (!configuration_.empty()) add(configuration_, all);
    if (!all.names.empty() || !all.silenced.empty()) settings = std::move(all);
  }
  return settings ? &*settings : nullptr;
}

/// What stands nearer comes first and counts.
void LocalFiles::add(const std::string& folder, LocalSettings& settings) {
  for (const std::string& name : local_file_names()) {
    const std::string path = join_path(folder, name);
    if (known_.workspace.files().kind(path) != PathKind::file) continue;
    const auto [read, is_new] = by_file_.try_emplace(normal_path(path));
    LocalSettings& own = read->second;
    if (is_new) {
      const auto bytes = known_.workspace.files().read(path);
      const auto text = bytes ? draft::decode(bytes.value(), path) : bytes;
      if (!text) return known_.workspace.problems().failures.push_back(text.failure());
      const SourceId source = known_.workspace.sources().add(path, text.value());
      FileReader(*this, source, own).run();
      const std::string count = std::to_string(own.name_count);
      Message what{"本地名称 " + count + " 个", count + " local names"};
      for (const std::string& code : own.silenced) {
        what.zh += (code == *own.silenced.begin() ? "；不报告 " : "、") + code;
        what.en += (code == *own.silenced.begin() ? "; not told: " : ", ") + code;
      }
      used_.push_back({path, what});
    }
    settings.names.insert(settings.names.end(), own.names.begin(), own.names.end());
    settings.silenced.insert(own.silenced.begin(), own.silenced.end());
  }
}

}  // namespace mingze::app
