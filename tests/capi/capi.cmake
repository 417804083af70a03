# The C interface, tried from outside: against the shared library alone. What is C is compiled as
# C99 with warnings as errors, and so is the example of docs/c.md, which must print what the page
# says.
enable_language(C)
set(c99 -std=c99 -Wall -Wextra -Wpedantic -Werror)

mingze_test(capi LIBRARIES mingze_flags mingze_shared nlohmann_json::nlohmann_json)
target_sources(test_capi PRIVATE ${CMAKE_CURRENT_LIST_DIR}/every_function.c)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/every_function.c
                            PROPERTIES COMPILE_OPTIONS "${c99}")

set(page ${PROJECT_SOURCE_DIR}/docs/c.md)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
set(example ${CMAKE_CURRENT_BINARY_DIR}/c_page)
file(READ ${page} text)
foreach(part "c" "text")
  string(REGEX MATCH "\n```${part}\n([^`]*)```\n" block "${text}")
  file(CONFIGURE OUTPUT ${example}.${part} CONTENT "@CMAKE_MATCH_1@" @ONLY)
endforeach()
add_executable(c_page ${example}.c)
target_link_libraries(c_page PRIVATE mingze_flags mingze_shared)
target_compile_options(c_page PRIVATE ${c99})
add_dependencies(test_capi c_page)
target_compile_definitions(test_capi PRIVATE
  MINGZE_LIBRARY="$<TARGET_FILE:mingze_shared>" MINGZE_VERSION="${PROJECT_VERSION}"
  MINGZE_C_PAGE="$<TARGET_FILE:c_page>" MINGZE_C_PAGE_OUTPUT="${example}.text")
