#include "report/diff_report.hpp"

#include "report/diff_words.hpp"
#include "report/explanation_words.hpp"

namespace mingze::report {

std::uint64_t DiffScene::count(DecisionChange::What what) const {
  switch (what) {
    case DecisionChange::What::gained:
      return gained;
    case DecisionChange::What::lost:
      return lost;
    case DecisionChange::What::moved:
      return moved;
  }
  return 0;
}

DiffScene KeptChanges::scene(DiffScene::Over over, std::string name) const {
  DiffScene out;
  out.over = over;
  out.name = std::move(name);
  for (const DecisionChange& change : kept_->changes)
    ++(change.what == DecisionChange::What::gained ? out.gained
       : change.what == DecisionChange::What::lost ? out.lost
                                                   : out.moved);
  for (const auto& [gone, finding] : kept_->findings)
    ++(gone ? out.findings_gone : out.findings_new);
  out.changes = [kept = kept_](DecisionChange::What what, const auto& tell) {
    for (const DecisionChange& change : kept->changes)
      if (change.what == what && !tell(change)) return;
  };
  out.findings = [kept = kept_](bool gone, const auto& tell) {
    for (const auto& [is_gone, finding] : kept->findings)
      if (is_gone == gone && !tell(finding)) return;
  };
  return out;
}

DiffScene DiffReport::sum() const {
  DiffScene out;
  for (const DiffScene& scene : scenes) {
    out.gained += scene.gained;
    out.lost += scene.lost;
    out.moved += scene.moved;
    out.findings_new += scene.findings_new;
    out.findings_gone += scene.findings_gone;
  }
  return out;
}

Message title_of(StatementChange::What what) {
  switch (what) {
    case StatementChange::What::added:
      return {"新增", "added"};
    case StatementChange::What::removed:
      return {"删去", "removed"};
    case StatementChange::What::meaning:
      return {"含义改变", "meaning"};
    case StatementChange::What::basis:
      return {"依据改变", "basis"};
    case StatementChange::What::renamed:
      return {"改名", "renamed"};
    case StatementChange::What::wording:
      return {"仅文字", "wording"};
    case StatementChange::What::asleep:
      return {"当日不施行", "not in force"};
  }
  return {};
}

Message title_of(DecisionChange::What what) {
  switch (what) {
    case DecisionChange::What::gained:
      return {"新得", "gained"};
    case DecisionChange::What::lost:
      return {"失去", "lost"};
    case DecisionChange::What::moved:
      return {"改变", "moved"};
  }
  return {};
}

Message title_of(const DiffScene& scene) {
  if (scene.over == DiffScene::Over::test)
    return {"用例“" + scene.name + "”", "test \"" + scene.name + "\""};
  if (scene.over == DiffScene::Over::draft) return {"草案 " + scene.name, "draft " + scene.name};
  return {"现有事实", "the facts at hand"};
}

std::string statement_words(const StatementChange& change, Language language) {
  static const std::pair<const char*, const char*> sorts[] = {
      {"rule", "规则"}, {"finding", "问题"}, {"relation", "关系"}, {"decision", "裁定"},
      {"kind", "种类"}, {"source", "依据"},  {"facts", "数据"},    {"fact", "事实"},
  };
  std::string sort = change.sort;
  if (language == Language::zh)
    for (const auto& [id, zh] : sorts)
      if (change.sort == id) sort = zh;
  std::string out = sort + " " + change.id;
  if (!change.id_before.empty())
    out += language == Language::zh ? "（原名 " + change.id_before + "）"
                                    : " (was " + change.id_before + ")";
  return out;
}

namespace {

std::string side_words(const DecisionChange::Side& side, Language language) {
  const bool zh = language == Language::zh;
  if (side.values.empty()) return zh ? "无" : "none";
  std::string out;
  for (const DecisionChange::Value& value : side.values) {
    if (!out.empty()) out += zh ? "、" : ", ";
    out += value.label;
  }
  return out;
}

std::string rules_words(const std::vector<RuleName>& rules, Language language) {
  const bool zh = language == Language::zh;
  std::string out;
  for (const RuleName& rule : rules) {
    if (!out.empty()) out += zh ? "；" : "; ";
    out += rule_words(rule, language);
    const std::string cited = cited_words(rule, language);
    if (!cited.empty()) out += zh ? "（" + cited + "）" : " (" + cited + ")";
  }
  return out;
}

}  // namespace

std::string arrow_words(const DecisionChange& change, Language language) {
  return side_words(change.from, language) + " → " + side_words(change.to, language);
}

std::vector<std::string> reasons(const DecisionChange& change, Language language) {
  const bool zh = language == Language::zh;
  std::vector<std::string> out;
  const auto tell = [&](const DecisionChange::Side& side, const Message& by, const Message& other,
                        bool other_known) {
    for (const DecisionChange::Value& value : side.values) {
      if (value.in_both || (value.rules.empty() && !value.lost)) continue;  // those of drafts
      std::string line = by.in(language) + " " + value.label + (zh ? "：" : ": ");
      if (!value.rules.empty()) line += rules_words(value.rules, language);
      if (!value.rules.empty() && other_known) line += zh ? "；" : "; ";
      if (other_known)
        line += other.in(language) +
                (value.lost ? lost_to(*value.lost, language)
                            : std::string(zh ? "没有规则得出它" : "no rule comes to it"));
      out.push_back(std::move(line));
    }
  };
  tell(change.from, {"原为", "before:"}, {"现在", "now "}, true);
  tell(change.to, {"现为", "now:"}, {"原来", "before "}, !change.recorded);
  return out;
}

}  // namespace mingze::report
