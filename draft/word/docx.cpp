#include "draft/word/docx.hpp"

#include <utility>

#include "draft/word/body_reader.hpp"
#include "draft/word/other_package.hpp"
#include "draft/word/relationships.hpp"
#include "draft/word/word_text.hpp"
#include "draft/word/zip_package.hpp"

namespace mingze::draft {

namespace {

class DocxReader {
 public:
  DocxReader(ZipPackage& package, const std::string& name, Revision revision)
      : package_(package), name_(name), revision_(revision) {}

  Result<WordText> run() {
    auto top = relationships_of(package_, "", name_);
    if (!top) return top.failure();
    const auto main = top.value().find("officeDocument");
    if (main == top.value().end()) return no_word_text(package_, {}, name_);
    if (!package_.has(main->second)) return no_word_text(package_, main->second, name_);
    auto parts = relationships_of(package_, main->second, name_);
    if (!parts) return parts.failure();
    parts_ = std::move(parts.value());
    if (auto failed = read_definitions()) return *failed;

    BodyReader body(styles_, numbers_, revision_, name_);
    if (auto failed = read_xml(package_, main->second, name_, body)) return *failed;
    if (!body.is_document()) return no_word_text(package_, main->second, name_);
    body.begin_notes();
    for (const char* notes : {"footnotes", "endnotes"}) {
      const auto* part = find(notes);
      if (part == nullptr) continue;
      if (auto failed = read_xml(package_, *part, name_, body)) return *failed;
    }
    return WordText{laid_out(body.take_lines()),
                    body.take_tags(),
                    body.take_runs(),
                    body.root(),
                    main->second,
                    std::move(parts_),
                    body.has_other_parts()};
  }

 private:
  [[nodiscard]] const std::string* find(const char* type) const {
    const auto part = parts_.find(type);
    return part != parts_.end() && package_.has(part->second) ? &part->second : nullptr;
  }

  std::optional<Failure> read_definitions() {
    if (const auto* part = find("styles")) {
      auto styles = read_styles(package_, *part, name_);
      if (!styles) return styles.failure();
      styles_ = std::move(styles.value());
    }
    if (const auto* part = find("numbering")) {
      auto numbers = read_numbering(package_, *part, name_);
      if (!numbers) return numbers.failure();
      numbers_ = std::move(numbers.value());
    }
    return {};
  }

  ZipPackage& package_;
  const std::string& name_;
  Revision revision_;
  PartsByType parts_;
  Styles styles_;
  NumberDefinitions numbers_;
};

Message other_parts() {
  return {
      "里面嵌有其他文件（altChunk 或子文档），这些内容没有读；用 Word 打开它，另存一份再检查",
      "other files are put into it (altChunk or sub-documents), and these were not read; open it "
      "in Word, save a copy and check that"};
}

}  // namespace

Result<WordText> read_word(ZipPackage& package, const std::string& name, Revision revision) {
  return DocxReader(package, name, revision).run();
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");  // full or empty
}

Result<PlainText> read_docx(std::string_view bytes, const std::string& name, Revision revision) {
  auto package = ZipPackage::open(bytes, name);
  if (!package) return package.failure();
  auto word = read_word(package.value(), name, revision);
  if (!word) return word.failure();
  LaidText& laid = word.value().laid;
  PlainText text{std::move(laid.text.text), std::move(laid.rows)};
  if (word.value().has_other_parts) text.unread.push_back(other_parts());
  return text;
}

}  // namespace mingze::draft
