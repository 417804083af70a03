#include "dsl/lower/lost.hpp"

#include <algorithm>
#include <set>

#include "dsl/ast/characters.hpp"
#include "dsl/ast/keywords.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::dsl {

namespace {

/// The stretch around a place that no statement covers.
Span gap_around(const Module& module, std::uint32_t place, std::uint32_t size) {
  Span gap{module.source, 0, size};
  const auto& all = module.statements;
  const auto after = std::partition_point(all.begin(), all.end(), [&](const Statement& statement) {
    return statement.span.end <= place;
  });
  if (after != all.begin()) gap.begin = std::prev(after)->span.end;
  if (after != all.end() && after->span.begin >= place) gap.end = after->span.begin;
  return gap;
}

bool ends_word(char32_t c) { return classify(c) != Character::word || c == '{' || c == '}'; }

class LostWords {
 public:
  LostWords(Vocabulary& vocabulary, std::string_view text) : vocabulary_(vocabulary), text_(text) {}

  void read() {
    for (std::size_t at = 0; at < text_.size();) {
      const CodePoint point = decode_at(text_, at);
      if (const Quote quote = quote_of(point.value); quote != Quote::none) read_string(at, quote);
      if (ends_word(point.value)) {
        end_word(at);
        begin_ = at + point.bytes;
      }
      at += point.bytes;
    }
    end_word(text_.size());
  }

 private:
  void end_word(std::size_t end) {
    std::string_view word = text_.substr(begin_, end - begin_);
    while (word.ends_with('.')) word.remove_suffix(1);
    if (word.empty()) return;
    const Keyword keyword = find_keyword(word).keyword;
    if (keyword == Keyword::relation || keyword == Keyword::decision) in_template_ = true;
    if (in_template_) vocabulary_.lost_words.insert(std::string(word));
    vocabulary_.excused.insert(std::string(word));
  }

  /// A whole string may be a name.
  void read_string(std::size_t at, Quote quote) {
    const std::size_t begin = at + decode_at(text_, at).bytes;
    const std::size_t line = std::min(text_.find('\n', begin), text_.size());
    std::string closing;
    append_utf8(closing, closing_mark(quote));
    const std::size_t end = text_.find(closing, begin);
    if (end < line) vocabulary_.excused.insert(std::string(text_.substr(begin, end - begin)));
  }

  Vocabulary& vocabulary_;
  std::string_view text_;
  std::size_t begin_ = 0;
  bool in_template_ = false;
};

}  // namespace

void excuse_lost(Context& context, const Sources& sources, const std::vector<Input>& inputs,
                 const std::vector<Span>& syntax_errors) {
  std::set<Span> gaps;
  for (const Span& error : syntax_errors)
    for (const Input& input : inputs)
      if (input.module->source == error.source) {
        const auto size = static_cast<std::uint32_t>(sources[error.source].text().size());
        gaps.insert(gap_around(*input.module, error.begin, size));
      }
  for (const Span& gap : gaps) LostWords(context.vocabulary, sources.text(gap)).read();
}

}  // namespace mingze::dsl
