# What `make install` puts in place: the program, the library, shared and as an archive, its
# headers.

install(DIRECTORY include/mingze DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h")
install(TARGETS mingze_shared mingze_static
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
if(TARGET mingze_program)
  install(TARGETS mingze_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
