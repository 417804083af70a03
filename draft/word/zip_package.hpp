// The zip file that a .docx or .xlsx is, read from memory, part by part and never more than is
// allowed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace mingze::draft {

/// Takes one stretch of a part; false stops.
using ChunkReader = std::function<bool(std::string_view)>;

/// What messages call a package of some kind, and the program to mend it with.
struct PackageKind {
  const char* ending = ".docx";
  const char* program = "Word";
  Message document = {"文稿", "draft"};
};

class ZipPackage {
 public:
  static constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;

  /// `bytes` must outlive the package; `name` is what messages call the file. `most_bytes`: what
  /// all parts together may unfold to, against files that are made to fill the memory.
  [[nodiscard]] static Result<ZipPackage> open(std::string_view bytes, const std::string& name,
                                               std::uint64_t most_bytes = 512 * mebibyte,
                                               PackageKind kind = {});

  [[nodiscard]] const PackageKind& kind() const { return kind_; }
  [[nodiscard]] bool has(const std::string& part) const;
  /// Hands a part to `chunk`, stretch by stretch, without holding it whole.
  [[nodiscard]] std::optional<Failure> read(const std::string& part, const ChunkReader& chunk);
  /// A part as a whole.
  [[nodiscard]] Result<std::string> read(const std::string& part);

 private:
  struct Close {
    void operator()(void* archive) const;
  };

  ZipPackage(void* archive, std::string name, std::uint64_t most_bytes, PackageKind kind)
      : archive_(archive),
        name_(std::move(name)),
        kind_(std::move(kind)),
        most_bytes_(most_bytes) {}
  [[nodiscard]] Failure broken(const std::string& part) const;
  /// Why a part can't even be opened; `reason`: libzip's.
  [[nodiscard]] Failure unreadable(const std::string& part, int reason) const;

  std::unique_ptr<void, Close> archive_;
  std::string name_;
  PackageKind kind_;
  std::uint64_t most_bytes_;
  std::uint64_t read_ = 0;
};

/// 这个 .docx 已损坏：…, with what to do about it.
[[nodiscard]] Failure damaged(const PackageKind& kind, const std::string& name,
                              const Message& where);

/// A copy of a zip file in which these parts are replaced or added; all others are as they were.
[[nodiscard]] Result<std::string> with_parts(std::string_view bytes, const std::string& name,
                                             const std::map<std::string, std::string>& parts);

}  // namespace mingze::draft
