#include "engine/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace mingze {

namespace {

/// The exception of the lowest number.
class FirstFault {
 public:
  void keep(std::size_t number) {
    const std::scoped_lock lock(mutex_);
    if (fault_ && number_ < number) return;
    number_ = number;
    fault_ = std::current_exception();
  }
  void tell() const {
    if (fault_) std::rethrow_exception(fault_);
  }

 private:
  std::mutex mutex_;
  std::size_t number_ = 0;
  std::exception_ptr fault_;
};

}  // namespace

void in_parallel(std::size_t count, unsigned workers,
                 const std::function<void(unsigned worker, std::size_t i)>& work) {
  std::atomic<std::size_t> next = 0;
  FirstFault fault;
  const auto run = [&](unsigned worker) {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(worker, i);
      } catch (...) {
        fault.keep(i);
      }
    }
  };
  std::vector<std::jthread> threads;
  try {
    for (unsigned worker = 1; worker < workers && worker < count; ++worker)
      threads.emplace_back(run, worker);
  } catch (const std::system_error&) {
    // Those that could be started do the work.
  }
  run(0);
  threads.clear();
  fault.tell();
}

unsigned processors() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace mingze
