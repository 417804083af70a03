// The main text of a Word file, tag by tag, to lines.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "draft/word/docx.hpp"
#include "draft/word/lines.hpp"
#include "draft/word/numbering.hpp"
#include "draft/word/styles.hpp"
#include "draft/word/traced_text.hpp"
#include "draft/word/xml.hpp"

namespace mingze::draft {

/// Handles document.xml, footnotes.xml and endnotes.xml, one after the other.
class BodyReader final : public XmlHandler {
 public:
  /// More runs, cells and the like than fit to the text that a draft may have.
  static constexpr std::size_t most_parts = 4'000'000;

  /// `styles` and `numbers` must outlive the reader.
  BodyReader(const Styles& styles, const NumberDefinitions& numbers, Revision revision,
             std::string name)
      : styles_(styles), counter_(numbers, styles), revision_(revision), name_(std::move(name)) {
    flows_.emplace_back();
  }

  void start(XmlName name, const XmlAttributes& attributes, ByteRange place) override;
  void end(XmlName name, ByteRange place) override;
  void text(std::string_view characters, ByteRange place) override;
  [[nodiscard]] std::optional<Failure> failure() const override;

  /// The start tag of the main text.
  [[nodiscard]] ByteRange root() const { return root_; }
  /// Whether the part was a Word text at all.
  [[nodiscard]] bool is_document() const { return is_document_; }
  [[nodiscard]] Lines take_lines() { return std::move(flows_.front().lines); }
  [[nodiscard]] std::vector<TextTag> take_tags() { return std::move(tags_); }
  [[nodiscard]] std::vector<RunPlace> take_runs() { return std::move(runs_); }
  /// What follows is no main text, and can have no comments.
  void begin_notes() { in_notes_ = true; }
  /// Whether parts of other kinds are put in, which are not read.
  [[nodiscard]] bool has_other_parts() const { return has_other_parts_; }

 private:
  struct OpenParagraph {
    TracedText text;
    std::string style;
    NumberProperties numbers;
    Lines boxes;  ///< of the text boxes that hang on it
    bool mark_gone = false;
  };
  struct OpenTable {
    std::vector<Row> rows;
    bool row_gone = false;
    std::uint32_t after = 0;  ///< columns of the grid behind the row's last cell
  };
  /// Where lines go: the text, a cell or a text box.
  struct Flow {
    Lines lines;
    std::vector<OpenParagraph> paragraphs;  ///< open ones: at most one
    std::vector<OpenTable> tables;          ///< open ones
    OpenParagraph carried;                  ///< its mark is deleted: it goes on in the next
    bool is_cell = false;
  };
  /// A field between its marks: code, then result.
  struct OpenField {
    std::size_t flow;   ///< how many flows are open where it began
    std::size_t lines;  ///< and how many lines stood in that
    std::size_t text;   ///< and how much of its paragraph
    std::string code;   ///< its first characters
    bool in_result = false;
  };
  /// What the properties of a content control say of its content.
  struct OpenControl {
    bool is_left_out = false;  ///< a prompt to write something, or the table of contents
  };

  [[nodiscard]] Flow& flow() { return flows_.back(); }
  [[nodiscard]] OpenParagraph* paragraph();
  [[nodiscard]] Cell& open_cell() {
    return flows_[flows_.size() - 2].tables.back().rows.back().back();
  }
  [[nodiscard]] bool in_row() const;
  [[nodiscard]] std::uint32_t last_run() const {
    return static_cast<std::uint32_t>(runs_.size() - 1);
  }
  [[nodiscard]] bool within(std::string_view element) const;
  [[nodiscard]] bool within(std::string_view element, std::string_view around) const;
  [[nodiscard]] bool is_left_out(XmlName name) const;
  [[nodiscard]] bool is_gone(std::string_view change) const;
  void start_element(std::string_view name, const XmlAttributes& attributes, ByteRange place);
  void start_inline(std::string_view name, const XmlAttributes& attributes, ByteRange place);
  void start_run(ByteRange place);
  void start_property(std::string_view name, const XmlAttributes& attributes);
  void paragraph_property(std::string_view name, const XmlAttributes& attributes);
  void run_property(std::string_view name, const XmlAttributes& attributes);
  void row_property(std::string_view name, const XmlAttributes& attributes);
  void cell_property(std::string_view name, const XmlAttributes& attributes);
  void control_property(std::string_view name, const XmlAttributes& attributes);
  void field_mark(std::string_view type);
  void end_field();
  void end_element(std::string_view name, ByteRange place);
  void end_paragraph();
  void end_row();
  void end_cell();
  void end_box();
  void end_flow();
  void write(OpenParagraph closed);
  void put(std::string_view characters);
  [[nodiscard]] bool is_hidden();
  [[nodiscard]] bool may_put(std::size_t size);

  const Styles& styles_;
  NumberCounter counter_;
  Revision revision_;
  std::string name_;
  std::vector<Flow> flows_;
  std::vector<std::string> open_;  ///< the elements around, from outside
  std::vector<TextTag> tags_;
  std::vector<RunPlace> runs_;
  std::vector<std::uint32_t> open_runs_;  ///< a text box in a run holds further ones
  std::vector<bool> alternatives_;        ///< around: whether one of them was taken
  std::vector<OpenField> fields_;         ///< open ones, one within the other
  std::vector<OpenControl> controls_;     ///< open ones
  std::uint32_t changes_ = 0;             ///< tracked changes around
  std::uint32_t boxes_ = 0;               ///< text boxes around
  std::uint32_t left_out_ = 0;            ///< depth within an element that is left out
  std::size_t size_ = 0;                  ///< of the text
  std::size_t parts_ = 0;                 ///< all that takes memory; cells by the columns they span
  std::optional<bool> hidden_run_;        ///< said of the run itself
  std::string run_style_;
  ByteRange root_;
  std::map<std::string, std::uint32_t, std::less<>> notes_;  ///< the text tag before each reference
  std::uint32_t note_ = RunPlace::nowhere;                   ///< the one of the open note
  bool in_text_ = false;
  bool in_code_ = false;
  bool is_document_ = false;
  bool in_notes_ = false;
  bool run_has_content_ = false;
  bool has_other_parts_ = false;
};

}  // namespace mingze::draft
