#include "app/session/draft_text.hpp"

#include <utility>

#include "app/session/pdf_text.hpp"
#include "draft/document/decode.hpp"

namespace mingze::app {

Result<draft::PlainText> draft_text(std::string_view bytes, const std::string& name,
                                    draft::Revision revision) {
  if (draft::is_zip(bytes)) return draft::read_docx(bytes, name, revision);
  if (is_pdf(bytes)) {
    auto text = pdf_text(bytes, name);
    if (!text) return text.failure();
    return draft::PlainText{std::move(text.value()), {}};
  }
  auto text = draft::decode(bytes, name);
  if (!text) return text.failure();
  return draft::PlainText{std::move(text.value()), {}};
}

}  // namespace mingze::app
