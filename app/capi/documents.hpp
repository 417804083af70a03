// The JSON of mingze.h that is not a report: docs/schema/c.schema.json.
#pragma once

#include <mingze/mingze.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <mingze/mingze.h>

namespace mingze::capi {

// --- in: each throws Exception, with the place or the member that is wrong. `argument` is what
// mingze.h calls the text. ---

[[nodiscard]] Inputs inputs_from(std::string_view json, const char* argument);
[[nodiscard]] Fact fact_from(std::string_view json, const char* argument);
[[nodiscard]] Fields key_from(std::string_view json, const char* argument);
[[nodiscard]] Engine::Selection selection_from(std::string_view json, const char* argument);
[[nodiscard]] CheckOptions check_options_from(std::string_view json, const char* argument);

// --- out ---

[[nodiscard]] std::string json_of(const Error& error, mingze_status status);
[[nodiscard]] std::string json_of(const std::vector<Relation>& relations);
[[nodiscard]] std::string json_of(const std::vector<std::string>& ids);
[[nodiscard]] std::string json_of(const std::vector<Name>& names);
[[nodiscard]] std::string json_of(const std::vector<Message>& messages);
[[nodiscard]] std::string json_of(const Fact& fact);
[[nodiscard]] std::string json_of(const Summary& summary);
[[nodiscard]] std::string json_of(const Decision& decision);
[[nodiscard]] std::string json_of(const std::vector<Candidate>& candidates);
[[nodiscard]] std::string json_of(const Finding& finding);

}  // namespace mingze::capi
