// A draft as it would be if its file held other bytes, checked.
#pragma once

#include <memory>
#include <string>

#include "app/session/check.hpp"
#include "app/session/inputs.hpp"

namespace mingze::app {

/// Checks a draft under its own path, with the settings of its folder, as if its file held other
/// bytes. Each time is a run of its own.
class CheckAgain {
 public:
  /// `files` and `packs` must outlive it; `options` names the one draft.
  CheckAgain(const FileSystem& files, const Packs& packs, Inputs inputs, CheckOptions options);
  ~CheckAgain();
  CheckAgain(const CheckAgain&) = delete;
  CheckAgain& operator=(const CheckAgain&) = delete;

  /// Valid until it is asked again; nothing where these bytes can't be read.
  [[nodiscard]] const report::CheckedDraft* operator()(std::string bytes);

 private:
  struct Run;

  const FileSystem& files_;
  const Packs& packs_;
  Inputs inputs_;
  CheckOptions options_;
  std::unique_ptr<Run> run_;
};

}  // namespace mingze::app
