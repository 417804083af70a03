#include "app/session/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

extern char** environ;  // NOLINT: POSIX has no header for it

namespace mingze::app {

namespace {

constexpr std::size_t most_error = 4096;

/// A descriptor that is closed with it.
class Handle {
 public:
  Handle() = default;
  explicit Handle(int descriptor) : descriptor_(descriptor) {}
  ~Handle() { close(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  void reset(int descriptor) {
    close();
    descriptor_ = descriptor;
  }
  void close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }
  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool open() const { return descriptor_ >= 0; }

 private:
  int descriptor_ = -1;
};

/// Two connected ends, ours not blocking. Sockets, since writing to a pipe that nobody reads any
/// more would send a signal to the whole program.
bool connect(Handle& ours, Handle& theirs) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
  ours.reset(ends[0]);
  theirs.reset(ends[1]);
  return ::fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

class Child {
 public:
  explicit Child(const Job& job) : job_(job) {}

  Ended run() {
    if (!connect(in_, their_in_) || !connect(out_, their_out_) || !connect(err_, their_err_))
      return {Ended::How::badly, 0, {}, "socketpair"};
    if (const int error = start(); error != 0)
      return {error == ENOENT ? Ended::How::not_there : Ended::How::badly, 0, {}, {}};
    for (Handle* handle : {&their_in_, &their_out_, &their_err_}) handle->close();
    if (job_.most_memory > 0) {
      const rlimit memory{job_.most_memory, job_.most_memory};
      ::prlimit(process_, RLIMIT_AS, &memory, nullptr);
    }
    if (job_.input.empty()) in_.close();
    exchange();
    if (ended_.how == Ended::How::too_late || ended_.how == Ended::How::too_much)
      ::kill(process_, SIGKILL);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status)) ended_.code = WEXITSTATUS(status);
    const bool good = WIFEXITED(status) && ended_.code == 0;
    if (ended_.how == Ended::How::well && !good) ended_.how = Ended::How::badly;
    return std::move(ended_);
  }

 private:
  int start() {
    std::vector<char*> arguments;
    for (const std::string& part : job_.command)
      arguments.push_back(const_cast<char*>(part.c_str()));  // NOLINT: it only reads them
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, their_in_.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, their_out_.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, their_err_.get(), STDERR_FILENO);
    const int error =
        ::posix_spawnp(&process_, arguments[0], &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    return error;
  }

  /// Writes the input and reads what comes until both its outputs are closed.
  void exchange() {
    const auto end = std::chrono::steady_clock::now() + job_.limit;
    while (out_.open() || err_.open()) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          end - std::chrono::steady_clock::now());
      std::array<pollfd, 3> waiting{
          {{in_.get(), POLLOUT, 0}, {out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}}};
      const int ready = left.count() <= 0 ? 0
                                          : ::poll(waiting.data(), waiting.size(),
                                                   static_cast<int>(left.count()));
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0) {
        ended_.how = Ended::How::too_late;
        return;
      }
      if (waiting[0].revents != 0) write();
      if (waiting[1].revents != 0) read(out_, ended_.output, job_.most_output + 1);
      if (waiting[2].revents != 0) read(err_, ended_.error, most_error);
      if (ended_.output.size() > job_.most_output) {
        ended_.how = Ended::How::too_much;
        return;
      }
    }
  }

  void write() {
    const ssize_t sent =
        ::send(in_.get(), job_.input.data() + written_, job_.input.size() - written_, MSG_NOSIGNAL);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (sent > 0) written_ += static_cast<std::size_t>(sent);
    if (sent <= 0 || written_ == job_.input.size()) in_.close();
  }

  static void read(Handle& from, std::string& into, std::size_t most) {
    std::array<char, 1U << 16U> bytes{};
    const ssize_t got = ::read(from.get(), bytes.data(), bytes.size());
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) return from.close();
    into.append(bytes.data(), std::min(static_cast<std::size_t>(got), most - into.size()));
  }

  const Job& job_;
  Handle in_, out_, err_;
  Handle their_in_, their_out_, their_err_;
  pid_t process_ = -1;
  std::size_t written_ = 0;
  Ended ended_;
};

}  // namespace

Ended run_job(const Job& job) { return Child(job).run(); }

}  // namespace mingze::app
