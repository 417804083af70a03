# Builds the style sheets and scripts of pages into the library of report/: as they stand in
# report/page, with the digest by which a page's security policy admits them and nothing else.
set(page_folder ${PROJECT_SOURCE_DIR}/report/page)

# page_asset(NAME files…): the files one after the other, as PAGE_NAME and PAGE_NAME_SHA256
macro(page_asset name)
  set(PAGE_${name} "")
  foreach(file ${ARGN})
    file(READ ${page_folder}/${file} text)
    string(APPEND PAGE_${name} "${text}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_folder}/${file})
  endforeach()
  string(SHA256 PAGE_${name}_SHA256 "${PAGE_${name}}")
endmacro()

page_asset(HANDBOOK_STYLE page.css handbook.css)
page_asset(CHECK_STYLE page.css check.css)
page_asset(CHECK_SCRIPT check.js)
configure_file(cmake/page_assets.cpp.in page_assets.cpp @ONLY)
set_source_files_properties(${PROJECT_BINARY_DIR}/page_assets.cpp
                            PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
target_sources(mingze_report PRIVATE ${PROJECT_BINARY_DIR}/page_assets.cpp)
