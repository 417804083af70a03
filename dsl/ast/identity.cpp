#include "dsl/ast/identity.hpp"

#include "dsl/ast/characters.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::dsl {

namespace {

/// Walks the text of one statement that is known to parse, and writes each token on a line.
class Identity {
 public:
  explicit Identity(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (text_.substr(at_).starts_with("//")) {
        comment();
        continue;
      }
      const CodePoint point = decode_at(text_, at_);
      const Character character = classify(point.value);
      if (character == Character::opening) {
        string(point);
        continue;
      }
      const std::string_view bytes = text_.substr(at_, point.bytes);
      at_ += point.bytes;
      take(character, bytes);
    }
    end_word();
    return std::move(out_);
  }

 private:
  void take(Character character, std::string_view bytes) {
    switch (character) {
      case Character::word:
        word_ += bytes;
        return;
      case Character::less:
        return sign("<");
      case Character::greater:
        return sign(">");
      case Character::bar:
        return sign("|");
      case Character::equals:
        if (word_.empty() && (out_.ends_with("<\n") || out_.ends_with(">\n")) && touching_)
          out_.insert(out_.size() - 1, "=");
        else
          sign("=");
        touching_ = false;
        return;
      // Commas between parts change nothing; the full stop only ends the statement.
      default:
        end_word();
        touching_ = false;
    }
  }

  void sign(std::string_view folded) {
    end_word();
    out_ += folded;
    out_ += '\n';
    touching_ = true;
  }

  void end_word() {
    if (word_.empty()) return;
    out_ += word_;
    out_ += '\n';
    word_.clear();
  }

  void string(const CodePoint& open) {
    end_word();
    std::string partner;
    append_utf8(partner, closing_mark(quote_of(open.value)));
    const std::size_t begin = at_ + open.bytes;
    const std::size_t end = std::min(text_.find(partner, begin), text_.size());
    out_ += '"';
    out_ += text_.substr(begin, end - begin);
    out_ += "\"\n";
    at_ = std::min(end + partner.size(), text_.size());
    touching_ = false;
  }

  void comment() {
    end_word();
    touching_ = false;
    at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_ = {};
  std::string out_ = {};
  bool touching_ = false;  ///< the last sign ends right here
};

}  // namespace

std::string identity(const Statement& statement, const Source& source) {
  std::string_view text = source.text();
  text = text.substr(statement.span.begin, statement.span.size());
  // The closing full stop, which a dot at the end of a word is not.
  if (text.ends_with('.'))
    text.remove_suffix(1);
  else if (text.ends_with("。"))
    text.remove_suffix(3);
  return Identity(text).run();
}

}  // namespace mingze::dsl
