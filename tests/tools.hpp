// Programs that tests use, and that `make test` installs.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>

/// Ends a test for want of a program where that is not `there`: skipped, and named as such in
/// ctest's summary; a failure with MINGZE_ALL_TOOLS in the environment, as CI has it, so that there
/// nothing goes untested.
#define NEED_TOOL(name, there)                                      \
  do {                                                              \
    if (there) break;                                               \
    if (std::getenv("MINGZE_ALL_TOOLS") != nullptr)                 \
      FAIL() << name << " is not here, and all tools are demanded"; \
    GTEST_SKIP() << name << " is not here";                         \
  } while (false)
