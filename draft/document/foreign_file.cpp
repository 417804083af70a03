#include "draft/document/foreign_file.hpp"

#include <algorithm>
#include <array>

namespace mingze::draft {

namespace {

using std::string_view_literals::operator""sv;

enum class Form { zip, pdf, rtf, image, archive, caj };

struct Start {
  std::string_view bytes;
  Form form;
};

constexpr std::array<Start, 17> starts{{
    {"PK\x03\x04"sv, Form::zip},
    {"PK\x05\x06"sv, Form::zip},
    {"%PDF"sv, Form::pdf},
    {"{\\rtf"sv, Form::rtf},
    {"\x89PNG"sv, Form::image},
    {"\xFF\xD8\xFF"sv, Form::image},
    {"GIF87a"sv, Form::image},
    {"GIF89a"sv, Form::image},
    {"II*\0"sv, Form::image},
    {"MM\0*"sv, Form::image},
    {"Rar!\x1A\x07"sv, Form::archive},
    {"7z\xBC\xAF\x27\x1C"sv, Form::archive},
    {"\x1F\x8B\x08"sv, Form::archive},
    {"BZh91AY&SY"sv, Form::archive},
    {"CAJ\0"sv, Form::caj},
    {"HN\0\0"sv, Form::caj},
    {"KDH "sv, Form::caj},
}};

// What files of Office begin with that are older than 2007, or locked by a password.
constexpr auto compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

// The first kinds of file that phones write into the box at the start ("ftyp") of a picture.
constexpr std::array<std::string_view, 8> picture_brands{
    {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif"}};

bool is_later_image(std::string_view bytes) {
  const auto at = [&](std::size_t begin, std::size_t size) {
    return begin < bytes.size() ? bytes.substr(begin, size) : std::string_view();
  };
  if (at(0, 4) == "RIFF" && at(8, 4) == "WEBP") return true;
  if (at(0, 2) == "BM" && at(6, 4) == "\0\0\0\0"sv) return true;
  return at(4, 4) == "ftyp" &&
         std::find(picture_brands.begin(), picture_brands.end(), at(8, 4)) != picture_brands.end();
}

ForeignKind kind_of(Form form) {
  switch (form) {
    case Form::zip:
      return {{"一份 Word（.docx）或压缩文件", "a Word or zip file"},
              {"另存为 .txt（UTF-8）", "save it as .txt (UTF-8)"}};
    case Form::pdf:
      return {{"一份 PDF 文件", "a PDF file"}, {"另存为 .txt（UTF-8）", "save it as .txt (UTF-8)"}};
    case Form::rtf:
      return {{"富文本（RTF）文件", "an RTF file"}, save_as_docx()};
    case Form::archive:
      return {{"压缩包", "an archive"},
              {"先解压，再检查里面的文稿", "unpack it and check the draft in it"}};
    case Form::caj:
      return {{"知网的 CAJ 文件", "a CAJ file of CNKI"},
              {"可以在 CAJViewer 里另存为带文字的 PDF，或者找到原来的 Word 文稿再检查",
               "save it from CAJViewer as a PDF with text, or find the Word file it was made "
               "from, and check that"}};
    case Form::image:
      break;
  }
  return {{"图片", "an image"},
          {"先做文字识别（OCR），存为 .docx 或 .txt 再检查",
           "have its text recognised (OCR), save that as .docx or .txt and check it"}};
}

/// Whether a compound file holds a stream of this name.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;  // UTF-16LE, and the zero at its end
  for (const char c : name) wide += {c, '\0'};
  wide.append(2, '\0');
  return bytes.find(wide) != std::string_view::npos;
}

ForeignKind compound_kind(std::string_view bytes) {
  if (has_stream(bytes, "EncryptedPackage"))
    return {{"设有打开密码的 Word 或 Excel 文件", "a Word or Excel file locked by a password"},
            {"用 WPS 或 Office 打开它，去掉密码，另存为 .docx 或 .xlsx 再检查",
             "open it in WPS or Office, take the password away, save it as .docx or .xlsx and "
             "check that"}};
  if (has_stream(bytes, "WordDocument"))
    return {{"旧版 Word（.doc）或 WPS 文字（.wps）文件", "an old Word (.doc) or WPS Writer file"},
            save_as_docx()};
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book"))
    return {{"旧版 Excel（.xls）或 WPS 表格（.et）文件",
             "an old Excel (.xls) or WPS spreadsheet (.et)"},
            save_as_xlsx()};
  if (has_stream(bytes, "PowerPoint Document"))
    return {{"演示文稿（.ppt、.dps）", "a presentation (.ppt, .dps)"}, save_as_docx()};
  return {{"旧版 Office 文件", "an old Office file"}, save_as_docx()};
}

bool begins_with(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char wanted, char c) {
           return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

}  // namespace

Failure not_read(const ForeignKind& kind, const std::string& name) {
  return {"unread-format",
          name,
          {"这是" + kind.what.zh + "，读不了；" + kind.cure.zh,
           "this is " + kind.what.en + ", which is not read; " + kind.cure.en}};
}

Message save_as_docx() {
  return {"可以在 WPS 或 Word 里打开它，“另存为”.docx 再检查",
          "open it in WPS or Word, save it as .docx and check that"};
}

Message save_as_xlsx() {
  return {
      "是责任清单的，在 WPS 或 Excel 里“另存为”.xlsx，用 --list 给出；是文稿的，存为 .docx 再检查",
      "save a list of duties as .xlsx in WPS or Excel and give it with --list; check drafts "
      "as .docx"};
}

std::optional<ForeignKind> foreign_bytes(std::string_view bytes) {
  if (bytes.starts_with(compound_file)) return compound_kind(bytes);
  for (const Start& start : starts) {
    if (bytes.starts_with(start.bytes)) return kind_of(start.form);
  }
  if (is_later_image(bytes)) return kind_of(Form::image);
  return {};
}

std::optional<ForeignKind> foreign_markup(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  const std::string_view head = text.substr(0, 4096);
  const auto mentions = [&](std::string_view word) { return head.find(word) != head.npos; };
  const ForeignKind page{{"网页（HTML），有的系统把它存成 .doc",
                          "a web page (HTML), which some systems hand out as .doc"},
                         save_as_docx()};
  for (const auto start : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "mime-version:"sv})
    if (begins_with(text, start)) return page;
  if (!begins_with(text, "<?xml")) return {};
  if (mentions("<html") || mentions("<HTML")) return page;
  if (mentions("office:spreadsheet"))
    return ForeignKind{{"用 XML 写的表格", "a spreadsheet as XML"}, save_as_xlsx()};
  return ForeignKind{{"一份 XML 文件", "an XML file"}, save_as_docx()};
}

}  // namespace mingze::draft
