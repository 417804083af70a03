# The library as others link it: all layers but the programs', once as a shared library and once as
# an archive. What leaves the shared one is marked MINGZE_API and stands in app/library/exports.map.
get_property(layers GLOBAL PROPERTY MINGZE_LAYERS)
list(REMOVE_ITEM layers app/cli app/embed)
set(objects $<TARGET_OBJECTS:mingze_embedded>)
set(dependencies)
foreach(layer ${layers})
  string(REPLACE "/" "_" name "mingze_${layer}")
  get_target_property(type ${name} TYPE)
  if(NOT type STREQUAL INTERFACE_LIBRARY)
    list(APPEND objects $<TARGET_OBJECTS:${name}>)
  endif()
  get_target_property(links ${name} INTERFACE_LINK_LIBRARIES)
  list(FILTER links EXCLUDE REGEX "mingze_")
  list(APPEND dependencies ${links})
endforeach()
list(REMOVE_DUPLICATES dependencies)

foreach(sort SHARED STATIC)
  string(TOLOWER mingze_${sort} target)
  add_library(${target} ${sort} ${objects})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME mingze LINKER_LANGUAGE CXX)
  target_include_directories(${target} INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
                             $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_compile_features(${target} INTERFACE cxx_std_20)
  foreach(dependency mingze_flags ${dependencies})  # cmake/install.cmake says what others need
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:${dependency}>)
  endforeach()
endforeach()
set(exports ${PROJECT_SOURCE_DIR}/app/library/exports.map)
set_target_properties(mingze_shared PROPERTIES VERSION ${PROJECT_VERSION}
                      SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
                      LINK_DEPENDS ${exports})
target_link_options(mingze_shared PRIVATE LINKER:--version-script=${exports})
