#include <sstream>

#include "report/check_html.hpp"
#include "report/explanation.hpp"

namespace mingze::report {

namespace {

class FindingCard {
 public:
  FindingCard(const DraftPage& page, std::size_t index)
      : page_(page), finding_(page.draft.findings[index]), index_(index) {}

  void write() {
    const std::string severity(name_of(finding_.severity));
    page_.out << "<li class=\"card " << severity << "\" id=\""
              << page_.anchor(finding_anchor, index_) << "\" data-code=\"" << escaped(finding_.code)
              << "\" tabindex=\"-1\"><p>" << number() << "<span class=\"badge " << severity << "\">"
              << title_of(finding_.severity).in(page_.language) << "</span>"
              << words(finding_.message) << "</p>";
    for (std::size_t i = 0; i < finding_.related.size(); ++i) related(i);
    for (const Suggestion& suggestion : finding_.suggestions) {
      line("help", page_.say("建议", "Help"), words(suggestion.message));
      for (const auto& why : suggestion.why)
        proof(page_.say("为什么这样建议", "Why this is suggested"), *why);
    }
    for (const Basis& basis : finding_.basis)
      line("basis", page_.say("依据", "Basis"), escaped(words_of(basis, page_.language)));
    page_.out << "<p class=\"code\">" << escaped(finding_.code) << "</p>";
    if (finding_.why) proof(page_.say("为什么报告", "Why it is raised"), *finding_.why);
    page_.out << "</li>\n";
  }

 private:
  [[nodiscard]] std::string words(const Message& message) const {
    return escaped(message.in(page_.language));
  }

  /// The number, which leads back to the words where there are some.
  [[nodiscard]] std::string number() const {
    const std::string shown = std::to_string(index_ + 1);
    if (!finding_.span.valid()) return "<span class=\"number\">" + shown + "</span>";
    return "<a class=\"number\" href=\"#" + page_.anchor(words_anchor, index_) +
           "\"><span class=\"only-read\">" + page_.say("到原文中的问题 ", "to the words of ") +
           "</span>" + shown + "</a>";
  }

  void line(const char* sort, const std::string& title, const std::string& html) const {
    page_.out << "<p class=\"" << sort << "\"><span class=\"title\">" << title
              << page_.say("：", ": ") << "</span>" << html << "</p>";
  }

  void related(std::size_t place) const {
    const RelatedPlace& related = finding_.related[place];
    page_.out << "<p class=\"related\">";
    if (!related.file.empty())
      page_.out << words(related.message) << " <small>"
                << escaped(related.file + ":" + std::to_string(related.line)) << "</small>";
    else if (related.span.valid())
      page_.out << "<a href=\"#" << page_.anchor(words_anchor, index_) << "-" << place + 1 << "\">"
                << words(related.message) << "</a>";
    else
      page_.out << words(related.message);
    page_.out << "</p>";
  }

  void proof(const std::string& title, const Explanation& explanation) const {
    Style plain;
    plain.language = page_.language;
    plain.columns = 60;
    std::ostringstream drawn;
    write_explanation_terminal(drawn, explanation, plain);
    page_.out << "<details><summary>" << title << "</summary><pre>" << escaped(drawn.str())
              << "</pre></details>";
  }

  const DraftPage& page_;
  const Finding& finding_;
  std::size_t index_;
};

}  // namespace

void write_finding_card(const DraftPage& page, std::size_t index) {
  FindingCard(page, index).write();
}

}  // namespace mingze::report
