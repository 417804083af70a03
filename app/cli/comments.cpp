#include "app/cli/comments.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>

#include "report/check_docx.hpp"
#include "report/diagnostics.hpp"

namespace mingze::app {

Copies commented_copies(const Context& context, const std::vector<std::string>& arguments,
                        const std::vector<std::string>& drafts) {
  const bool many = asks_for_many(context, arguments);
  std::vector<std::string> word;
  std::copy_if(
      drafts.begin(), drafts.end(), std::back_inserter(word),
      [&](const std::string& draft) { return !many || lower_extension(draft) == ".docx"; });
  if (word.empty() && !drafts.empty())
    throw WrongUsage{"not-a-docx",
                     {"这里没有 .docx 文稿：批注写在 Word 文稿里，.doc 和 .wps 先另存为 .docx",
                      "there is no .docx here: comments go into Word files; save .doc and .wps as "
                      ".docx first"}};
  const Copies copies = copies_of(context, arguments, word,
                                  {with_comments, "--format docx", {"批注稿", "commented copy"}});
  for (const auto& [draft, copy] : copies) demand_free(context, copy, many);
  return copies;
}

Exit write_comments(const Context& context, const report::CheckReport& report,
                    const Copies& copies) {
  Exit end = Exit::good;
  std::size_t written = 0;
  std::size_t comments = 0;
  std::size_t without = 0;
  for (const report::CheckedDraft& draft : report.drafts) {
    const auto copy = copies.find(draft.name == "<stdin>" ? "-" : draft.name);
    if (copy == copies.end()) {
      ++without;
      continue;
    }
    const auto bytes = report::commented_docx(draft, context.settings.language());
    if (!bytes) {
      tell(context, bytes.failure());
      end = Exit::wrong;
      continue;
    }
    if (write_copy(context, copy->second, bytes.value()) != Exit::good) {
      end = Exit::wrong;
      continue;
    }
    ++written;
    comments += draft.findings.size();
    const std::string count = std::to_string(draft.findings.size());
    tell_done(context, {"已写 " + copy->second + "：" + count + " 条批注",
                        copy->second + ": " + count + " comments"});
  }
  if (report.drafts.size() <= 1) return end;
  const std::string files = std::to_string(written);
  const std::string all = std::to_string(comments);
  const std::string other = std::to_string(without);
  tell_done(context,
            {"批注稿 " + files + " 份，批注 " + all + " 条" +
                 (without == 0 ? "" : "；另有 " + other + " 份不是 .docx，只检查，没有批注稿"),
             files + " copies, " + all + " comments" +
                 (without == 0 ? ""
                               : "; " + other +
                                     " other drafts are no .docx and have no "
                                     "copy")});
  return end;
}

}  // namespace mingze::app
