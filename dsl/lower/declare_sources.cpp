// Cited documents.
#include <fmt/format.h>

#include <charconv>

#include "dsl/lower/declare.hpp"

namespace mingze::dsl {

namespace {

std::optional<std::int64_t> read_rank(Context& context, const Word& word) {
  std::int64_t rank = 0;
  const char* end = word.text.data() + word.text.size();
  const auto read = std::from_chars(word.text.data(), end, rank);
  if (read.ec == std::errc{} && read.ptr == end && rank >= 1) return rank;
  context.report(
      {.code = "bad-rank",
       .message = {fmt::format("位阶应是 1 以上的整数，1 为最高，不能是“{}”", word.text),
                   fmt::format("a rank is a whole number from 1, the highest; not \"{}\"",
                               word.text)},
       .span = word.span});
  return std::nullopt;
}

}  // namespace

void declare_sources(Context& context, const std::vector<Placed<SourceDocument>>& sources,
                     Declared& declared) {
  Vocabulary& vocabulary = context.vocabulary;
  for (const auto& [form, statement] : sources) {
    const Word& id = form->id;
    if (!declared.is_first(
            "source " + id.text, *statement, id.span,
            {fmt::format("文件“{}”", id.text), fmt::format("the source \"{}\"", id.text)}))
      continue;
    Document document{.id = id.text,
                      .title = form->title.text,
                      .rank = {},
                      .issued = {},
                      .period = period_of(form->period, context.diagnostics),
                      .span = id.span};
    if (form->rank) document.rank = read_rank(context, *form->rank);
    if (form->issued) document.issued = form->issued->value;
    const auto number = static_cast<std::uint32_t>(vocabulary.sources.size());
    Vocabulary::SourceEntry entry{form->title.text, {}, id.span};
    if (document.period.contains(context.program.as_of)) {
      entry.lowered = {static_cast<std::uint32_t>(context.program.documents.size())};
      context.program.documents.push_back(std::move(document));
    }
    vocabulary.documents.add(id.text, number);
    vocabulary.titles[form->title.text].push_back(number);
    vocabulary.sources.push_back(std::move(entry));
  }
}

}  // namespace mingze::dsl
