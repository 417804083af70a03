#include "draft/word/revisions.hpp"

#include <algorithm>

#include "draft/word/part_writer.hpp"
#include "draft/word/splices.hpp"
#include "draft/word/word_text.hpp"
#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

Failure cannot_change(const std::string& name, std::string_view words) {
  const std::string told(words);
  return {"words-unchangeable",
          name,
          {"“" + told +
               "”这里改不了：在文本框、脚注或自动编号里，或者已有修订；先接受或拒绝已有的修订，"
               "或者不改这一处",
           "\"" + told +
               "\" can't be changed: it stands in a text box, a note or an automatic number, or is "
               "a tracked change already; accept or reject those first, or leave it out"}};
}

/// The words at an edit, for a message: those that go, else those before the place.
std::string_view words_at(const Edit& edit, std::string_view text) {
  if (edit.words.end > edit.words.begin)
    return text.substr(edit.words.begin, edit.words.end - edit.words.begin);
  const std::size_t line = text.rfind('\n', edit.words.begin == 0 ? 0 : edit.words.begin - 1);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  return text.substr(begin, edit.words.begin - begin);
}

}  // namespace

Result<std::string> with_revisions(std::string_view bytes, const std::string& name,
                                   const std::vector<Edit>& edits, const std::string& author) {
  auto package = ZipPackage::open(bytes, name);
  if (!package) return package.failure();
  auto word = read_word(package.value(), name, Revision::accepted);
  if (!word) return word.failure();
  const std::string& part = word.value().main_part;
  const std::string& text = word.value().laid.text.text;
  auto number = free_number(package.value(), part, name);
  if (!number) return number.failure();
  std::uint32_t next = std::max(number.value(), 1U);  // changes, bookmarks and comments share them
  auto main = writable_part(package.value(), part, name);
  if (!main) return main.failure();
  Splices splices(word.value(), main.value());
  const WordNames names = names_of(word.value(), main.value());
  const auto tag = [&](const char* element) {
    return names.opening(element, std::to_string(next++)) + " " + names.prefix + "author=\"" +
           xml_escaped(author) + "\">";
  };
  for (const Edit& edit : edits) {
    const std::string deletion = tag("del");
    if (!splices.revise(edit.words, edit.text, deletion, tag("ins")))
      return cannot_change(name, words_at(edit, text));
  }
  auto copy = with_parts(bytes, name, {{part, splices.written()}});
  if (!copy) return copy;
  const auto accepted = read_docx(copy.value(), name);
  const auto rejected = read_docx(copy.value(), name, Revision::original);
  const auto before = read_docx(bytes, name, Revision::original);
  const bool as_meant = accepted && rejected && before &&
                        accepted.value().text == applied(text, edits) &&
                        rejected.value().text == before.value().text;
  if (!as_meant)
    return Failure{"copy-failed",
                   name,
                   {"改出来的副本读回来与预期不符，所以没有写",
                    "the copy does not read as it should, and was not written"}};
  return copy;
}

}  // namespace mingze::draft
