#include "report/sarif_document.hpp"

namespace mingze::report {

namespace {

/// Files are named from the folder in which mingze runs; which that is, stands nowhere in the
/// output.
constexpr const char* source_root = "%SRCROOT%";

}  // namespace

void SarifDocument::begin(const SarifTool& tool, const std::string& command,
                          const std::vector<Failure>& failures, int exit_code) {
  json_.begin_object();
  json_.member("$schema",
               "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
               "sarif-schema-2.1.0.json");
  json_.member("version", "2.1.0");
  json_.key("runs");
  json_.begin_list();
  json_.begin_object();
  json_.key("tool");
  write_sarif_tool(json_, tool, language_);
  json_.key("automationDetails");
  json_.begin_object();
  json_.member("id", "mingze " + command + "/");
  json_.end_object();
  json_.member("language", sarif_language(language_));
  json_.member("columnKind", "utf16CodeUnits");
  list("newlineSequences", {"\r\n", "\n", "\r"});
  invocation(failures, exit_code);
  roots();
}

void SarifDocument::end() {
  json_.end_object();
  json_.end_list();
  json_.end_object();
  json_.finish();
}

void SarifDocument::text(std::string_view key, const std::string& text) {
  json_.key(key);
  json_.begin_object();
  json_.member("text", sarif_message(text));
  json_.end_object();
}

void SarifDocument::list(std::string_view key, const std::vector<const char*>& values) {
  json_.key(key);
  json_.begin_list();
  for (const char* value : values) json_.value(value);
  json_.end_list();
}

void SarifDocument::file(std::string_view key, const std::string& path,
                         std::optional<std::size_t> index) {
  json_.key(key);
  json_.begin_object();
  json_.member("uri", uri_of_path(path));
  if (!is_absolute(path)) json_.member("uriBaseId", source_root);
  if (index) json_.member_number("index", *index);
  json_.end_object();
}

void SarifDocument::place(const File& in, Span span) {
  json_.key("physicalLocation");
  json_.begin_object();
  file("artifactLocation", in.path, in.index);
  if (span.valid()) {
    json_.key("region");
    in.regions.write(json_, span, true);
  }
  json_.end_object();
}

void SarifDocument::fix(const File& in, Span span, const std::string& replacement,
                        const Message& message) {
  json_.begin_object();
  text("description", say(message));
  json_.key("artifactChanges");
  json_.begin_list();
  json_.begin_object();
  file("artifactLocation", in.path, in.index);
  json_.key("replacements");
  json_.begin_list();
  json_.begin_object();
  json_.key("deletedRegion");
  in.regions.write(json_, span, false);
  json_.key("insertedContent");
  json_.begin_object();
  json_.member("text", replacement);
  json_.end_object();
  json_.end_object();
  json_.end_list();
  json_.end_object();
  json_.end_list();
  json_.end_object();
}

void SarifDocument::suppressions(const char* kind, const Message* by) {
  json_.key("suppressions");
  json_.begin_list();
  if (by != nullptr) {
    json_.begin_object();
    json_.member("kind", kind);
    json_.member("status", "accepted");
    json_.member("justification", say(*by));
    json_.end_object();
  }
  json_.end_list();
}

void SarifDocument::fingerprint(const std::string& digits) {
  json_.key("partialFingerprints");
  json_.begin_object();
  json_.member("mingzeFinding/v1", digits);
  json_.end_object();
}

void SarifDocument::invocation(const std::vector<Failure>& failures, int exit_code) {
  json_.key("invocations");
  json_.begin_list();
  json_.begin_object();
  json_.member("executionSuccessful", exit_code < 2);
  json_.member_number("exitCode", static_cast<std::uint64_t>(exit_code));
  json_.key("toolExecutionNotifications");
  json_.begin_list();
  for (const Failure& failure : failures) notification(failure);
  json_.end_list();
  json_.end_object();
  json_.end_list();
}

void SarifDocument::notification(const Failure& failure) {
  json_.begin_object();
  json_.key("descriptor");
  json_.begin_object();
  json_.member("id", unreadable_file);
  json_.member_number("index", 0);
  json_.end_object();
  json_.member("level", "error");
  text("message", say(failure.message));
  json_.key("locations");
  json_.begin_list();
  json_.begin_object();
  json_.key("physicalLocation");
  json_.begin_object();
  file("artifactLocation", failure.subject);
  json_.end_object();
  json_.end_object();
  json_.end_list();
  json_.end_object();
}

void SarifDocument::roots() {
  json_.key("originalUriBaseIds");
  json_.begin_object();
  json_.key(source_root);
  json_.begin_object();
  text("description", say({"运行 mingze 的文件夹", "the folder in which mingze ran"}));
  json_.end_object();
  json_.end_object();
}

}  // namespace mingze::report
