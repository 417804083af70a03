#include "draft/document/plain_text.hpp"

#include <algorithm>
#include <utility>

namespace mingze::draft {

bool is_too_much_text(std::string_view text) {
  return text.size() > most_draft_text ||
         std::cmp_greater(std::count(text.begin(), text.end(), '\n'), most_draft_lines);
}

Failure too_much_text(const std::string& name) {
  const std::string most = std::to_string(most_draft_text >> 20U);
  return {"draft-too-large",
          name,
          {"正文超过 " + most + " MiB 或者一百万行，不像一份文稿；可以分成几份再检查",
           "its text is more than " + most +
               " MiB or a million lines, as no draft's is; check it in parts"}};
}

}  // namespace mingze::draft
