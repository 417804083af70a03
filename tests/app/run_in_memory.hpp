// Runs the command line: over files that exist only in memory, or any others.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "app/cli/run.hpp"
#include "app/session/embedded.hpp"
#include "tests/app/every_run.hpp"

namespace mingze::app {

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

/// On 2026-11-23, with no terminal, this locale and these variables of the environment.
inline Ran run_over(const FileSystem& files, const std::vector<std::string>& arguments,
                    const std::string& locale = "zh_CN.UTF-8",
                    const std::map<std::string, std::string>& environment = {}) {
  std::ostringstream out;
  std::ostringstream err;
  const Terminal terminal{
      out, err, false, false, 100, *parse_date("2026-11-23"), [&](const std::string& name) {
        const auto told = environment.find(name);
        if (told != environment.end()) return told->second;
        return name == "LANG" ? locale : std::string();
      }};
  const int code = run_command_line(arguments, terminal, files, Packs(embedded_archive()));
  const Ran ran{code, out.str(), err.str()};
  const std::string output = output_of(arguments);
  const bool wrote = !output.empty() && files.kind(output) == PathKind::file;
  expect_of_every_run(
      {arguments, code, ran.out, ran.err, wrote ? files.read(output).value() : std::string()});
  return ran;
}

inline Ran run_in_memory(const MemoryFiles& files, const std::vector<std::string>& arguments,
                         const std::string& locale = "zh_CN.UTF-8",
                         const std::map<std::string, std::string>& environment = {}) {
  return run_over(files, arguments, locale, environment);
}

/// A program about rivers: one decided key, one missing, one conflict, and a finding.
inline constexpr const char* rivers = R"(kind place = 地方.
kind line = 条线.
kind matter = 事项.
relation approves "{line} approves {matter}" | "{line} 审批 {matter}".
relation handled "{matter} is handled in {place}" | "{place} 办理 {matter}".
decision leads "{line} leads {matter} in {place}" | "{line} 在 {place} 牵头 {matter}"
  one line per matter, place for every "{matter} is handled in {place}".
source law "水法" rank 1.
rule approver-leads "谁审批谁负责" cites law "第三条"
  if L approves M and M is handled in P then L leads M in P.
finding busy warning "{L} approves too much" | "{L}审批太多" on L
  if at least 2 M with L approves M.
place suzhou "苏州市". line water "水务". line roads "交通".
matter dredging "清淤". matter bridges "桥梁". matter noise "噪声".
suzhou 办理 dredging. suzhou 办理 bridges. suzhou 办理 noise.
water 审批 dredging. water 审批 bridges. roads 审批 bridges.
test "approver leads" expect water leads dredging in suzhou and finding busy on water.
test "wrong" expect roads leads dredging in suzhou and no finding leads-conflict.
)";

}  // namespace mingze::app
