#include "app/session/pdf_text.hpp"

#include <algorithm>

#include "app/session/process.hpp"
#include "draft/document/pages.hpp"
#include "engine/base/utf8.hpp"

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
      return {"这个 PDF 读了一分钟还没读完，或者正文超过 64 MiB，不像一份文稿；请分成几份再检查",
              "this PDF is not read within a minute, or has more than 64 MiB of text, as no draft "
              "does; check it in parts"};
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
  const bool has_text = std::any_of(ended.output.begin(), ended.output.end(),
                                    [](char c) { return static_cast<unsigned char>(c) > 0x20; });
  if (!has_text || first_invalid_utf8(ended.output))
    return {
        "这个 PDF 没有文字，只有图片（扫描件）；请用原来的 Word 文稿检查，或者先做文字识别",
        "this PDF has no text, only pictures (a scan); check the Word file it was made from, or "
        "have its text recognised first"};
  return {};
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  if (bytes.starts_with("%PDF")) return true;
  // Some programs write bytes of their own before the head; no text holds a zero byte.
  const std::string_view start = bytes.substr(0, 1024);
  return start.find("%PDF-") != start.npos && start.find('\0') != start.npos;
}

Result<std::string> pdf_text(std::string_view bytes, const std::string& name) {
  Job job{{"pdftotext", "-q", "-enc", "UTF-8", "-", "-"}, std::string(bytes)};
  job.most_memory = std::size_t{1} << 30;
  const Ended ended = run_job(job);
  const Message fault = fault_of(ended);
  if (!fault.empty()) return Failure{name, fault};
  return draft::joined_pages(ended.output);
}

}  // namespace mingze::app
