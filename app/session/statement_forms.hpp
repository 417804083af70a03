// The statements of a program as they are written: where each word of them stands.
#pragma once

#include <map>
#include <vector>

#include "app/session/run.hpp"
#include "dsl/ast/ast.hpp"

namespace mingze::app {

/// Finds the trees of rules, findings and decisions by their ids' places.
class StatementForms {
 public:
  explicit StatementForms(Workspace& workspace);

  /// The form of a statement that was lowered; nothing where there is none.
  [[nodiscard]] const dsl::Rule* rule(Span id) const { return find<dsl::Rule>(id); }
  [[nodiscard]] const dsl::Finding* finding(Span id) const { return find<dsl::Finding>(id); }
  [[nodiscard]] const dsl::Decision* decision(Span id) const { return find<dsl::Decision>(id); }

 private:
  template <typename T>
  [[nodiscard]] const T* find(Span id) const {
    const auto known = by_id_.find(id);
    return known == by_id_.end() ? nullptr : std::get_if<T>(&known->second->body);
  }

  std::map<Span, const dsl::Statement*> by_id_;
};

/// Where the words in the slots of a sentence stand, in slot order; nothing where it fits no one
/// template.
[[nodiscard]] std::vector<Span> words_in_slots(const dsl::Lowered& lowered,
                                               const dsl::Sentence& sentence);
/// Where the two sides of a comparison stand, and its sign; nothing where it is none.
[[nodiscard]] std::vector<Span> words_compared(const dsl::Sentence& sentence);

}  // namespace mingze::app
