#include "engine/plan/cycles.hpp"

#include <fmt/format.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <map>
#include <set>

#include "engine/base/path.hpp"

namespace mingze {

namespace {

std::string chain(const Program& program, const std::vector<std::uint32_t>& rules) {
  std::string text;
  for (const std::uint32_t rule : rules) text += program.rules[rule].id + " → ";
  return text + program.rules[rules.front()].id;
}

void report_override_cycle(const Program& program, const std::vector<std::uint32_t>& cycle,
                           Diagnostics& out) {
  const std::string text = chain(program, cycle);
  Diagnostic d{"override-cycle",
               Severity::error,
               {fmt::format("规则互相优先，成了一圈：{}", text),
                fmt::format("rules override each other in a circle: {}", text)},
               program.rules[cycle.front()].span};
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    const Rule& rule = program.rules[cycle[i]];
    const Rule& next = program.rules[cycle[(i + 1) % cycle.size()]];
    d.related.push_back({rule.span,
                         {fmt::format("规则 {} 优先于 {}", rule.id, next.id),
                          fmt::format("rule {} overrides {}", rule.id, next.id)}});
  }
  d.notes.push_back({"去掉其中一个“优先于”。", "remove one of these overrides."});
  out.push_back(std::move(d));
}

/// How one rule makes its conclusion wait for what it reads.
Message link_text(const Program& program, const Dependency& d) {
  const std::string& head = program[d.head].id;
  const std::string& body = program[d.body].id;
  if (!d.rule)
    return {fmt::format("裁定 {} 以 {} 为范围", head, body),
            fmt::format("decision {} is made for every {}", head, body)};
  const std::string& rule = program[d.rule->rule].id;
  switch (d.why) {
    case Dependency::Why::negation:
      return {fmt::format("规则 {}：{} 取决于“非” {}", rule, head, body),
              fmt::format("rule {}: {} depends on not {}", rule, head, body)};
    case Dependency::Why::counting:
      return {fmt::format("规则 {}：{} 取决于对 {} 的计数", rule, head, body),
              fmt::format("rule {}: {} depends on counting {}", rule, head, body)};
    default:
      return {fmt::format("规则 {}：{} 取决于 {}", rule, head, body),
              fmt::format("rule {}: {} depends on {}", rule, head, body)};
  }
}

}  // namespace

void find_override_cycles(const Program& program, Diagnostics& out) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  const std::size_t count = program.rules.size();
  Graph graph(count);
  std::vector<std::vector<std::uint32_t>> next(count);
  for (std::uint32_t r = 0; r < count; ++r)
    for (const RuleId other : program.rules[r].overrides) {
      boost::add_edge(r, other.value, graph);
      next[r].push_back(other.value);
    }
  if (count == 0) return;
  std::vector<std::size_t> component(count);
  boost::strong_components(graph, boost::make_iterator_property_map(
                                      component.begin(), boost::get(boost::vertex_index, graph)));
  std::set<std::size_t> reported;
  for (std::uint32_t r = 0; r < count; ++r)
    for (const std::uint32_t other : next[r]) {
      if (component[r] != component[other] || !reported.insert(component[r]).second) continue;
      std::vector<std::uint32_t> cycle{r};
      const auto back = shortest_path(next, other, r);
      cycle.insert(cycle.end(), back.begin(), back.end() - 1);
      report_override_cycle(program, cycle, out);
    }
}

void find_strict_cycles(const Program& program, const std::vector<Dependency>& dependencies,
                        const std::vector<std::size_t>& component, Diagnostics& out) {
  std::vector<std::vector<std::uint32_t>> next(program.predicates.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, const Dependency*> link;
  for (const Dependency& d : dependencies) {
    next[d.head.value].push_back(d.body.value);
    link.emplace(std::pair{d.head.value, d.body.value}, &d);
  }
  std::set<std::size_t> reported;
  for (const Dependency& d : dependencies) {
    if (!d.strict || component[d.head.value] != component[d.body.value]) continue;
    if (!reported.insert(component[d.head.value]).second) continue;
    const char* zh = d.why == Dependency::Why::negation   ? "否定"
                     : d.why == Dependency::Why::counting ? "计数"
                                                          : "裁定";
    const char* en = d.why == Dependency::Why::negation   ? "negation"
                     : d.why == Dependency::Why::counting ? "counting"
                                                          : "a decision";
    const std::string& name = program[d.head].id;
    Diagnostic error{"unstratified",
                     Severity::error,
                     {fmt::format("{} 经由{}又取决于它自己", name, zh),
                      fmt::format("{} depends on itself through {}", name, en)},
                     d.span};
    error.related.push_back({d.span, link_text(program, d)});
    const auto back = shortest_path(next, d.body.value, d.head.value);
    for (std::size_t i = 0; i + 1 < back.size(); ++i) {
      const Dependency& step = *link.at({back[i], back[i + 1]});
      error.related.push_back({step.span, link_text(program, step)});
    }
    error.notes.push_back(
        {"否定、计数和裁定要等所读的内容全部得出才能判断，所以不能绕回自身；"
         "裁定只有沿“层级”关系自上而下时才可以读自己。",
         "negation, counting and decisions need what they read to be complete, so they can't lead "
         "back to themselves; a decision may read itself only strictly down a hierarchy."});
    out.push_back(std::move(error));
  }
}

}  // namespace mingze
