// A reader that stays with its text: after an edit it reads again what the edit reaches.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "draft/clause/items.hpp"
#include "draft/clause/read_draft.hpp"
#include "draft/clause/repeats.hpp"
#include "draft/clause/text_view.hpp"
#include "draft/clause/topics.hpp"
#include "draft/document/outline.hpp"

namespace mingze::draft {

class DraftReader {
 public:
  /// All must outlive it.
  DraftReader(const Document& document, const Lexicon& lexicon, const ReadOptions& options);

  [[nodiscard]] Reading read();

  /// The document was edited: makes the reading of it before into that of now, the same to the
  /// byte as `read` would give. What comes back tells for each item which one it was before, by its
  /// number, where nothing in it is another but its place, its ids and what it repeats; for the
  /// others `no_number`.
  [[nodiscard]] std::vector<std::uint32_t> reread(const TextChange& change, Reading& reading);

 private:
  struct Frame;
  struct Edit;

  [[nodiscard]] Frame read_frame() const;
  [[nodiscard]] bool is_same_frame(const Frame& now, const TextChange& change) const;
  [[nodiscard]] Reading read_in(Edit* edit);
  void add_sections(Reading& reading, Edit* edit) const;
  void finish(std::vector<DraftItem> items, Reading& reading, Edit* edit);

  /// Where an item of the last reading stands.
  struct ItemPlace {
    std::uint32_t begin = 0;
    std::uint32_t made_by = no_node;
  };
  /// What all items are read with an eye to.
  struct Frame {
    Range title;
    Issuer issuer;
    std::vector<StatedRule> rules;
  };

  const Document& document_;
  ReadOptions options_;
  TextView text_;
  std::optional<TopicFinder> topics_;
  Outline outline_;
  Frame frame_;
  NodeMemory nodes_;
  std::vector<ItemPlace> places_;  ///< by item
  std::vector<ItemWords> words_;   ///< by item
};

}  // namespace mingze::draft
