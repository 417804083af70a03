// make_facts WORKLOAD SIZE SEED FOLDER: writes the facts of a folder of bench/workloads.
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <string>

#include "bench/generate/facts/workloads.hpp"

namespace {

using namespace mingze::bench;
using Make = std::function<void(std::size_t, std::uint64_t, Folder&)>;

const std::map<std::string, Make, std::less<>>& workloads() {
  static const std::map<std::string, Make, std::less<>> all = {
      {"nation", [](auto size, auto seed, Folder& to) { make_nation(size, true, seed, to); }},
      {"province", [](auto size, auto seed, Folder& to) { make_nation(size, false, seed, to); }},
      {"villages", make_villages},
      {"random", make_random_graph},
      {"grid", [](auto size, auto, Folder& to) { make_grid(size, to); }},
      {"same-generation", make_generations},
      {"points-to", make_points_to},
      {"wide-join", make_wide_join},
      {"cases", make_cases},
  };
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  const auto workload = argc == 5 ? workloads().find(argv[1]) : workloads().end();
  if (workload == workloads().end()) {
    std::cerr << "make_facts WORKLOAD SIZE SEED FOLDER, where WORKLOAD is one of:\n";
    for (const auto& [name, make] : workloads()) std::cerr << "  " << name << '\n';
    return 2;
  }
  Folder folder;
  workload->second(std::strtoull(argv[2], nullptr, 10), std::strtoull(argv[3], nullptr, 10),
                   folder);
  if (folder.write(argv[4])) return 0;
  std::cerr << argv[4] << ": cannot be written\n";
  return 1;
}
