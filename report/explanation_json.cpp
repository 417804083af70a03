#include "report/explanation.hpp"
#include "report/finding_json.hpp"

namespace mingze::report {

namespace {

/// Who says so, as documents write it.
std::string by_of(const Reason& reason) {
  using enum Reason::By;
  switch (reason.by) {
    case fact:
      return "fact";
    case rule:
      return "rule " + reason.rule.id;
    case no_such:
      return "no such thing";
    case compared:
      return "comparison";
    case counted:
      return "at least";
    case finding:
      return "finding " + reason.rule.id;
    case missing:
      return "missing";
    case conflict:
      return "conflict";
    case question:
      break;
  }
  return "question";
}

/// The tree goes no deeper than the limits of the explanation allow.
class ReasonWriter {
 public:
  ReasonWriter(JsonWriter& json, const Explanation& explanation, Language language)
      : json_(json), explanation_(explanation), language_(language) {}

  void write(std::uint32_t number) {
    const Reason& reason = explanation_.reasons[number];
    json_.begin_object();
    json_.member("sentence", reason.sentence.in(language_));
    json_.member("by", by_of(reason));
    write_place(reason.rule);
    write_list("from", reason.from);
    write_defeated(reason);
    if (!reason.agreeing.empty()) write_list("agreeing", reason.agreeing);
    if (!reason.against.empty()) write_list("against", reason.against);
    if (!reason.rule.label.empty()) json_.member("label", reason.rule.label);
    if (!reason.variables.empty()) write_variables(reason);
    if (reason.number != 0) json_.member_number("id", reason.number);
    if (reason.same_as != 0) json_.member_number("same_as", reason.same_as);
    if (reason.cut) json_.member("cut", true);
    json_.end_object();
  }

 private:
  void write_place(const RuleName& name) {
    write_basis(json_, "cites", name.cites);
    json_.member_or_null("file", name.file);
    json_.key("line");
    if (name.file.empty())
      json_.null();
    else
      json_.number(name.line);
  }

  void write_list(std::string_view key, const std::vector<std::uint32_t>& reasons) {
    json_.key(key);
    json_.begin_list();
    for (const std::uint32_t reason : reasons) write(reason);
    json_.end_list();
  }

  void write_defeated(const Reason& reason) {
    json_.key("defeated");
    json_.begin_list();
    for (const Reason::Loser& lost : reason.defeated) {
      json_.begin_object();
      json_.member("value", lost.value.in(language_));
      json_.member("by", "rule " + lost.rule.id);
      json_.member("defeated_by", "rule " + lost.defeated_by.id);
      json_.member("ground", lost.ground);
      if (lost.bar) {
        json_.key("bar");
        write(*lost.bar);
      }
      json_.end_object();
    }
    json_.end_list();
  }

  void write_variables(const Reason& reason) {
    json_.key("variables");
    json_.begin_object();
    for (const auto& [name, value] : reason.variables) json_.member(name, value.in(language_));
    json_.end_object();
  }

  JsonWriter& json_;
  const Explanation& explanation_;
  Language language_;
};

}  // namespace

void write_reason(JsonWriter& json, const Explanation& explanation, std::uint32_t reason,
                  Language language) {
  ReasonWriter(json, explanation, language).write(reason);
}

void write_why_json(std::ostream& out, const WhyReport& report, Language language) {
  JsonWriter json(out);
  json.begin_object();
  json.member_number("version", 1);
  json.member("command", "why");
  json.member("sentence", report.question);
  json.member("holds", report.holds);
  json.key("proof");
  if (report.proofs.empty())
    json.null();
  else
    write_reason(json, report.proofs[0], report.proofs[0].root, language);
  json.key("others");
  json.begin_list();
  for (std::size_t i = 1; i < report.proofs.size(); ++i)
    write_reason(json, report.proofs[i], report.proofs[i].root, language);
  json.end_list();
  json.member_number("answers", report.answers);
  json.end_object();
  json.finish();
}

}  // namespace mingze::report
