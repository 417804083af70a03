#include "dsl/format/format.hpp"

#include <algorithm>

#include "dsl/format/line.hpp"

namespace mingze::dsl {

namespace {

/// Puts the statements of a module and the comments around and within them one after the other.
class ModuleText {
 public:
  ModuleText(const Module& module, std::string_view text) : module_(module), text_(text) {}

  std::string run() {
    const std::vector<Statement>& all = module_.statements;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Statement& statement = all[i];
      comments_before(statement.span.begin);
      blank_line(statement.span.begin);
      documentation(statement.documentation);
      place(statement);
      comments_behind(statement.span.end, i + 1 < all.size() ? all[i + 1].span.begin : UINT32_MAX);
    }
    comments_before(UINT32_MAX);
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Comment* next_comment(std::uint32_t before) const {
    if (next_ >= module_.comments.size()) return nullptr;
    const Comment& comment = module_.comments[next_];
    return comment.span.begin < before ? &comment : nullptr;
  }

  void comments_before(std::uint32_t end) {
    while (const Comment* comment = next_comment(end)) {
      blank_line(comment->span.begin);
      own_line(*comment, "");
      done_ = comment->span.end;
      ++next_;
    }
  }

  /// A comment after the statement's full stop, on its line.
  void comments_behind(std::uint32_t end, std::uint32_t next_statement) {
    done_ = end;
    const Comment* const comment = next_comment(next_statement);
    if (comment == nullptr || comment->own_line) return;
    if (has_line_break(text_.substr(end, comment->span.begin - end))) return;
    trailing(*comment);
    done_ = comment->span.end;
    ++next_;
  }

  void documentation(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      documentation_line(text.substr(0, end));
      if (end + 1 == text.size()) documentation_line("");
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void documentation_line(std::string_view line) {
    out_ += line.empty() ? "///" : "/// ";
    out_ += line;
    out_ += '\n';
  }

  /// The statement, with each comment inside it before or behind the line nearest to it.
  void place(const Statement& statement) {
    std::vector<std::uint32_t> inner;
    for (std::size_t i = next_; i < module_.comments.size(); ++i) {
      if (module_.comments[i].span.begin >= statement.span.end) break;
      inner.push_back(module_.comments[i].span.begin);
    }
    const std::vector<Line> lines = lay_out(statement, inner);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool last = i + 1 == lines.size();
      out_ += lines[i].text;
      out_ += '\n';
      behind_line_ = false;
      const std::uint32_t end = last ? statement.span.end : lines[i + 1].anchor;
      while (const Comment* comment = next_comment(end)) {
        if (comment->own_line || behind_line_)
          own_line(*comment, last ? "" : "  ");
        else
          trailing(*comment);
        ++next_;
      }
    }
  }

  void own_line(const Comment& comment, std::string_view indent) {
    out_ += indent;
    out_ += shown(comment);
    out_ += '\n';
    behind_line_ = true;
  }

  void trailing(const Comment& comment) {
    if (behind_line_) return own_line(comment, "");
    out_.pop_back();
    out_ += "  ";
    out_ += shown(comment);
    out_ += '\n';
    behind_line_ = true;
  }

  /// A `///` that documents nothing becomes a `//`, lest it document what follows it now.
  static std::string shown(const Comment& comment) {
    const bool lost = comment.text.starts_with('/') && !comment.text.starts_with("//");
    return "//" + (lost ? comment.text.substr(1) : comment.text);
  }

  static bool has_line_break(std::string_view text) {
    return text.find_first_of("\r\n") != std::string_view::npos;
  }

  /// One empty line, if there is one between what was written last and `begin`.
  void blank_line(std::uint32_t begin) {
    if (out_.empty() || begin <= done_ || begin > text_.size()) return;
    const std::string_view gap = text_.substr(done_, begin - done_);
    bool empty = false;  // since the last line break
    for (std::size_t i = 0; i < gap.size(); ++i) {
      if (gap[i] == '\r' && i + 1 < gap.size() && gap[i + 1] == '\n') continue;
      if (gap[i] == '\n' || gap[i] == '\r') {
        if (empty) {
          out_ += '\n';
          return;
        }
        empty = true;
      } else if (gap[i] != ' ' && gap[i] != '\t') {
        empty = false;
      }
    }
  }

  const Module& module_;
  std::string_view text_;
  std::string out_ = {};
  std::size_t next_ = 0;      ///< comment
  std::uint32_t done_ = 0;    ///< where in the source the last thing written ended
  bool behind_line_ = false;  ///< a comment ends the last line
};

}  // namespace

std::string format(const Module& module, const Source& source) {
  return ModuleText(module, source.text()).run();
}

std::string format(const Statement& statement) {
  std::string out;
  for (const Line& line : lay_out(statement)) {
    out += line.text;
    out += '\n';
  }
  return out;
}

}  // namespace mingze::dsl
