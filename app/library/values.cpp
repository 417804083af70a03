#include "app/library/values.hpp"

#include <utility>

namespace mingze::v1 {

std::vector<Basis> basis_of(const std::vector<report::Basis>& basis) {
  std::vector<Basis> out;
  out.reserve(basis.size());
  for (const report::Basis& one : basis) out.push_back({one.source, one.title, one.clause});
  return out;
}

RuleName rule_of(const report::RuleName& rule) {
  return {rule.id, rule.label, basis_of(rule.cites), rule.file, rule.line};
}

Place place_in(const Source* text, Span span) {
  if (text == nullptr || !span.valid()) return {};
  const LineColumn at = text->lines().at(span.begin);
  return {text->name(), at.line, at.column, span.begin, span.end};
}

Finding finding_of(const report::Finding& finding, const Source* draft) {
  Finding out;
  out.code = finding.code;
  out.severity = severity_of(finding.severity);
  out.message = message_of(finding.message);
  out.place = place_in(draft, finding.span);
  out.on = finding.item;
  for (const auto& [role, id] : finding.key) out.key.push_back({role, id});
  out.basis = basis_of(finding.basis);
  for (const report::Suggestion& one : finding.suggestions)
    out.suggestions.push_back(
        {message_of(one.message), one.replacement, place_in(draft, one.span)});
  for (const report::RelatedPlace& one : finding.related) {
    Place place = one.file.empty() ? place_in(draft, one.span) : Place{one.file, one.line, 0, 0, 0};
    out.related.push_back({message_of(one.message), std::move(place)});
  }
  out.fingerprint = finding.fingerprint;
  return out;
}

namespace {

Reason::By by_of(report::Reason::By by) {
  using From = report::Reason::By;
  using To = Reason::By;
  switch (by) {
    case From::fact:
      return To::fact;
    case From::rule:
      return To::rule;
    case From::no_such:
      return To::no_such;
    case From::compared:
      return To::compared;
    case From::counted:
      return To::counted;
    case From::finding:
      return To::finding;
    case From::missing:
      return To::missing;
    case From::conflict:
      return To::conflict;
    case From::question:
      break;
  }
  return To::question;
}

Reason reason_of(const report::Reason& from) {
  Reason out;
  out.sentence = message_of(from.sentence);
  out.by = by_of(from.by);
  out.rule = rule_of(from.rule);
  out.cut = from.cut;
  for (const report::Reason::Loser& loser : from.defeated)
    out.defeated.push_back(
        {message_of(loser.value), rule_of(loser.rule), rule_of(loser.defeated_by), loser.ground});
  return out;
}

}  // namespace

Proof proof_of(const report::Explanation& explanation) {
  // The report refers to what it has told by number; here everything stands once, what is proved
  // first, by index.
  const auto count = static_cast<std::uint32_t>(explanation.reasons.size());
  std::vector<std::uint32_t> numbered(count + 1);  // numbers are given from 1
  for (std::uint32_t i = 0; i < count; ++i) numbered[explanation.reasons[i].number] = i;
  const auto told = [&](std::uint32_t reason) {
    const std::uint32_t same = explanation.reasons[reason].same_as;
    return same == 0 ? reason : numbered[same];
  };
  std::vector<std::uint32_t> places(count, count);  // none yet
  std::vector<std::uint32_t> order;
  order.reserve(count);
  const auto place = [&](std::uint32_t reason) {
    if (places[reason] == count) {
      places[reason] = static_cast<std::uint32_t>(order.size());
      order.push_back(reason);
    }
    return places[reason];
  };
  Proof out;
  out.reasons.reserve(count);
  place(told(explanation.root));
  for (std::size_t i = 0; i < order.size(); ++i) {
    const report::Reason& from = explanation.reasons[order[i]];
    Reason reason = reason_of(from);
    reason.from.reserve(from.from.size() + from.agreeing.size() + from.against.size());
    const auto add = [&](const std::vector<std::uint32_t>& all) {
      for (const std::uint32_t one : all) reason.from.push_back(place(told(one)));
    };
    add(from.from);
    add(from.agreeing);
    add(from.against);
    out.reasons.push_back(std::move(reason));
  }
  return out;
}

WhyNot::Attempt attempt_of(const report::WhyNotReport::Attempt& attempt) {
  WhyNot::Attempt out;
  out.rule = rule_of(attempt.rule);
  for (const auto& condition : attempt.conditions)
    out.conditions.push_back({message_of(condition.sentence), condition.holds});
  for (const mingze::Message& need : attempt.needs) out.needs.push_back(message_of(need));
  for (const auto& obstacle : attempt.blocked_by)
    out.blocked_by.push_back(message_of(obstacle.sentence));
  return out;
}

}  // namespace mingze::v1
