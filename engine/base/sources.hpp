// The texts of one run, with their names: what spans point into.
#pragma once

#include <charconv>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/base/line_index.hpp"
#include "engine/base/span.hpp"

namespace mingze {

/// A text that outlives all sources, because it is built in.
struct BuiltIn {
  std::string_view text;
};

/// A text whose lines say themselves what number they have: what stood in rows of something else.
/// A line without one counts as 1.
struct NumberedRows {
  std::string text;
};

/// One text. `name` is what messages call it (a path, or `<ask>`); both outlive every span.
class Source {
 public:
  Source(std::string name, std::string text)
      : name_(std::move(name)), owned_(std::move(text)), text_(owned_) {}
  Source(std::string name, BuiltIn built_in) : name_(std::move(name)), text_(built_in.text) {}
  Source(std::string name, NumberedRows rows)
      : name_(std::move(name)), owned_(std::move(rows.text)), text_(owned_), numbered_(true) {}
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Found when they are first asked for, by any thread: of most texts nobody does.
  [[nodiscard]] const LineIndex& lines() const {
    std::call_once(has_lines_, [this] { lines_.emplace(text_); });
    return *lines_;
  }
  /// The number that people find an offset by: of its line, or what the line says.
  [[nodiscard]] std::uint64_t row_of(std::uint32_t offset) const {
    const std::uint32_t line = lines().line_of(offset);
    std::uint64_t row = line;
    if (numbered_) {
      const std::string_view text = lines().line_text(line);
      if (std::from_chars(text.data(), text.data() + text.size(), row).ec != std::errc()) row = 1;
    }
    return row;
  }

 private:
  std::string name_;
  std::string owned_ = {};
  std::string_view text_;
  bool numbered_ = false;
  mutable std::once_flag has_lines_ = {};
  mutable std::optional<LineIndex> lines_ = {};
};

/// Sources by number. References stay valid as sources are added.
class Sources {
 public:
  SourceId add(std::string name, std::string text) {
    const SourceId id = reserve();
    fill(id, std::move(name), std::move(text));
    return id;
  }
  /// The same, where it isn't there already.
  SourceId add_once(std::string name, std::string text) {
    for (std::uint32_t i = 0; i < sources_.size(); ++i)
      if (sources_[i] && sources_[i]->name() == name && sources_[i]->text() == text) return {i};
    return add(std::move(name), std::move(text));
  }
  SourceId add(std::string name, BuiltIn text) {
    const SourceId id = reserve();
    sources_[id.value] = std::make_shared<const Source>(std::move(name), text);
    return id;
  }
  SourceId add(std::string name, NumberedRows rows) {
    const SourceId id = reserve();
    sources_[id.value] = std::make_shared<const Source>(std::move(name), std::move(rows));
    return id;
  }
  /// A number for a text that comes later, so that numbers don't depend on which text comes first.
  SourceId reserve() {
    sources_.emplace_back();
    return {static_cast<std::uint32_t>(sources_.size() - 1)};
  }
  /// The text of a number that was reserved, once. Threads may fill different numbers at a time.
  const Source& fill(SourceId id, std::string name, std::string text) {
    sources_[id.value] = std::make_shared<const Source>(std::move(name), std::move(text));
    return *sources_[id.value];
  }
  /// Takes all of another's, and shares them; returns how much their numbers grow.
  std::uint32_t share(const Sources& other) {
    const auto first = static_cast<std::uint32_t>(sources_.size());
    sources_.insert(sources_.end(), other.sources_.begin(), other.sources_.end());
    return first;
  }
  [[nodiscard]] const Source& operator[](SourceId id) const { return *sources_[id.value]; }
  [[nodiscard]] std::string_view text(Span span) const {
    return sources_[span.source.value]->text().substr(span.begin, span.end - span.begin);
  }
  [[nodiscard]] std::size_t size() const { return sources_.size(); }
  /// Forgets all but the first; those who share the others keep them.
  void shrink(std::size_t size) { sources_.resize(size); }

 private:
  std::vector<std::shared_ptr<const Source>> sources_;
};

}  // namespace mingze
