// What long work may take, and who may stop it.
#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <optional>
#include <stop_token>

namespace mingze {

/// Thrown out of work that took more than it may, or that was to stop. What the work made until
/// then is dropped by whoever catches it.
class Interrupted : public std::exception {
 public:
  enum class Why { stopped, time, tuples, memory };
  explicit Interrupted(Why why) : why_(why) {}
  [[nodiscard]] Why why() const { return why_; }
  [[nodiscard]] const char* what() const noexcept override { return "interrupted"; }

 private:
  Why why_;
};

/// Limits of one piece of work. One that is never set costs a comparison.
struct WorkLimits {
  std::optional<std::chrono::steady_clock::time_point> until = {};
  std::uint64_t tuples = UINT64_MAX;  ///< concluded, counting repetitions
  std::uint64_t bytes = UINT64_MAX;   ///< of the tuples that were new
  std::stop_token stop = {};
};

/// Counts what one piece of work takes. Belongs to one thread. Throws Interrupted.
class Meter {
 public:
  explicit Meter(WorkLimits limits) : limits_(std::move(limits)) {}

  /// Looked at so much: rows, groups, candidates. Cheap.
  void look(std::uint64_t much = 1) {
    looked_ += much;
    if (looked_ >= looks_between_checks) check();
  }
  /// Concluded a tuple.
  void conclude() {
    if (++tuples_ > limits_.tuples) throw Interrupted(Interrupted::Why::tuples);
    look();
  }
  /// Keeps so many bytes more.
  void keep(std::uint64_t bytes) {
    bytes_ += bytes;
    if (bytes_ > limits_.bytes) throw Interrupted(Interrupted::Why::memory);
  }
  /// Looks at clock and token.
  void check() {
    looked_ = 0;
    if (limits_.stop.stop_requested()) throw Interrupted(Interrupted::Why::stopped);
    if (limits_.until && std::chrono::steady_clock::now() > *limits_.until)
      throw Interrupted(Interrupted::Why::time);
  }

 private:
  static constexpr std::uint64_t looks_between_checks = 1U << 14;

  WorkLimits limits_;
  std::uint64_t looked_ = 0;
  std::uint64_t tuples_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace mingze
