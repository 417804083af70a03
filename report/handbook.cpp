#include "report/handbook.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "engine/facts/database.hpp"
#include "report/clause_order.hpp"
#include "report/handbook_articles.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

std::size_t Handbook::Article::failed() const {
  return static_cast<std::size_t>(
      std::count_if(tests.begin(), tests.end(), [](const Test& test) { return !test.passed(); }));
}

Handbook::Counts Handbook::counts() const {
  Counts counts;
  for (const Part& part : parts)
    for (const Article& article : part.articles) {
      if (!article.clause.empty()) counts.articles += 1;
      if (part.lists_articles && article.is_gap()) counts.gaps += 1;
      counts.rules += article.rules.size();
      counts.findings += article.findings.size();
      counts.tests += article.tests.size();
      counts.passed += article.tests.size() - article.failed();
    }
  return counts;
}

namespace {

class Builder {
 public:
  Builder(const HandbookMatter& matter, Language language)
      : matter_(matter),
        program_(matter.program),
        language_(language),
        articles_(matter, language) {}

  Handbook build() {
    Handbook book;
    book.language = language_;
    book.as_of = to_string(program_.as_of);
    number_statements();
    add_rules();
    add_findings();
    add_tests();
    book.questions = questions();
    book.parts = articles_.take();
    book.title = book_title(book.parts);
    return book;
  }

 private:
  /// After the document whose articles are listed, else after the packs.
  [[nodiscard]] std::string book_title(const std::vector<Handbook::Part>& parts) const {
    const bool zh = language_ == Language::zh;
    std::string of = matter_.title;
    if (!parts.empty() && parts.front().lists_articles)
      of = zh ? "《" + parts.front().title + "》" : parts.front().title;
    if (of.empty()) return zh ? "规则说明" : "The rules explained";
    return zh ? of + "规则说明" : "The rules explained: " + of;
  }
  [[nodiscard]] bool documented(Span span) const {
    return matter_.documented.contains(span.source.value);
  }
  [[nodiscard]] Handbook::Place place(Span span) const {
    const Source& source = matter_.sources[span.source];
    return {source.name(), source.lines().line_of(span.begin)};
  }
  [[nodiscard]] std::string note(Span span) const {
    const auto found = matter_.notes.find({span.source.value, span.begin});
    return found == matter_.notes.end() ? "" : found->second;
  }

  /// Statements in the order of their ids, which no order of files changes.
  template <typename T>
  [[nodiscard]] std::vector<const T*> sorted(const std::vector<T>& all) const {
    std::vector<const T*> out;
    for (const T& one : all)
      if (documented(one.span)) out.push_back(&one);
    std::sort(out.begin(), out.end(), [this](const T* a, const T* b) {
      const auto key = [this](const T* one) {
        return std::tuple(matter_.sources[one->span.source].name(), one->span.begin);
      };
      return key(a) < key(b);
    });
    return out;
  }

  void number_statements() {
    std::size_t number = 0;
    for (const mingze::Rule* rule : sorted(program_.rules))
      rules_[rule->id] = {title(*rule), "r" + std::to_string(++number)};
    number = 0;
    for (const FindingRule* finding : sorted(program_.findings))
      findings_[finding->id] = {
          plain(
              Wording(program_, finding->body, language_)
                  .message(language_ == Language::zh ? finding->message.zh : finding->message.en)),
          "f" + std::to_string(++number)};
  }

  /// The label; else the id as words, where it is in the language; else what the rule concludes.
  [[nodiscard]] std::string title(const mingze::Rule& rule) const {
    if (!rule.label.empty()) return rule.label;
    const bool ascii = std::all_of(rule.id.begin(), rule.id.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii != (language_ == Language::en))
      return plain(Wording(program_, rule.body, language_).conclusions(rule.conclusions)[0].phrase);
    std::string words = rule.id;
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
  }

  Handbook::Link link(RuleId id) const {
    const auto& rule = program_[id];
    const auto known = rules_.find(rule.id);
    return known == rules_.end() ? Handbook::Link{title(rule), ""} : known->second;
  }

  void add_rules() {
    for (const mingze::Rule* rule : sorted(program_.rules)) {
      Wording wording(program_, rule->body, language_);
      Handbook::Rule out;
      out.anchor = rules_[rule->id].anchor;
      out.title = title(*rule);
      out.note = note(rule->span);
      out.conditions = wording.conditions();
      out.conclusions = wording.conclusions(rule->conclusions);
      for (const RuleId lower : rule->overrides) out.prevails_over.push_back(link(lower));
      for (std::uint32_t i = 0; i < program_.rules.size(); ++i)
        for (const RuleId lower : program_.rules[i].overrides)
          if (program_[lower].id == rule->id) out.yields_to.push_back(link(RuleId{i}));
      out.cites = articles_.cited(rule->cites);
      out.place = place(rule->span);
      const auto homes = articles_.homes(rule->cites);
      homes_of_rules_[rule->id] = homes;
      articles_.at(homes.front()).rules.push_back(std::move(out));
      refer(homes, rules_[rule->id]);
    }
  }

  void add_findings() {
    const auto text = [this](const BilingualTemplate& both) -> const TextTemplate& {
      return language_ == Language::zh ? both.zh : both.en;
    };
    for (const FindingRule* finding : sorted(program_.findings)) {
      Handbook::Finding out;
      out.anchor = findings_[finding->id].anchor;
      out.code = finding->id;
      out.severity = finding->severity;
      out.message = Wording(program_, finding->body, language_).message(text(finding->message));
      if (finding->suggest)
        out.suggestion =
            Wording(program_, finding->body, language_).message(text(*finding->suggest));
      out.note = note(finding->span);
      out.conditions = Wording(program_, finding->body, language_).conditions();
      out.cites = articles_.cited(finding->cites);
      out.place = place(finding->span);
      const auto homes = articles_.homes(finding->cites);
      homes_of_findings_[finding->id] = homes;
      articles_.at(homes.front()).findings.push_back(std::move(out));
      refer(homes, findings_[finding->id]);
    }
  }

  void refer(const std::vector<std::size_t>& homes, const Handbook::Link& link) {
    for (std::size_t i = 1; i < homes.size(); ++i) articles_.at(homes[i]).elsewhere.push_back(link);
  }

  /// A test stands under the first article of what it is about, findings before rules.
  void add_tests() {
    for (const TestRecord& record : matter_.tests) {
      std::optional<std::size_t> home;
      const auto look = [&](const std::set<std::string>& ids, const auto& homes) {
        for (const std::string& id : ids)
          if (const auto known = homes.find(id); !home && known != homes.end())
            home = known->second.front();
      };
      look(record.findings, homes_of_findings_);
      look(record.rules, homes_of_rules_);
      articles_.at(home ? *home : articles_.rest()).tests.push_back(record.test);
    }
  }

  [[nodiscard]] std::vector<Handbook::Question> questions() const {
    std::vector<Handbook::Question> out;
    for (const Decision& decision : program_.decisions) {
      const Predicate& said = program_[decision.predicate];
      if (!documented(said.span)) continue;
      Handbook::Question question;
      question.sentence = open_phrase(program_, decision.predicate, language_);
      if (decision.domain)
        question.domain = open_phrase(program_, decision.domain->predicate, language_);
      const auto kind = [&](std::uint32_t slot) {
        std::string name = kind_name(program_, said.slots[slot].kind, language_);
        std::replace(name.begin(), name.end(), '-', ' ');
        return name;
      };
      std::string keys;
      for (const std::uint32_t slot : decision.key_slots)
        keys += (keys.empty() ? "" : language_ == Language::zh ? "、" : ", ") + kind(slot);
      const std::string value = kind(decision.value_slot);
      question.one_per = language_ == Language::zh
                             ? "每一组（" + keys + "）只有一个" + value
                             : "one " + value + " for each combination of: " + keys;
      question.place = place(said.span);
      out.push_back(std::move(question));
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
      return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
    });
    return out;
  }

  const HandbookMatter& matter_;
  const Program& program_;
  Language language_;
  HandbookArticles articles_;
  std::map<std::string, Handbook::Link> rules_ = {};
  std::map<std::string, Handbook::Link> findings_ = {};
  std::map<std::string, std::vector<std::size_t>> homes_of_rules_ = {};
  std::map<std::string, std::vector<std::size_t>> homes_of_findings_ = {};
};

}  // namespace

Handbook handbook_of(const HandbookMatter& matter, Language language) {
  return Builder(matter, language).build();
}

}  // namespace mingze::report
