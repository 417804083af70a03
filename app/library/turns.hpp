// Who may use an engine when: any number read, or one does what nobody may see half done.
#pragma once

#include <atomic>
#include <mutex>
#include <shared_mutex>
#include <thread>

namespace mingze::v1 {

/// A thread that has the engine to itself and asks for it again, out of a callback, would wait for
/// itself for ever: it is told so instead.
class Turns {
 public:
  /// Whether the thread that asks has the engine to itself.
  [[nodiscard]] bool mine() const { return owner_.load() == std::this_thread::get_id(); }

  class Alone {
   public:
    explicit Alone(Turns& turns) : turns_(turns), lock_(turns.mutex_) {
      turns_.owner_ = std::this_thread::get_id();
    }
    ~Alone() { turns_.owner_ = std::thread::id(); }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

   private:
    Turns& turns_;
    std::unique_lock<std::shared_mutex> lock_;
  };

  [[nodiscard]] std::shared_lock<std::shared_mutex> together() { return std::shared_lock(mutex_); }

 private:
  std::shared_mutex mutex_;
  std::atomic<std::thread::id> owner_;
};

}  // namespace mingze::v1
