// What reports are drawn from.
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>

#include <mingze/answers.hpp>

#include "engine/base/diagnostic.hpp"
#include "engine/base/result.hpp"

namespace mingze::v1 {

/// Draws in a format; nothing where the report has no such format.
using Draw =
    std::function<std::optional<Result<std::string>>(Format format, mingze::Language language)>;

struct Drawable::Inside {
  Draw draw;
  std::string formats;  ///< those that there are, for people
};

[[nodiscard]] inline mingze::Language language_of(Language language) {
  return language == Language::zh ? mingze::Language::zh : mingze::Language::en;
}

/// A format that a report does not have.
[[nodiscard]] Error no_such_format(const std::string& formats);
[[nodiscard]] Result<std::string> written(const std::function<void(std::ostream&)>& write);
[[nodiscard]] Result<std::string> written(mingze::Result<std::string> document);

}  // namespace mingze::v1
