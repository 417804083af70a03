// What the parts of the page that `mingze check` gives have in common, and the parts.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "report/check_report.hpp"
#include "report/duty_matrix.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"

namespace mingze::report {

/// One draft on the page. All ids of its elements begin with `id` and are made of numbers, never
/// of words of the draft.
struct DraftPage {
  std::ostream& out;
  const CheckedDraft& draft;
  const DutyMatrix& table;
  Language language;
  std::string id;
  std::uint32_t level = 2;  ///< of the headings of its parts

  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return in(language, zh, en);
  }
  /// Drafts are in Chinese: said of their words where the page is not.
  [[nodiscard]] std::string chinese() const { return say("", " lang=\"zh-CN\""); }
  [[nodiscard]] std::string anchor(char sort, std::size_t index) const {
    return id + "-" + sort + std::to_string(index + 1);
  }
  [[nodiscard]] std::string link(const std::string& to, const std::string& text) const {
    return "<a href=\"#" + to + "\"" + chinese() + ">" + escaped(text) + "</a>";
  }
  [[nodiscard]] std::string heading(std::uint32_t deeper, const std::string& attributes,
                                    const std::string& html) const {
    const std::string name = "h" + std::to_string(std::min(level + deeper, 6U));
    return "<" + name + attributes + ">" + html + "</" + name + ">\n";
  }
  /// A part of the page with its heading, `part` naming both.
  void open(const std::string& part, const std::string& title) const {
    const std::string name = id + "-" + part;
    out << "<section class=\"" << part << "\" id=\"" << name << "\" aria-labelledby=\"" << name
        << "-title\">\n"
        << heading(0, " id=\"" + name + "-title\"", title);
  }
  void close() const { out << "</section>\n"; }
};

/// What the letters of anchors stand for: findings beside the text, their words, items in the text,
/// items in the matrix, bodies in the table of loads.
inline constexpr char finding_anchor = 'f';
inline constexpr char words_anchor = 'w';
inline constexpr char item_anchor = 'i';
inline constexpr char row_anchor = 'm';
inline constexpr char body_anchor = 'b';

/// The text as given, findings marked at their words and told beside them.
void write_text_part(const DraftPage& page);
/// Items by bodies, with the role of each.
void write_matrix_part(const DraftPage& page);
/// How often each body leads and takes part, in figures and bars.
void write_load_part(const DraftPage& page);
/// Who leads with whom, drawn and as a table.
void write_cooperation_part(const DraftPage& page);

/// One finding as it stands beside its words.
void write_finding_card(const DraftPage& page, std::size_t index);

}  // namespace mingze::report
