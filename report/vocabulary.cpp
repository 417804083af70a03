#include "report/vocabulary.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <ostream>

#include "report/finding_json.hpp"
#include "report/json_writer.hpp"
#include "report/resolution_findings.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

namespace {

/// A sentence of a predicate with the roles of its slots: {department} 审批 {item}.
std::string template_of(const Predicate& predicate, Language language) {
  std::vector<std::string> words;
  for (const Slot& slot : predicate.slots) words.push_back("{" + slot.role + "}");
  return sentence_of_words(predicate, words, language);
}

std::string text_of(const TextTemplate& text, const Body& body) {
  std::string out;
  for (const TextPiece& piece : text)
    out += piece.variable ? "{" + body.variables[*piece.variable].name + "}" : piece.text;
  return out;
}

/// The numbers of things, ordered by their ids.
template <typename Things, typename Id>
std::vector<std::uint32_t> ordered(const Things& things, Id id) {
  std::vector<std::uint32_t> out(things.size());
  for (std::uint32_t i = 0; i < out.size(); ++i) out[i] = i;
  std::sort(out.begin(), out.end(),
            [&](std::uint32_t a, std::uint32_t b) { return id(things[a]) < id(things[b]); });
  return out;
}

/// A program's words, in the order in which they are told.
class Vocabulary {
 public:
  explicit Vocabulary(const Program& program) : program_(program) {
    for (std::uint32_t k = date_kind.value + 1; k < program.symbols.kind_count(); ++k)
      kinds_.push_back({k});
    std::sort(kinds_.begin(), kinds_.end(), [&](KindId a, KindId b) {
      return program.symbols.kind(a).id < program.symbols.kind(b).id;
    });
    for (const OtherName& other : program.other_names)
      others_[{other.kind, other.entity}].push_back(other.name);
    for (auto& [entity, names] : others_) std::sort(names.begin(), names.end());
  }

  [[nodiscard]] const std::vector<KindId>& kinds() const { return kinds_; }

  /// The names of a kind that the program declares.
  [[nodiscard]] std::vector<Value> names(KindId kind) const {
    const Symbols& symbols = program_.symbols;
    std::vector<Value> out;
    for (Value value = 0; value < symbols.entity_count(kind); ++value)
      if (symbols.entity(kind, value).span.valid()) out.push_back(value);
    std::sort(out.begin(), out.end(), [&](Value a, Value b) {
      return symbols.entity(kind, a).id < symbols.entity(kind, b).id;
    });
    return out;
  }

  [[nodiscard]] std::vector<std::string> other_names(KindId kind, Value value) const {
    const auto known = others_.find({kind, value});
    return known == others_.end() ? std::vector<std::string>{} : known->second;
  }

  [[nodiscard]] std::vector<std::uint32_t> predicates() const {
    return ordered(program_.predicates, [](const Predicate& one) { return one.id; });
  }
  [[nodiscard]] std::vector<std::uint32_t> findings() const {
    return ordered(program_.findings, [](const FindingRule& one) { return one.id; });
  }

  /// The codes of findings that a decision raises by itself.
  [[nodiscard]] std::vector<std::string> codes(const Decision& decision) const {
    const std::string& id = program_[decision.predicate].id;
    if (!decision.domain) return {id + "-conflict"};
    return {id + "-conflict", id + "-missing"};
  }

  /// The file that a relation's facts come from, or nothing.
  [[nodiscard]] std::string file(PredicateId predicate) const {
    for (const FactFile& file : program_.fact_files)
      if (file.predicate == predicate) return file.file;
    return {};
  }

 private:
  const Program& program_;
  std::vector<KindId> kinds_;
  std::map<std::pair<KindId, Value>, std::vector<std::string>> others_;
};

class VocabularyJson {
 public:
  VocabularyJson(std::ostream& out, const Program& program)
      : json_(out), program_(program), words_(program) {}

  void write() {
    json_.begin_object();
    json_.member_number("version", 1);
    json_.member("command", "vocabulary");
    json_.member("as_of", to_string(program_.as_of));
    list("kinds", [&] {
      for (const KindId kind : words_.kinds()) this->kind(kind);
    });
    list("relations", [&] {
      for (const std::uint32_t i : words_.predicates())
        if (!program_.predicates[i].decision) relation({i});
    });
    list("decisions", [&] {
      for (const std::uint32_t i : words_.predicates())
        if (program_.predicates[i].decision) decision(program_[*program_.predicates[i].decision]);
    });
    list("findings", [&] {
      for (const std::uint32_t i : words_.findings()) finding(program_.findings[i]);
    });
    json_.end_object();
    json_.finish();
  }

 private:
  void list(const char* key, const std::function<void()>& write) {
    json_.key(key);
    json_.begin_list();
    write();
    json_.end_list();
  }

  void texts(const char* key, const std::vector<std::string>& all) {
    list(key, [&] {
      for (const std::string& text : all) json_.value(text);
    });
  }

  void kind(KindId id) {
    const Kind& kind = program_.symbols.kind(id);
    json_.begin_object();
    json_.member("id", kind.id);
    json_.member_or_null("other", kind.other);
    list("names", [&] {
      for (const Value value : words_.names(id)) {
        const Entity& entity = program_.symbols.entity(id, value);
        json_.begin_object();
        json_.member("id", entity.id);
        json_.member("label", entity.label);
        texts("aka", words_.other_names(id, value));
        json_.end_object();
      }
    });
    json_.end_object();
  }

  void both(const char* key, const std::string& zh, const std::string& en) {
    json_.key(key);
    json_.begin_object();
    json_.member("zh", zh);
    json_.member("en", en);
    json_.end_object();
  }

  void predicate(const Predicate& predicate) {
    json_.member("id", predicate.id);
    list("slots", [&] {
      for (const Slot& slot : predicate.slots) {
        json_.begin_object();
        json_.member("role", slot.role);
        json_.member("kind", program_.symbols.kind(slot.kind).id);
        json_.end_object();
      }
    });
    both("sentence", template_of(predicate, Language::zh), template_of(predicate, Language::en));
  }

  void relation(PredicateId id) {
    json_.begin_object();
    predicate(program_[id]);
    json_.member("hierarchy", program_[id].hierarchy);
    json_.member_or_null("file", words_.file(id));
    json_.end_object();
  }

  void decision(const Decision& decision) {
    const Predicate& predicate = program_[decision.predicate];
    json_.begin_object();
    this->predicate(predicate);
    json_.member("value", predicate.slots[decision.value_slot].role);
    list("key", [&] {
      for (const std::uint32_t slot : decision.key_slots) json_.value(predicate.slots[slot].role);
    });
    json_.member_or_null("every", decision.domain ? program_[decision.domain->predicate].id : "");
    texts("codes", words_.codes(decision));
    json_.end_object();
  }

  void finding(const FindingRule& finding) {
    json_.begin_object();
    json_.member("code", finding.id);
    json_.member("severity", name_of(finding.severity));
    both("message", text_of(finding.message.zh, finding.body),
         text_of(finding.message.en, finding.body));
    json_.member_or_null(
        "on", finding.on ? program_.symbols.kind(finding.body.variables[*finding.on].kind).id : "");
    write_basis(json_, "cites", basis_of(program_, finding.cites));
    json_.end_object();
  }

  JsonWriter json_;
  const Program& program_;
  Vocabulary words_;
};

class VocabularyFace {
  static constexpr std::size_t names_shown = 12;

 public:
  VocabularyFace(std::ostream& out, const Program& program, const Style& style)
      : out_(out), program_(program), style_(style), words_(program) {}

  void draw() {
    kinds();
    predicates({"关系", "relations"}, false);
    predicates({"裁定", "decisions"}, true);
    if (!program_.findings.empty()) begin({"问题", "findings"});
    for (const std::uint32_t i : words_.findings()) {
      const FindingRule& finding = program_.findings[i];
      line(finding.id, title_of(finding.severity).in(style_.language) + "  " +
                           text_of(zh() ? finding.message.zh : finding.message.en, finding.body));
    }
  }

 private:
  [[nodiscard]] bool zh() const { return style_.language == Language::zh; }
  void begin(const Message& text) {
    if (begun_) out_ << "\n";
    begun_ = true;
    out_ << painted(style_, Paint::bold, text.in(style_.language)) << "\n";
  }
  void line(const std::string& id, const std::string& text) {
    out_ << "  " << painted(style_, Paint::cyan, harmless(id)) << "  "
         << wrapped(harmless(text), style_.columns - 4, 4) << "\n";
  }

  void kinds() {
    if (!words_.kinds().empty()) begin({"类别", "kinds"});
    for (const KindId id : words_.kinds()) {
      const Kind& kind = program_.symbols.kind(id);
      const auto names = words_.names(id);
      std::string text = kind.other.empty() ? "" : kind.other + "  ";
      text += std::to_string(names.size()) + (zh() ? " 个" : "");
      for (std::size_t i = 0; i < std::min(names.size(), names_shown); ++i)
        text += (i == 0 ? (zh() ? "：" : ": ")
                 : zh() ? "、"
                        : ", ") +
                program_.symbols.label_of(id, names[i]);
      if (names.size() > names_shown) text += zh() ? "、…" : ", …";
      line(kind.id, text);
    }
  }

  void predicates(const Message& name, bool decisions) {
    bool any = false;
    for (const std::uint32_t i : words_.predicates()) {
      const Predicate& predicate = program_.predicates[i];
      if (predicate.decision.has_value() != decisions) continue;
      if (!any) begin(name);
      any = true;
      line(predicate.id, template_of(predicate, style_.language));
    }
  }

  std::ostream& out_;
  const Program& program_;
  const Style& style_;
  Vocabulary words_;
  bool begun_ = false;
};

}  // namespace

void write_vocabulary_json(std::ostream& out, const Program& program) {
  VocabularyJson(out, program).write();
}

void write_vocabulary_terminal(std::ostream& out, const Program& program, const Style& style) {
  VocabularyFace(out, program, style).draw();
}

}  // namespace mingze::report
