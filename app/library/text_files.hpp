// Texts that were handed over, and behind them the files of this machine where they may be read.
#pragma once

#include <vector>

#include <mingze/engine.hpp>

#include "engine/base/files.hpp"

namespace mingze::v1 {

class TextFiles final : public FileSystem {
 public:
  TextFiles(const std::vector<Text>& texts, bool disk) : disk_(disk) {
    for (const Text& text : texts) texts_.put(normal_path(text.name), text.text);
  }

  /// False where a text is called so already.
  bool add(const std::string& name, std::string text) {
    const std::string path = normal_path(name);
    if (texts_.kind(path) != PathKind::missing) return false;
    texts_.put(path, std::move(text));
    return true;
  }
  void remove(const std::string& name) { texts_.remove(normal_path(name)); }

  [[nodiscard]] PathKind kind(const std::string& path) const override {
    const PathKind kind = texts_.kind(normal_path(path));
    return kind == PathKind::missing && disk_ ? files_.kind(path) : kind;
  }
  [[nodiscard]] bool is_special(const std::string& path) const override {
    return texts_.kind(normal_path(path)) == PathKind::missing && disk_ && files_.is_special(path);
  }
  [[nodiscard]] mingze::Result<std::string> read(const std::string& path) const override {
    return is_text(path) ? texts_.read(normal_path(path)) : files_.read(path);
  }
  [[nodiscard]] mingze::Result<std::vector<std::string>> list(
      const std::string& folder) const override {
    return is_text(folder) ? texts_.list(normal_path(folder)) : files_.list(folder);
  }
  [[nodiscard]] std::optional<Failure> write(const std::string& path,
                                             const Producer& produce) const override {
    return texts_.write(path, produce);
  }

 private:
  [[nodiscard]] bool is_text(const std::string& path) const {
    return !disk_ || texts_.kind(normal_path(path)) != PathKind::missing;
  }

  MemoryFiles texts_;
  DiskFiles files_;
  bool disk_;
};

}  // namespace mingze::v1
