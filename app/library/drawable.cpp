#include "app/library/drawable.hpp"

#include <sstream>

#include "app/library/errors.hpp"

namespace mingze::v1 {

Error no_such_format(const std::string& formats) {
  return error_of(
      Failure{"unknown-format",
              "",
              {"没有这种格式；有：" + formats, "no such format; there are: " + formats}});
}

Result<std::string> written(const std::function<void(std::ostream&)>& write) {
  std::ostringstream out;
  write(out);
  return std::move(out).str();
}

Result<std::string> written(mingze::Result<std::string> document) {
  if (!document) return error_of(document.failure());
  return std::move(document.value());
}

Result<std::string> Drawable::render(Format format, Language language) const {
  return guarded<Result<std::string>>([&]() -> Result<std::string> {
    if (inside_ == nullptr)
      return error_of(Failure{"nothing-to-draw",
                              "",
                              {"这不是引擎给出的结果，没有可画的内容",
                               "no engine gave this, so there is nothing to draw"}});
    if (auto drawn = inside_->draw(format, language_of(language))) return *std::move(drawn);
    return no_such_format(inside_->formats);
  });
}

}  // namespace mingze::v1
