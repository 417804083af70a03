#include "tests/language/compare_json.hpp"

#include <nlohmann/json.hpp>

namespace mingze::test {

namespace {

using Json = nlohmann::json;

std::string unlike(const std::string& what, const Json& got, const Json& want) {
  if (got == want) return "";
  return what + "\n  got  " + got.dump() + "\n  want " + want.dump() + "\n";
}

}  // namespace

std::string difference_of_resolutions(const std::string& actual, const std::string& expected) {
  const Json got = Json::parse(actual, nullptr, false);
  const Json want = Json::parse(expected, nullptr, false);
  if (got.is_discarded() || want.is_discarded()) return "no JSON: " + actual;
  std::string out = unlike("summary", got.at("summary"), want.at("summary"));
  const Json& decisions = want.at("decisions");
  out += unlike("decisions", got.at("decisions").size(), decisions.size());
  for (std::size_t i = 0; i < std::min(got.at("decisions").size(), decisions.size()); ++i)
    out += unlike("decision " + std::to_string(i), got.at("decisions")[i], decisions[i]);
  const Json& findings = want.at("findings");
  out += unlike("findings", got.at("findings").size(), findings.size());
  for (std::size_t i = 0; i < std::min(got.at("findings").size(), findings.size()); ++i)
    for (const auto& [part, value] : findings[i].items())
      out += unlike("finding " + std::to_string(i) + " " + part,
                    got.at("findings")[i].value(part, Json()), value);
  return out;
}

}  // namespace mingze::test
