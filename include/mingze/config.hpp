/// \file
/// What the other headers are made with: which names leave the library, and the version.
#pragma once

#include <string_view>

/// Marks what the shared library exports; everything else is hidden.
#if defined(__GNUC__)
#define MINGZE_API __attribute__((visibility("default")))
#else
#define MINGZE_API
#endif

/// \namespace mingze
/// The library for C++. Everything begins with mingze::Engine.

/// Begins the namespace of the interface.
/// The interface lives in a namespace of its own, so that it shares no name with what is inside. It
/// is inline for whoever uses the library: mingze::Engine is mingze::v1::Engine.
#if defined(MINGZE_INSIDE)
#define MINGZE_BEGIN namespace mingze::v1 {
#else
#define MINGZE_BEGIN namespace mingze::inline v1 {
#endif
/// Ends it.
#define MINGZE_END }

MINGZE_BEGIN

/// The version of the library that runs, as `mingze --version` says it: "0.2.0". Semantic
/// versioning (docs/stability.md). Lives as long as the program. Never fails; any thread.
[[nodiscard]] MINGZE_API std::string_view version() noexcept;

MINGZE_END
