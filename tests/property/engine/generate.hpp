// Random sketches, and checks with a seed of their own.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <sstream>

#include "tests/property/engine/sketch.hpp"

namespace mingze::property {

[[nodiscard]] rc::Gen<ProgramSketch> sketches();
/// Programs with many candidates for each key of one decision, from rules over few sentences:
/// overrides, grounds, bars and circles of defeats are the rule and not the exception.
[[nodiscard]] rc::Gen<ProgramSketch> crowded_sketches();
/// The same, where every second rule goes down a hierarchy that the facts are full of.
[[nodiscard]] rc::Gen<ProgramSketch> steep_sketches();

/// Checks a property `count` times with a fixed seed, so that a run tells what the last one told;
/// with RC_PARAMS in the environment, as that says.
template <typename Property>
void check_seeded(int count, Property property) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  if (std::getenv("RC_PARAMS") == nullptr) {
    params.seed = 20261123;
    params.maxSuccess = count;
  }
  rc::detail::TestMetadata metadata;
  metadata.id = testing::UnitTest::GetInstance()->current_test_info()->name();
  const auto result = rc::detail::checkTestable(property, metadata, params);
  if (result.template is<rc::detail::SuccessResult>()) return;
  std::ostringstream text;
  rc::detail::printResultMessage(result, text);
  FAIL() << text.str();
}

}  // namespace mingze::property
