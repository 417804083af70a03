// Lines of a laid-out statement.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "dsl/ast/keywords.hpp"

namespace mingze::dsl {

/// One line of output. `anchor`: where in the source its first part stood; comments go by it.
struct Line {
  std::string text;
  std::uint32_t anchor = 0;
};

/// Whether a line is wider than 100 columns.
[[nodiscard]] bool too_wide(const Line& line);

/// Writes the parts of one statement, separated by spaces, onto lines.
class Layout {
 public:
  explicit Layout(Language language) : language_(language) { lines_.emplace_back(); }

  void keyword(Keyword keyword) { part(spelling(keyword, language_)); }
  /// A keyword padded to the width of the widest of its group.
  void keyword(Keyword keyword, Keyword widest);
  void word(const Word& word);
  void date(const DateLiteral& date) { part(to_string(date.value)); }
  void sentence(const Sentence& sentence) {
    for (const Word& each : sentence.words) word(each);
  }
  /// = or |
  void sign(std::string_view sign);
  /// The comma of a list.
  void list_comma();
  /// A comma that changes nothing but how the statement can be read.
  void comma();
  /// Begins a line, indented by two.
  void new_line(std::uint32_t anchor);
  void full_stop() { lines_.back().text += language_ == Language::zh ? "。" : "."; }

  [[nodiscard]] std::vector<Line> take() { return std::move(lines_); }

 private:
  void part(std::string_view text);
  void end_dotted_word();

  Language language_;
  std::vector<Line> lines_ = {};
  bool dotted_ = false;   ///< the last word ends with a dot: white space would end the statement
  bool no_space_ = true;  ///< nothing, or what needs no space, stands before
};

/// A string between quotes: its own if it has any, else the first whose partner it does not hold.
[[nodiscard]] std::string quoted(const Word& word);

/// The lines of a statement, the last with its full stop: a narrow one on one line where its parts
/// allow that, and where `inner`, places in the source that must stay between its parts, does too.
[[nodiscard]] std::vector<Line> lay_out(const Statement& statement,
                                        std::span<const std::uint32_t> inner = {});

}  // namespace mingze::dsl
