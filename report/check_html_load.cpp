#include <fmt/format.h>

#include <algorithm>

#include "report/check_html.hpp"

namespace mingze::report {

namespace {

constexpr double bar_width = 240;
constexpr double bar_height = 14;

/// Three bars end to end. What they say stands in figures beside them.
std::string bars(const DutyMatrix::Body& body, std::uint64_t most) {
  std::string out = fmt::format(
      R"(<svg class="bar" viewBox="0 0 {0} {1}" preserveAspectRatio="none" aria-hidden="true">)",
      bar_width, bar_height);
  double at = 0;
  const auto bar = [&](const char* sort, std::uint64_t count) {
    const double width = bar_width * static_cast<double>(count) / static_cast<double>(most);
    if (count > 0)
      out += fmt::format(R"(<rect class="{}" x="{:.1f}" width="{:.1f}" height="{}"/>)", sort, at,
                         width, bar_height);
    at += width;
  };
  bar("l", body.leads);
  bar("c", body.cooperates);
  bar("n", body.named);
  return out + "</svg>";
}

}  // namespace

void write_load_part(const DraftPage& page) {
  page.open("load", page.say("各单位任务量", "Load of each body"));
  std::uint64_t most = 1;
  bool named = false;
  for (const DutyMatrix::Body& body : page.table.bodies) {
    most = std::max(most, body.leads + body.cooperates + body.named);
    named = named || body.named > 0;
  }
  page.out << "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" << page.id
           << "-load-title\">\n<table>\n<thead><tr><th scope=\"col\">" << page.say("单位", "Body")
           << "</th><th scope=\"col\" class=\"n\">" << page.say("牵头", "Leads")
           << "</th><th scope=\"col\" class=\"n\">" << page.say("配合", "Cooperates") << "</th>";
  if (named) page.out << "<th scope=\"col\" class=\"n\">" << page.say("列名", "Named") << "</th>";
  page.out << "<th class=\"bars\" aria-hidden=\"true\"><span class=\"sample l\"></span>"
           << page.say("牵头", "leads") << " <span class=\"sample c\"></span>"
           << page.say("配合", "cooperates");
  if (named) page.out << " <span class=\"sample n\"></span>" << page.say("列名", "named");
  page.out << "</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < page.table.bodies.size(); ++i) {
    const DutyMatrix::Body& body = page.table.bodies[i];
    page.out << "<tr id=\"" << page.anchor(body_anchor, i) << "\"><th scope=\"row\""
             << page.chinese() << ">" << escaped(body.name) << "</th><td class=\"n\">" << body.leads
             << "</td><td class=\"n\">" << body.cooperates << "</td>";
    if (named) page.out << "<td class=\"n\">" << body.named << "</td>";
    page.out << "<td class=\"bars\">" << bars(body, most) << "</td></tr>\n";
  }
  page.out << "</tbody>\n</table>\n</div>\n";
  page.close();
}

}  // namespace mingze::report
