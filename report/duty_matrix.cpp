#include "report/duty_matrix.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace mingze::report {

namespace {

using Part = DutyMatrix::Part;

/// Collects bodies under the name that the register gives them, else as written.
class Collector {
 public:
  void add(const draft::Item& item) {
    std::map<std::uint32_t, Part> parts;
    add(item.lead, &Part::leads, parts);
    add(item.cooperating, &Part::cooperates, parts);
    add(item.named, &Part::named, parts);
    std::vector<Part> row;
    for (const auto& [body, part] : parts) {
      row.push_back(part);
      table_.bodies[body].leads += part.leads ? 1 : 0;
      table_.bodies[body].cooperates += part.cooperates ? 1 : 0;
      table_.bodies[body].named += part.named ? 1 : 0;
    }
    table_.items.push_back(std::move(row));
  }

  DutyMatrix in_order() {
    std::vector<std::uint32_t> order;
    for (const auto& [key, body] : by_key_) order.push_back(body);
    const auto weight = [&](std::uint32_t body) {
      const DutyMatrix::Body& one = table_.bodies[body];
      return std::tuple(one.leads, one.cooperates, one.named);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return weight(a) > weight(b); });
    std::vector<std::uint32_t> place(order.size());
    DutyMatrix out;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      out.bodies.push_back(std::move(table_.bodies[order[i]]));
    }
    out.items = std::move(table_.items);
    for (std::vector<Part>& row : out.items) {
      for (Part& part : row) part.body = place[part.body];
      std::sort(row.begin(), row.end(),
                [](const Part& a, const Part& b) { return a.body < b.body; });
    }
    return out;
  }

 private:
  void add(const std::vector<draft::Mention>& mentions, bool Part::*role,
           std::map<std::uint32_t, Part>& parts) {
    for (const draft::Mention& mention : mentions) {
      const std::string& key = mention.entity.empty() ? mention.text : mention.entity;
      const auto next = static_cast<std::uint32_t>(table_.bodies.size());
      const auto [found, is_new] = by_key_.emplace(key, next);
      if (is_new) table_.bodies.push_back({mention.text});
      Part& part = parts[found->second];
      part.body = found->second;
      part.*role = true;
    }
  }

  DutyMatrix table_;
  std::map<std::string, std::uint32_t> by_key_;
};

}  // namespace

std::vector<DutyMatrix::Cooperation> DutyMatrix::cooperations() const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> counts;
  for (const std::vector<Part>& row : items)
    for (const Part& lead : row)
      for (const Part& other : row)
        if (lead.leads && other.cooperates && lead.body != other.body)
          counts[{lead.body, other.body}] += 1;
  std::vector<Cooperation> out;
  for (const auto& [pair, count] : counts) out.push_back({pair.first, pair.second, count});
  return out;
}

DutyMatrix duty_matrix(const draft::Reading& reading) {
  Collector collector;
  for (const draft::Item& item : reading.items) collector.add(item);
  return collector.in_order();
}

}  // namespace mingze::report
