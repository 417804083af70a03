# Every tests/fuzz/*.cpp but replay.cpp is a fuzz target; its seeds are tests/fuzz/seeds/NAME/*.
# With clang (preset fuzz) it runs under libFuzzer for MINGZE_FUZZ_SECONDS; in every other build its
# seeds run through it once, so that a crash found once stays found.
set(MINGZE_FUZZ_SECONDS 60 CACHE STRING "How long each fuzz target runs")

file(GLOB fuzz_targets CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
list(REMOVE_ITEM fuzz_targets ${CMAKE_CURRENT_LIST_DIR}/replay.cpp)
add_custom_target(fuzz_targets)
foreach(source ${fuzz_targets})
  get_filename_component(target ${source} NAME_WE)
  set(seeds ${CMAKE_CURRENT_LIST_DIR}/seeds/${target})
  add_executable(fuzz_${target} ${source})
  add_dependencies(fuzz_targets fuzz_${target})
  if(target STREQUAL call_interface)  # from outside
    target_link_libraries(fuzz_${target} PRIVATE mingze_flags mingze_shared)
  else()
    target_link_libraries(fuzz_${target} PRIVATE mingze_app_session mingze_embedded
                          mingze_dsl_format)
  endif()
  if(MINGZE_FUZZ)
    target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
    set(found ${CMAKE_CURRENT_BINARY_DIR}/found/${target})
    file(MAKE_DIRECTORY ${found})
    # The same seed gives the same inputs: a longer run goes over all that a shorter one tries.
    add_test(NAME fuzz:${target} COMMAND fuzz_${target} -seed=1
             -max_total_time=${MINGZE_FUZZ_SECONDS} -timeout=10 -rss_limit_mb=4096
             -max_len=16384 -print_final_stats=1
             -artifact_prefix=${CMAKE_CURRENT_BINARY_DIR}/ ${found} ${seeds})
  else()
    target_sources(fuzz_${target} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/replay.cpp)
    add_test(NAME fuzz:${target}:seeds COMMAND fuzz_${target} ${seeds})
  endif()
endforeach()
