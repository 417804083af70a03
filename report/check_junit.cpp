#include <ostream>

#include "report/check_report.hpp"
#include "report/markup.hpp"

namespace mingze::report {

namespace {

/// One suite a draft, one case an item; a last case holds what is about no item.
class JunitFace {
 public:
  JunitFace(std::ostream& out, Language language, std::optional<Severity> fails)
      : out_(out), language_(language), fails_(fails) {}

  void write(const CheckReport& report) {
    std::vector<Suite> suites;
    std::size_t tests = 0;
    std::size_t failures = 0;
    for (const CheckedDraft& draft : report.drafts) {
      suites.push_back(suite_of(draft));
      tests += suites.back().cases.size();
      failures += suites.back().failures;
    }
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mingze check\""
         << counts(tests, failures) << ">\n";
    for (const Suite& suite : suites) write(suite);
    out_ << "</testsuites>\n";
  }

 private:
  struct Case {
    std::string name;
    std::vector<const Finding*> failures = {};
    std::vector<const Finding*> remarks = {};
  };
  struct Suite {
    const CheckedDraft* draft = nullptr;
    std::vector<Case> cases = {};
    std::size_t failures = 0;
  };

  static std::string counts(std::size_t tests, std::size_t failures) {
    return " tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) +
           "\" errors=\"0\" time=\"0\"";
  }

  [[nodiscard]] Suite suite_of(const CheckedDraft& draft) const {
    Suite suite{&draft};
    std::map<std::string, std::size_t> places;
    for (const draft::Item& item : draft.reading.items) {
      places[item.id] = suite.cases.size();
      suite.cases.push_back({item.id + " " + item.label});
    }
    Case whole{language_ == Language::zh ? "全文" : "the whole text"};
    for (const Finding& finding : draft.findings) {
      const auto place = places.find(finding.item);
      Case& one = place == places.end() ? whole : suite.cases[place->second];
      const bool fails = fails_ && finding.severity <= *fails_;
      (fails ? one.failures : one.remarks).push_back(&finding);
    }
    if (!whole.failures.empty() || !whole.remarks.empty()) suite.cases.push_back(std::move(whole));
    for (const Case& one : suite.cases) suite.failures += one.failures.empty() ? 0 : 1;
    return suite;
  }

  void write(const Suite& suite) {
    const std::string name = escaped(suite.draft->name);
    out_ << "  <testsuite name=\"" << name << "\"" << counts(suite.cases.size(), suite.failures)
         << ">\n";
    for (const Case& one : suite.cases) {
      out_ << "    <testcase classname=\"" << name << "\" name=\"" << escaped(one.name)
           << "\" time=\"0\"";
      if (one.failures.empty() && one.remarks.empty()) {
        out_ << "/>\n";
        continue;
      }
      out_ << ">\n";
      if (!one.failures.empty()) {
        const Finding& first = *one.failures.front();
        out_ << "      <failure type=\"" << escaped(first.code) << "\" message=\""
             << escaped(first.message.in(language_)) << "\">" << told(*suite.draft, one.failures)
             << "</failure>\n";
      }
      if (!one.remarks.empty())
        out_ << "      <system-out>" << told(*suite.draft, one.remarks) << "</system-out>\n";
      out_ << "    </testcase>\n";
    }
    out_ << "  </testsuite>\n";
  }

  /// As compilers tell it, so that places can be clicked on, with basis and suggestions below.
  [[nodiscard]] std::string told(const CheckedDraft& draft,
                                 const std::vector<const Finding*>& findings) const {
    std::string out;
    for (const Finding* finding : findings) {
      out += (out.empty() ? "" : "\n") + draft.name;
      if (finding->span.valid()) {
        const LineColumn at = draft.text->lines().at(finding->span.begin);
        out += ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
      }
      out += ": " + std::string(name_of(finding->severity)) + ": " +
             finding->message.in(language_) + " [" + finding->code + "]";
      for (const Basis& basis : finding->basis)
        out += language_ == Language::zh ? "\n  依据：《" + basis.title + "》" + basis.clause
                                         : "\n  basis: " + basis.title + " " + basis.clause;
      for (const Suggestion& one : finding->suggestions)
        out +=
            (language_ == Language::zh ? "\n  建议：" : "\n  help: ") + one.message.in(language_);
    }
    return escaped(out);
  }

  std::ostream& out_;
  Language language_;
  std::optional<Severity> fails_;
};

}  // namespace

void write_check_junit(std::ostream& out, const CheckReport& report, Language language,
                       std::optional<Severity> fails) {
  JunitFace(out, language, fails).write(report);
}

}  // namespace mingze::report
