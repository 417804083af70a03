# The one table of who may include whom. A folder is one static library; it may include itself and
# the folders named here, which stand above it (tests/architecture reads this file).
#
# mingze_layer(FOLDER [TOGETHER n] MAY_INCLUDE folders… [USES imported targets…])
# TOGETHER: n files are compiled as one, where each includes the same heavy headers.
function(mingze_layer folder)
  cmake_parse_arguments(LAYER "" "TOGETHER" "MAY_INCLUDE;USES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")  # a program's, not the library's
  string(REPLACE "/" "_" name "mingze_${folder}")
  if(sources)
    add_library(${name} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  if(LAYER_TOGETHER)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE
                          ${LAYER_TOGETHER})
  endif()
  target_link_libraries(${name} ${scope} mingze_flags ${LAYER_USES})
  foreach(lower ${LAYER_MAY_INCLUDE})
    string(REPLACE "/" "_" lower_name "mingze_${lower}")
    target_link_libraries(${name} ${scope} ${lower_name})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY MINGZE_LAYERS ${folder})
endfunction()

mingze_layer(engine/base USES PkgConfig::utf8proc fmt::fmt)
mingze_layer(engine/program MAY_INCLUDE engine/base)
mingze_layer(engine/facts TOGETHER 5
  MAY_INCLUDE engine/base engine/program
  USES Boost::headers nlohmann_json::nlohmann_json SQLite::SQLite3)
mingze_layer(engine/plan TOGETHER 6 MAY_INCLUDE engine/base engine/program USES Boost::headers)
mingze_layer(engine/evaluate TOGETHER 5
  MAY_INCLUDE engine/base engine/program engine/facts engine/plan)
mingze_layer(engine/resolve TOGETHER 6
  MAY_INCLUDE engine/base engine/program engine/facts USES Boost::headers)
mingze_layer(engine/explain TOGETHER 8
  MAY_INCLUDE engine/base engine/program engine/facts engine/plan engine/evaluate engine/resolve)
mingze_layer(engine/compare TOGETHER 5
  MAY_INCLUDE engine/base engine/program engine/facts engine/plan engine/evaluate engine/resolve)
mingze_layer(engine/update TOGETHER 4
  MAY_INCLUDE engine/base engine/program engine/facts engine/plan engine/evaluate engine/resolve)

mingze_layer(dsl/ast MAY_INCLUDE engine/base)
mingze_layer(dsl/grammar TOGETHER 5 MAY_INCLUDE engine/base dsl/ast USES Boost::headers)
mingze_layer(dsl/format MAY_INCLUDE engine/base dsl/ast)
mingze_layer(dsl/check TOGETHER 8 MAY_INCLUDE engine/base engine/program dsl/ast)
mingze_layer(dsl/lower TOGETHER 8 MAY_INCLUDE engine/base engine/program dsl/ast dsl/check)
mingze_layer(dsl/convert MAY_INCLUDE engine/base engine/program dsl/ast dsl/check dsl/lower)
mingze_layer(dsl/lint TOGETHER 8
  MAY_INCLUDE engine/base engine/program engine/facts engine/resolve dsl/ast dsl/check dsl/lower)

mingze_layer(draft/document TOGETHER 8 MAY_INCLUDE engine/base USES ICU::uc)
mingze_layer(draft/word TOGETHER 6
  MAY_INCLUDE engine/base draft/document
  USES PkgConfig::libzip EXPAT::EXPAT)
mingze_layer(draft/sheet TOGETHER 8 MAY_INCLUDE engine/base draft/document draft/word)
mingze_layer(draft/page TOGETHER 6 MAY_INCLUDE engine/base draft/document draft/word)
mingze_layer(draft/clause TOGETHER 6 MAY_INCLUDE engine/base draft/document)
mingze_layer(draft/list MAY_INCLUDE engine/base draft/document draft/clause draft/sheet)
mingze_layer(draft/facts TOGETHER 6
  MAY_INCLUDE engine/base engine/program engine/facts draft/document draft/clause)

mingze_layer(report TOGETHER 8
  MAY_INCLUDE engine/base engine/program engine/facts engine/plan engine/evaluate engine/resolve
              engine/explain draft/document draft/word draft/clause
  USES nlohmann_json::nlohmann_json Boost::headers PkgConfig::xlsxwriter SQLite::SQLite3)

mingze_layer(include/mingze)

mingze_layer(app/pack)
mingze_layer(app/session TOGETHER 8
  MAY_INCLUDE engine/base engine/program engine/facts engine/plan engine/evaluate engine/resolve
              engine/explain engine/compare dsl/ast dsl/grammar dsl/check dsl/lower dsl/convert
              dsl/format dsl/lint
              draft/document draft/word draft/page draft/sheet draft/clause draft/list draft/facts
              report app/pack)
mingze_layer(app/embed
  MAY_INCLUDE engine/base engine/evaluate dsl/ast dsl/grammar app/pack app/session)
mingze_layer(app/library TOGETHER 4
  MAY_INCLUDE engine/base engine/program engine/facts engine/evaluate engine/resolve
              engine/explain engine/update dsl/ast dsl/grammar dsl/check dsl/lower
              draft/document draft/word draft/clause report app/pack app/session include/mingze)
mingze_layer(app/capi MAY_INCLUDE engine/base include/mingze USES nlohmann_json::nlohmann_json)
mingze_layer(app/cli TOGETHER 20
  MAY_INCLUDE engine/base app/session report
  USES CLI11::CLI11)
