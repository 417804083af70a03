#include "app/session/names.hpp"

#include "dsl/check/resolve.hpp"

namespace mingze::app {

std::vector<std::pair<KindId, Value>> meanings_of(const std::string& option,
                                                  const std::string& name, Workspace& workspace,
                                                  Prepared& prepared) {
  const SourceId source = workspace.sources().add(option, name);
  const dsl::Word word{
      name, dsl::Form::string, {source, 0, static_cast<std::uint32_t>(name.size())}};
  dsl::Resolver resolver(prepared.program().symbols, prepared.lowered.vocabulary,
                         workspace.problems().diagnostics);
  return resolver.in_any_kind(word, {prepared.program().as_of});
}

}  // namespace mingze::app
