#include "app/session/draft_text.hpp"

#include <utility>

#include "app/session/pdf_text.hpp"
#include "draft/document/decode.hpp"

namespace mingze::app {

report::FileKind kind_of(std::string_view bytes) {
  if (draft::is_zip(bytes)) return report::FileKind::word;
  return is_pdf(bytes) ? report::FileKind::pdf : report::FileKind::text;
}

Result<draft::PlainText> draft_text(std::string_view bytes, const std::string& name,
                                    draft::Revision revision) {
  const report::FileKind kind = kind_of(bytes);
  if (kind == report::FileKind::word) {
    auto word = draft::read_docx(bytes, name, revision);
    if (word && draft::is_too_much_text(word.value().text)) return draft::too_much_text(name);
    return word;
  }
  if (kind == report::FileKind::pdf) {
    auto text = pdf_text(bytes, name);
    if (text && draft::is_too_much_text(text.value().text)) return draft::too_much_text(name);
    return text;
  }
  // Half of it at most is lost where UTF-16 becomes UTF-8.
  if (bytes.size() / 2 > draft::most_draft_text) return draft::too_much_text(name);
  auto text = draft::decode(bytes, name);
  if (!text) return text.failure();
  if (draft::is_too_much_text(text.value())) return draft::too_much_text(name);
  return draft::PlainText{std::move(text.value()), {}};
}

}  // namespace mingze::app
