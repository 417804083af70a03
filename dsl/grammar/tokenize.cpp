// The first pass, in Spirit X3 over UTF-8 bytes.
#include <boost/spirit/home/x3.hpp>

#include "dsl/ast/characters.hpp"
#include "dsl/grammar/token.hpp"
#include "dsl/grammar/token_errors.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::dsl {

namespace {

namespace x3 = boost::spirit::x3;
using Bytes = const char*;

/// One code point of a class.
struct Is : x3::parser<Is> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  Character wanted;
  explicit constexpr Is(Character character) : wanted(character) {}

  template <typename Iterator, typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&,
             Attribute&) const {
    if (first == last) return false;
    const CodePoint point = decode_at({&*first, static_cast<std::size_t>(last - first)}, 0);
    if (classify(point.value) != wanted) return false;
    first += point.bytes;
    return true;
  }
};

/// What the actions of the grammar build.
class TokenBuilder {
 public:
  TokenBuilder(std::string_view text, SourceId source) : text_(text), source_(source) {}

  Token& add(Token::Sort sort, std::string_view text, std::string_view whole) {
    Token& token = out.tokens.emplace_back();
    token.text = text;
    token.begin = offset(whole);
    token.end = token.begin + static_cast<std::uint32_t>(whole.size());
    token.sort = sort;
    if (fresh_line_) token.indent = token.begin - line_start_;
    fresh_line_ = false;
    return token;
  }

  void word(std::string_view text) {
    Token& token = add(Token::Sort::word, text, text);
    token.form = form_of(text);
    const KeywordMatch match = find_keyword(text);
    token.keyword = match.keyword;
    token.language = match.language;
  }

  void comparison(std::string_view whole, std::string_view folded) {
    add(Token::Sort::comparison, folded, whole).form = Form::comparison;
  }

  void string(std::string_view inner, std::string_view whole) {
    Token& token = add(Token::Sort::string, inner, whole);
    token.form = Form::string;
    token.quote = quote_of(decode_at(whole, 0).value);
  }

  /// A string whose line ends first. A full stop at the end of the line is most likely the
  /// statement's: taken as such, the next statement is read as usual.
  void unterminated(std::string_view whole) {
    out.diagnostics.push_back(unterminated_string(span(whole), whole));
    const std::uint32_t open = decode_at(whole, 0).bytes;
    std::string_view body = whole;
    while (body.size() > open && (body.back() == ' ' || body.back() == '\t')) body.remove_suffix(1);
    const bool ascii = body.size() > open && body.ends_with('.');
    const std::size_t stop = ascii ? 1 : body.size() > open && body.ends_with("。") ? 3 : 0;
    body.remove_suffix(stop);
    string(body.substr(open), body);
    out.tokens.back().broken = true;
    if (stop > 0) add(Token::Sort::stop, {body.end(), stop}, {body.end(), stop});
  }

  /// The words before it are not what the author meant: what else is wrong with them follows.
  void stray_quote(std::string_view mark) {
    out.diagnostics.push_back(dsl::stray_quote(span(mark), mark));
    if (!out.tokens.empty()) out.tokens.back().broken = true;
  }

  void comment(std::string_view text) {
    std::string_view trimmed = text.substr(2);
    while (!trimmed.empty() && (trimmed.back() == ' ' || trimmed.back() == '\t'))
      trimmed.remove_suffix(1);
    out.comments.push_back({std::string(trimmed), span(text), fresh_line_});
  }

  void new_line(std::string_view mark) {
    line_start_ = offset(mark) + static_cast<std::uint32_t>(mark.size());
    fresh_line_ = true;
  }

  [[nodiscard]] Span span(std::string_view part) const {
    return {source_, offset(part), offset(part) + static_cast<std::uint32_t>(part.size())};
  }

  Tokens out;

 private:
  [[nodiscard]] std::uint32_t offset(std::string_view part) const {
    return static_cast<std::uint32_t>(part.data() - text_.data());
  }

  std::string_view text_;
  SourceId source_;
  std::uint32_t line_start_ = 0;
  bool fresh_line_ = true;
};

template <typename Range>
std::string_view view(const Range& range) {
  return {range.begin(), static_cast<std::size_t>(range.end() - range.begin())};
}

/// The grammar of tokens; its actions call `build`.
auto grammar(TokenBuilder& build) {
  using x3::_attr;
  using x3::raw;
  const auto simple = [&build](Token::Sort sort) {
    return [&build, sort](auto& context) {
      build.add(sort, view(_attr(context)), view(_attr(context)));
    };
  };
  const auto folded = [&build](std::string_view sign) {
    return [&build, sign](auto& context) { build.comparison(view(_attr(context)), sign); };
  };
  const auto quoted = [&build](std::size_t mark) {
    return [&build, mark](auto& context) {
      const std::string_view whole = view(_attr(context));
      build.string(whole.substr(mark, whole.size() - 2 * mark), whole);
    };
  };

  const Is line_end{Character::line_end}, space{Character::space}, equals{Character::equals};
  const Is less{Character::less}, greater{Character::greater};
  const auto rest_of_line = *(x3::char_ - '\n' - '\r');
  // Whatever is dropped with an error counts as white space.
  const Is control{Character::control}, closing{Character::closing};
  const auto break_off = space | line_end | control | closing | "//" | x3::eoi;
  const auto ascii_stop = '.' >> &break_off;
  const auto word_character = !x3::lit("//") >> !ascii_stop >> Is{Character::word};
  const auto string = [&](const char* open, const char* close) {
    return open >> *(x3::char_ - close - '\n' - '\r') >> close;
  };

  return space | raw[line_end][([&build](auto& c) { build.new_line(view(_attr(c))); })] |
         raw[+word_character][([&build](auto& c) { build.word(view(_attr(c))); })] |
         raw["//" >> rest_of_line][([&build](auto& c) { build.comment(view(_attr(c))); })] |
         raw['.' | Is{Character::full_stop}][simple(Token::Sort::stop)] |
         raw[Is{Character::comma}][simple(Token::Sort::comma)] |
         raw[string("\"", "\"")][quoted(1)] |
         raw[string("“", "”") | string("「", "」") | string("《", "》")][quoted(3)] |
         raw[Is{Character::opening} >> rest_of_line]
            [([&build](auto& c) { build.unterminated(view(_attr(c))); })] |
         raw[less >> equals][folded("<=")] | raw[less][folded("<")] |
         raw[greater >> equals][folded(">=")] | raw[greater][folded(">")] |
         raw[equals][simple(Token::Sort::equals)] |
         raw[Is{Character::bar}][simple(Token::Sort::bar)] |
         raw[Is{Character::mark}][simple(Token::Sort::mark)] | raw[closing][([&build](auto& c) {
           const std::string_view mark = view(_attr(c));
           build.stray_quote(mark);
         })] |
         raw[control][([&build](auto& c) {
           const std::string_view mark = view(_attr(c));
           build.out.diagnostics.push_back(
               invalid_character(build.span(mark), decode_at(mark, 0).value));
         })];
}

}  // namespace

Tokens tokenize(std::string_view text, SourceId source) {
  TokenBuilder build(text, source);
  build.out.tokens.reserve(text.size() / 5);
  Bytes first = text.data();
  const Bytes last = first + text.size();
  x3::parse(first, last, *grammar(build));
  return std::move(build.out);
}

}  // namespace mingze::dsl
