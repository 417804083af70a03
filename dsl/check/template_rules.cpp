// What a template may not hold.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/ast/keywords.hpp"
#include "dsl/check/template.hpp"

namespace mingze::dsl {

namespace {

class TemplateRules {
 public:
  TemplateRules(WrittenTemplate& written, Diagnostics& diagnostics)
      : written_(written), diagnostics_(diagnostics) {}

  void check() {
    const auto& pieces = written_.pieces;
    if (std::none_of(pieces.begin(), pieces.end(), [](const auto& p) { return !p.slot; })) {
      fail("bad-template", written_.span,
           {"句式里除了空位还要有词：句子是靠词来辨认的",
            "a template needs words besides its slots: a sentence is known by its words"});
      return;
    }
    if (check_comparison()) return;
    check_start();
    for (std::size_t i = 0; i < pieces.size(); ++i)
      if (!pieces[i].slot) check_word(i);
  }

 private:
  /// `{a} is {b}` would take every comparison for a sentence.
  bool check_comparison() {
    const auto& pieces = written_.pieces;
    if (pieces.size() < 3 || pieces.size() > 4) return false;
    if (!pieces.front().slot || !pieces.back().slot) return false;
    const Word& word = pieces[1].word;
    if (pieces[1].slot || (pieces.size() == 4 && pieces[2].slot)) return false;
    const bool is = find_keyword(word.text).keyword == Keyword::is;
    const bool joined = pieces.size() == 4
                            ? is && find_keyword(pieces[2].word.text).keyword == Keyword::not_
                            : is || word.text == "不是" || word.form == Form::comparison;
    if (!joined) return false;
    const Span span = cover(word.span, pieces[pieces.size() - 2].word.span);
    fail("template-is-comparison", span,
         {"两个空位之间只有比较词的句式，和条件里的比较（“X 即 Y”）分不开；应当加一个词",
          "two slots joined by nothing but a comparison can't be told from one (\"X is Y\"): add a "
          "word"});
    return true;
  }

  void check_start() {
    const auto& pieces = written_.pieces;
    if (pieces.front().slot) return;
    const Word& word = pieces.front().word;
    const Keyword keyword = find_keyword(word.text).keyword;
    if (begins_statement(keyword))
      return reserved(
          word.span, word.text, "开头", " at its start",
          {fmt::format("以“{}”开头的事实会被当成另一种语句", word.text),
           fmt::format("a fact that begins with \"{}\" is read as that statement", word.text)});
    const bool least = keyword == Keyword::at && pieces.size() > 1 && !pieces[1].slot &&
                       find_keyword(pieces[1].word.text).keyword == Keyword::least;
    if (keyword == Keyword::not_ || keyword == Keyword::at_least || least) {
      const Span span = least ? cover(word.span, pieces[1].word.span) : word.span;
      reserved(span, least ? "at least" : word.text, "开头", " at its start",
               {"放在条件开头，它有自己的意思", "at the start of a condition it has a meaning"});
    }
  }

  void check_word(std::size_t at) {
    const Word& word = written_.pieces[at].word;
    const Keyword keyword = find_keyword(word.text).keyword;
    if (word.form == Form::variable)
      fail("variable-in-template", word.span,
           {fmt::format("句式里的“{}”看起来是变量（以大写字母或“某”开头）", word.text),
            fmt::format("\"{}\" in a template looks like a variable (it begins with a capital "
                        "letter or 某)",
                        word.text)});
    else if (reserved_in_sentence(keyword))
      reserved(word.span, word.text, "里", "", {});
    else if ((keyword == Keyword::from || keyword == Keyword::until) && date_follows(at))
      reserved(word.span, word.text, "里的日期前", " directly before a date",
               {"放在日期前，它表示期限", "before a date it says from when or until when"});
    else if (word.text == "=")
      fail("bad-template", word.span, {"句式里不能有“=”", "a template can't hold \"=\""});
  }

  [[nodiscard]] bool date_follows(std::size_t at) const {
    if (at + 1 == written_.pieces.size()) return false;
    const WrittenPiece& next = written_.pieces[at + 1];
    return next.slot ? written_.slots[*next.slot].kind.text == "date"
                     : next.word.form == Form::date;
  }

  void reserved(Span span, std::string_view word, std::string_view where_zh,
                std::string_view where_en, Message why) {
    fail("reserved-word", span,
         {fmt::format("句式{}不能有保留词“{}”", where_zh, word),
          fmt::format("a template can't hold the reserved word \"{}\"{}", word, where_en)},
         std::move(why));
  }

  void fail(std::string code, Span span, Message message, Message note = {}) {
    written_.sound = false;
    Diagnostic diagnostic{.code = std::move(code), .message = std::move(message), .span = span};
    if (!note.empty()) diagnostic.notes.push_back(std::move(note));
    diagnostics_.push_back(std::move(diagnostic));
  }

  WrittenTemplate& written_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_template(WrittenTemplate& written, Diagnostics& diagnostics) {
  TemplateRules(written, diagnostics).check();
}

}  // namespace mingze::dsl
