// The findings, kept as their matches come and go.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/update/edit.hpp"

namespace mingze {

/// All findings that are raised, by code and by what tells them apart.
class FindingUpdate {
 public:
  /// `program` has the findings, and must outlive it.
  explicit FindingUpdate(const Program& program);

  /// A match of a finding's body more or less; `values`: of the variables that it reads
  /// (`read_variables`), in their order.
  void set(FindingId id, std::span<const Value> values, bool holds);
  /// What has changed since the last call.
  void take_changes(std::vector<RaisedFinding>& withdrawn, std::vector<RaisedFinding>& raised);
  /// All, in the order in which `raise_findings` gives them.
  [[nodiscard]] std::vector<RaisedFinding> all() const;

 private:
  using Key = std::vector<std::string>;
  using Matches = std::set<std::vector<Value>>;
  struct Kept {
    FindingId id;
    std::vector<std::uint32_t> read;
    std::vector<std::uint32_t> distinct;
    std::map<Key, Matches> matches = {};
    std::map<Key, Matches> before = {};  // of those that have changed
  };

  void add(const Kept& kept, const Matches& matches, std::vector<RaisedFinding>& out) const;

  const Program& program_;
  std::vector<Kept> kept_;           // by code
  std::vector<std::size_t> places_;  // by FindingId: in kept_
};

}  // namespace mingze
