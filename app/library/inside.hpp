// What is inside an engine.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <mingze/engine.hpp>

#include "app/library/errors.hpp"
#include "app/library/text_files.hpp"
#include "app/library/turns.hpp"
#include "app/session/draft_desk.hpp"
#include "app/session/run.hpp"
#include "engine/explain/why.hpp"
#include "engine/update/fact_list.hpp"
#include "engine/update/resolved.hpp"
#include "report/explanation.hpp"

namespace mingze::v1 {

using Values = std::vector<Value>;

/// A decision and the values of a key, in the order of the decision's key slots. A value that the
/// program has never seen (a number, a text) is `unseen`: nothing is said of it.
struct KeyValues {
  DecisionId decision;
  Values values;
  bool unseen = false;
};

/// What drafts are read with, as of one state of the facts.
struct Desk {
  Desk(app::Workspace& workspace, std::unique_ptr<app::Prepared> from)
      : prepared(std::move(from)), desk(workspace, *prepared, "") {}
  std::unique_ptr<app::Prepared> prepared;
  app::DraftDesk desk;
};

/// Its functions belong to whoever has the engine to himself, but for those that say otherwise.
struct __attribute__((visibility("hidden"))) Engine::Inside {
  Inside(const Inputs& from, Date date);

  // --- names (names.cpp) ---

  [[nodiscard]] const Program& program() const { return prepared->program(); }
  [[nodiscard]] Result<KindId> kind(std::string_view id) const;
  [[nodiscard]] Result<PredicateId> predicate(std::string_view id) const;
  [[nodiscard]] Result<DecisionId> decision(std::string_view id) const;
  /// What a name is, if that is plain: for readers together.
  [[nodiscard]] std::optional<Value> seen(KindId kind, std::string_view name) const;
  /// The same, with what is wrong with it, and texts and numbers made known.
  [[nodiscard]] Result<Value> value(KindId kind, std::string_view name, std::string_view role);
  /// Values of these slots, in their order. For readers together; where that is not enough nothing.
  [[nodiscard]] std::optional<Values> seen(PredicateId predicate, std::span<const std::uint32_t>,
                                           const Fields& fields) const;
  [[nodiscard]] Result<Values> values(PredicateId predicate, std::span<const std::uint32_t> slots,
                                      const Fields& fields);
  [[nodiscard]] Result<Values> values(PredicateId predicate, const Fields& fields);
  [[nodiscard]] Name name(KindId kind, Value value) const;
  [[nodiscard]] Fields fields(PredicateId predicate, std::span<const std::uint32_t> slots,
                              std::span<const Value> values) const;

  // --- changes ---

  /// Forgets what stands on the facts as they were.
  void changed();
  bool state(PredicateId predicate, const Values& values, Span origin);
  bool take_back(PredicateId predicate, const Values& values);
  void resolve(Meter& meter);

  // --- answers ---

  [[nodiscard]] Explainer& explain();
  [[nodiscard]] Desk& draft_desk(Meter& meter);
  [[nodiscard]] std::unique_ptr<Desk> new_desk(Meter& meter);

  TextFiles files;
  app::Packs packs;
  app::Inputs inputs;
  app::Workspace workspace;
  std::vector<Diagnostic> warnings = {};
  /// Its stated facts are those that the answers stand on.
  std::unique_ptr<app::Prepared> prepared = {};

  std::optional<FactList> facts = {};  // all that is stated now, once something was changed
  std::vector<Edit> edits = {};        // since the answers
  std::optional<Evaluation> answers = {};
  bool up_to_date = false;
  std::optional<Resolved> followed = {};  // the answers, ready for the next edit
  // Edits that can't be followed cost more than answers from the facts: after one, so many
  // resolutions are from the facts, and after the next twice as many.
  std::uint32_t not_followed = 0;
  std::uint32_t pause = 1;
  std::unique_ptr<Explainer> explainer = {};
  std::optional<report::CitedFacts> cited = {};  // made with the first explanation
  std::vector<std::string> lists = {};           // the places' own, by the names of their texts
  std::unique_ptr<Desk> desk = {};
  Turns turns = {};

 private:
  void resolve_anew(Meter& meter);
  void resolve_edits(Meter& meter);
  void make_ready();
};

[[nodiscard]] WorkLimits work_limits(const Limits& limits);
[[nodiscard]] Error not_resolved();
[[nodiscard]] Error duplicate_text(const std::string& name);
/// What is wrong with a name that is given to a thing or a text.
[[nodiscard]] std::optional<Error> wrong_name(std::string_view name);
[[nodiscard]] Error called_back();

}  // namespace mingze::v1
