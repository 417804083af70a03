// A lexicon of a few common names, so that tests of the reader do not hang on the register.
#pragma once

#include <string>
#include <vector>

#include "draft/clause/lexicon.hpp"

namespace mingze::draft {

inline Lexicon small_lexicon() {
  struct Line {
    const char* name;
    const char* line;
  };
  const std::vector<Line> any_level = {{"发展改革委", "发展改革部门"},
                                       {"发展改革局", "发展改革部门"},
                                       {"财政局", "财政部门"},
                                       {"财政厅", "财政部门"},
                                       {"水利厅", "水利部门"},
                                       {"水利局", "水利部门"},
                                       {"农业农村厅", "农业农村部门"},
                                       {"农业农村局", "农业农村部门"},
                                       {"生态环境厅", "生态环境部门"},
                                       {"生态环境局", "生态环境部门"},
                                       {"交通运输局", "交通运输部门"},
                                       {"公安局", "公安部门"},
                                       {"市场监管局", "市场监管部门"},
                                       {"工业和信息化厅", "工业和信息化部门"},
                                       {"住房城乡建设局", "住房城乡建设部门"},
                                       {"住房城乡建设厅", "住房城乡建设部门"},
                                       {"文化和旅游局", "文化和旅游部门"},
                                       {"卫生健康委", "卫生健康部门"},
                                       {"司法局", "司法行政部门"},
                                       {"教育局", "教育部门"}};
  std::vector<LexiconEntry> entries;
  for (const Line& line : any_level) {
    entries.push_back({line.name, line.line, {}, Level::unknown, BodyKind::department});
  }
  entries.push_back(
      {"财政部", "财政部门", "中华人民共和国财政部", Level::national, BodyKind::department});
  entries.push_back({"生态环境部门", "生态环境部门", {}, Level::unknown, BodyKind::department});
  return Lexicon(std::move(entries), PlaceNames({{"云岭省", "云岭省", Level::province},
                                                 {"南江省", "南江省", Level::province}}));
}

}  // namespace mingze::draft
