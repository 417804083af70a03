#include "report/diff_report.hpp"
#include "report/finding_json.hpp"
#include "report/json_writer.hpp"

namespace mingze::report {

namespace {

std::string name_of(StatementChange::What what) {
  switch (what) {
    case StatementChange::What::added:
      return "added";
    case StatementChange::What::removed:
      return "removed";
    case StatementChange::What::meaning:
      return "meaning";
    case StatementChange::What::basis:
      return "basis";
    case StatementChange::What::renamed:
      return "renamed";
    case StatementChange::What::wording:
      return "wording";
    case StatementChange::What::asleep:
      return "not-in-force";
  }
  return {};
}

class DiffJson {
 public:
  DiffJson(std::ostream& out, const DiffReport& report, Language language)
      : json_(out), report_(report), language_(language) {}

  void write() {
    json_.begin_object();
    json_.member_number("version", 1);
    json_.member("command", "diff");
    json_.member("before", report_.before);
    json_.member("after", report_.after);
    json_.member("as_of", to_string(report_.as_of));
    json_.key("statements");
    json_.begin_list();
    for (const StatementChange& change : report_.statements) statement(change);
    json_.end_list();
    decisions("gained", DecisionChange::What::gained);
    decisions("lost", DecisionChange::What::lost);
    decisions("moved", DecisionChange::What::moved);
    findings("findings_new", false);
    findings("findings_gone", true);
    const DiffScene sum = report_.sum();
    json_.key("summary");
    json_.begin_object();
    json_.member_number("gained", sum.gained);
    json_.member_number("lost", sum.lost);
    json_.member_number("moved", sum.moved);
    json_.member_number("findings_new", sum.findings_new);
    json_.member_number("findings_gone", sum.findings_gone);
    json_.member_number("tests", report_.tests);
    json_.member_number("drafts", report_.drafts);
    json_.end_object();
    json_.end_object();
    json_.finish();
  }

 private:
  void statement(const StatementChange& change) {
    json_.begin_object();
    json_.member("change", name_of(change.what));
    json_.member("sort", change.sort);
    json_.member("id", change.id);
    json_.member_or_null("id_before", change.id_before);
    json_.member("file", change.file);
    json_.member_number("line", change.line);
    write_basis(json_, "cites", change.cites);
    parts("removed", change.gone);
    parts("added", change.come);
    json_.end_object();
  }

  void parts(const char* key, const std::vector<std::string>& texts) {
    json_.key(key);
    json_.begin_list();
    for (const std::string& text : texts) json_.value(text);
    json_.end_list();
  }

  /// What a change is seen over: {"facts": true}, {"test": LABEL} or {"draft": FILE}.
  void over(const DiffScene& scene) {
    json_.key("over");
    json_.begin_object();
    if (scene.over == DiffScene::Over::facts)
      json_.member("facts", true);
    else
      json_.member(scene.over == DiffScene::Over::test ? "test" : "draft", scene.name);
    json_.end_object();
  }

  void decisions(const char* key, DecisionChange::What what) {
    json_.key(key);
    json_.begin_list();
    for (const DiffScene& scene : report_.scenes) {
      if (scene.count(what) == 0) continue;
      scene.changes(what, [&](const DecisionChange& change) {
        decision(scene, change);
        return true;
      });
    }
    json_.end_list();
  }

  void decision(const DiffScene& scene, const DecisionChange& change) {
    json_.begin_object();
    json_.member("decision", change.decision);
    json_.key("key");
    json_.begin_object();
    for (const auto& [role, id] : change.key) json_.member(role, id);
    json_.end_object();
    over(scene);
    values("from", change.from);
    values("to", change.to);
    reason("reason_before", change.from);
    reason("reason", change.to);
    proof("why_before", change.from);
    proof("why", change.to);
    json_.end_object();
  }

  void values(const char* key, const DecisionChange::Side& side) {
    json_.key(key);
    json_.begin_list();
    for (const DecisionChange::Value& value : side.values) json_.value(value.id);
    json_.end_list();
  }

  void rule(const RuleName& rule) {
    json_.begin_object();
    json_.member("rule", rule.id);
    json_.member_or_null("label", rule.label);
    write_basis(json_, "cites", rule.cites);
    json_.member("file", rule.file);
    json_.member_number("line", rule.line);
    json_.end_object();
  }

  /// Of each value the rules that carry it, and what keeps the other version from it.
  void reason(const char* key, const DecisionChange::Side& side) {
    json_.key(key);
    json_.begin_list();
    for (const DecisionChange::Value& value : side.values) {
      json_.begin_object();
      json_.member("value", value.id);
      json_.key("by");
      json_.begin_list();
      for (const RuleName& one : value.rules) rule(one);
      json_.end_list();
      json_.member("in_both", value.in_both);
      json_.key("lost");
      if (value.lost) {
        json_.begin_object();
        json_.key("candidate");
        rule(value.lost->rule);
        json_.key("defeated_by");
        if (value.lost->defeated_by.id.empty())
          json_.null();
        else
          rule(value.lost->defeated_by);
        json_.member("ground", value.lost->ground);
        json_.end_object();
      } else {
        json_.null();
      }
      json_.end_object();
    }
    json_.end_list();
  }

  void proof(const char* key, const DecisionChange::Side& side) {
    json_.key(key);
    if (side.why)
      write_reason(json_, *side.why, side.why->root, language_);
    else
      json_.null();
  }

  void findings(const char* key, bool gone) {
    json_.key(key);
    json_.begin_list();
    for (const DiffScene& scene : report_.scenes) {
      if ((gone ? scene.findings_gone : scene.findings_new) == 0) continue;
      scene.findings(gone, [&](const Finding& finding) {
        write_finding(json_, finding, nullptr, language_, [&] { over(scene); });
        return true;
      });
    }
    json_.end_list();
  }

  JsonWriter json_;
  const DiffReport& report_;
  Language language_;
};

}  // namespace

void write_diff_json(std::ostream& out, const DiffReport& report, Language language) {
  DiffJson(out, report, language).write();
}

}  // namespace mingze::report
