#include "report/check_docx.hpp"

#include <vector>

#include "draft/word/comments.hpp"

namespace mingze::report {

namespace {

std::vector<std::string> paragraphs_of(const Finding& finding, Language language) {
  const bool zh = language == Language::zh;
  const std::string title = title_of(finding.severity).in(language);
  std::vector<std::string> out;
  out.push_back((zh ? "【" + title + "】" : title + ": ") + finding.message.in(language));
  for (const RelatedPlace& related : finding.related)
    if (related.file.empty()) out.push_back(related.message.in(language));
  for (const Basis& basis : finding.basis)
    out.push_back((zh ? "依据：" : "Basis: ") + words_of(basis, language));
  for (const Suggestion& suggestion : finding.suggestions)
    out.push_back((zh ? "建议：" : "Help: ") + suggestion.message.in(language));
  return out;
}

}  // namespace

Result<std::string> commented_docx(const CheckedDraft& draft, Language language) {
  if (!draft::is_zip(draft.file)) {
    return Failure{
        "not-a-docx",
        draft.name,
        {"不是 Word 的 .docx，加不了批注；可以用 Word 或 WPS 另存为 .docx 再检查，或者去掉 "
         "--format docx",
         "this is no .docx, and can't have comments; save it as .docx with Word or WPS, or "
         "leave --format docx out"}};
  }
  std::vector<draft::MarginComment> comments;
  for (const Finding& finding : draft.findings) {
    const draft::ByteRange words = finding.span.valid()
                                       ? draft::ByteRange{finding.span.begin, finding.span.end}
                                       : draft::ByteRange{};
    comments.push_back({words, paragraphs_of(finding, language)});
  }
  const std::string author = language == Language::zh ? "明责" : "mingze";
  return draft::with_comments(draft.file, draft.name, comments, author, draft.revision);
}

}  // namespace mingze::report
