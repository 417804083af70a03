#include "draft/word/comments.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "draft/word/part_writer.hpp"
#include "draft/word/splices.hpp"
#include "draft/word/word_text.hpp"
#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

class Commenter {
 public:
  Commenter(std::string_view bytes, const std::string& name, ZipPackage& package, WordText word)
      : bytes_(bytes), name_(name), package_(package), word_(std::move(word)) {}

  Result<std::string> run(const std::vector<MarginComment>& comments, const std::string& author) {
    auto main = writable_part(package_, word_.main_part, name_);
    if (!main) return main.failure();
    names_ = names_of(word_, main.value());
    if (auto failed = find_place()) return *failed;
    Splices splices(word_, main.value());
    std::string inner;
    for (const MarginComment& comment : comments) {
      const std::string id = std::to_string(next_id_++);
      if (!splices.surround(comment.words, names_.opening("commentRangeStart", id) + "/>",
                            names_.opening("commentRangeEnd", id) + "/>" + reference(id)))
        return no_words();
      inner += written(comment, id, author);
    }
    parts_[word_.main_part] = splices.written();
    if (auto failed = put_comments(inner)) return *failed;
    return with_parts(bytes_, name_, parts_);
  }

 private:
  [[nodiscard]] Failure no_words() const {
    return {"no-words-for-comments",
            name_,
            {"这份 Word 文稿里没有可以加批注的文字；去掉 --format docx 再检查",
             "this Word file has no words that can have comments; check it without --format docx"}};
  }

  [[nodiscard]] std::string reference(const std::string& id) const {
    return "<" + names_.prefix + "r" + names_.declaration + ">" +
           names_.opening("commentReference", id) + "/></" + names_.prefix + "r>";
  }

  [[nodiscard]] std::string folder() const {
    return word_.main_part.substr(0, word_.main_part.rfind('/') + 1);
  }

  /// The part for comments, which is there or new, and a number that no comment has: neither there
  /// nor in the text, where marks of comments that are gone may have stayed.
  std::optional<Failure> find_place() {
    auto number = free_number(package_, word_.main_part, name_);
    if (!number) return number.failure();
    next_id_ = number.value();
    const auto there = word_.parts.find("comments");
    had_comments_ = there != word_.parts.end() && package_.has(there->second);
    if (!had_comments_) return {};
    comments_part_ = there->second;
    number = free_number(package_, comments_part_, name_);
    if (!number) return number.failure();
    next_id_ = std::max(next_id_, number.value());
    return {};
  }

  [[nodiscard]] std::string written(const MarginComment& comment, const std::string& id,
                                    const std::string& author) const {
    // The part may use another prefix than the main text: each comment brings its own.
    std::string out = "<w:comment xmlns:w=\"" + std::string(names_.vocabulary()) + "\" w:id=\"" +
                      id + "\" w:author=\"" + xml_escaped(author) + "\" w:initials=\"" +
                      xml_escaped(author) + "\">";
    for (const std::string& paragraph : comment.paragraphs) {
      out +=
          "<w:p><w:r><w:t xml:space=\"preserve\">" + xml_escaped(paragraph) + "</w:t></w:r></w:p>";
    }
    return out + "</w:comment>";
  }

  std::optional<Failure> put(const std::string& part, const std::string& inner) {
    auto text = with_last(package_, part, inner, name_);
    if (!text) return text.failure();
    parts_[part] = std::move(text.value());
    return {};
  }

  /// Puts comments beside those that are there, or into a part of their own, to which the main text
  /// must refer, and of which the package must say what it is.
  std::optional<Failure> put_comments(const std::string& inner) {
    if (had_comments_) return put(comments_part_, inner);
    const std::string declaration =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string vocabulary = "http://schemas.openxmlformats.org/package/2006/";
    const std::string types = "[Content_Types].xml";
    auto known = package_.read(types);
    if (!known) return known.failure();
    const std::string file = word_.main_part.substr(folder().size());
    const std::string relations = folder() + "_rels/" + file + ".rels";
    const bool has_relations = package_.has(relations);
    auto related = has_relations ? package_.read(relations) : std::string();
    if (!related) return related.failure();

    std::string comments = "comments.xml";
    while (package_.has(folder() + comments) ||
           known.value().find("/" + folder() + comments) != std::string::npos)
      comments.insert(0, "mingze-");
    comments_part_ = folder() + comments;
    std::string id = "mingzeComments";
    while (related.value().find(id) != std::string::npos) id += "New";

    parts_[comments_part_] = declaration + "<w:comments xmlns:w=\"" + names_.vocabulary() + "\">" +
                             inner + "</w:comments>";
    const std::string office =
        names_.is_strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                         : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string relation = "<Relationship xmlns=\"" + vocabulary + "relationships\" Id=\"" +
                                 id + "\" Type=\"" + office + "/comments\" Target=\"" + comments +
                                 "\"/>";
    if (!has_relations) {
      parts_[relations] = declaration + "<Relationships xmlns=\"" + vocabulary +
                          "relationships\">" + relation + "</Relationships>";
    } else if (auto failed = put(relations, relation)) {
      return failed;
    }
    const std::string type =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    return put(types, "<Override xmlns=\"" + vocabulary + "content-types\" PartName=\"/" +
                          comments_part_ + "\" ContentType=\"" + type + "\"/>");
  }

  std::string_view bytes_;
  const std::string& name_;
  ZipPackage& package_;
  WordText word_;
  WordNames names_;
  std::string comments_part_;
  std::map<std::string, std::string> parts_;
  std::uint32_t next_id_ = 0;
  bool had_comments_ = false;
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
