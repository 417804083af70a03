// The text that a Word file made for a test is read as.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "draft/word/docx.hpp"
#include "tests/draft/word/word_file.hpp"

namespace mingze::draft {

inline std::string text_of(const WordFile& file, Revision revision = Revision::accepted) {
  const auto result = read_docx(file.bytes(), "a.docx", revision);
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.failure().message.en);
  return result.ok() ? result.value().text : std::string();
}

}  // namespace mingze::draft
