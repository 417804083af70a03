// What an idle engine with the shipped packs takes: the process's memory, and its growth.
#include <mingze/mingze.hpp>

#include <fstream>
#include <iostream>
#include <string>

namespace {

/// A line of /proc/self/status, in kilobytes.
long kilobytes(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(name + ":")) return std::stol(line.substr(name.size() + 1));
  return -1;
}

void tell(const char* what, long before) {
  std::cout << what << ": " << kilobytes("VmRSS") << " kB resident, of which "
            << kilobytes("RssAnon") << " kB are the process's own; "
            << kilobytes("RssAnon") - before << " kB more than at the start\n";
}

}  // namespace

int main() {
  const long before = kilobytes("RssAnon");
  auto engine = mingze::Engine::load({.as_of = "2026-11-23"}).value();
  tell("loaded", before);
  engine.resolve().value();
  tell("resolved", before);
}
