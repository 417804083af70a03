// The part of JSON Schema that docs/schema/ uses.
#pragma once

#include <nlohmann/json.hpp>
#include <regex>
#include <string>

namespace mingze::app {

/// Checks a document against a schema: type, properties, required, additionalProperties, items,
/// enum, const, pattern, minimum, oneOf and $ref into the same document.
class SchemaChecker {
 public:
  using Json = nlohmann::json;
  explicit SchemaChecker(const Json& root) : root_(root) {}

  /// What is wrong, one line each; empty if nothing is.
  std::string check(const Json& schema, const Json& value, const std::string& at = "") {
    if (schema.is_boolean()) return schema.get<bool>() ? "" : at + ": not allowed here\n";
    if (schema.contains("$ref")) {
      const std::string path = schema["$ref"].get<std::string>().substr(1);
      return check(root_.at(Json::json_pointer(path)), value, at);
    }
    std::string wrong;
    for (const auto& [keyword, argument] : schema.items())
      wrong += apply(keyword, argument, schema, value, at);
    return wrong;
  }

 private:
  std::string apply(const std::string& keyword, const Json& argument, const Json& schema,
                    const Json& value, const std::string& at) {
    if (keyword == "type") return type(argument, value, at);
    if (keyword == "const") return value == argument ? "" : at + ": not " + argument.dump() + "\n";
    if (keyword == "enum")
      return std::find(argument.begin(), argument.end(), value) != argument.end()
                 ? ""
                 : at + ": not one of " + argument.dump() + "\n";
    if (keyword == "minimum" && value.is_number())
      return value < argument ? at + ": too small\n" : "";
    if (keyword == "pattern" && value.is_string())
      return std::regex_search(value.get<std::string>(), std::regex(argument.get<std::string>()))
                 ? ""
                 : at + ": does not match " + argument.dump() + "\n";
    if (keyword == "required") return required(argument, value, at);
    if (keyword == "properties" || keyword == "additionalProperties")
      return keyword == "properties" || !schema.contains("properties")
                 ? properties(schema, value, at)
                 : "";
    if (keyword == "items" && value.is_array()) return items(argument, value, at);
    if (keyword == "oneOf") return one_of(argument, value, at);
    return "";
  }

  std::string type(const Json& wanted, const Json& value, const std::string& at) {
    const auto is = [&](const std::string& name) {
      if (name == "object") return value.is_object();
      if (name == "array") return value.is_array();
      if (name == "string") return value.is_string();
      if (name == "integer") return value.is_number_integer();
      if (name == "number") return value.is_number();
      if (name == "boolean") return value.is_boolean();
      return name == "null" && value.is_null();
    };
    if (wanted.is_string()) return is(wanted) ? "" : at + ": no " + wanted.dump() + "\n";
    for (const auto& name : wanted)
      if (is(name)) return "";
    return at + ": none of " + wanted.dump() + "\n";
  }

  std::string required(const Json& names, const Json& value, const std::string& at) {
    std::string wrong;
    for (const auto& name : names)
      if (!value.contains(name)) wrong += at + ": lacks " + name.dump() + "\n";
    return wrong;
  }

  std::string properties(const Json& schema, const Json& value, const std::string& at) {
    if (!value.is_object()) return "";
    const Json known = schema.value("properties", Json::object());
    const Json other = schema.value("additionalProperties", Json(true));
    std::string wrong;
    for (const auto& [name, member] : value.items())
      wrong += check(known.contains(name) ? known[name] : other, member, at + "/" + name);
    return wrong;
  }

  std::string items(const Json& schema, const Json& value, const std::string& at) {
    std::string wrong;
    for (std::size_t i = 0; i < value.size(); ++i)
      wrong += check(schema, value[i], at + "/" + std::to_string(i));
    return wrong;
  }

  std::string one_of(const Json& schemas, const Json& value, const std::string& at) {
    int fitting = 0;
    std::string wrong;
    for (const auto& schema : schemas) {
      const std::string one = check(schema, value, at);
      fitting += one.empty() ? 1 : 0;
      wrong += one;
    }
    return fitting == 1 ? "" : at + ": fits " + std::to_string(fitting) + " of oneOf\n" + wrong;
  }

  const Json& root_;
};

inline std::string schema_violations(const nlohmann::json& schema, const nlohmann::json& document) {
  return SchemaChecker(schema).check(schema, document);
}

}  // namespace mingze::app
