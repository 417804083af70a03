#include <map>
#include <ostream>

#include "report/test_report.hpp"

namespace mingze::report {

namespace {

using Rule = TestReport::Coverage::Rule;

void write_file(std::ostream& out, const std::string& file, const std::vector<const Rule*>& rules) {
  out << "TN:\nSF:" << file << "\n";
  for (const Rule* rule : rules) out << "FN:" << rule->name.line << "," << rule->name.id << "\n";
  std::size_t fired = 0;
  for (const Rule* rule : rules) {
    out << "FNDA:" << (rule->fired ? 1 : 0) << "," << rule->name.id << "\n";
    fired += rule->fired ? 1 : 0;
  }
  out << "FNF:" << rules.size() << "\nFNH:" << fired << "\n";
  std::size_t branches = 0;
  std::size_t taken = 0;
  for (const Rule* rule : rules)
    for (std::size_t i = 0; i < rule->conditions.size(); ++i) {
      const bool failed = rule->conditions[i].failed_alone;
      out << "BRDA:" << rule->name.line << "," << i << ",0," << (rule->fired ? 1 : 0) << "\n"
          << "BRDA:" << rule->name.line << "," << i << ",1," << (failed ? 1 : 0) << "\n";
      branches += 2;
      taken += (rule->fired ? 1U : 0U) + (failed ? 1U : 0U);
    }
  out << "BRF:" << branches << "\nBRH:" << taken << "\n";
  std::map<std::uint64_t, bool> lines;
  for (const Rule* rule : rules) lines[rule->name.line] = lines[rule->name.line] || rule->fired;
  std::size_t hit = 0;
  for (const auto& [line, reached] : lines) {
    out << "DA:" << line << "," << (reached ? 1 : 0) << "\n";
    hit += reached ? 1 : 0;
  }
  out << "LF:" << lines.size() << "\nLH:" << hit << "\nend_of_record\n";
}

}  // namespace

void write_coverage_lcov(std::ostream& out, const TestReport& report) {
  std::map<std::string, std::vector<const Rule*>> files;
  for (const Rule& rule : report.coverage.rules) files[rule.name.file].push_back(&rule);
  for (const auto& [file, rules] : files) write_file(out, file, rules);
}

}  // namespace mingze::report
