# Builds the packs under rules/ into a library of their own, mingze_embedded: parsed, lowered and
# evaluated now, so that no start has to. Only programs link it, so that nothing waits for it.
file(GLOB pack_files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
     ${PROJECT_SOURCE_DIR}/rules/*/*.mz ${PROJECT_SOURCE_DIR}/rules/*/*.tsv)
set(pack_folders)
foreach(file ${pack_files})
  cmake_path(GET file PARENT_PATH folder)
  list(APPEND pack_folders ${folder})
endforeach()
list(REMOVE_DUPLICATES pack_folders)
list(TRANSFORM pack_files PREPEND ${PROJECT_SOURCE_DIR}/)

add_executable(mingze_embed app/embed/main.cpp)
target_link_libraries(mingze_embed PRIVATE mingze_app_embed)

set(archive ${PROJECT_BINARY_DIR}/packs.bin)
add_custom_command(
  OUTPUT ${archive}
  COMMAND mingze_embed ${archive} ${PROJECT_SOURCE_DIR} ${pack_folders}
  DEPENDS mingze_embed ${pack_files}
  COMMENT "Embedding rules" VERBATIM)

configure_file(cmake/embedded_archive.cpp.in embedded_archive.cpp @ONLY)
set_source_files_properties(${PROJECT_BINARY_DIR}/embedded_archive.cpp
                            PROPERTIES OBJECT_DEPENDS ${archive})
add_library(mingze_embedded STATIC ${PROJECT_BINARY_DIR}/embedded_archive.cpp)
target_link_libraries(mingze_embedded PRIVATE mingze_flags)
