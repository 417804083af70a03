#include "app/session/draft_files.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "app/session/copy_names.hpp"
#include "app/session/local_files.hpp"

namespace mingze::app {

namespace {

constexpr std::array<std::string_view, 4> endings{".docx", ".pdf", ".txt", ".md"};

bool ends_like_draft(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

/// Whether the draft that a copy of this name would be of stands beside it; names are sorted.
bool is_copy(const std::string& name, const std::vector<std::string>& beside) {
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  const std::string stem = name.substr(0, dot);
  for (const CopySuffix& suffix : copy_suffixes)
    for (const Language language : {Language::zh, Language::en}) {
      const std::string end = suffix.in(language);
      if (!stem.ends_with(end) || stem.size() == end.size()) continue;
      const std::string draft = stem.substr(0, stem.size() - end.size()) + name.substr(dot);
      if (std::binary_search(beside.begin(), beside.end(), draft)) return true;
    }
  return false;
}

class Walk {
 public:
  Walk(const FileSystem& files, const std::vector<std::string>& others) : files_(files) {
    for (const std::string& other : others) others_.insert(normal_path(other));
  }

  void take(const std::string& path) {
    if (path == "-" || files_.kind(path) != PathKind::folder) return add(path);
    const std::size_t before = out_.paths.size() + out_.failures.size() + known_;
    walk(path);
    if (out_.paths.size() + out_.failures.size() + known_ == before)
      out_.failures.push_back({"no-drafts",
                               path,
                               {"文件夹里没有可以检查的文稿（.docx、.pdf、.txt、.md）",
                                "this folder holds no draft (.docx, .pdf, .txt, .md)"}});
  }

  DraftFiles result() { return std::move(out_); }

 private:
  void add(const std::string& path) {
    if (seen_.insert(normal_path(path)).second)
      out_.paths.push_back(path);
    else
      ++known_;
  }

  /// Depth first, without recursion: folders may be nested as deep as a path is long.
  void walk(const std::string& folder) {
    std::vector<std::string> open{folder};
    while (!open.empty()) {
      const std::string path = open.back();
      open.pop_back();
      if (files_.kind(path) != PathKind::folder) {
        add(path);
        continue;
      }
      const auto names = files_.list(path);
      if (!names) {
        out_.failures.push_back(names.failure());
        continue;
      }
      for (auto name = names.value().rbegin(); name != names.value().rend(); ++name)
        if (const std::string inner = join_path(path, *name);
            is_wanted(*name, inner, names.value()))
          open.push_back(inner);
    }
  }

  bool is_wanted(const std::string& name, const std::string& path,
                 const std::vector<std::string>& beside) {
    const std::vector<std::string>& settings = local_file_names();
    const bool is_settings = std::find(settings.begin(), settings.end(), name) != settings.end();
    if (is_settings || others_.contains(normal_path(path))) return false;
    report::PassedOver& passed = out_.passed_over;
    std::uint64_t* reason = nullptr;
    if (name.starts_with('.'))
      reason = &passed.hidden;
    else if (name.starts_with("~$"))
      reason = &passed.locks;
    else if (is_copy(name, beside))
      reason = &passed.copies;
    else if (files_.is_special(path))
      reason = &passed.special;
    else if (files_.kind(path) != PathKind::folder && !ends_like_draft(name))
      reason = &passed.other_types;
    if (reason != nullptr) ++*reason;
    return reason == nullptr;
  }

  const FileSystem& files_;
  DraftFiles out_;
  std::set<std::string> others_;
  std::set<std::string> seen_;
  std::size_t known_ = 0;  // named again
};

}  // namespace

DraftFiles draft_files(const FileSystem& files, const std::vector<std::string>& paths,
                       const std::vector<std::string>& others) {
  Walk walk(files, others);
  for (const std::string& path : paths) walk.take(path);
  return walk.result();
}

}  // namespace mingze::app
