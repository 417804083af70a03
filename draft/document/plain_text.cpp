#include "draft/document/plain_text.hpp"

namespace mingze::draft {

Failure too_much_text(const std::string& name) {
  const std::string most = std::to_string(most_draft_text >> 20U);
  return {name,
          {"正文超过 " + most + " MiB，不像一份文稿；请分成几份再检查",
           "its text is more than " + most + " MiB, which no draft is; check it in parts"}};
}

}  // namespace mingze::draft
