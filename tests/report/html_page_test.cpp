#include "report/html_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "report/markup.hpp"

namespace mingze::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page(const HtmlPage& page) {
  std::ostringstream out;
  begin_page(out, page);
  end_page(out, page);
  return out.str();
}

TEST(HtmlPage, DigestsAreWrittenInBase64) {
  EXPECT_EQ(base64_of_hex(""), "");
  EXPECT_EQ(base64_of_hex("66"), "Zg==");
  EXPECT_EQ(base64_of_hex("666f"), "Zm8=");
  EXPECT_EQ(base64_of_hex("666f6f"), "Zm9v");
  EXPECT_EQ(base64_of_hex("666F6F62"), "Zm9vYg==");
  EXPECT_EQ(base64_of_hex("fbff00"), "+/8A");
}

TEST(HtmlPage, ThePolicyAdmitsWhatIsBuiltInAlone) {
  const std::string html = page({"t", Language::zh, {"p {}", "666f6f"}, {"f()", "666f"}});
  EXPECT_THAT(html, HasSubstr("content=\"default-src 'none'; style-src 'sha256-Zm9v'; script-src "
                              "'sha256-Zm8='; base-uri 'none'; form-action 'none'\">"));
  EXPECT_THAT(html, HasSubstr("<style>p {}</style>"));
  EXPECT_THAT(html, HasSubstr("<script>f()</script>"));
  const std::string bare = page({"t", Language::en, {"p {}", "666f6f"}});
  EXPECT_THAT(bare, Not(HasSubstr("script")));
}

TEST(HtmlPage, TheTitleIsText) {
  EXPECT_THAT(page({"</title><b>", Language::zh, {}}),
              HasSubstr("<title>&lt;/title&gt;&lt;b&gt;</title>"));
}

TEST(HtmlPage, WhatIsBuiltInAsksForNothingAndEndsNoElement) {
  for (const PageAsset& asset : {handbook_style(), check_style(), check_script()}) {
    const std::string text(asset.text);
    ASSERT_FALSE(text.empty());
    EXPECT_EQ(asset.sha256.size(), 64U);
    for (const char* never : {"</", "<!--", "url(", "@import", "://", "innerHTML", "eval("})
      EXPECT_THAT(text, Not(HasSubstr(never)));
  }
}

TEST(Markup, NothingInATextIsReadAsMarkup) {
  EXPECT_EQ(escaped("</script><a b=\"c\" d='e'>&amp;"),
            "&lt;/script&gt;&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;");
  EXPECT_EQ(escaped("甲\n乙"), "甲\n乙");
  EXPECT_THAT(escaped(std::string("a\0b\x1b[0m", 7)), Not(HasSubstr("\x1b")));
  EXPECT_THAT(escaped("a\u202eb"), Not(HasSubstr("\u202e"))) << "would reorder what follows";
}

}  // namespace
}  // namespace mingze::report
