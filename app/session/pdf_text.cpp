#include "app/session/pdf_text.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "draft/document/pages.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::app {

namespace {

constexpr rlim_t most_seconds = 60;
constexpr rlim_t most_memory = rlim_t{1} << 30;
constexpr std::size_t most_text = std::size_t{64} << 20;
// An exit code of pdftotext; others mean that it could not read the file.
constexpr int not_permitted = 3;

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::lseek(descriptor, 0, SEEK_SET) == 0;
}

/// Reads to the end, or to one byte more than is allowed.
std::string read_all(int descriptor) {
  std::string out;
  std::array<char, 65536> buffer;
  while (out.size() <= most_text) {
    const ssize_t length = ::read(descriptor, buffer.data(), buffer.size());
    if (length < 0 && errno == EINTR) continue;
    if (length <= 0) break;
    out.append(buffer.data(), static_cast<std::size_t>(length));
  }
  return out;
}

struct Ran {
  int status = -1;  ///< as waitpid gives it; -1: the program could not be run
  std::string out;
};

/// Runs pdftotext on bytes.
Ran run_pdftotext(std::string_view bytes) {
  const Descriptor input(::memfd_create("draft.pdf", MFD_CLOEXEC));
  std::array<int, 2> pipe_ends{-1, -1};
  if (input.number() < 0 || ::pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return {};
  const Descriptor from(pipe_ends[0]);
  Descriptor to(pipe_ends[1]);
  if (!write_all(input.number(), bytes)) return {};

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input.number(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, to.number(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::array<std::string, 6> words{"pdftotext", "-q", "-enc", "UTF-8", "-", "-"};
  std::array<char*, 7> arguments{};
  std::transform(words.begin(), words.end(), arguments.begin(),
                 [](std::string& word) { return word.data(); });
  std::array<char*, 1> environment{};
  pid_t child = 0;
  const int failed =
      ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return {};
  const rlimit seconds{most_seconds, most_seconds};
  const rlimit memory{most_memory, most_memory};
  ::prlimit(child, RLIMIT_CPU, &seconds, nullptr);
  ::prlimit(child, RLIMIT_AS, &memory, nullptr);
  to.close();

  Ran ran;
  ran.out = read_all(from.number());
  if (ran.out.size() > most_text) ::kill(child, SIGKILL);
  while (::waitpid(child, &ran.status, 0) < 0 && errno == EINTR) {
  }
  return ran;
}

bool has_text(std::string_view pages) {
  return std::any_of(pages.begin(), pages.end(),
                     [](char c) { return static_cast<unsigned char>(c) > 0x20; });
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  if (bytes.starts_with("%PDF")) return true;
  // Some programs write bytes of their own before the head; no text holds a zero byte.
  const std::string_view start = bytes.substr(0, 1024);
  return start.find("%PDF-") != start.npos && start.find('\0') != start.npos;
}

Result<std::string> pdf_text(std::string_view bytes, const std::string& name) {
  const Ran ran = run_pdftotext(bytes);
  const auto failure = [&](const char* zh, const char* en) { return Failure{name, {zh, en}}; };
  const bool missing =
      ran.status == -1 || (WIFEXITED(ran.status) && WEXITSTATUS(ran.status) == 127);
  if (missing)
    return failure(
        "读 PDF 要用 pdftotext，这台机器上没有；请先安装：sudo apt install poppler-utils",
        "PDF files are read with pdftotext, which is not here; install it: sudo apt "
        "install poppler-utils");
  if (ran.out.size() > most_text)
    return failure("正文超过 64 MiB，不像一份文稿；请分成几份再检查",
                   "its text is more than 64 MiB, which no draft is; check it in parts");
  const int code = WIFEXITED(ran.status) ? WEXITSTATUS(ran.status) : -1;
  if (code == not_permitted)
    return failure("这个 PDF 不许复制文字；请用原来的 Word 文稿检查",
                   "this PDF does not allow its text to be copied; check the Word file it was made "
                   "from");
  if (code != 0)
    return failure(
        "这个 PDF 打不开：已加密或者已损坏；请用原来的 Word 文稿，或者不加密的 PDF 检查",
        "this PDF cannot be opened: it is encrypted or damaged; check the Word file it was "
        "made from, or a PDF without a password");
  if (!has_text(ran.out))
    return failure(
        "这个 PDF 没有文字，只有图片（扫描件）；请用原来的 Word 文稿检查，或者先做文字识别",
        "this PDF has no text, only pictures (a scan); check the Word file it was made "
        "from, or have its text recognised first");
  if (const auto wrong = first_invalid_utf8(ran.out))
    return failure("这个 PDF 的文字读不出来", "the text of this PDF cannot be read");
  return draft::joined_pages(ran.out);
}

}  // namespace mingze::app
