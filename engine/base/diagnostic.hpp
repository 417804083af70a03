// A user's mistake as a value: collected, all of them in one run, never thrown.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/span.hpp"

namespace mingze {

enum class Language { zh, en };
constexpr std::uint64_t values_of(Language) { return 2; }

/// One message in both languages, written once, beside each other.
struct Message {
  std::string zh;
  std::string en;
  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::zh ? zh : en;
  }
  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  bool operator==(const Message&) const = default;
};

enum class Severity { error, warning, note };
constexpr std::uint64_t values_of(Severity) { return 3; }

/// A further place that belongs to a diagnostic ("declared first here").
struct Label {
  Span span;
  Message message;
};

/// What the words at `span` could be replaced with.
struct Repair {
  Span span;
  std::string replacement;
  Message message;
};

/// What is wrong (`message`), where (`span`), why and what to do (`notes`, `repairs`).
/// `code` is stable, in kebab case, and in the catalogue (`mingze codes`).
struct Diagnostic {
  std::string code;
  Severity severity = Severity::error;
  Message message;
  Span span;
  std::vector<Label> related = {};
  std::vector<Message> notes = {};
  std::vector<Repair> repairs = {};
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] inline bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace mingze
