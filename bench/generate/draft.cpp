#include "bench/generate/draft.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "bench/generate/random.hpp"

namespace mingze::bench {
namespace {

using Words = std::vector<std::string_view>;

const Words departments{"发展改革委",     "教育局",       "科技局",
                        "工业和信息化局", "公安局",       "民政局",
                        "司法局",         "财政局",       "人力资源社会保障局",
                        "自然资源局",     "生态环境局",   "住房城乡建设局",
                        "交通运输局",     "水务局",       "农业农村局",
                        "商务局",         "文化和旅游局", "卫生健康委",
                        "应急管理局",     "审计局",       "国资委",
                        "市场监管局",     "统计局",       "林业局",
                        "城市管理局",     "大数据局",     "税务局",
                        "气象局",         "能源局",       "体育局"};
const Words verbs{"推进", "完善", "加快", "规范", "加强", "落实", "整治", "优化", "扩大", "健全"};
const Words objects{"入河排污口排查整治",  "老旧小区雨污分流改造", "内河船舶污染物接收转运",
                    "港口岸电设施建设",    "园区集中供热改造",     "建筑垃圾资源化利用",
                    "公共机构节能改造",    "畜禽粪污综合利用",     "饮用水水源地保护",
                    "餐饮油烟治理",        "危险废物规范化管理",   "城市绿道和口袋公园建设",
                    "农村生活污水治理",    "新能源公交车更新",     "工业固体废物综合利用",
                    "水质自动监测网络建设"};
const Words measures{"建立台账，逐项明确完成时限，每季度通报一次进展情况",
                     "对排查发现的问题分类处理，能立即整改的立即整改，不能立即整改的列出计划",
                     "把有关要求写入项目审批和竣工验收条件，不符合要求的不予通过",
                     "到2027年底，重点区域覆盖率达到百分之九十以上",
                     "支持有条件的区县先行试点，形成可以复制的做法后在全市推开",
                     "利用现有信息平台共享数据，不再重复建设系统",
                     "对工作进度滞后的单位进行约谈，连续两次滞后的向市政府书面说明原因",
                     "安排专项资金给予补助，补助标准按照绩效评价结果逐年调整",
                     "组织技术人员进企业、进社区指导，帮助解决实际困难",
                     "制定配套的技术规范和验收标准，明确建设、运行和维护的要求"};
const Words groups{"各区县人民政府", "有关部门", "各相关单位", "各区县"};

/// How a clause is written, with its share in a hundred.
enum class Style { lead, shared, bare, duty_label, lead_label, own_lines, prose, collective, none };
constexpr std::array<std::pair<Style, std::size_t>, 9> shares{{{Style::lead, 24},
                                                               {Style::shared, 22},
                                                               {Style::bare, 8},
                                                               {Style::duty_label, 20},
                                                               {Style::lead_label, 8},
                                                               {Style::own_lines, 3},
                                                               {Style::prose, 4},
                                                               {Style::collective, 5},
                                                               {Style::none, 6}}};

Style style_of(Random& random) {
  std::size_t at = random.below(100);
  for (const auto& [style, share] : shares) {
    if (at < share) return style;
    at -= share;
  }
  return Style::none;
}

/// Different departments, with 市 before each, or before the first alone.
std::string names(Random& random, std::size_t count) {
  const bool elided = random.below(4) == 0;
  const std::size_t first = random.below(departments.size());
  const std::size_t step = 1 + random.below(3);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += "、";
    if (i == 0 || !elided) text += "市";
    text += departments[(first + i * step) % departments.size()];
  }
  return text;
}

std::string clause(Random& random, Style style) {
  const std::size_t others = 1 + random.below(5);
  switch (style) {
    case Style::lead:
      return "（" + names(random, 1) + "牵头，" + names(random, others) + "配合）";
    case Style::shared:
      return "（" + names(random, others + 1) + "等按职责分工负责）";
    case Style::bare:
      return "（" + names(random, others + 1) + "负责）";
    case Style::duty_label:
      return "（责任单位：" + names(random, others) + "，" + std::string(random.one_of(groups)) +
             "）";
    case Style::lead_label:
      return "（牵头单位：" + names(random, 1) + "；配合单位：" + names(random, others) + "）";
    case Style::own_lines:
      return "\n牵头单位：" + names(random, 1) + "\n责任单位：" + names(random, others) +
             "\n完成时限：2027年12月底前";
    case Style::prose:
      return "由" + names(random, 1) + "会同" + names(random, others) + "制定实施办法。";
    case Style::collective:
      return "各区县、各部门要抓好落实。";
    case Style::none:
      break;
  }
  return {};
}

std::string item(Random& random) {
  std::string text{random.one_of(verbs)};
  text += random.one_of(objects);
  text += "。";
  const std::size_t first = random.below(measures.size());
  const std::size_t count = 2 + random.below(5);
  for (std::size_t i = 0; i < count; ++i) {
    text += measures[(first + i) % measures.size()];
    text += "。";
  }
  return text + clause(random, style_of(random));
}

}  // namespace

std::string chinese_number(std::size_t value) {
  static constexpr std::array<std::string_view, 10> digits{"零", "一", "二", "三", "四",
                                                           "五", "六", "七", "八", "九"};
  std::string text;
  const auto digit = [&](std::size_t place) { return std::string(digits[place]); };
  if (value >= 100) {
    text += digit(value / 100) + "百";
    value %= 100;
    if (value == 0) return text;
    if (value < 10) return text + "零" + digit(value);
    return text + digit(value / 10) + "十" + (value % 10 != 0 ? digit(value % 10) : "");
  }
  if (value < 10) return digit(value);
  if (value >= 20) text += digit(value / 10);
  text += "十";
  if (value % 10 != 0) text += digit(value % 10);
  return text;
}

std::string generate_draft(std::uint64_t seed, std::size_t bytes) {
  Random random(seed);
  std::string text = "平川市生态环境综合整治实施方案\n\n";
  for (std::size_t part = 1; text.size() < bytes; ++part) {
    text += chinese_number(part) + "、" + std::string(random.one_of(verbs)) + "重点领域治理\n";
    const std::size_t headings = 3 + random.below(3);
    for (std::size_t heading = 1; heading <= headings && text.size() < bytes; ++heading) {
      text += "（" + chinese_number(heading) + "）" + std::string(random.one_of(verbs)) +
              std::string(random.one_of(objects)) + "\n";
      const std::size_t items = 3 + random.below(6);
      for (std::size_t number = 1; number <= items && text.size() < bytes; ++number)
        text += std::to_string(number) + "." + item(random) + "\n";
    }
  }
  return text;
}

}  // namespace mingze::bench
