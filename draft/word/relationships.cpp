#include "draft/word/relationships.hpp"

#include <algorithm>
#include <vector>

#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

// Of pictures, links and the like: what is more or longer is left out.
constexpr std::size_t most_targets = 100'000;
constexpr std::size_t longest_target = 4000;

/// The path of a target, which is relative to the folder of the part unless it begins with /.
std::string resolved(std::string_view target, const std::string& part) {
  std::string path(target);
  if (!target.starts_with('/')) path = part.substr(0, part.rfind('/') + 1) + path;
  std::vector<std::string> steps;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string step = path.substr(begin, end - begin);
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    begin = end + 1;
  }
  std::string result;
  for (const std::string& step : steps) result += (result.empty() ? "" : "/") + step;
  return result;
}

class RelationshipReader final : public XmlHandler {
 public:
  explicit RelationshipReader(const std::string& part) : part_(part) {}

  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (name.space != XmlSpace::relationships || name.local != "Relationship") return;
    if (attributes.get("TargetMode") == "External" || parts.by_id.size() >= most_targets) return;
    for (const char* attribute : {"Type", "Target", "Id"})
      if (attributes.get(attribute).size() > longest_target) return;
    const std::string_view type = attributes.get("Type");
    const std::string_view word = type.substr(type.rfind('/') + 1);
    const std::string target = resolved(attributes.get("Target"), part_);
    parts.by_type.emplace(std::string(word), target);
    parts.by_id.emplace(std::string(attributes.get("Id")), target);
  }
  void end(XmlName, ByteRange) override {}
  void text(std::string_view, ByteRange) override {}

  Relationships parts;

 private:
  const std::string& part_;
};

}  // namespace

Result<Relationships> all_relationships_of(ZipPackage& package, const std::string& part,
                                           const std::string& name) {
  const std::size_t folder = part.rfind('/') + 1;
  const std::string path = part.substr(0, folder) + "_rels/" + part.substr(folder) + ".rels";
  RelationshipReader reader(part);
  if (!package.has(path)) return std::move(reader.parts);
  if (auto failed = read_xml(package, path, name, reader)) return *failed;
  return std::move(reader.parts);
}

Result<PartsByType> relationships_of(ZipPackage& package, const std::string& part,
                                     const std::string& name) {
  auto all = all_relationships_of(package, part, name);
  if (!all) return all.failure();
  return std::move(all.value().by_type);
}

}  // namespace mingze::draft
