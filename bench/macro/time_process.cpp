// time_process RUNS LABEL COMMAND…: runs a command many times, its output thrown away, and prints
// the median, the fastest and the slowest time from start to exit, and the median of the processor
// time, which other work on the machine hardly changes. Two runs warm up first.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

extern char** environ;

namespace {

struct Run {
  double elapsed = 0;  ///< milliseconds
  double cpu = 0;
};

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// Nothing if the command could not run or failed (exit above 1).
std::optional<Run> run_once(char** command, const posix_spawn_file_actions_t& actions) {
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawnp(&child, command[0], &actions, nullptr, command, environ) != 0) return {};
  int status = 0;
  rusage usage = {};
  if (wait4(child, &status, 0, &usage) != child) return {};
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) return {};
  return Run{taken.count(), milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("time_process RUNS LABEL COMMAND…\n", stderr);
    return 2;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  const int runs = std::max(1, std::atoi(argv[1]));
  std::vector<double> times;
  std::vector<double> cpu;
  for (int i = -2; i < runs; ++i) {
    const auto run = run_once(argv + 3, actions);
    if (!run) {
      std::fprintf(stderr, "%s: the command failed\n", argv[2]);
      return 1;
    }
    if (i < 0) continue;
    times.push_back(run->elapsed);
    cpu.push_back(run->cpu);
  }
  std::sort(times.begin(), times.end());
  std::sort(cpu.begin(), cpu.end());
  std::printf("%9.2f ms  %9.2f  %9.2f  %9.2f  %5d  %s\n", times[times.size() / 2], times.front(),
              times.back(), cpu[cpu.size() / 2], runs, argv[2]);
  return 0;
}
