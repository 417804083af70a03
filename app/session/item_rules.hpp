// The rules, applied to a draft that is being edited: item by item.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/session/finding_teller.hpp"
#include "draft/document/document.hpp"
#include "engine/plan/separation.hpp"

namespace mingze::app {

/// After an edit only the items that it changed are ruled on again, where that comes to the same
/// (docs/design.md, "A draft that is edited"): the program must keep items apart, and what they
/// have in common must be as it was.
class ItemRules {
 public:
  /// The program grows while a draft is ruled on: it belongs to this alone. All must outlive it.
  /// `path`: of the draft.
  ItemRules(const DraftDesk& desk, Prepared& prepared, const DraftTelling& telling,
            std::string path);

  /// Gives the draft its findings, as DraftRules does.
  Diagnostics rule_on(report::CheckedDraft& draft);

  /// The draft was edited; its findings are those from before. `kept`: which item before each item
  /// of now is. False where the whole draft has to be ruled on.
  [[nodiscard]] bool rule_again(report::CheckedDraft& draft, const draft::TextChange& change,
                                const std::vector<std::uint32_t>& kept);

 private:
  using Seams = std::map<std::uint32_t, std::set<std::uint32_t>>;  // by item
  static constexpr std::uint32_t nobody = UINT32_MAX;  // owns what is not about the draft's things
  static constexpr std::uint32_t a_note = UINT32_MAX - 1;  // owns a finding on the structure
  static constexpr std::uint32_t elsewhere = UINT32_MAX - 2;

  /// What all of a draft tells the rules besides its items.
  struct Frame {
    std::string place;
    draft::Level level = draft::Level::unknown;
    std::optional<Date> date;
    Span title;
    bool operator==(const Frame&) const = default;
  };
  /// A finding and the item that it is about.
  template <typename Told>
  struct Owned {
    Told told;
    std::uint32_t owner = nobody;
  };
  struct Findings {
    std::vector<Owned<report::Finding>> open;
    std::vector<Owned<report::SilencedFinding>> silenced;
  };
  struct Edit;

  [[nodiscard]] static Frame frame_of(const report::CheckedDraft& draft);
  [[nodiscard]] Evaluation evaluate(const draft::Reading& part, const report::CheckedDraft& draft,
                                    const Evaluation& base, draft::Places& places);
  void make_base(const report::CheckedDraft& draft);
  [[nodiscard]] Findings tell(const Evaluation& evaluation, const draft::Places& places,
                              FindingTeller& teller);
  [[nodiscard]] std::uint32_t owner_of(const RaisedFinding& raised,
                                       const draft::Places& places) const;

  [[nodiscard]] std::vector<bool> changed_items(const std::vector<std::uint32_t>& targets,
                                                const std::vector<std::uint32_t>& kept) const;
  [[nodiscard]] bool writes_as_before(const report::CheckedDraft& draft,
                                      const std::vector<std::uint32_t>& kept);
  [[nodiscard]] bool find_seams(const Evaluation& evaluation, const draft::Places& places,
                                Seams& told);
  [[nodiscard]] std::uint32_t local_variable(const Body& body) const;
  [[nodiscard]] bool follow(const Edit& edit, const Seams& told);
  void merge(report::CheckedDraft& draft, const draft::TextChange& change, const Edit& edit,
             Findings fresh);
  void put(report::CheckedDraft& draft, Findings findings);

  const DraftDesk& desk_;
  Prepared& prepared_;
  const DraftTelling& telling_;
  std::string path_;
  Symbols::Extent extent_;
  std::optional<Separation> separation_;  // where items can be ruled on apart from others

  // Of the last check.
  bool ready_ = false;
  Frame frame_;
  std::optional<draft::DraftManner> manner_;
  draft::ClauseStyle style_;
  std::map<std::string, std::string> names_asked_;  // of how the draft names a line
  std::vector<std::uint32_t> repeats_;              // by item: which one it repeats
  std::map<std::string, std::uint32_t> seams_;      // by their words
  std::vector<std::uint32_t> seam_counts_;          // by seam: how many items tell it
  std::vector<std::vector<std::uint32_t>> told_;    // by item: its seams
  std::vector<std::uint32_t> owners_;               // by finding
  std::vector<std::uint32_t> silenced_owners_;
  // Evaluated over items that tell all seams.
  std::optional<Evaluation> base_;
  Symbols::Extent base_extent_;
  std::size_t base_seams_ = 0;
};

}  // namespace mingze::app
