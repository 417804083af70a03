#include "draft/word/other_package.hpp"

#include "draft/document/foreign_file.hpp"

namespace mingze::draft {

namespace {

/// What the files of OpenDocument and of e-books begin with: their kind, as a part of its own.
std::string media_type(ZipPackage& package) {
  constexpr std::size_t longest = 256;
  std::string type;
  if (!package.has("mimetype")) return type;
  const auto failed = package.read("mimetype", [&](std::string_view chunk) {
    type += chunk.substr(0, longest - type.size());
    return type.size() < longest;
  });
  return failed ? std::string() : type;
}

ForeignKind kind_of(ZipPackage& package, const std::string& main_part) {
  const std::string type = media_type(package);
  if (type.find("opendocument.spreadsheet") != std::string::npos)
    return {{"开放文档格式的表格（.ods）", "an OpenDocument spreadsheet (.ods)"}, save_as_xlsx()};
  if (type.find("opendocument.text") != std::string::npos)
    return {{"开放文档格式的文稿（.odt）", "an OpenDocument text (.odt)"}, save_as_docx()};
  if (type.find("epub") != std::string::npos)
    return {{"电子书（.epub）", "an e-book (.epub)"},
            {"把正文存为 .txt 再检查", "save its text as .txt and check that"}};
  if (package.has("OFD.xml"))
    return {{"版式文件（.ofd）", "an OFD file"},
            {"用原来的 Word 文稿检查，或者在 OFD 阅读器里转成带文字的 PDF 再检查",
             "check the Word file it was made from, or a PDF with text made of it in an OFD "
             "reader"}};
  if (package.has("Index/Document.iwa") || package.has("Index.zip"))
    return {
        {"苹果的 Pages、Numbers 或 Keynote 文件", "a file of Apple's Pages, Numbers or Keynote"},
        {"可以在原来的程序里导出为 Word（.docx）再检查",
         "export it from its program as Word (.docx) and check that"}};
  if (main_part.starts_with("xl/"))
    return {{"电子表格（.xlsx）", "an Excel workbook (.xlsx)"},
            {"责任清单用 --list 给出；是文稿的，存为 .docx 再检查",
             "give a list of duties with --list; check drafts as .docx"}};
  if (main_part.starts_with("ppt/"))
    return {{"演示文稿（.pptx）", "a presentation (.pptx)"},
            {"把文字存为 .docx 或 .txt 再检查", "save its words as .docx or .txt and check that"}};
  return {{"压缩包，里面没有 Word 正文", "a zip file that holds no Word text"},
          {"如果是几份文稿打的包，应当先解压再检查",
           "if drafts were packed into it, unpack it and check those"}};
}

}  // namespace

Failure no_word_text(ZipPackage& package, const std::string& main_part, const std::string& name) {
  return not_read(kind_of(package, main_part), name);
}

}  // namespace mingze::draft
