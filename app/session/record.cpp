#include "app/session/record.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>
#include <string_view>

#include "app/session/change_teller.hpp"
#include "report/resolution.hpp"

namespace mingze::app {

namespace {

constexpr std::string_view title = "mingze record 1";
constexpr std::string_view recorded_folder = "<record>";

/// A word of a line: tabs and line breaks in it are written as \t and \n.
std::string as_word(const std::string& text) {
  std::string out;
  for (const char byte : text)
    if (byte == '\\')
      out += "\\\\";
    else if (byte == '\t')
      out += "\\t";
    else if (byte == '\n')
      out += "\\n";
    else
      out += byte;
  return out;
}

std::string from_word(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] != '\\' || i + 1 == word.size()) {
      out += word[i];
      continue;
    }
    const char next = word[++i];
    out += next == 't' ? '\t' : next == 'n' ? '\n' : next;
  }
  return out;
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t tab = line.find('\t');
    out.push_back(from_word(line.substr(0, tab)));
    if (tab == std::string_view::npos) return out;
    line.remove_prefix(tab + 1);
  }
}

Record::Key key_of(const Program& program, const Decision& decision,
                   const std::vector<Value>& key) {
  const Predicate& predicate = program[decision.predicate];
  Record::Key out{predicate.id, {}};
  for (std::size_t i = 0; i < key.size(); ++i) {
    const Slot& slot = predicate.slots[decision.key_slots[i]];
    out.key.emplace_back(slot.role, program.symbols.id_of(slot.kind, key[i]));
  }
  return out;
}

/// How the program calls each file of data that no built-in pack brings, or R.csv and the like.
std::vector<std::pair<std::string, DataFile>> named_data(const Workspace& workspace,
                                                         const Prepared& prepared) {
  const Program& program = prepared.program();
  std::vector<std::pair<std::string, DataFile>> out;
  for (const DataFile& file : prepared.data_files) {
    if (!file.predicate.valid()) continue;
    const auto stated = std::find_if(
        program.fact_files.begin(), program.fact_files.end(), [&](const FactFile& one) {
          return one.predicate == file.predicate &&
                 workspace.sources()[file.source].name().ends_with(name_of(one.file));
        });
    if (stated == program.fact_files.end())
      out.emplace_back(program[file.predicate].id + std::string(ending_of(file.format)), file);
    else if (!workspace.is_embedded(stated->span.source))
      out.emplace_back(stated->file, file);
  }
  return out;
}

/// Reads a record line by line.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  /// The next line, or nothing after the last.
  std::optional<std::string_view> line() {
    if (text_.empty()) return std::nullopt;
    ++number_;
    const std::size_t end = std::min(text_.find('\n'), text_.size());
    const std::string_view out = text_.substr(0, end);
    text_.remove_prefix(std::min(end + 1, text_.size()));
    return out;
  }
  [[nodiscard]] std::uint64_t number() const { return number_; }

 private:
  std::string_view text_;
  std::uint64_t number_ = 0;
};

/// Takes a line of a record; false where it is none.
bool take(const std::vector<std::string>& words, Record& record) {
  const std::string& sort = words.front();
  if (sort == "as-of" && words.size() == 2) {
    const auto date = parse_date(words[1]);
    if (date) record.as_of = *date;
    return date.has_value();
  }
  if (sort == "data" && words.size() == 3) {
    record.data.emplace_back(words[1], words[2]);
    return true;
  }
  if (sort == "finding" && words.size() == 4) {
    record.findings[{words[1], words[2]}] = words[3];
    return true;
  }
  if (sort != "decided" || words.size() < 4) return false;
  Record::Key key{words[1], {}};
  std::size_t at = 2;
  for (; at < words.size() && words[at] != "="; ++at) {
    const std::size_t sign = words[at].find('=');
    if (sign == std::string::npos) return false;
    key.key.emplace_back(words[at].substr(0, sign), words[at].substr(sign + 1));
  }
  if (at + 1 >= words.size()) return false;
  record.decided[key] = {words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end()};
  return true;
}

/// Compares with what is told now; keeps what differs.
class Replay {
 public:
  Replay(const Record& record, const Workspace& workspace, const Prepared& prepared,
         const Evaluation& evaluation)
      : record_(record),
        program_(prepared.program()),
        run_{prepared, prepared.stated, evaluation, workspace.sources()},
        resolution_(program_, evaluation, workspace.sources(), {}),
        teller_(run_, none_, 0) {}

  report::DiffScene scene() {
    decisions();
    findings();
    return kept_.scene(report::DiffScene::Over::facts, "");
  }

 private:
  void decisions() {
    std::set<Record::Key> seen;
    for (const DecisionId id : resolution_.decisions()) {
      const Decision& decision = program_[id];
      const KindId kind = program_[decision.predicate].slots[decision.value_slot].kind;
      resolution_.for_each_key(id, [&](const report::DecidedKey& key) {
        if (key.values.empty()) return true;
        const Record::Key words = key_of(program_, decision, key.key);
        seen.insert(words);
        std::vector<std::string> values;
        for (const Value value : key.values) values.push_back(program_.symbols.id_of(kind, value));
        const auto known = record_.decided.find(words);
        const auto before =
            known == record_.decided.end() ? std::vector<std::string>{} : known->second;
        if (before == values) return true;
        report::DecisionChange change = teller_.since(id, key.key, key.values, before);
        change.key = words.key;
        kept_.add(std::move(change));
        return true;
      });
    }
    for (const auto& [key, values] : record_.decided)
      if (!seen.contains(key)) lost(key, values);
  }

  void lost(const Record::Key& key, const std::vector<std::string>& values) {
    report::DecisionChange change;
    change.what = report::DecisionChange::What::lost;
    change.decision = key.decision;
    change.key = key.key;
    std::string about;
    for (const auto& [role, id] : key.key) about += (about.empty() ? "" : " · ") + id;
    change.about = {about, about};
    for (const std::string& value : values) change.from.values.push_back({value, value});
    kept_.add(std::move(change));
  }

  void findings() {
    std::set<Record::FindingKey> seen;
    resolution_.for_each_finding([&](const report::Finding& finding) {
      const Record::FindingKey key{finding.code, finding.fingerprint};
      seen.insert(key);
      if (record_.findings.contains(key)) return true;
      kept_.add(false, finding);
      return true;
    });
    for (const auto& [key, message] : record_.findings) {
      if (seen.contains(key)) continue;
      report::Finding finding;
      finding.code = key.first;
      finding.fingerprint = key.second;
      finding.message = {message, message};
      kept_.add(true, std::move(finding));
    }
  }

  const Record& record_;
  const Program& program_;
  Explained run_;
  report::Resolution resolution_;
  OutcomeChanges none_;
  ChangeTeller teller_;
  report::KeptChanges kept_;
};

}  // namespace

void write_record(std::ostream& out, const Workspace& workspace, const Prepared& prepared,
                  const Evaluation& evaluation) {
  const Program& program = prepared.program();
  out << title << "\nas-of\t" << to_string(program.as_of) << "\n";
  for (const auto& [name, file] : named_data(workspace, prepared)) {
    const std::string_view text = workspace.sources()[file.source].text();
    const bool table = file.format == DataFormat::table;
    out << "data\t" << as_word(name) << "\t"
        << as_word(table ? csv_of_table(text) : std::string(text)) << "\n";
  }
  const report::Resolution resolution(program, evaluation, workspace.sources(), {});
  for (const DecisionId id : resolution.decisions()) {
    const Decision& decision = program[id];
    const KindId kind = program[decision.predicate].slots[decision.value_slot].kind;
    resolution.for_each_key(id, [&](const report::DecidedKey& key) {
      if (key.values.empty()) return true;
      const Record::Key words = key_of(program, decision, key.key);
      out << "decided\t" << as_word(words.decision);
      for (const auto& [role, name] : words.key) out << "\t" << as_word(role + "=" + name);
      out << "\t=";
      for (const Value value : key.values)
        out << "\t" << as_word(program.symbols.id_of(kind, value));
      out << "\n";
      return true;
    });
  }
  resolution.for_each_finding([&](const report::Finding& finding) {
    out << "finding\t" << as_word(finding.code) << "\t" << finding.fingerprint << "\t"
        << as_word(finding.message.zh) << "\n";
    return true;
  });
}

Result<Record> read_record(const std::string& path, const std::string& text) {
  Reader reader(text);
  Record record;
  const Message no_record{"不是 mingze resolve --record 写的记录",
                          "this is no record of mingze resolve --record"};
  if (reader.line() != title) return Failure{"record-unreadable", path, no_record};
  while (const auto line = reader.line()) {
    if (take(words_of(*line), record)) continue;
    const std::string number = std::to_string(reader.number());
    return Failure{"record-unreadable",
                   path,
                   {"第 " + number + " 行读不懂；" + no_record.zh,
                    "line " + number + " can't be read; " + no_record.en}};
  }
  return record;
}

RecordedFiles::RecordedFiles(const FileSystem& files, const Record& record) : files_(files) {
  std::map<std::string, std::size_t> same;  // several folders may have had a file of one name
  for (const auto& [name, text] : record.data) {
    const std::size_t number = same[name]++;
    const std::string folder = std::string(recorded_folder) + "/" + std::to_string(number);
    if (number == folders_.size()) folders_.push_back(folder);
    recorded_.put(join_path(folder, name), text);
  }
}

const FileSystem& RecordedFiles::of(const std::string& path) const {
  return path.starts_with(recorded_folder) ? static_cast<const FileSystem&>(recorded_) : files_;
}

PathKind RecordedFiles::kind(const std::string& path) const { return of(path).kind(path); }
bool RecordedFiles::is_special(const std::string& path) const { return of(path).is_special(path); }
Result<std::string> RecordedFiles::read(const std::string& path) const {
  return of(path).read(path);
}
Result<std::vector<std::string>> RecordedFiles::list(const std::string& folder) const {
  return of(folder).list(folder);
}
std::optional<Failure> RecordedFiles::write(const std::string& path,
                                            const Producer& produce) const {
  return files_.write(path, produce);
}

report::DiffScene differences(const Record& record, const Workspace& workspace,
                              const Prepared& prepared, const Evaluation& evaluation) {
  return Replay(record, workspace, prepared, evaluation).scene();
}

}  // namespace mingze::app
