#include "draft/clause/words.hpp"

#include <algorithm>
#include <array>

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<46> strict_endings{
    {U"委",     U"部",       U"局",     U"厅",     U"办",     U"署",     U"委员会", U"办公室",
     U"办公厅", U"政府",     U"部门",   U"机关",   U"管委会", U"检察院", U"法院",   U"领导小组",
     U"指挥部", U"专班",     U"总队",   U"支队",   U"大队",   U"分局",   U"海关",   U"联席会议",
     U"管理局", U"监管局",   U"总工会", U"党委",   U"妇联",   U"工商联", U"残联",   U"供销社",
     U"人行",   U"供销总社", U"执法队", U"派出所", U"司法所", U"财政所", U"资源所", U"督查室",
     U"政研室", U"村委会",   U"居委会", U"办事处", U"两委",   U"“两委”"}};

constexpr WordSet<59> loose_endings{
    {U"股",     U"院",     U"中心",   U"公司",   U"集团",  U"行",   U"会",     U"处",     U"科",
     U"室",     U"队",     U"站",     U"所",     U"组",    U"联",   U"社",     U"馆",     U"校",
     U"单位",   U"企业",   U"机构",   U"协会",   U"团委",  U"学校", U"高校",   U"办事处", U"街道",
     U"镇",     U"乡",     U"县",     U"区",     U"市",    U"省",   U"州",     U"地区",   U"各地",
     U"园区",   U"开发区", U"新区",   U"盟",     U"旗",    U"银行", U"交易所", U"基地",   U"实验室",
     U"平台",   U"方面",   U"路长",   U"河长",   U"林长",  U"人员", U"厂",     U"城管",   U"团体",
     U"委员会", U"庭",     U"电视台", U"气象台", U"军分区"}};

// Endings of ordinary words that happen to look like those of bodies.
constexpr WordSet<46> false_endings{
    {U"控股", U"参股", U"入股", U"持股", U"部署",   U"大局",  U"全局", U"开局",   U"变局", U"时局",
     U"大厅", U"餐厅", U"大部", U"全部", U"内部",   U"外部",  U"局部", U"干部",   U"支部", U"西部",
     U"东部", U"南部", U"北部", U"中部", U"总部",   U"顶部",  U"底部", U"俱乐部", U"门部", U"承办",
     U"协办", U"主办", U"督办", U"举办", U"开办",   U"兴办",  U"创办", U"申办",   U"经办", U"查办",
     U"布局", U"格局", U"结局", U"原委", U"编办法", U"医院部"}};

constexpr WordSet<24> office_endings{{U"股",   U"处",     U"科", U"室", U"站",     U"所",
                                      U"中心", U"部",     U"院", U"队", U"公司",   U"集团",
                                      U"协会", U"团委",   U"馆", U"办", U"社",     U"社区",
                                      U"两委", U"“两委”", U"庭", U"组", U"学生会", U"工会"}};
// Places, things and kinds of bodies that end like offices.
constexpr WordSet<33> no_offices{
    {U"控股", U"参股",   U"入股",     U"持股", U"之处",   U"好处",   U"用处",
     U"到处", U"随处",   U"四处",     U"学科", U"专科",   U"本科",   U"全科",
     U"教室", U"实验室", U"场所",     U"厕所", U"场站",   U"充电站", U"换电站",
     U"电站", U"加油站", U"加氢站",   U"网站", U"中转站", U"泵站",   U"医院",
     U"团队", U"合作社", U"购物中心", U"家庭", U"分组"}};

constexpr WordSet<33> collective_starts{
    {U"属地",         U"所在地",   U"当地",   U"各地",   U"各级",   U"各有关",   U"各相关",
     U"各部门",       U"各单位",   U"各市",   U"各县",   U"各区",   U"各省",     U"各州",
     U"各乡",         U"各镇",     U"各街道", U"各成员", U"各职能", U"各责任",   U"各行业",
     U"各类",         U"各设区",   U"各盟",   U"各旗",   U"各园区", U"各开发区", U"地方各级",
     U"地方人民政府", U"县级以上", U"全省各", U"全市各", U"市县"}};

constexpr WordSet<9> vague_words{{U"有关", U"相关", U"职能部门", U"主管部门", U"其他部门",
                                  U"成员单位", U"责任单位", U"责任部门", U"牵头部门"}};

constexpr WordSet<26> endings_of_classes{
    {U"行署",   U"行政公署", U"部门",   U"单位", U"机构",   U"方面", U"地区", U"地方", U"机关",
     U"企业",   U"政府",     U"厅局",   U"司局", U"委办局", U"市",   U"县",   U"党委", U"党工委",
     U"管委会", U"居委会",   U"村委会", U"处室", U"科室",   U"股室", U"部室", U"站所"}};

View without_bracket_tail(View name) {
  while (!name.empty() && is_closing(name.back())) {
    std::size_t at = name.size();
    int depth = 0;
    while (at > 0) {
      --at;
      if (is_closing(name[at])) ++depth;
      if (is_opening(name[at]) && --depth == 0) break;
    }
    if (depth != 0 || at == 0) return name;
    name = name.substr(0, at);
  }
  return name;
}

}  // namespace

bool ends_like_body(View name, bool strict) {
  const View core = without_bracket_tail(name);
  if (core.size() < 2 || ends_with_any(core, false_endings)) return false;
  if (ends_with_any(core, strict_endings)) return true;
  return !strict && ends_with_any(core, loose_endings);
}

bool ends_like_office(View name) {
  const View core = without_bracket_tail(name);
  return ends_with_any(core, office_endings) && !ends_with_any(core, no_offices) &&
         !ends_with_any(core, false_endings);
}

bool is_list_etc(View text, std::size_t at) {
  if (text[at] != U'等' || at == 0) return false;
  constexpr View before = U"高中平同初对均相优";
  constexpr View after = U"级于同比价额次";
  if (before.find(text[at - 1]) != View::npos) return false;
  return at + 1 >= text.size() || after.find(text[at + 1]) == View::npos;
}

namespace {

/// 县市区人民政府, 市州政府: the governments of whole levels.
bool is_level_governments(View name) {
  std::size_t levels = 0;
  while (levels < name.size() && View(U"市县区州乡镇盟旗()、").find(name[levels]) != View::npos)
    ++levels;
  const View rest = name.substr(levels);
  static constexpr WordSet<8> governments{{U"人民政府", U"政府", U"党委和政府", U"人民政府(管委会)",
                                           U"政府(管委会)", U"人民政府(行署)", U"政府(行署)",
                                           U"人民政府(行政公署)"}};
  return levels >= 2 &&
         std::find(governments.begin(), governments.end(), rest) != governments.end();
}

/// 省级人民政府, 省级甲部门: every government or department of that level.
bool is_government_of_level(View name) {
  static constexpr WordSet<5> levels{{U"省级", U"市级", U"县级", U"地市级", U"设区的市级"}};
  return starts_with_any(name, levels) && (name.ends_with(U"政府") || name.ends_with(U"部门"));
}

}  // namespace

bool is_collective_name(View name) {
  static constexpr WordSet<4> of_towns{{U"街道办事处", U"乡镇人民政府", U"乡镇政府", U"乡镇党委"}};
  if (std::find(of_towns.begin(), of_towns.end(), name) != of_towns.end()) return true;
  if (is_level_governments(name) || is_government_of_level(name)) return true;
  if (starts_with_any(name, collective_starts)) {
    // 各市发展改革委 is one department line in every city: a name.
    const View core = without_bracket_tail(name);
    const bool of_department =
        ends_like_body(core, true) && !ends_with_any(core, endings_of_classes);
    return !of_department;
  }
  if (name.starts_with(U"各") && name.size() > 1) {
    return ends_with_any(without_bracket_tail(name), endings_of_classes) ||
           !ends_like_body(name, true);
  }
  // 市直各部门, 全市各级各单位.
  const std::size_t each = name.find(U'各');
  if (each != View::npos && each <= 4 && ends_with_any(name, endings_of_classes)) return true;
  return is_vague_name(name) && !is_untold_body(name);
}

namespace {

/// 主管部门 of a function that is told (生态环境主管部门), as against 行业主管部门.
bool is_told_authority(View name) {
  const std::size_t at = name.find(U"主管部门");
  if (at == View::npos || at < 2) return false;
  View function = name.substr(0, at);
  constexpr View administrative = U"行政";
  // 国务院水行政主管部门 says which, 国务院行政主管部门 does not.
  if (function.ends_with(administrative)) function.remove_suffix(administrative.size());
  constexpr View of_government = U"国务院";
  if (function.starts_with(of_government)) function.remove_prefix(of_government.size());
  static constexpr WordSet<11> generic{{U"行业", U"业务", U"上级", U"相关", U"有关", U"各级",
                                        U"项目", U"其他", U"行政", U"相应", U"各"}};
  // 区生态环境主管部门 says which, 区主管部门 and 园区主管部门 do not.
  return !function.empty() && !function.ends_with(U"区") && !contains_any(function, generic);
}

}  // namespace

bool is_vague_name(View name) {
  const View core = without_bracket_tail(name);
  if (is_told_authority(core)) return false;
  return contains_any(core, vague_words) && ends_with_any(core, endings_of_classes);
}

bool is_office_holder(View name) {
  static constexpr WordSet<21> offices{
      {U"省长", U"市长",     U"州长",     U"县长", U"区长",     U"旗长",     U"镇长",
       U"乡长", U"秘书长",   U"河长",     U"湖长", U"林长",     U"路长",     U"校长",
       U"院长", U"第一书记", U"支部书记", U"支书", U"妇联主任", U"委会主任", U"村主任"}};
  constexpr std::size_t longest = 14;
  if (name.size() < 2 || name.size() > longest || name.starts_with(U"各")) return false;
  if (name.find_first_of(U"、,") != View::npos) return false;
  if (ends_with_any(name, offices)) return true;
  // 副市长李某某同志: whose name follows.
  constexpr View comrade = U"同志";
  if (name.ends_with(comrade)) name.remove_suffix(comrade.size());
  constexpr std::size_t longest_name = 3;
  for (std::size_t last = 2; last <= longest_name && last + 2 <= name.size(); ++last) {
    if (ends_with_any(name.substr(0, name.size() - last), offices))
      return !ends_like_body(name, false);
  }
  return false;
}

bool is_town(View name) {
  static constexpr WordSet<4> endings{{U"镇", U"乡", U"街道", U"街道办事处"}};
  static constexpr WordSet<14> classes{{U"各", U"全", U"每", U"该", U"本", U"有关", U"相关",
                                        U"属地", U"所在", U"乡", U"镇", U"县", U"街道", U"城乡"}};
  constexpr std::size_t longest = 10;
  return name.size() >= 3 && name.size() <= longest && ends_with_any(name, endings) &&
         !starts_with_any(name, classes) && name.find_first_of(U"、,()的") == View::npos;
}

bool is_addressed_body(View name) {
  static constexpr WordSet<9> bodies{
      {U"局", U"委", U"厅", U"办", U"部", U"院", U"校", U"公司", U"中心"}};
  static constexpr WordSet<8> places{{U"镇", U"乡", U"县", U"区", U"市", U"州", U"街道", U"单位"}};
  if (name.size() < 2 || name.size() > 3) return false;
  const View rest = name.substr(1);
  const bool body = std::find(bodies.begin(), bodies.end(), rest) != bodies.end();
  const bool place = std::find(places.begin(), places.end(), rest) != places.end();
  if (name[0] == U'你' || name[0] == U'贵') return body || place;
  return body && (name[0] == U'我' || name[0] == U'本');  // 我市, 本县 are places
}

bool is_untold_body(View name) {
  return contains(name, U"主管部门") && !is_told_authority(name) && !name.starts_with(U"各") &&
         !contains(name, U"有关") && !contains(name, U"相关");
}

}  // namespace mingze::draft
