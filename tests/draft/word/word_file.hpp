// Word files made in memory, tag by tag, for tests.
#pragma once

#include <zip.h>

#include <cstdlib>
#include <cstring>
#include <map>
#include <string>

namespace mingze::draft {

/// The bytes of a zip file of these parts.
inline std::string zip_of(const std::map<std::string, std::string>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_CREATE, &error);
  if (archive == nullptr) std::abort();
  zip_source_keep(source);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), part, 0);
    if (index < 0) std::abort();
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 1'700'000'000, 0);
  }
  if (zip_close(archive) != 0) std::abort();
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) std::abort();
  std::string bytes(stat.size, '\0');
  if (zip_source_read(source, bytes.data(), bytes.size()) < 0) std::abort();
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

inline const std::string word_vocabulary =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
inline const std::string office_relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline std::string relationships(const std::map<std::string, std::string>& targets) {
  std::string out =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  int id = 0;
  for (const auto& [type, target] : targets) {
    out += "<Relationship Id=\"r" + std::to_string(++id) + "\" Type=\"" + office_relationships +
           "/" + type + "\" Target=\"" + target + "\"/>";
  }
  return out + "</Relationships>";
}

/// What a Word file of a test holds: the inner XML of its parts; empty ones are left out.
struct WordFile {
  std::string body;
  std::string styles = {};
  std::string numbering = {};
  std::string footnotes = {};

  [[nodiscard]] std::string bytes() const {
    std::map<std::string, std::string> parts;
    std::map<std::string, std::string> targets;
    const auto add = [&](const std::string& part, const std::string& inner) {
      if (inner.empty()) return;
      parts["word/" + part + ".xml"] =
          "<w:" + part + " " + word_vocabulary + ">" + inner + "</w:" + part + ">";
      targets[part] = part + ".xml";
    };
    add("styles", styles);
    add("numbering", numbering);
    add("footnotes", footnotes);
    parts["word/document.xml"] =
        "<w:document " + word_vocabulary + "><w:body>" + body + "</w:body></w:document>";
    parts["word/_rels/document.xml.rels"] = relationships(targets);
    parts["[Content_Types].xml"] =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>";
    parts["_rels/.rels"] = relationships({{"officeDocument", "word/document.xml"}});
    return zip_of(parts);
  }
};

inline std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + "<w:t>" +
         text + "</w:t></w:r>";
}

/// A paragraph of runs and other inline tags.
inline std::string paragraph(const std::string& runs, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + runs +
         "</w:p>";
}

inline std::string numbered(const std::string& text, int level, int list = 1) {
  return paragraph(run(text), "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                  "\"/><w:numId w:val=\"" + std::to_string(list) +
                                  "\"/></w:numPr>");
}

/// A cell of one paragraph.
inline std::string cell(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(run(text)) + "</w:tc>";
}

inline std::string row(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }
inline std::string table(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

}  // namespace mingze::draft
