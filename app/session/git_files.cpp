#include "app/session/git_files.hpp"

#include <filesystem>
#include <string_view>

#include "app/session/process.hpp"

namespace mingze::app {

namespace {

constexpr std::string_view scheme = "git:";

/// What git says, without the line break at its end.
Result<std::string> git(const std::string& folder, const std::vector<std::string>& arguments,
                        const std::string& subject, const std::string& code,
                        const Message& otherwise) {
  Job job{{"git", "-C", folder.empty() ? "." : folder}, {}};
  job.command.insert(job.command.end(), arguments.begin(), arguments.end());
  Ended ended = run_job(job);
  switch (ended.how) {
    case Ended::How::well:
      return std::move(ended.output);
    case Ended::How::not_there:
      return Failure{"git-missing",
                     subject,
                     {"需要 git，但找不到它；应当先安装 git",
                      "git is needed and not to be found; install it"}};
    case Ended::How::too_late:
    case Ended::How::too_much:
      return Failure{
          "git-failed", subject, {"git 没有在限度内答复", "git did not answer within its limits"}};
    case Ended::How::badly:
      break;
  }
  return Failure{code, subject, otherwise};
}

std::string line(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

std::string folder_to_ask(const FileSystem& files, const std::string& path) {
  return files.kind(path) == PathKind::folder ? path : folder_of(path);
}

}  // namespace

std::optional<GitName> git_name(const std::string& name) {
  if (!name.starts_with(scheme)) return std::nullopt;
  const std::string rest = name.substr(scheme.size());
  const std::size_t colon = rest.find(':');
  if (colon == std::string::npos) return GitName{rest, ""};
  return GitName{rest.substr(0, colon), rest.substr(colon + 1)};
}

Result<std::unique_ptr<GitFiles>> GitFiles::open(const FileSystem& files,
                                                 const std::string& revision,
                                                 const std::string& beside) {
  const std::string folder = folder_to_ask(files, beside);
  const std::string subject = std::string(scheme) + revision;
  std::unique_ptr<GitFiles> out(new GitFiles(files, revision));
  const auto top = git(folder, {"rev-parse", "--show-toplevel"}, subject, "no-repository",
                       {"这里不在 git 仓库里", "this is no git repository"});
  if (!top) return top.failure();
  out->top_ = line(top.value());
  const auto commit =
      git(folder, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"},
          subject, "unknown-revision",
          {"仓库里没有这个版本；可以是分支、标签或提交号",
           "the repository has no such revision: a branch, a tag or a commit"});
  if (!commit) return commit.failure();
  const auto tree = git(out->top_, {"ls-tree", "-r", "-z", line(commit.value())}, subject,
                        "git-failed", {"无法读取这个版本", "the revision can't be read"});
  if (!tree) return tree.failure();
  std::string_view rest = tree.value();
  while (!rest.empty()) {
    // MODE TYPE OBJECT<tab>PATH<nul>
    const std::string_view entry = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    const std::size_t tab = entry.find('\t');
    if (tab == std::string_view::npos || !entry.starts_with("100")) continue;  // links, modules
    const std::size_t object = entry.rfind(' ', tab);
    const std::string path(entry.substr(tab + 1));
    out->blobs_[path] = std::string(entry.substr(object + 1, tab - object - 1));
    for (std::string above = folder_of(path); !above.empty(); above = folder_of(above))
      out->folders_.insert(above);
  }
  return out;
}

Result<std::string> GitFiles::path_of(const std::string& path) const {
  std::error_code error;
  const auto here = std::filesystem::weakly_canonical(
      std::filesystem::absolute(path.empty() ? "." : path, error), error);
  const auto top = std::filesystem::weakly_canonical(top_, error);
  const std::string relative = here.lexically_relative(top).generic_string();
  if (relative.empty() || relative.starts_with(".."))
    return Failure{"outside-repository",
                   path,
                   {"不在仓库 " + top_ + " 里", "lies outside of the repository " + top_}};
  const std::string out = relative == "." ? "" : relative;
  if (!out.empty() && !blobs_.contains(out) && !folders_.contains(out))
    return Failure{
        "not-in-revision", prefix_ + out, {"这个版本里没有它", "the revision does not have it"}};
  return out.empty() ? prefix_.substr(0, prefix_.size() - 1) : prefix_ + out;
}

std::optional<std::string> GitFiles::inside(const std::string& path) const {
  const std::string normal = normal_path(path);
  if (normal + "/" == prefix_) return "";
  if (!normal.starts_with(prefix_)) return std::nullopt;
  return normal.substr(prefix_.size());
}

PathKind GitFiles::kind(const std::string& path) const {
  const auto name = inside(path);
  if (!name) return files_.kind(path);
  if (blobs_.contains(*name)) return PathKind::file;
  return name->empty() || folders_.contains(*name) ? PathKind::folder : PathKind::missing;
}

bool GitFiles::is_special(const std::string& path) const {
  return !inside(path) && files_.is_special(path);
}

Result<std::string> GitFiles::read(const std::string& path) const {
  const auto name = inside(path);
  if (!name) return files_.read(path);
  const auto blob = blobs_.find(*name);
  if (blob == blobs_.end())
    return Failure{"not-in-revision", path, {"这个版本里没有它", "the revision does not have it"}};
  return git(top_, {"cat-file", "blob", blob->second}, path, "git-failed",
             {"无法读取", "it can't be read"});
}

Result<std::vector<std::string>> GitFiles::list(const std::string& folder) const {
  const auto name = inside(folder);
  if (!name) return files_.list(folder);
  const std::string start = name->empty() ? "" : *name + "/";
  std::set<std::string> names;
  for (const auto& [path, blob] : blobs_)
    if (path.starts_with(start)) {
      const std::size_t end = path.find('/', start.size());
      names.insert(path.substr(start.size(), end == std::string::npos ? end : end - start.size()));
    }
  return std::vector<std::string>(names.begin(), names.end());
}

std::optional<Failure> GitFiles::write(const std::string& path, const Producer& produce) const {
  return files_.write(path, produce);
}

}  // namespace mingze::app
