#include "app/session/repairs.hpp"

#include <algorithm>
#include <set>

#include "app/session/repair_picks.hpp"
#include "draft/document/decode.hpp"
#include "draft/word/revisions.hpp"

namespace mingze::app {

namespace {

using report::FileKind;
using report::LeftOut;
using report::Repair;

/// Whether both want to write at the same words, or put words in at one place.
bool collide(const Repair& a, const Repair& b) {
  for (const draft::Edit& one : a.edits)
    for (const draft::Edit& other : b.edits)
      if (one.words.begin == other.words.begin ||
          (one.words.begin < other.words.end && other.words.begin < one.words.end))
        return true;
  return false;
}

std::vector<draft::Edit> edits_of(const std::vector<Repair>& repairs) {
  std::vector<draft::Edit> out;
  for (const Repair& repair : repairs)
    for (const draft::Edit& edit : repair.edits)
      if (std::find(out.begin(), out.end(), edit) == out.end()) out.push_back(edit);
  std::sort(out.begin(), out.end(), [](const draft::Edit& a, const draft::Edit& b) {
    return std::pair(a.words.begin, a.words.end) < std::pair(b.words.begin, b.words.end);
  });
  return out;
}

/// Between these words and those; 0 where they meet.
std::uint32_t distance(draft::ByteRange a, draft::ByteRange b) {
  if (a.end < b.begin) return b.begin - a.end;
  return b.end < a.begin ? a.begin - b.end : 0;
}

class Repairing {
 public:
  Repairing(const report::CheckedDraft& draft, const std::string& author, const Recheck& recheck)
      : draft_(draft), author_(author), recheck_(recheck) {
    out_.draft = &draft;
  }

  Result<report::RepairReport> run(std::vector<Repair> repairs, std::vector<LeftOut> left_out) {
    out_.left_out = std::move(left_out);
    without_collisions(repairs);
    if (auto failure = write(0, candidates_.size())) return std::move(*failure);
    while (!out_.done.empty()) {
      auto bytes = written(out_.done);
      if (!bytes) return bytes.failure();
      out_.bytes = std::move(bytes.value());
      out_.copy = recheck_(out_.bytes);
      if (out_.copy == nullptr) return cannot_check();
      out_.match = matched(draft_, *out_.copy, edits_of(out_.done));
      if (!leave_out_what_harms()) break;
      out_.copy = nullptr;
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] Failure cannot_check() const {
    return {"copy-failed",
            draft_.name,
            {"修改稿重新检查时读不出来，所以没有写",
             "the repaired copy can't be read again, and was not written"}};
  }

  /// The same words twice are one change; of different ones for the same place the first stays.
  void without_collisions(std::vector<Repair>& repairs) {
    for (Repair& repair : repairs) {
      const auto other =
          std::find_if(candidates_.begin(), candidates_.end(), [&](const Repair& earlier) {
            return earlier.edits != repair.edits && collide(earlier, repair);
          });
      if (other == candidates_.end()) {
        candidates_.push_back(std::move(repair));
        continue;
      }
      leave_out(std::move(repair),
                {"与 " + other->handle + " 改的是同一处；先改那一处，再检查修改稿",
                 "it is at the same words as " + other->handle +
                     "; check the copy again after that one"});
    }
  }

  /// Candidates [begin, end) are done, besides those that are: all at once where that works, else
  /// in halves, so that the few that can't be written are found.
  std::optional<Failure> write(std::size_t begin, std::size_t end) {
    if (begin == end) return std::nullopt;
    std::vector<Repair> all = out_.done;
    all.insert(all.end(), candidates_.begin() + static_cast<std::ptrdiff_t>(begin),
               candidates_.begin() + static_cast<std::ptrdiff_t>(end));
    auto copy = written(all);
    if (copy) {
      out_.done = std::move(all);
      return std::nullopt;
    }
    if (draft_.kind != FileKind::word) return copy.failure();
    if (end - begin == 1) {
      leave_out(candidates_[begin], copy.failure().message);
      return std::nullopt;
    }
    const std::size_t middle = begin + (end - begin) / 2;
    if (auto failure = write(begin, middle)) return failure;
    return write(middle, end);
  }

  [[nodiscard]] Result<std::string> written(const std::vector<Repair>& repairs) const {
    const std::vector<draft::Edit> edits = edits_of(repairs);
    if (draft_.kind == FileKind::word)
      return draft::with_revisions(draft_.file, draft_.name, edits, author_);
    auto bytes = draft::encode(draft::applied(draft_.text->text(), edits), draft_.file);
    if (bytes) return std::move(*bytes);
    return Failure{"encoding-not-kept",
                   draft_.name,
                   {"按这份文稿的编码存不回去（Big5、UTF-32，或者字节不规范）；先另存为 "
                    "UTF-8，再 --fix",
                    "it can't be written back in its own encoding (Big5, UTF-32 or irregular "
                    "bytes); save it as UTF-8 first"}};
  }

  /// Leaves out the repairs that errors came of: those nearest to their words. Whether there were.
  bool leave_out_what_harms() {
    const std::vector<draft::Edit> edits = edits_of(out_.done);
    std::set<std::size_t> harmful;
    std::vector<Message> reasons(out_.done.size());
    for (const std::size_t appeared : out_.match.appeared) {
      const report::Finding& finding = out_.copy->findings[appeared];
      if (finding.severity != Severity::error) continue;
      const draft::ByteRange words =
          draft::before_edits({finding.span.begin, finding.span.end}, edits);
      const auto away = [&](const Repair& repair) {
        return distance({repair.span.begin, repair.span.end}, words);
      };
      const auto nearest =
          std::min_element(out_.done.begin(), out_.done.end(),
                           [&](const Repair& a, const Repair& b) { return away(a) < away(b); });
      const auto index = static_cast<std::size_t>(nearest - out_.done.begin());
      harmful.insert(index);
      reasons[index] = {"改了会出现新的错误：" + finding.message.zh,
                        "an error would come of it: " + finding.message.en};
    }
    for (auto index = harmful.rbegin(); index != harmful.rend(); ++index) {
      leave_out(std::move(out_.done[*index]), reasons[*index]);
      out_.done.erase(out_.done.begin() + static_cast<std::ptrdiff_t>(*index));
    }
    return !harmful.empty();
  }

  void leave_out(Repair repair, Message reason) {
    std::string handle = repair.handle;
    out_.left_out.push_back({std::move(handle), std::move(repair), std::move(reason)});
  }

  const report::CheckedDraft& draft_;
  const std::string& author_;
  const Recheck& recheck_;
  std::vector<Repair> candidates_;
  report::RepairReport out_;
};

}  // namespace

Result<report::RepairReport> repaired(const report::CheckedDraft& draft,
                                      const std::vector<RepairPick>& picks,
                                      const std::string& author, const Recheck& recheck) {
  if (draft.kind == FileKind::pdf)
    return Failure{"pdf-unchangeable",
                   draft.name,
                   {"PDF 改不了；改用它的 .docx 或 .txt 原件，没有的，可以把文字复制出来另存",
                    "a PDF can't be changed; take the .docx or .txt it was made from, or copy its "
                    "text into one"}};
  std::vector<LeftOut> left_out;
  auto repairs = picked_repairs(draft, picks, left_out);
  if (!repairs) return repairs.failure();
  return Repairing(draft, author, recheck).run(std::move(repairs.value()), std::move(left_out));
}

}  // namespace mingze::app
