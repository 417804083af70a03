// measure_process SECONDS MEGABYTES IN OUT COMMAND…: runs a command once, with its input from IN
// and its output to OUT, and prints on one line: elapsed seconds, processor seconds, peak memory in
// megabytes, and how it ended: its exit code, `timeout`, `memory` or `signal`. A command is ended
// when it takes more seconds of the processor (which other work on the machine does not change) or
// more memory than given. It is a small program, because what a process holds when it starts
// another counts as that one's memory too.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <thread>

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// What the process has taken of the processor so far; zero when it is gone.
double processor_seconds_of(pid_t process) {
  clockid_t clock = {};
  timespec time = {};
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0) return 0;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Megabytes that the process holds now; zero when it is gone.
double megabytes_of(pid_t process) {
  std::FILE* file = std::fopen(("/proc/" + std::to_string(process) + "/statm").c_str(), "r");
  if (file == nullptr) return 0;
  long size = 0;
  long held = 0;
  if (std::fscanf(file, "%ld %ld", &size, &held) != 2) held = 0;
  std::fclose(file);
  return static_cast<double>(held) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) {
    std::fputs("measure_process SECONDS MEGABYTES IN OUT COMMAND…\n", stderr);
    return 2;
  }
  const double most_seconds = std::atof(argv[1]);
  const double most_megabytes = std::atof(argv[2]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, argv[3], O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, argv[4], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  posix_spawn_file_actions_adddup2(&actions, 1, 2);

  const auto begin = Clock::now();
  pid_t child = 0;
  if (posix_spawnp(&child, argv[5], &actions, nullptr, argv + 5, environ) != 0) {
    std::fprintf(stderr, "%s cannot be run\n", argv[5]);
    return 1;
  }
  // Some engines answer to a limit's signal as to a failure of their own, so they get none.
  std::atomic<const char*> ended = nullptr;
  std::atomic<bool> over = false;
  std::thread watch([&] {
    while (!over) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      const char* reason = processor_seconds_of(child) > most_seconds ? "timeout"
                           : megabytes_of(child) > most_megabytes     ? "memory"
                                                                      : nullptr;
      if (reason == nullptr || over) continue;
      ended = reason;
      kill(child, SIGKILL);
      return;
    }
  });
  // The child is not reaped before the watch has ended, so that its number is no other process's.
  siginfo_t info = {};
  waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT);
  const std::chrono::duration<double> taken = Clock::now() - begin;
  over = true;
  watch.join();
  int status = 0;
  rusage usage = {};
  wait4(child, &status, 0, &usage);
  const double processor = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  const std::string end = ended != nullptr    ? ended.load()
                          : WIFEXITED(status) ? std::to_string(WEXITSTATUS(status))
                                              : "signal";
  std::printf("%.6f %.6f %.1f %s\n", taken.count(), processor,
              static_cast<double>(usage.ru_maxrss) * 1024 / 1e6, end.c_str());
  return 0;
}
