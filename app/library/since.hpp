// Takes back what work added to an engine.
#pragma once

#include "app/library/inside.hpp"

namespace mingze::v1 {

/// The sources and symbols that an engine gains from now on, and what it tells, are forgotten at
/// the end, unless they are to stay: questions and mistakes leave nothing behind.
class Since {
 public:
  explicit Since(Engine::Inside& inside)
      : problems_(inside.workspace.problems()),
        sources_(inside.workspace.sources()),
        symbols_(inside.prepared->program().symbols),
        source_count_(sources_.size()),
        extent_(symbols_.extent()) {}
  ~Since() {
    if (stays_) return;
    problems_ = {};
    sources_.shrink(source_count_);
    symbols_.shrink(extent_);
  }
  Since(const Since&) = delete;
  Since& operator=(const Since&) = delete;

  void stay() { stays_ = true; }

 private:
  app::Problems& problems_;
  Sources& sources_;
  Symbols& symbols_;
  std::size_t source_count_;
  Symbols::Extent extent_;
  bool stays_ = false;
};

}  // namespace mingze::v1
