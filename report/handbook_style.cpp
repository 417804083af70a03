#include "report/handbook_style.hpp"

namespace mingze::report {

std::string_view handbook_style() {
  return R"css(
:root {
  color-scheme: light dark;
  --page: #fbfaf7; --card: #ffffff; --ink: #23262b; --faint: #6b7280; --line: #e2dfd8;
  --accent: #1f4e79; --good: #22663b; --bad: #a3261f; --warn: #8a5a00;
  --gap: #f4f1ea;
  --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "STSong", Georgia, serif;
  --sans: -apple-system, "Segoe UI", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC",
    "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #16181c; --card: #1e2126; --ink: #e3e1dc; --faint: #9aa1ab; --line: #34383f;
    --accent: #8fbce6; --good: #7cc796; --bad: #f08a80; --warn: #e2b25a;
    --gap: #22252b;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.75 var(--sans); }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
h1, h2, h3, h4 { font-family: var(--serif); line-height: 1.35; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 .4rem; }
h2 { font-size: 1.5rem; margin: 3.5rem 0 1rem; padding-bottom: .4rem;
  border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.25rem; margin: 2.6rem 0 .8rem; }
h3 .clause { color: var(--accent); margin-right: .5em; }
h4 { font-size: 1.05rem; margin: 0; }
h4 .noun { border: 0; }
h5 { font: 600 .85rem/1.5 var(--sans); color: var(--faint); margin: 1.2rem 0 .4rem; }
.frame { display: grid; grid-template-columns: minmax(0, 46rem); justify-content: center;
  gap: 3rem; padding: 2.5rem 1.25rem 5rem; }
nav { display: none; }
@media (min-width: 75rem) {
  .frame { grid-template-columns: 16rem minmax(0, 46rem); }
  nav { display: block; position: sticky; top: 0; align-self: start; max-height: 100vh;
    overflow: auto; padding: 2.5rem 0 1rem; margin-top: -2.5rem; font-size: .85rem;
    line-height: 1.5; }
  nav p { font-weight: 600; margin: 1rem 0 .3rem; }
  nav ul { list-style: none; margin: 0; padding: 0; }
  nav li { padding: .15rem 0; }
  nav li.gap a { color: var(--faint); }
}
.lead, .date { color: var(--faint); }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; padding: 0;
  list-style: none; }
.tiles li { flex: 1 1 6.5rem; background: var(--card); border: 1px solid var(--line);
  border-radius: .5rem; padding: .6rem .9rem; }
.tiles b { display: block; font: 600 1.45rem/1.4 var(--serif); white-space: nowrap; }
.tiles span { color: var(--faint); font-size: .85rem; }
table { width: 100%; margin: 1.5rem 0; border-collapse: collapse; font-size: .92rem;
  line-height: 1.5; }
caption { text-align: left; font-weight: 600; padding: .4rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0;
  border-bottom: 1px solid var(--line); }
th { color: var(--faint); font-weight: 500; white-space: nowrap; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
td.clause, td.state { white-space: nowrap; }
th.n { width: 3.6rem; } .state { width: 9.5rem; } .n + .state { padding-left: .8rem; }
tr.gap td { background: var(--gap); color: var(--faint); }
.rule, .finding, .question { background: var(--card); border: 1px solid var(--line);
  border-radius: .5rem; padding: 1rem 1.2rem; margin: .9rem 0; break-inside: avoid; }
.finding { border-left: .3rem solid var(--warn); }
.finding.error { border-left-color: var(--bad); }
.finding.note { border-left-color: var(--accent); }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: .3rem;
  font: 600 .78rem/1.5 var(--sans); padding: 0 .45em; margin-right: .6em; vertical-align: .1em; }
.badge.error { color: var(--bad); } .badge.warning { color: var(--warn); }
.badge.note { color: var(--accent); }
.said { margin: .6rem 0 0; padding: 0; list-style: none; }
.said li { padding-left: 5.2em; text-indent: -5.2em; }
.said .how { display: inline-block; min-width: 5.2em; text-indent: 0; color: var(--faint); }
.said li.long { padding-left: 1.5em; text-indent: -1.5em; }
.said li.long .how { min-width: 0; margin-right: .35em; }
.said li.then { font-weight: 600; }
.said li.then .how { color: var(--accent); }
.noun { border-bottom: 1px dotted var(--faint); }
.said small { color: var(--faint); font-weight: 400; }
.why, .links { margin: .6rem 0 0; color: var(--faint); font-size: .9rem; }
.why { white-space: pre-line; }
.where { margin: .5rem 0 0; color: var(--faint); font-size: .75rem; opacity: .85;
  overflow-wrap: anywhere; }
.void { background: var(--gap); border: 1px dashed var(--faint); border-radius: .5rem;
  padding: .8rem 1.2rem; margin: .9rem 0; }
.void p { margin: 0; } .void ul, .open { margin: .3rem 0; padding-left: 1.3em; }
details { border-top: 1px solid var(--line); padding: .35rem 0; font-size: .93rem; }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; }
details ul { margin: .2rem 0 .4rem; padding-left: 2.2em; }
.pass { color: var(--good); } .fail { color: var(--bad); }
.fail b { font-weight: 600; }
footer { margin-top: 4rem; color: var(--faint); font-size: .85rem; }
:target { outline: 2px solid var(--accent); outline-offset: .2rem; border-radius: .3rem; }
@media (max-width: 36rem) {
  td.state { white-space: normal; }
  h1 { font-size: 1.6rem; }
}
@media print {
  :root { --page: #fff; --card: #fff; --ink: #000; --faint: #444; --line: #bbb; --gap: #f3f3f3;
    --accent: #000; --good: #000; --bad: #000; --warn: #000; }
  body { font-size: 10.5pt; }
  .frame { display: block; padding: 0; } nav { display: none; }
  h2, h3, h4, h5 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
)css";
}

}  // namespace mingze::report
