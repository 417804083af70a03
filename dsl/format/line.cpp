#include "dsl/format/line.hpp"

#include "dsl/ast/characters.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::dsl {

namespace {

std::string between(const std::string& text, Quote quote) {
  std::string out;
  append_utf8(out, opening_mark(quote));
  out += text;
  append_utf8(out, closing_mark(quote));
  return out;
}

bool holds(const std::string& text, Quote quote) {
  std::string partner;
  append_utf8(partner, closing_mark(quote));
  return text.find(partner) != std::string::npos;
}

}  // namespace

std::string quoted(const Word& word) {
  if (word.quote != Quote::none) return between(word.text, word.quote);
  for (const Quote quote : {Quote::ascii, Quote::curly, Quote::corner, Quote::title})
    if (!holds(word.text, quote)) return between(word.text, quote);
  return between(word.text, Quote::ascii);
}

void Layout::keyword(Keyword keyword, Keyword widest) {
  const std::string_view text = spelling(keyword, language_);
  part(text);
  const std::size_t width = display_width(spelling(widest, language_));
  lines_.back().text.append(width - display_width(text), ' ');
}

void Layout::word(const Word& word) {
  const bool apart = word.form == Form::string || word.form == Form::comparison;
  const std::string text = word.form == Form::string ? quoted(word) : word.text;
  if (apart && dotted_)
    lines_.back().text += text;
  else
    part(text);
  dotted_ = !apart && text.ends_with('.');
}

void Layout::sign(std::string_view sign) {
  if (dotted_)
    lines_.back().text += sign;
  else
    part(sign);
  dotted_ = false;
}

void Layout::list_comma() {
  lines_.back().text += language_ == Language::zh ? "、" : ",";
  no_space_ = language_ == Language::zh;
  dotted_ = false;
}

void Layout::comma() {
  lines_.back().text += language_ == Language::zh ? "，" : ",";
  no_space_ = language_ == Language::zh;
  dotted_ = false;
}

void Layout::new_line(std::uint32_t anchor) {
  end_dotted_word();
  lines_.push_back({"  ", anchor});
  no_space_ = true;
}

bool too_wide(const Line& line) { return display_width(line.text) > 100; }

void Layout::part(std::string_view text) {
  end_dotted_word();
  if (!no_space_) lines_.back().text += ' ';
  no_space_ = false;
  lines_.back().text += text;
}

void Layout::end_dotted_word() {
  if (dotted_) comma();
}

}  // namespace mingze::dsl
