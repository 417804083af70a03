#include "app/session/pdf_text.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include "app/session/process.hpp"
#include "draft/page/page_text.hpp"
#include "draft/page/rules.hpp"
#include "draft/page/words.hpp"

namespace mingze::app {

namespace {

// An exit code of pdftotext; others mean that it could not read the file.
constexpr int not_permitted = 3;

/// Why there is no text, or nothing.
Message fault_of(const Ended& ended) {
  switch (ended.how) {
    case Ended::How::not_there:
      return {"读 PDF 要用 pdftotext，这台机器上没有；请先安装：sudo apt install poppler-utils",
              "PDF files are read with pdftotext, which is not here; install it: sudo apt install "
              "poppler-utils"};
    case Ended::How::too_late:
    case Ended::How::too_much:
      return {"这个 PDF 读了一分钟还没读完，或者文字太多，不像一份文稿；请分成几份再检查",
              "this PDF is not read within a minute, or has more text than any draft; check it in "
              "parts"};
    case Ended::How::badly:
      if (ended.code == not_permitted)
        return {"这个 PDF 不许复制文字；请用原来的 Word 文稿检查",
                "this PDF does not allow its text to be copied; check the Word file it was made "
                "from"};
      return {"这个 PDF 打不开：已加密或者已损坏；请用原来的 Word 文稿，或者不加密的 PDF 检查",
              "this PDF cannot be opened: it is encrypted or damaged; check the Word file it was "
              "made from, or a PDF without a password"};
    case Ended::How::well:
      break;
  }
  return {};
}

Message without_text() {
  return {"这个 PDF 没有文字，只有图片（扫描件）；请用原来的 Word 文稿检查，或者先做文字识别",
          "this PDF has no text, only pictures (a scan); check the Word file it was made from, or "
          "have its text recognised first"};
}

/// Runs one of Poppler's programs on the file for what is left of the minute.
class Poppler {
 public:
  explicit Poppler(std::string_view bytes) : bytes_(bytes) {}

  Ended run(std::vector<std::string> command) const {
    Job job{std::move(command), std::string(bytes_)};
    job.most_memory = std::size_t{1} << 30;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end_ - std::chrono::steady_clock::now());
    job.limit = std::max(left, std::chrono::milliseconds(1));
    return run_job(job);
  }

 private:
  std::string_view bytes_;
  std::chrono::steady_clock::time_point end_ =
      std::chrono::steady_clock::now() + std::chrono::minutes(1);
};

// Pages in between are drawn with those around them: a start of the program costs as much.
constexpr std::size_t pages_between = 2;

/// The rules of the pages whose words stand in columns.
std::vector<draft::PageRules> rules_of(const Poppler& poppler,
                                       const std::vector<draft::Page>& pages) {
  std::vector<draft::PageRules> rules(pages.size());
  for (std::size_t first = 0; first < pages.size(); ++first) {
    if (!draft::has_columns(pages[first])) continue;
    std::size_t last = first;
    for (std::size_t i = first; i < pages.size() && i <= last + pages_between; ++i) {
      if (draft::has_columns(pages[i])) last = i;
    }
    const Ended drawn = poppler.run({"pdftocairo", "-q", "-svg", "-f", std::to_string(first + 1),
                                     "-l", std::to_string(last + 1), "-", "-"});
    if (drawn.how == Ended::How::well) {
      auto found = draft::read_rules(drawn.output);
      for (std::size_t i = 0; i < found.size() && first + i <= last; ++i)
        rules[first + i] = std::move(found[i]);
    }
    first = last;
  }
  return rules;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  if (bytes.starts_with("%PDF")) return true;
  // Some programs write bytes of their own before the head; no text holds a zero byte.
  const std::string_view start = bytes.substr(0, 1024);
  return start.find("%PDF-") != start.npos && start.find('\0') != start.npos;
}

Result<draft::PlainText> pdf_text(std::string_view bytes, const std::string& name) {
  const Poppler poppler(bytes);
  const Ended ended = poppler.run({"pdftotext", "-q", "-enc", "UTF-8", "-tsv", "-", "-"});
  const Message fault = fault_of(ended);
  if (!fault.empty()) return Failure{name, fault};
  const std::vector<draft::Page> pages = draft::read_words(ended.output);
  const bool has_words = std::any_of(pages.begin(), pages.end(),
                                     [](const draft::Page& page) { return !page.lines.empty(); });
  if (!has_words) return Failure{name, without_text()};
  return draft::text_of_pages(pages, rules_of(poppler, pages));
}

}  // namespace mingze::app
