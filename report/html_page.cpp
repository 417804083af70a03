#include "report/html_page.hpp"

#include <ostream>

#include "report/layout.hpp"
#include "report/markup.hpp"

namespace mingze::report {

namespace {

std::uint32_t digit_of(char c) {
  return static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
}

std::string admitted(std::string_view what, const PageAsset& asset) {
  if (asset.text.empty()) return {};
  return "; " + std::string(what) + " 'sha256-" + base64_of_hex(asset.sha256) + "'";
}

}  // namespace

std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 6) {
    std::uint32_t bits = 0;  // of three bytes
    for (std::size_t i = at; i < at + 6; ++i)
      bits = bits << 4 | (i < hex.size() ? digit_of(hex[i]) : 0);
    const std::size_t used = std::min<std::size_t>(hex.size() - at, 6) / 2;
    for (std::size_t i = 0; i < 4; ++i)
      out += i <= used ? digits[bits >> (18 - 6 * i) & 0x3F] : '=';
  }
  return out;
}

void begin_page(std::ostream& out, const HtmlPage& page) {
  out << "<!DOCTYPE html>\n<html lang=\"" << in(page.language, "zh-CN", "en")
      << "\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"
      << admitted("style-src", page.style) << admitted("script-src", page.script)
      << "; base-uri 'none'; form-action 'none'\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << "<title>" << escaped(page.title) << "</title>\n<style>" << page.style.text
      << "</style>\n</head>\n<body>\n";
}

void end_page(std::ostream& out, const HtmlPage& page) {
  if (!page.script.text.empty()) out << "<script>" << page.script.text << "</script>\n";
  out << "</body>\n</html>\n";
}

}  // namespace mingze::report
