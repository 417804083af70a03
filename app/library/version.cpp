#include <mingze/config.hpp>

namespace mingze::v1 {

std::string_view version() noexcept { return MINGZE_VERSION; }

}  // namespace mingze::v1
