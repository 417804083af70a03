// JSON that callers hand in. It is taken strictly: a member that is unknown, twice or of another
// type is an error, so that a mistyped one does not pass for one left out.
#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "app/capi/call.hpp"
#include "app/capi/documents.hpp"

namespace mingze::capi {
namespace {

using Json = nlohmann::json;

/// Where a byte of a text stands.
Place place_of(std::string_view text, std::size_t at, const char* argument) {
  Place place;
  place.file = argument;
  place.line = 1;
  place.column = 1;
  at = std::min(at, text.size());
  for (const char c : text.substr(0, at)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
  place.begin = static_cast<std::uint32_t>(at);
  place.end = static_cast<std::uint32_t>(std::min(at + 1, text.size()));
  return place;
}

[[noreturn]] void refuse_syntax(std::string_view text, std::size_t at, const char* argument) {
  const Place place = place_of(text, at, argument);
  const std::string name = argument;
  const std::string line = std::to_string(place.line);
  const std::string column = std::to_string(place.column);
  Error error =
      invalid("json-syntax",
              {"“" + name + "”第 " + line + " 行第 " + column + " 个字符起不是有效的 JSON",
               "“" + name + "” is no JSON from line " + line + ", column " + column},
              name);
  Diagnostic diagnostic;
  diagnostic.code = error.code;
  diagnostic.message = error.message;
  diagnostic.place = place;
  error.diagnostics.push_back(std::move(diagnostic));
  throw Exception(std::move(error));
}

[[noreturn]] void refuse_type(const std::string& where, const Message& wanted) {
  throw Exception(invalid(
      "json-type", {"“" + where + "”应当是" + wanted.zh, "“" + where + "” must be " + wanted.en},
      where));
}

[[noreturn]] void refuse_missing(const std::string& name, const std::string& where) {
  throw Exception(invalid(
      "json-member-missing",
      {"“" + where + "”缺少“" + name + "”", "“" + where + "” lacks “" + name + "”"}, where));
}

constexpr int most_depth = 64;  // what is wanted is four deep

/// Watches a text being parsed: throws where a name stands twice, or where it nests too deep.
class Watch {
 public:
  explicit Watch(const char* argument) : argument_(argument) {}

  bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
    using Event = Json::parse_event_t;
    if (depth > most_depth)
      throw Exception(invalid(
          "json-depth",
          {"“" + argument_ + "”嵌套超过 64 层", "“" + argument_ + "” is nested more than 64 deep"},
          argument_));
    if (event == Event::object_start) open_.emplace_back();
    if (event == Event::object_end) open_.pop_back();
    if (event == Event::key) name(parsed.get<std::string>());
    return true;
  }

 private:
  void name(const std::string& name) {
    if (open_.back().insert(name).second) return;
    throw Exception(invalid("json-member-twice",
                            {"“" + argument_ + "”里有两个“" + name + "”，应当留一个",
                             "“" + name + "” stands twice in “" + argument_ + "”: keep one"},
                            argument_));
  }

  std::string argument_;
  std::vector<std::set<std::string>> open_;
};

/// An object, whole and without a name twice.
Json object_from(std::string_view text, const char* argument) {
  Watch watch(argument);
  Json json;
  try {
    json = Json::parse(text, std::ref(watch));
  } catch (const Json::parse_error& error) {
    refuse_syntax(text, error.byte == 0 ? 0 : error.byte - 1, argument);
  } catch (const Json::out_of_range&) {
    const std::string name = argument;
    throw Exception(
        invalid("json-number",
                {"“" + name + "”里有太大的数字", "“" + name + "” has a number too large"}, name));
  }
  if (!json.is_object()) refuse_type(argument, {"对象 {…}", "an object {…}"});
  return json;
}

const std::string& text_from(const Json& json, const std::string& where) {
  if (!json.is_string()) refuse_type(where, {"文字", "text"});
  return json.get_ref<const std::string&>();
}

/// The members of an object, each taken once by its name.
class Members {
 public:
  Members(Json object, std::string where) : object_(std::move(object)), where_(std::move(where)) {
    if (!object_.is_object()) refuse_type(where_, {"对象 {…}", "an object {…}"});
  }

  void take(const char* name, std::string& text) {
    if (const auto member = taken(name)) text = text_from(*member, at(name));
  }
  void take(const char* name, bool& flag) {
    const auto member = taken(name);
    if (!member) return;
    if (!member->is_boolean()) refuse_type(at(name), {" true 或 false", "true or false"});
    flag = member->get<bool>();
  }
  void take(const char* name, std::vector<std::string>& texts) {
    each(name, [&](const Json& one, const std::string& where) {
      texts.push_back(text_from(one, where));
    });
  }
  template <typename Visit>
  void each(const char* name, const Visit& visit) {
    const auto list = taken(name);
    if (!list) return;
    if (!list->is_array()) refuse_type(at(name), {"列表 […]", "a list […]"});
    for (std::size_t i = 0; i < list->size(); ++i)
      visit((*list)[i], at(name) + "/" + std::to_string(i));
  }
  /// Throws where there is no such member.
  void require(const char* name) const {
    if (!object_.contains(name)) refuse_missing(name, where_);
  }
  /// Throws where a member was not taken.
  void end() const {
    if (object_.empty()) return;
    const std::string name = object_.begin().key();
    throw Exception(invalid("json-member-unknown",
                            {"“" + where_ + "”里没有“" + name + "”这一项",
                             "“" + where_ + "” has no member “" + name + "”"},
                            where_));
  }

 private:
  std::optional<Json> taken(const char* name) {
    const auto member = object_.find(name);
    if (member == object_.end()) return std::nullopt;
    Json value = std::move(*member);
    object_.erase(member);
    return value;
  }
  std::string at(const char* name) const { return where_ + "/" + name; }

  Json object_;
  std::string where_;
};

/// Roles and what stands there: text, or a whole number.
Fields fields_from(const Json& object, const std::string& where) {
  Fields fields;
  for (const auto& [role, value] : object.items()) {
    if (value.is_number_integer())
      fields.push_back({role, value.dump()});
    else if (value.is_string())
      fields.push_back({role, value.get<std::string>()});
    else
      refuse_type(where + "/" + role, {"文字或整数", "text or a whole number"});
  }
  return fields;
}

}  // namespace

Inputs inputs_from(std::string_view json, const char* argument) {
  Inputs inputs;
  Members members(object_from(json, argument), argument);
  members.take("files", inputs.files);
  members.each("texts", [&](const Json& one, const std::string& where) {
    Text text;
    Members parts(one, where);
    parts.require("name");
    parts.require("text");
    parts.take("name", text.name);
    parts.take("text", text.text);
    parts.end();
    inputs.texts.push_back(std::move(text));
  });
  members.take("packs", inputs.packs);
  members.take("shipped_packs", inputs.shipped_packs);
  members.take("as_of", inputs.as_of);
  members.end();
  return inputs;
}

Fact fact_from(std::string_view json, const char* argument) {
  Json object = object_from(json, argument);
  if (!object.contains("relation")) refuse_missing("relation", argument);
  Fact fact;
  fact.relation = text_from(object["relation"], std::string(argument) + "/relation");
  object.erase("relation");
  fact.fields = fields_from(object, argument);
  return fact;
}

Fields key_from(std::string_view json, const char* argument) {
  return fields_from(object_from(json, argument), argument);
}

Engine::Selection selection_from(std::string_view json, const char* argument) {
  Engine::Selection selection;
  Members members(object_from(json, argument), argument);
  members.take("decision", selection.decision);
  members.take("relation", selection.relation);
  members.take("summary_only", selection.summary_only);
  members.take("allow", selection.allow);
  members.end();
  return selection;
}

CheckOptions check_options_from(std::string_view json, const char* argument) {
  CheckOptions options;
  Members members(object_from(json, argument), argument);
  members.take("jurisdiction", options.jurisdiction);
  members.take("allow", options.allow);
  members.take("names_as_of", options.names_as_of);
  members.take("original", options.original);
  members.end();
  return options;
}

}  // namespace mingze::capi
