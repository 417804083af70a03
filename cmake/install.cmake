# What `make install` puts in place: the program, the library (one archive a layer) with its
# headers, and the package that find_package(mingze) reads: link mingze::mingze.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

get_property(layers GLOBAL PROPERTY MINGZE_LAYERS)
list(REMOVE_ITEM layers app/cli)
set(libraries mingze_flags mingze_embedded)
foreach(layer ${layers})
  string(REPLACE "/" "_" name "mingze_${layer}")
  list(APPEND libraries ${name})
  cmake_path(GET layer PARENT_PATH parent)
  install(DIRECTORY ${layer} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/mingze/${parent}
          FILES_MATCHING PATTERN "*.hpp")
endforeach()

add_library(mingze INTERFACE)
target_link_libraries(mingze INTERFACE mingze_app_session mingze_embedded)
install(TARGETS mingze ${libraries} EXPORT mingze
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/mingze)
install(EXPORT mingze NAMESPACE mingze:: FILE targets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/mingze)

configure_file(cmake/config.cmake.in mingze-config.cmake @ONLY)
write_basic_package_version_file(mingze-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/mingze-config.cmake
              ${PROJECT_BINARY_DIR}/mingze-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/mingze)

if(TARGET mingze_program)
  install(TARGETS mingze_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
