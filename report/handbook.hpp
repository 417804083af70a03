// A program as a document for people who don't program: article by article, what the rules say,
// what they flag, their tests, and what no rule says. Made for one language; its faces only draw.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/sources.hpp"
#include "engine/facts/database.hpp"
#include "report/phrase.hpp"

namespace mingze::report {

struct Handbook {
  struct Place {
    std::string file;
    std::uint32_t line = 0;
  };
  /// To a part of the document with this anchor.
  struct Link {
    std::string title;
    std::string anchor;
  };
  struct Rule {
    std::string anchor;
    std::string title;
    std::string note;  ///< what its author says of it
    std::vector<Line> conditions;
    std::vector<Line> conclusions;
    std::vector<Link> prevails_over;
    std::vector<Link> yields_to;
    std::string cites;
    Place place;
  };
  struct Finding {
    std::string anchor;
    std::string code;
    Severity severity = Severity::error;
    Phrase message;
    Phrase suggestion;
    std::string note;
    std::vector<Line> conditions;
    std::string cites;
    Place place;
  };
  struct Failure {
    std::string expected;
    std::string got;
  };
  struct Test {
    std::string label;
    std::string as_of;  ///< empty: the date of the document
    std::vector<Phrase> given;
    std::vector<Line> expected;
    std::vector<Failure> failures;
    Place place;
    [[nodiscard]] bool passed() const { return failures.empty(); }
  };
  struct Article {
    std::string anchor;
    std::string clause;
    std::string heading;
    std::vector<Rule> rules;
    std::vector<Finding> findings;
    std::vector<Link> elsewhere;  ///< rules and findings that cite it and stand under another one
    std::vector<std::string> not_encoded;
    std::vector<Test> tests;
    /// No rule and no finding rests on it.
    [[nodiscard]] bool is_gap() const {
      return rules.empty() && findings.empty() && elsewhere.empty();
    }
    [[nodiscard]] std::size_t failed() const;
  };
  /// A cited document; the last part, without a title, holds what cites nothing.
  struct Part {
    std::string anchor;
    std::string title;
    bool lists_articles = false;  ///< its articles are known by data, so that gaps show
    std::vector<Article> articles;
  };
  struct Question {
    Phrase sentence;
    Phrase domain;  ///< empty where it is not asked of everything of a sort
    std::string one_per;
    Place place;
  };
  struct Counts {
    std::size_t articles = 0;
    std::size_t gaps = 0;
    std::size_t rules = 0;
    std::size_t findings = 0;
    std::size_t tests = 0;
    std::size_t passed = 0;
  };

  Language language = Language::zh;
  std::string title;
  std::string as_of;
  std::vector<Question> questions;
  std::vector<Part> parts;
  [[nodiscard]] Counts counts() const;
};

/// A test that has run, with the ids of the rules and findings that it is about.
struct TestRecord {
  Handbook::Test test;
  std::set<std::string> rules;
  std::set<std::string> findings;
};

struct HandbookMatter {
  const Program& program;
  const Database& stated;
  const Sources& sources;
  std::set<std::uint32_t> documented;    ///< the sources that it is about
  std::map<SpanKey, std::string> notes;  ///< by where a rule's or finding's id begins
  std::vector<TestRecord> tests;         ///< by file and line
  std::string title;                     ///< the names of the packs; may be empty
};

/// Articles and gaps are those of the relations `article` and `not-encoded` (by the roles source,
/// clause, zh, en of their slots), where the program has them, and all clauses that are cited.
[[nodiscard]] Handbook handbook_of(const HandbookMatter& matter, Language language);

/// One page that needs nothing else.
void write_handbook_html(std::ostream& out, const Handbook& handbook);
void write_handbook_markdown(std::ostream& out, const Handbook& handbook);

}  // namespace mingze::report
