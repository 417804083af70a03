#include "dsl/check/template.hpp"

#include <fmt/format.h>

#include "dsl/ast/characters.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::dsl {

namespace {

/// Reads one template from left to right.
class TemplateReader {
 public:
  TemplateReader(const Word& text, Diagnostics& diagnostics)
      : source_(text), text_(text.text), diagnostics_(diagnostics) {
    written_.span = text.span;
  }

  WrittenTemplate read() {
    while (at_ < text_.size()) step();
    end_word();
    return std::move(written_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '{') return read_slot();
    if (c == '}') return fail(at_, at_ + 1, "“}”前面没有“{”", "\"}\" without a \"{\" before it");
    const CodePoint point = decode_at(text_, at_);
    switch (classify(point.value)) {
      case Character::word:
        if (c == '.' && ends_statement(at_ + 1)) return punctuation(1);
        if (word_begin_ == none) word_begin_ = at_;
        at_ += point.bytes;
        return;
      case Character::space:
      case Character::line_end:
        end_word();
        at_ += point.bytes;
        return;
      case Character::less:
      case Character::greater:
      case Character::equals:
        return read_comparison(point);
      default:
        return punctuation(point.bytes);
    }
  }

  /// An ASCII full stop before white space or the end would end the sentence.
  [[nodiscard]] bool ends_statement(std::size_t after) const {
    if (after >= text_.size()) return true;
    const Character next = classify(decode_at(text_, after).value);
    return next == Character::space || next == Character::line_end;
  }

  void end_word() {
    if (word_begin_ == none) return;
    add_word(word_begin_, at_, text_.substr(word_begin_, at_ - word_begin_));
    word_begin_ = none;
  }

  void add_word(std::size_t begin, std::size_t end, std::string_view text,
                bool comparison = false) {
    const Form form = comparison ? Form::comparison : form_of(text);
    written_.pieces.push_back(
        {{.text = std::string(text), .form = form, .span = span_within(source_, begin, end)}, {}});
  }

  void read_comparison(const CodePoint& point) {
    end_word();
    const std::size_t begin = at_;
    const Character sign = classify(point.value);
    std::string folded = sign == Character::less ? "<" : sign == Character::greater ? ">" : "=";
    at_ += point.bytes;
    if (sign != Character::equals && at_ < text_.size()) {
      const CodePoint next = decode_at(text_, at_);
      if (classify(next.value) == Character::equals) {
        folded += '=';
        at_ += next.bytes;
      }
    }
    add_word(begin, at_, folded, true);
  }

  void read_slot() {
    end_word();
    const std::size_t begin = at_;
    const std::size_t close = text_.find_first_of("{}", at_ + 1);
    if (close == std::string_view::npos || text_[close] == '{')
      return fail(at_, at_ + 1, "“{”没有对应的“}”", "\"{\" without its \"}\"");
    at_ = close + 1;
    WrittenSlot slot;
    slot.span = span_within(source_, begin, at_);
    const std::size_t colon = find_colon(begin + 1, close);
    const bool with_role = colon < close;
    const std::size_t after = with_role ? colon + decode_at(text_, colon).bytes : begin + 1;
    if (with_role) slot.role = trimmed(begin + 1, colon);
    slot.kind = trimmed(after, close);
    if (slot.kind.text.empty() || (with_role && slot.role.text.empty()) ||
        !one_word(slot.kind.text) || !one_word(slot.role.text))
      return fail(begin, at_, "空位应写成 {类别} 或 {角色: 类别}",
                  "a slot is written {kind} or {role: kind}");
    written_.pieces.push_back({{}, static_cast<std::uint32_t>(written_.slots.size())});
    written_.slots.push_back(std::move(slot));
  }

  [[nodiscard]] std::size_t find_colon(std::size_t at, std::size_t end) const {
    while (at < end) {
      const CodePoint point = decode_at(text_, at);
      if (point.value == U':' || point.value == U'：') return at;
      at += point.bytes;
    }
    return end;
  }

  [[nodiscard]] Word trimmed(std::size_t begin, std::size_t end) const {
    while (begin < end) {
      const CodePoint point = decode_at(text_, begin);
      if (classify(point.value) != Character::space) break;
      begin += point.bytes;
    }
    std::size_t last = begin;
    for (std::size_t at = begin; at < end;) {
      const CodePoint point = decode_at(text_, at);
      at += point.bytes;
      if (classify(point.value) != Character::space) last = at;
    }
    return {.text = std::string(text_.substr(begin, last - begin)),
            .span = span_within(source_, begin, last)};
  }

  [[nodiscard]] static bool one_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode_at(text, at);
      if (classify(point.value) != Character::word) return false;
      at += point.bytes;
    }
    return true;
  }

  void punctuation(std::size_t bytes) {
    end_word();
    const std::string mark(text_.substr(at_, bytes));
    fail(at_, at_ + bytes, fmt::format("句式里不能有标点“{}”：句子里的标点不算词", mark),
         fmt::format("a template can't hold the mark \"{}\": punctuation is no word of a sentence",
                     mark));
  }

  void fail(std::size_t begin, std::size_t end, std::string zh, std::string en) {
    if (written_.sound)
      diagnostics_.push_back({.code = "bad-template",
                              .message = {std::move(zh), std::move(en)},
                              .span = span_within(source_, begin, end)});
    written_.sound = false;
    if (at_ < end) at_ = end;
  }

  static constexpr std::size_t none = std::string_view::npos;
  const Word& source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  WrittenTemplate written_;
  std::size_t at_ = 0;
  std::size_t word_begin_ = none;
};

}  // namespace

Span span_within(const Word& text, std::size_t begin, std::size_t end) {
  // Both quotes have the same number of bytes.
  const std::uint32_t quotes =
      text.span.size() > text.text.size()
          ? static_cast<std::uint32_t>(text.span.size() - text.text.size()) / 2
          : 0;
  const std::uint32_t start = text.span.begin + quotes;
  return {text.span.source, start + static_cast<std::uint32_t>(begin),
          start + static_cast<std::uint32_t>(end)};
}

WrittenTemplate read_template(const Word& text, Diagnostics& diagnostics) {
  return TemplateReader(text, diagnostics).read();
}

}  // namespace mingze::dsl
