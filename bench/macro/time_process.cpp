// time_process RUNS LABEL COMMAND…: runs a command many times, its output thrown away, and prints
// the median, the fastest and the slowest time from start to exit. Two runs warm up first.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

extern char** environ;

namespace {

/// Milliseconds, or a negative number if the command could not run or failed (exit above 1).
double run_once(char** command, const posix_spawn_file_actions_t& actions) {
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawnp(&child, command[0], &actions, nullptr, command, environ) != 0) return -1;
  int status = 0;
  if (waitpid(child, &status, 0) != child) return -1;
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  return WIFEXITED(status) && WEXITSTATUS(status) <= 1 ? taken.count() : -1;
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
  for (int i = -2; i < runs; ++i) {
    const double time = run_once(argv + 3, actions);
    if (time < 0) {
      std::fprintf(stderr, "%s: the command failed\n", argv[2]);
      return 1;
    }
    if (i >= 0) times.push_back(time);
  }
  std::sort(times.begin(), times.end());
  std::printf("%9.2f ms  %9.2f  %9.2f  %5d  %s\n", times[times.size() / 2], times.front(),
              times.back(), runs, argv[2]);
  return 0;
}
