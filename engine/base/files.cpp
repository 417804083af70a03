#include "engine/base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace mingze {

namespace fs = std::filesystem;

namespace {

/// Why a file can't be read or written.
struct Reason {
  std::string code;
  Message message;
};

Failure failure(const std::string& path, Reason reason) {
  return {std::move(reason.code), path, std::move(reason.message)};
}

// More than any file of rules or drafts has; what has no end (/dev/zero) must not fill the memory.
constexpr std::size_t most_bytes = std::size_t{256} << 20U;

/// What the system's error means to somebody who only named a file.
Reason reason(int error) {
  switch (error) {
    case ENOENT:
      return {"file-missing", {"没有这个文件", "no such file"}};
    case EACCES:
    case EPERM:
      return {"no-permission", {"没有读写权限", "permission denied"}};
    case EISDIR:
      return {"is-a-folder", {"这是文件夹，不是文件", "this is a folder, not a file"}};
    case ENOTDIR:
      return {"not-a-folder",
              {"路径中有一段是文件，不是文件夹", "a part of the path is a file, not a folder"}};
    case ENAMETOOLONG:
      return {"name-too-long", {"文件名太长", "the name is too long"}};
    case ENOSPC:
    case EDQUOT:
      return {"disk-full", {"磁盘已满", "the disk is full"}};
    case EFBIG:
      return {"file-too-large",
              {"超过 " + std::to_string(most_bytes >> 20U) + " MiB，太大了，可以分成几个文件",
               "it is more than " + std::to_string(most_bytes >> 20U) +
                   " MiB, which is too large; split it"}};
    case EROFS:
      return {"place-read-only", {"该处只读", "the place is read-only"}};
    default:
      break;
  }
  const std::string number = std::to_string(error);
  return {"system-error", {"系统错误 " + number, "system error " + number}};
}

/// Why a file could not be written: where it is its folder that is missing, that folder.
Reason reason_to_write(const std::string& path, int error) {
  if (error != ENOENT) return reason(error);
  const std::string folder = fs::path(path).parent_path().string();
  return {"folder-missing",
          {"没有文件夹“" + folder + "”，应当先建立",
           "there is no folder \"" + folder + "\"; make it first"}};
}

/// Reads a descriptor to its end; false with `errno` set where that fails.
bool read_all(int descriptor, std::string& out) {
  struct stat about = {};
  if (::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode))
    out.reserve(std::min(static_cast<std::size_t>(about.st_size), most_bytes) + 1);
  std::size_t used = 0;
  for (;;) {
    const std::size_t room = std::max<std::size_t>(out.capacity() - used, 1U << 16U);
    out.resize(used + room);
    const ssize_t got = ::read(descriptor, out.data() + used, room);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    used += static_cast<std::size_t>(got);
    if (got == 0) break;
    if (used > most_bytes) {
      errno = EFBIG;
      return false;
    }
  }
  out.resize(used);
  return true;
}

/// Writes a document to an open path; false with `errno` set where that fails.
bool produce_into(const std::string& path, const Producer& produce) {
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  if (!out) return false;
  produce(out);
  out.close();
  return out.good();
}

/// An empty file beside a path; it goes with this, where it has not been renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& beside) : path_(beside + ".XXXXXX") {
    const int descriptor = ::mkstemp(path_.data());
    made_ = descriptor >= 0;
    if (made_) ::close(descriptor);
  }
  ~TemporaryFile() {
    if (made_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  /// Whether there is one; else `errno` says why not.
  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool made_ = false;
};

/// A pipe or /dev/stdout is not: it can be written to only.
bool can_be_replaced(const std::string& path) {
  std::error_code ignored;
  return !fs::exists(path, ignored) || fs::is_regular_file(path, ignored);
}

}  // namespace

PathKind DiskFiles::kind(const std::string& path) const {
  if (path == "-") return PathKind::file;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return PathKind::folder;
  return fs::exists(status) ? PathKind::file : PathKind::missing;
}

bool FileSystem::is_special(const std::string&) const { return false; }

Result<std::string> FileSystem::read_first(const std::string& path, std::size_t bytes) const {
  auto all = read(path);
  if (all && all.value().size() > bytes) all.value().resize(bytes);
  return all;
}

std::optional<Failure> FileSystem::fill(const std::string& path, const Filler& filler) const {
  std::error_code error;
  const TemporaryFile file((fs::temp_directory_path(error) / "mingze").string());
  if (!file.made()) return failure(path, reason(errno));
  if (const auto wrong = filler(file.path())) return failure(path, {wrong->code, wrong->message});
  return write(path, [&](std::ostream& out) {
    std::ifstream in(file.path(), std::ios::binary);
    out << in.rdbuf();
  });
}

bool DiskFiles::is_special(const std::string& path) const {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return fs::is_symlink(path, error);
  return fs::exists(status) && !fs::is_regular_file(status);
}

Result<std::string> DiskFiles::read(const std::string& path) const {
  const bool standard_input = path == "-";
  if (!standard_input && kind(path) == PathKind::folder) return failure(path, reason(EISDIR));
  const int descriptor = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failure(path, reason(errno));
  std::string bytes;
  const bool complete = read_all(descriptor, bytes);
  const int error = errno;
  if (!standard_input) ::close(descriptor);
  if (!complete) return failure(path, reason(error));
  return bytes;
}

Result<std::string> DiskFiles::read_first(const std::string& path, std::size_t bytes) const {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::string out(bytes, '\0');
  in.read(out.data(), static_cast<std::streamsize>(bytes));
  if (in.bad() || !in.is_open()) return failure(path, reason(errno));
  out.resize(static_cast<std::size_t>(in.gcount()));
  return out;
}

Result<std::vector<std::string>> DiskFiles::list(const std::string& folder) const {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    names.push_back(at->path().filename().string());
  if (error) return failure(folder, reason(error.value()));
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<Failure> DiskFiles::write(const std::string& path, const Producer& produce) const {
  const auto fill_one = [&](const std::string& at) -> std::optional<Failure> {
    if (produce_into(at, produce)) return std::nullopt;
    return failure(path, reason(errno));
  };
  return can_be_replaced(path) ? fill(path, fill_one) : fill_one(path);
}

std::optional<Failure> DiskFiles::fill(const std::string& path, const Filler& filler) const {
  if (!can_be_replaced(path)) return FileSystem::fill(path, filler);
  const TemporaryFile beside(path);
  if (!beside.made()) return failure(path, reason_to_write(path, errno));
  struct stat old = {};
  const ::mode_t mode = ::stat(path.c_str(), &old) == 0 ? (old.st_mode & 0777U) : 0644U;
  ::chmod(beside.path().c_str(), mode);
  if (const auto wrong = filler(beside.path())) return failure(path, {wrong->code, wrong->message});
  if (std::rename(beside.path().c_str(), path.c_str()) == 0) return std::nullopt;
  return failure(path, reason(errno));
}

std::optional<Failure> FileSystem::make_folder(const std::string&) const { return std::nullopt; }

std::optional<Failure> DiskFiles::make_folder(const std::string& path) const {
  if (path.empty()) return std::nullopt;
  std::error_code error;
  fs::create_directories(path, error);
  if (error && kind(path) != PathKind::folder) return failure(path, reason(error.value()));
  return std::nullopt;
}

PathKind MemoryFiles::kind(const std::string& path) const {
  const std::string at = path == "-" ? path : normal_path(path);
  if (files_.contains(at)) return PathKind::file;
  const std::string prefix = at == "." ? "" : at + "/";
  const auto next = files_.lower_bound(prefix);
  return next != files_.end() && next->first.starts_with(prefix) ? PathKind::folder
                                                                 : PathKind::missing;
}

Result<std::string> MemoryFiles::read(const std::string& path) const {
  const auto found = files_.find(path == "-" ? path : normal_path(path));
  if (found == files_.end())
    return failure(path, reason(kind(path) == PathKind::folder ? EISDIR : ENOENT));
  return found->second;
}

Result<std::vector<std::string>> MemoryFiles::list(const std::string& folder) const {
  if (kind(folder) != PathKind::folder) return failure(folder, reason(ENOENT));
  const std::string at = normal_path(folder);
  const std::string prefix = at == "." ? "" : at + "/";
  std::vector<std::string> names;
  for (const auto& [path, bytes] : files_) {
    if (!path.starts_with(prefix)) continue;
    const std::string name =
        path.substr(prefix.size(), path.find('/', prefix.size()) - prefix.size());
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::optional<Failure> MemoryFiles::write(const std::string& path, const Producer& produce) const {
  std::ostringstream out;
  produce(out);
  files_[normal_path(path)] = out.str();
  return std::nullopt;
}

std::string join_path(const std::string& folder, const std::string& name) {
  if (folder.empty() || name.starts_with('/')) return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return {};
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string normal_path(const std::string& path) {
  std::string normal = fs::path(path).lexically_normal().generic_string();
  while (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal.empty() ? "." : normal;
}

}  // namespace mingze
