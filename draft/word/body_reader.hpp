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
#include "draft/word/xml.hpp"

namespace mingze::draft {

/// Handles document.xml, footnotes.xml and endnotes.xml, one after the other.
class BodyReader final : public XmlHandler {
 public:
  /// More text than any draft has.
  static constexpr std::size_t most_text = std::size_t{64} << 20;

  /// `styles` and `numbers` must outlive the reader.
  BodyReader(const Styles& styles, const NumberDefinitions& numbers, Revision revision,
             std::string name)
      : styles_(styles), counter_(numbers, styles), revision_(revision), name_(std::move(name)) {
    flows_.emplace_back();
  }

  void start(XmlName name, const XmlAttributes& attributes) override;
  void end(XmlName name) override;
  void text(std::string_view characters) override;
  [[nodiscard]] std::optional<Failure> failure() const override;

  /// Whether the part was a Word text at all.
  [[nodiscard]] bool is_document() const { return is_document_; }
  [[nodiscard]] Lines take_lines() { return std::move(flows_.front().lines); }

 private:
  struct OpenParagraph {
    std::string text;
    std::string style;
    NumberProperties numbers;
    Lines boxes;  ///< of the text boxes that hang on it
    bool mark_gone = false;
  };
  struct OpenTable {
    std::vector<Row> rows;
    bool row_gone = false;
  };
  /// Where lines go: the text, a cell or a text box.
  struct Flow {
    Lines lines;
    std::vector<OpenParagraph> paragraphs;  ///< open ones: at most one
    std::vector<OpenTable> tables;          ///< open ones
    std::string carried;  ///< a paragraph whose mark is deleted goes on in the next
  };

  [[nodiscard]] Flow& flow() { return flows_.back(); }
  [[nodiscard]] OpenParagraph* paragraph();
  [[nodiscard]] bool in_row() const;
  [[nodiscard]] bool within(std::string_view element) const;
  [[nodiscard]] bool is_left_out(XmlName name) const;
  void start_element(std::string_view name, const XmlAttributes& attributes);
  void start_property(std::string_view name, const XmlAttributes& attributes);
  void start_change(std::string_view name);
  void end_element(std::string_view name);
  void end_paragraph();
  void end_cell();
  void end_box();
  void put(std::string_view characters);

  const Styles& styles_;
  NumberCounter counter_;
  Revision revision_;
  std::string name_;
  std::vector<Flow> flows_;
  std::vector<std::string> open_;  ///< the elements around, from outside
  std::uint32_t left_out_ = 0;     ///< depth within an element that is left out
  std::size_t size_ = 0;
  bool in_text_ = false;
  bool hidden_run_ = false;
  bool is_document_ = false;
};

}  // namespace mingze::draft
