#include "draft/word/comments.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "draft/word/splices.hpp"
#include "draft/word/word_text.hpp"
#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

constexpr std::string_view transitional =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// The highest number of the comments that are there.
class CommentNumbers final : public XmlHandler {
 public:
  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (name.space != XmlSpace::word || name.local != "comment") return;
    next = std::max(next, attributes.number("id").value_or(0) + 1);
  }
  void end(XmlName, ByteRange) override {}
  void text(std::string_view, ByteRange) override {}

  std::uint32_t next = 0;
};

/// Puts `inner` before the end tag of a document; false where it has none.
bool append(std::string& document, const std::string& inner) {
  const std::size_t end = document.rfind("</");
  if (end == std::string::npos) return false;
  document.insert(end, inner);
  return true;
}

class Commenter {
 public:
  Commenter(std::string_view bytes, const std::string& name, ZipPackage& package, WordText word)
      : bytes_(bytes), name_(name), package_(package), word_(std::move(word)) {}

  Result<std::string> run(const std::vector<MarginComment>& comments, const std::string& author) {
    auto main = package_.read(word_.main_part);
    if (!main) return main.failure();
    if (main.value().find('\0') != std::string::npos)
      return no_words();  // UTF-16: no one writes it
    is_strict_ = main.value().substr(0, 4096).find(strict) != std::string::npos;
    prefix_ = prefix_of(main.value());
    if (auto failed = open_comments()) return *failed;
    Splices splices(word_, main.value());
    std::string inner;
    for (const MarginComment& comment : comments) {
      const std::string id = std::to_string(next_id_++);
      if (prefix_.empty() || !splices.surround(comment.words, mark("commentRangeStart", id),
                                               mark("commentRangeEnd", id) + reference(id))) {
        return no_words();
      }
      inner += written(comment, id, author);
    }
    if (!append(comments_, inner)) return damaged(comments_part_);
    parts_[word_.main_part] = splices.written();
    parts_[comments_part_] = comments_;
    if (auto failed = declare_comments()) return *failed;
    return with_parts(bytes_, name_, parts_);
  }

 private:
  [[nodiscard]] Failure no_words() const {
    return {name_,
            {"这份 Word 文稿里没有可以加批注的文字；请不用 --format docx 再检查",
             "this Word file has no words that can have comments; check it without --format docx"}};
  }

  /// w of <w:r>, as the main text writes it: its attributes need one.
  [[nodiscard]] std::string prefix_of(const std::string& main) const {
    if (word_.runs.empty()) return {};
    const std::size_t begin = word_.runs[0].tag.begin + 1;
    const std::size_t colon = main.find_first_of(": />", begin);
    return main[colon] == ':' ? main.substr(begin, colon - begin) : std::string();
  }

  [[nodiscard]] std::string mark(const std::string& element, const std::string& id) const {
    return "<" + prefix_ + ":" + element + " " + prefix_ + ":id=\"" + id + "\"/>";
  }
  [[nodiscard]] std::string reference(const std::string& id) const {
    return "<" + prefix_ + ":r>" + mark("commentReference", id) + "</" + prefix_ + ":r>";
  }

  [[nodiscard]] std::string folder() const {
    return word_.main_part.substr(0, word_.main_part.rfind('/') + 1);
  }

  [[nodiscard]] Failure damaged(const std::string& part) const {
    return {name_,
            {"这个 .docx 已损坏：" + part + " 不完整；请用 Word 或 WPS 打开它，另存一份再检查",
             "this .docx is damaged: " + part +
                 " is incomplete; open it in Word or WPS, save a copy and check that"}};
  }

  /// Reads the comments that are there, or begins a part for them.
  std::optional<Failure> open_comments() {
    const auto there = word_.parts.find("comments");
    had_comments_ = there != word_.parts.end() && package_.has(there->second);
    if (had_comments_) {
      comments_part_ = there->second;
      CommentNumbers numbers;
      if (auto failed = read_xml(package_, comments_part_, name_, numbers)) return failed;
      next_id_ = numbers.next;
      auto text = package_.read(comments_part_);
      if (!text) return text.failure();
      comments_ = std::move(text.value());
      if (comments_.rfind("</") != std::string::npos) return {};
    } else {
      comments_part_ = folder() + "comments.xml";
      while (package_.has(comments_part_)) comments_part_.insert(folder().size(), "mingze-");
    }
    comments_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" +
        std::string(is_strict_ ? strict : transitional) + "\"></w:comments>";
    return {};
  }

  [[nodiscard]] std::string written(const MarginComment& comment, const std::string& id,
                                    const std::string& author) const {
    // The part may use another prefix than the main text: each comment brings its own.
    std::string out = "<w:comment xmlns:w=\"" + std::string(is_strict_ ? strict : transitional) +
                      "\" w:id=\"" + id + "\" w:author=\"" + xml_escaped(author) +
                      "\" w:initials=\"" + xml_escaped(author) + "\">";
    for (const std::string& paragraph : comment.paragraphs) {
      out +=
          "<w:p><w:r><w:t xml:space=\"preserve\">" + xml_escaped(paragraph) + "</w:t></w:r></w:p>";
    }
    return out + "</w:comment>";
  }

  /// The main text must refer to its comments, and the package know what they are.
  std::optional<Failure> declare_comments() {
    if (had_comments_) return {};
    const std::string file = word_.main_part.substr(folder().size());
    const std::string relations = folder() + "_rels/" + file + ".rels";
    const std::string vocabulary = "http://schemas.openxmlformats.org/package/2006/";
    const std::string office =
        is_strict_ ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                   : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"" +
        vocabulary + "relationships\"></Relationships>";
    if (package_.has(relations)) {
      auto there = package_.read(relations);
      if (!there) return there.failure();
      if (there.value().rfind("</") != std::string::npos) text = std::move(there.value());
    }
    append(text, "<Relationship xmlns=\"" + vocabulary +
                     "relationships\" Id=\"mingzeComments\" Type=\"" + office +
                     "/comments\" Target=\"" + comments_part_.substr(folder().size()) + "\"/>");
    parts_[relations] = std::move(text);

    const std::string types = "[Content_Types].xml";
    auto there = package_.read(types);
    if (!there) return there.failure();
    const std::string type =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    if (!append(there.value(), "<Override xmlns=\"" + vocabulary + "content-types\" PartName=\"/" +
                                   comments_part_ + "\" ContentType=\"" + type + "\"/>"))
      return damaged(types);
    parts_[types] = std::move(there.value());
    return {};
  }

  std::string_view bytes_;
  const std::string& name_;
  ZipPackage& package_;
  WordText word_;
  std::string prefix_;
  std::string comments_part_;
  std::string comments_;
  std::map<std::string, std::string> parts_;
  std::uint32_t next_id_ = 0;
  bool had_comments_ = false;
  bool is_strict_ = false;
};

}  // namespace

Result<std::string> with_comments(std::string_view bytes, const std::string& name,
                                  const std::vector<MarginComment>& comments,
                                  const std::string& author, Revision revision) {
  auto package = ZipPackage::open(bytes, name);
  if (!package) return package.failure();
  auto word = read_word(package.value(), name, revision);
  if (!word) return word.failure();
  return Commenter(bytes, name, package.value(), std::move(word.value())).run(comments, author);
}

}  // namespace mingze::draft
