# What `make install` puts in place: the program, the library, shared and as an archive, its
# headers, what find_package(mingze) and pkg-config read, the documentation, which has the schemas,
# and the licence. All of it may be moved.
include(CMakePackageConfigHelpers)

install(DIRECTORY include/mingze DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h")
install(TARGETS mingze_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR}  # `docs/…` in the headers
        PATTERN Doxyfile EXCLUDE PATTERN reference.sh EXCLUDE)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# What the archive is linked with, as pkg-config calls it: of all that the layers use, whatever is
# more than headers. Both packages are made from this list.
set(linked)
foreach(dependency ${dependencies})
  get_target_property(name ${dependency} MINGZE_PKG_CONFIG)
  if(name)
    list(APPEND linked ${name})
  elseif(NOT dependency MATCHES "^(Boost::headers|nlohmann_json::nlohmann_json)$")
    message(FATAL_ERROR "cmake/dependencies.cmake does not say what pkg-config calls ${dependency}")
  endif()
endforeach()
list(SORT linked)

# find_package: the shared library, and with COMPONENTS static the archive, a file each.
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/mingze)
set_target_properties(mingze_shared PROPERTIES EXPORT_NAME mingze)
set_target_properties(mingze_static PROPERTIES EXPORT_NAME static)
foreach(sort shared static)
  install(TARGETS mingze_${sort} EXPORT mingze-${sort}
          LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(EXPORT mingze-${sort} NAMESPACE mingze:: DESTINATION ${package})
endforeach()
list(JOIN linked " " linked_names)
configure_package_config_file(cmake/config.cmake.in mingze-config.cmake
                              INSTALL_DESTINATION ${package} NO_SET_AND_CHECK_MACRO)
# docs/stability.md: before 1.0 a minor version may change the interface.
set(compatible SameMajorVersion)
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatible SameMinorVersion)
endif()
write_basic_package_version_file(mingze-config-version.cmake COMPATIBILITY ${compatible})
install(FILES ${PROJECT_BINARY_DIR}/mingze-config.cmake
              ${PROJECT_BINARY_DIR}/mingze-config-version.cmake DESTINATION ${package})

# pkg-config: what is linked stands there as it is, since pkg-config would ask for the packages of a
# Requires.private for the shared library, too.
pkg_check_modules(linked REQUIRED QUIET ${linked})
list(JOIN linked_LDFLAGS " " linked_flags)
file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" up "${up}")
configure_file(cmake/mingze.pc.in mingze.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/mingze.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
