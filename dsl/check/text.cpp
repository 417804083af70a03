#include "dsl/check/text.hpp"

#include "dsl/ast/characters.hpp"
#include "dsl/check/template.hpp"

namespace mingze::dsl {

namespace {

void bad_message(const Word& text, std::size_t begin, std::size_t end, Diagnostics& diagnostics) {
  diagnostics.push_back({.code = "bad-message",
                         .message = {"花括号里要写一个变量，如 {D}，并且成对",
                                     "braces hold a variable, like {D}, and "
                                     "come in pairs"},
                         .span = span_within(text, begin, end)});
}

std::string_view trim(std::string_view text, std::size_t& begin) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  begin += first;
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::vector<WrittenText> read_text(const Word& text, Diagnostics& diagnostics) {
  std::vector<WrittenText> pieces;
  const std::string_view all = text.text;
  const auto add = [&](bool is_variable, std::string_view piece, std::size_t begin) {
    pieces.push_back({is_variable,
                      {.text = std::string(piece),
                       .form = is_variable ? form_of(piece) : Form::string,
                       .span = span_within(text, begin, begin + piece.size())}});
  };
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t brace = std::min(all.find_first_of("{}", at), all.size());
    if (brace > at) add(false, all.substr(at, brace - at), at);
    if (brace == all.size()) break;
    const std::size_t close = all[brace] == '{' ? all.find_first_of("{}", brace + 1) : brace;
    if (close == std::string_view::npos || all[brace] == '}' || all[close] == '{') {
      bad_message(text, brace, brace + 1, diagnostics);
      at = brace + 1;
      continue;
    }
    std::size_t begin = brace + 1;
    const std::string_view name = trim(all.substr(begin, close - begin), begin);
    if (name.empty())
      bad_message(text, brace, close + 1, diagnostics);
    else
      add(true, name, begin);
    at = close + 1;
  }
  return pieces;
}

}  // namespace mingze::dsl
