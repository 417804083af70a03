# One INTERFACE target carries the language level, warnings, sanitizers and coverage.
option(MINGZE_WERROR "Warnings are errors" OFF)
option(MINGZE_TESTS "Build the tests" ON)
option(MINGZE_BENCH "Build the benchmarks" OFF)
option(MINGZE_FUZZ "Build the fuzz targets (clang)" OFF)
set(MINGZE_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize= (address,undefined or thread)")
option(MINGZE_COVERAGE "Instrument for coverage" OFF)

add_library(mingze_flags INTERFACE)
target_compile_features(mingze_flags INTERFACE cxx_std_20)
target_include_directories(mingze_flags INTERFACE ${PROJECT_SOURCE_DIR}
                           ${PROJECT_SOURCE_DIR}/include)
# Tests that are compiled together see each other's constants, and shadow them.
target_compile_options(mingze_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:MINGZE_SEES_NEIGHBOURS>>>:-Wshadow>)
# GCC 12 warns wrongly of overlapping copies in std::string's operator+ (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(mingze_flags INTERFACE -Wno-restrict)
endif()
if(MINGZE_WERROR)
  target_compile_options(mingze_flags INTERFACE -Werror)
endif()
# What uses the shared library alone has to be sanitized with it.
add_library(mingze_sanitized INTERFACE)
target_link_libraries(mingze_flags INTERFACE mingze_sanitized)
if(MINGZE_SANITIZE)
  target_compile_options(mingze_sanitized INTERFACE -fsanitize=${MINGZE_SANITIZE}
                         -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(mingze_sanitized INTERFACE -fsanitize=${MINGZE_SANITIZE})
endif()
if(MINGZE_FUZZ)
  target_compile_options(mingze_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(MINGZE_COVERAGE)
  target_compile_options(mingze_flags INTERFACE --coverage)
  target_link_options(mingze_flags INTERFACE --coverage)
endif()

# Whoever looks for leaks or counts lines needs a process that ends in the regular way.
if(MINGZE_SANITIZE OR MINGZE_FUZZ OR MINGZE_COVERAGE)
  target_compile_definitions(mingze_flags INTERFACE MINGZE_TEAR_DOWN)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
