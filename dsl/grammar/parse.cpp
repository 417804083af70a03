#include "dsl/grammar/parse.hpp"

#include <algorithm>

#include "dsl/grammar/errors.hpp"
#include "dsl/grammar/statements.hpp"
#include "dsl/grammar/token_errors.hpp"
#include "dsl/grammar/words.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::dsl {

namespace {

/// Reads the statements of one file, one after the other.
class Parser {
 public:
  Parser(Tokens tokens, SourceId source)
      : tokens_(std::move(tokens.tokens)), comments_(std::move(tokens.comments)), source_(source) {
    result_.module.source = source;
    result_.diagnostics = std::move(tokens.diagnostics);
  }

  ParseResult run() {
    at_ = tokens_.data();
    end_ = at_ + tokens_.size();
    while (at_ < end_) {
      if (at_->starts_line()) margin_ = at_->indent;
      if (at_->sort == Token::Sort::stop) {
        result_.diagnostics.push_back(empty_statement({source_, at_->begin, at_->end}));
        ++at_;
      } else {
        statement();
      }
    }
    take_comments(UINT32_MAX);
    std::stable_sort(
        result_.diagnostics.begin(), result_.diagnostics.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
    return std::move(result_);
  }

 private:
  void statement() {
    const Token* const first = at_;
    State state(source_, first, end_, margin_);
    Body body = parse_statement(at_, state);
    const std::string documentation = take_comments(first->begin);
    if (!body) {
      at_ = report(state, result_.diagnostics);
      read_to_ = at_[-1].end;
      return;
    }
    read_to_ = at_[-1].end;
    const Span span{source_, first->begin, at_[-1].end};
    result_.module.statements.push_back(
        {std::move(*body), documentation, span, language_of(first, at_)});
  }

  /// The language of the first keyword; without one, that of the full stop.
  static Language language_of(const Token* first, const Token* last) {
    for (const Token* token = first; token < last; ++token) {
      const bool counts = token == first ? begins_statement(token->keyword)
                                         : is_part(token->keyword) || begins_period(token, last);
      if (counts) return token->language;
    }
    return last[-1].text == "." ? Language::en : Language::zh;
  }

  static bool is_part(Keyword keyword) {
    return reserved_in_sentence(keyword) || keyword == Keyword::aka;
  }

  /// Keeps the comments before `offset`; those that document the statement there are returned.
  std::string take_comments(std::uint32_t offset) {
    std::string documentation;
    bool documented = false;
    for (; next_comment_ < comments_.size(); ++next_comment_) {
      Comment& comment = comments_[next_comment_];
      if (comment.span.begin >= offset) break;
      const bool documents = comment.text.starts_with('/') && !comment.text.starts_with("//") &&
                             comment.span.begin >= read_to_ && offset != UINT32_MAX;
      if (!documents) {
        result_.module.comments.push_back(std::move(comment));
        continue;
      }
      if (documented) documentation += '\n';
      documented = true;
      documentation += comment.text.substr(comment.text.starts_with("/ ") ? 2 : 1);
    }
    return documentation;
  }

  std::vector<Token> tokens_;
  std::vector<Comment> comments_;
  SourceId source_;
  ParseResult result_ = {};
  const Token* at_ = nullptr;
  const Token* end_ = nullptr;
  std::uint32_t margin_ = 0;
  std::size_t next_comment_ = 0;
  std::uint32_t read_to_ = 0;  ///< where the last statement ended
};

}  // namespace

ParseResult parse(const Source& source, SourceId id) {
  const std::string_view text = source.text();
  if (const auto invalid = first_invalid_utf8(text)) {
    ParseResult result;
    result.module.source = id;
    result.diagnostics.push_back(invalid_utf8(id, static_cast<std::uint32_t>(*invalid),
                                              static_cast<unsigned char>(text[*invalid])));
    return result;
  }
  return Parser(tokenize(text, id), id).run();
}

}  // namespace mingze::dsl
