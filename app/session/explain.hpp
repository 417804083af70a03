// `mingze why` and `mingze why-not`: proofs of what holds, and what is missing for what doesn't.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/session/question.hpp"
#include "engine/explain/proof.hpp"
#include "engine/explain/why.hpp"
#include "report/explanation.hpp"
#include "report/resolve_sqlite.hpp"
#include "report/why_not.hpp"

namespace mingze::app {

/// A program that ran, with the facts that it started from: what explanations are made of.
struct Explained {
  const Prepared& prepared;
  const Database& stated;
  const Evaluation& evaluation;
  const Sources& sources;
  const report::CitedFacts* cited = nullptr;  ///< of the program, where they are at hand
};

/// A proof as it may be shown. It is checked first; one that does not pass is a fault of ours and
/// throws std::logic_error.
[[nodiscard]] report::Explanation explained(const Explained& run, const Proof& proof,
                                            const report::ExplanationLimits& limits);

struct WhyOptions {
  report::ExplanationLimits limits = {};
  std::uint64_t answers = 20;  ///< so many are explained
};

/// Why a question holds: a proof for each answer, in the order of `ask`.
[[nodiscard]] report::WhyReport why(const Question& question, const Explained& run,
                                    const WhyOptions& options);

/// The same with an explainer that is there already. `meter` counts what is looked at, and is asked
/// before each proof; it may be null.
[[nodiscard]] report::WhyReport why(const Question& question, const Explained& run,
                                    const WhyOptions& options, Explainer& explainer,
                                    Meter* meter = nullptr);

/// Why a question does not hold: what each rule lacks for it, least first. The program gains
/// symbols for what is open in the answers. `meter` counts the search for answers, and is asked
/// before and after that for what is lacking, which has bounds of its own; it may be null.
[[nodiscard]] report::WhyNotReport why_not(const Question& question, Prepared& prepared,
                                           const Evaluation& evaluation, const Sources& sources,
                                           Meter* meter = nullptr);

/// Proofs for a database of results. What `run` refers to and the explainer must outlive them.
[[nodiscard]] report::Proofs proofs_of(const Explained& run, Explainer& explainer);

}  // namespace mingze::app
