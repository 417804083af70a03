#include "app/session/check_again.hpp"

#include <utility>

namespace mingze::app {

struct CheckAgain::Run {
  /// The files of another, one of them with other bytes.
  class FilesWithOther final : public FileSystem {
   public:
    FilesWithOther(const FileSystem& files, std::string path, std::string bytes)
        : files_(files), path_(std::move(path)), bytes_(std::move(bytes)) {}

    PathKind kind(const std::string& path) const override {
      return path == path_ ? PathKind::file : files_.kind(path);
    }
    bool is_special(const std::string& path) const override { return files_.is_special(path); }
    Result<std::string> read(const std::string& path) const override {
      return path == path_ ? Result<std::string>(bytes_) : files_.read(path);
    }
    Result<std::vector<std::string>> list(const std::string& folder) const override {
      return files_.list(folder);
    }
    std::optional<Failure> write(const std::string& path, const Producer& produce) const override {
      return files_.write(path, produce);
    }

   private:
    const FileSystem& files_;
    std::string path_;
    std::string bytes_;
  };

  Run(const FileSystem& all, const Packs& packs, const std::string& path, std::string bytes)
      : files(all, path, std::move(bytes)), workspace(files, packs) {}

  FilesWithOther files;
  Workspace workspace;
  std::unique_ptr<Prepared> prepared;
  report::CheckReport report;
};

CheckAgain::CheckAgain(const FileSystem& files, const Packs& packs, Inputs inputs,
                       CheckOptions options)
    : files_(files), packs_(packs), inputs_(std::move(inputs)), options_(std::move(options)) {}

CheckAgain::~CheckAgain() = default;

const report::CheckedDraft* CheckAgain::operator()(std::string bytes) {
  run_ = std::make_unique<Run>(files_, packs_, options_.drafts.front(), std::move(bytes));
  run_->workspace.load(inputs_);
  run_->prepared = prepare(run_->workspace, inputs_, inputs_.as_of, true);
  if (!run_->prepared || run_->workspace.problems().fatal()) return nullptr;
  run_->report = check_drafts(run_->workspace, *run_->prepared, options_);
  return run_->report.drafts.empty() ? nullptr : &run_->report.drafts.front();
}

}  // namespace mingze::app
