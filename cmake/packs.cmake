# Builds the packs under rules/ into the library of app/session: parsed now, so that no start has
# to.
file(GLOB pack_files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
     ${PROJECT_SOURCE_DIR}/rules/*/*.mz ${PROJECT_SOURCE_DIR}/rules/*/*.tsv)
set(pack_folders)
foreach(file ${pack_files})
  cmake_path(GET file PARENT_PATH folder)
  list(APPEND pack_folders ${folder})
endforeach()
list(REMOVE_DUPLICATES pack_folders)
list(TRANSFORM pack_files PREPEND ${PROJECT_SOURCE_DIR}/)

add_executable(mingze_embed app/pack/main.cpp)
target_link_libraries(mingze_embed PRIVATE mingze_app_pack)

set(archive ${PROJECT_BINARY_DIR}/packs.bin)
add_custom_command(
  OUTPUT ${archive}
  COMMAND mingze_embed ${archive} ${PROJECT_SOURCE_DIR} ${pack_folders}
  DEPENDS mingze_embed ${pack_files}
  COMMENT "Embedding rules" VERBATIM)
add_custom_target(mingze_generated DEPENDS ${archive})

configure_file(cmake/embedded_archive.cpp.in embedded_archive.cpp @ONLY)
# Compiled alone: in a file with others its dependence on the archive would be lost.
set_source_files_properties(${PROJECT_BINARY_DIR}/embedded_archive.cpp
                            PROPERTIES OBJECT_DEPENDS ${archive} SKIP_UNITY_BUILD_INCLUSION ON)
target_sources(mingze_app_session PRIVATE ${PROJECT_BINARY_DIR}/embedded_archive.cpp)
add_dependencies(mingze_app_session mingze_generated)
