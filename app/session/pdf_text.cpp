#include "app/session/pdf_text.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <sstream>
#include <vector>

#include "app/session/process.hpp"
#include "draft/page/page_text.hpp"
#include "draft/page/rules.hpp"
#include "draft/page/words.hpp"

namespace mingze::app {

namespace {

// An exit code of pdftotext; others mean that it could not read the file.
constexpr int not_permitted = 3;

/// Poppler tells so before it exits, or ends by a signal, without a code.
bool is_out_of_memory(const Ended& ended) {
  return ended.error.find("bad_alloc") != ended.error.npos ||
         ended.error.find("Out of memory") != ended.error.npos;
}

/// Why there is no text, or nothing.
std::optional<Failure> fault_of(const Ended& ended, std::string_view bytes,
                                const std::string& name) {
  switch (ended.how) {
    case Ended::How::not_there:
      return Failure{
          "poppler-missing",
          name,
          {"读 PDF 要用 pdftotext，这台机器上没有；可以先安装：sudo apt install poppler-utils",
           "PDF files are read with pdftotext, which is not here; install it: sudo apt install "
           "poppler-utils"}};
    case Ended::How::too_late:
      return Failure{
          "draft-too-large",
          name,
          {"这个 PDF 读了一分钟还没读完；可以分成几份再检查，或者用原来的 Word 文稿检查",
           "this PDF is not read within a minute; check it in parts, or check the Word file it "
           "was made from"}};
    case Ended::How::too_much:
      return Failure{"draft-too-large",
                     name,
                     {"这个 PDF 的文字太多，不像一份文稿；可以分成几份再检查",
                      "this PDF has more text than any draft; check it in parts"}};
    case Ended::How::badly:
      if (ended.code == not_permitted)
        return Failure{
            "copying-forbidden",
            name,
            {"这个 PDF 不许复制文字；改用原来的 Word 文稿检查",
             "this PDF does not allow its text to be copied; check the Word file it was made "
             "from"}};
      if (is_out_of_memory(ended))
        return Failure{"draft-too-large",
                       name,
                       {"这个 PDF 太大，1 GiB 内存读不下；可以分成几份再检查",
                        "this PDF cannot be read within 1 GiB of memory; check it in parts"}};
      // The dictionary that names the encryption is itself never encrypted.
      if (bytes.find("/Encrypt") != bytes.npos)
        return Failure{
            "file-encrypted",
            name,
            {"这个 PDF 要密码才能打开；改用原来的 Word 文稿检查，或者去掉密码另存一份再检查",
             "this PDF opens with a password only; check the Word file it was made from, or a "
             "copy saved without the password"}};
      return Failure{
          "file-damaged",
          name,
          {"这个 PDF 打不开：已损坏，或者没有传完；可以重新取一份，或者用原来的 Word 文稿检查",
           "this PDF cannot be opened: it is damaged or incomplete; fetch it again, or check "
           "the Word file it was made from"}};
    case Ended::How::well:
      break;
  }
  return {};
}

Message without_text() {
  return {"这个 PDF 没有文字，只有图片（扫描件）；改用原来的 Word 文稿检查，或者先做文字识别",
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

// Smaller pictures, in dots a side, are seals and signs and not pages that were scanned.
constexpr int smallest_scan = 600;

/// Whether a picture as large as a scanned page stands among pictures as `pdfimages -list` tells
/// them: page, number, type, width, height and more, in columns.
bool has_scan(const std::string& list) {
  std::istringstream lines(list);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    std::string page;
    std::string number;
    std::string type;
    int width = 0;
    int height = 0;
    if (fields >> page >> number >> type >> width >> height && type == "image" &&
        width >= smallest_scan && height >= smallest_scan)
      return true;
  }
  return false;
}

// More pages without words are not looked at: a start of the program for each takes its time.
constexpr std::size_t most_pages_looked_at = 50;

/// The numbers of pages that are pictures alone.
std::vector<std::size_t> scans_of(const Poppler& poppler, const std::vector<draft::Page>& pages) {
  std::vector<std::size_t> scans;
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < pages.size() && looked_at < most_pages_looked_at; ++i) {
    if (!pages[i].lines.empty()) continue;
    ++looked_at;
    const std::string page = std::to_string(i + 1);
    const Ended listed = poppler.run({"pdfimages", "-list", "-f", page, "-l", page, "-"});
    if (listed.how == Ended::How::well && has_scan(listed.output)) scans.push_back(i + 1);
  }
  return scans;
}

Message scanned_pages(const std::vector<std::size_t>& pages) {
  std::string zh;
  std::string en;
  for (const std::size_t page : pages) {
    zh += (zh.empty() ? "" : "、") + std::to_string(page);
    en += (en.empty() ? "" : ", ") + std::to_string(page);
  }
  return {"第 " + zh + " 页只有图片（扫描件），没有读；改用原来的 Word 文稿检查，或者先做文字识别",
          "pages that are pictures alone (scans) were not read: " + en +
              "; check the Word file it was made from, or have their text recognised first"};
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
  if (auto fault = fault_of(ended, bytes, name)) return std::move(*fault);
  const std::vector<draft::Page> pages = draft::read_words(ended.output);
  const bool has_words = std::any_of(pages.begin(), pages.end(),
                                     [](const draft::Page& page) { return !page.lines.empty(); });
  if (!has_words) return Failure{"pdf-without-text", name, without_text()};
  draft::PlainText text = draft::text_of_pages(pages, rules_of(poppler, pages));
  const std::vector<std::size_t> scans = scans_of(poppler, pages);
  if (!scans.empty()) text.unread.push_back(scanned_pages(scans));
  return text;
}

}  // namespace mingze::app
