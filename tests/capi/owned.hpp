// A handle that is freed at the end of its scope, and the texts that functions give.
#pragma once

#include <gtest/gtest.h>

#include <mingze/mingze.h>

#include <string>
#include <utility>

#include "tests/capi/program.hpp"

namespace mingze::capi {

/// Owns a handle. `&owned` is where a function puts one.
template <typename Kind>
class Owned {
 public:
  Owned() = default;
  Owned(Owned&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Owned& operator=(Owned&&) = delete;
  ~Owned() { EXPECT_EQ(mingze_free(handle_), MINGZE_OK); }
  Kind** operator&() {  // NOLINT: as with smart pointers of C interfaces
    EXPECT_EQ(mingze_free(std::exchange(handle_, nullptr)), MINGZE_OK);
    return &handle_;
  }
  operator Kind*() const { return handle_; }  // NOLINT: as meant

 private:
  Kind* handle_ = nullptr;
};

using OwnedEngine = Owned<mingze_engine>;
using OwnedText = Owned<mingze_text>;
using OwnedError = Owned<mingze_error>;
using OwnedReport = Owned<mingze_report>;
using OwnedLimits = Owned<mingze_limits>;

inline std::string bytes_of(const mingze_text* text) {
  return {mingze_text_bytes(text), mingze_text_size(text)};
}

/// The small program, loaded, with a fact; resolved where asked.
inline OwnedEngine small_engine(bool resolved = true) {
  OwnedEngine engine;
  OwnedError error;
  EXPECT_EQ(mingze_engine_load(small_program, nullptr, &engine, &error), MINGZE_OK)
      << mingze_error_report(error, MINGZE_EN);
  EXPECT_EQ(mingze_engine_add(engine, R"({"relation":"handled","place":"临江市","matter":"清淤"})",
                              nullptr, &error),
            MINGZE_OK)
      << mingze_error_report(error, MINGZE_EN);
  if (resolved) {
    EXPECT_EQ(mingze_engine_resolve(engine, nullptr, nullptr, &error), MINGZE_OK)
        << mingze_error_report(error, MINGZE_EN);
  }
  return engine;
}

}  // namespace mingze::capi
