#include <mingze/result.hpp>

namespace mingze::v1 {

Exception::Exception(Error error) : std::runtime_error(error.report_en), error_(std::move(error)) {}
Exception::Exception(const Exception&) = default;
Exception& Exception::operator=(const Exception&) = default;
Exception::~Exception() = default;
const Error& Exception::error() const noexcept { return error_; }

namespace inside {
void fail(const Error& error) { throw Exception(error); }
}  // namespace inside

}  // namespace mingze::v1
