// Everything that the statements of a program declare, by name.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "dsl/check/names.hpp"
#include "dsl/check/template_index.hpp"
#include "engine/program/program.hpp"

namespace mingze::dsl {

/// A number for each name. `order` holds the names as they were added, for did-you-mean.
template <typename Number>
class NameTable {
 public:
  void add(std::string name, Number number) {
    if (numbers_.try_emplace(name, number).second) order_.push_back(std::move(name));
  }
  [[nodiscard]] const Number* find(const std::string& name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return order_; }

 private:
  std::unordered_map<std::string, Number> numbers_;
  std::vector<std::string> order_;
};

/// A declared rule; `lowered` is invalid where it is not in force.
struct RuleEntry {
  RuleId lowered;
  Span span;
};

struct Vocabulary {
  NameTable<KindId> kinds;  ///< by either id
  NameTable<PredicateId> predicates;
  NameTable<std::uint32_t> documents;  ///< index into `sources`
  NameTable<RuleEntry> rules;
  NameTable<Span> findings;  ///< findings declared, and the two of each decision (no span)
  TemplateIndex templates;
  Names names;

  /// A source as declared; `lowered` is invalid where it is not in force.
  struct SourceEntry {
    std::string title;
    DocumentId lowered;
    Span span;
  };
  std::vector<SourceEntry> sources;
  std::unordered_map<std::string, std::vector<std::uint32_t>> titles;

  /// Names whose declaration has an error: that they are unknown is no second mistake.
  std::unordered_set<std::string> excused;
  /// Words of relations and decisions that have a syntax error: sentences may be meant for them.
  std::unordered_set<std::string> lost_words;
};

}  // namespace mingze::dsl
