// The page of `mingze check` in a real browser: what its script does, and what nothing in it may.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/app/run_in_memory.hpp"
#include "tests/browser/browser.hpp"
#include "tests/tools.hpp"

namespace mingze::browser {
namespace {

using app::run_in_memory;
using nlohmann::json;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string demo() {
  std::ostringstream out;
  out << std::ifstream(MINGZE_ROOT "/fixtures/drafts/demo.txt", std::ios::binary).rdbuf();
  return out.str();
}

std::string page_of(const std::string& draft, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"check", "d.txt", "--format", "html", "--quiet"});
  return run_in_memory({{"d.txt", draft}}, more).out;
}

/// A browser is large, slow to start and not everywhere: all tests use one, each with a page of its
/// own, and they are skipped where there is none. One that is there and does not start is a
/// failure.
class CheckPage : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (const auto browser = program()) page_ = std::make_unique<Page>(*browser);
  }
  static void TearDownTestSuite() { page_.reset(); }
  void SetUp() override {
    NEED_TOOL("Chromium (the package chromium, or one named in MINGZE_BROWSER)",
              program().has_value());
    ASSERT_TRUE(page_) << "the browser did not start";
    page_->renew();
  }

  void open(const std::string& html) { page_->open(html); }
  json value(const std::string& expression) { return page_->value(expression); }
  /// The id of the element that has the focus.
  std::string focused() { return value("document.activeElement.id").get<std::string>(); }
  void choose(const std::string& selector, const std::string& option) {
    value("(() => { const e = document.querySelector(" + json(selector).dump() +
          "); e.value = " + json(option).dump() +
          "; e.dispatchEvent(new Event('input', {bubbles: true}));"
          " e.dispatchEvent(new Event('change', {bubbles: true})); return true; })()");
  }
  json texts(const std::string& selector) {
    return value("[...document.querySelectorAll(" + json(selector).dump() +
                 ")].map(e => e.textContent)");
  }
  std::vector<int> numbers(const std::string& selector) {
    std::vector<int> out;
    for (const json& text : texts(selector)) out.push_back(std::stoi(text.get<std::string>()));
    return out;
  }
  bool in_sight(const std::string& id) {
    return value("(() => { const b = document.getElementById(" + json(id).dump() +
                 ").getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; })()")
        .get<bool>();
  }
  /// Nothing but the page itself was asked for, and the console stayed empty.
  void expect_quiet() {
    value("new Promise(done => setTimeout(() => done(true), 50))");
    EXPECT_THAT(page_->requests(), SizeIs(1));
    EXPECT_THAT(page_->complaints(), IsEmpty());
  }

  static inline std::unique_ptr<Page> page_;
};

TEST_F(CheckPage, MarksExactlyTheWordsAtFault) {
  const std::string draft = demo();
  open(page_of(draft));
  const auto report =
      json::parse(run_in_memory({{"d.txt", draft}}, {"check", "d.txt", "--format", "json"}).out);
  const json& findings = report["drafts"][0]["findings"];
  ASSERT_FALSE(findings.empty());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const json& span = findings[i]["span"];
    const std::size_t start = span["start"].get<std::size_t>();
    const std::string id = "d1-f" + std::to_string(i + 1);
    EXPECT_EQ(value("[...document.querySelectorAll('mark[data-findings~=\"" + id +
                    "\"]')].map(e => { const c = e.cloneNode(true);"
                    " for (const r of c.querySelectorAll('.ref')) r.remove();"
                    " return c.textContent; }).join('')"),
              draft.substr(start, span["end"].get<std::size_t>() - start))
        << id;
    EXPECT_NE(value("document.getElementById('" + id + "').textContent")
                  .get<std::string>()
                  .find(findings[i]["message"].get<std::string>()),
              std::string::npos);
  }
  expect_quiet();
}

TEST_F(CheckPage, GoesFromFindingToWordsAndBack) {
  open(page_of(demo()));
  page_->press("F8", 119);
  EXPECT_EQ(focused(), "d1-w1");
  EXPECT_TRUE(in_sight("d1-w1"));
  EXPECT_EQ(texts(".walk output"), json({"1 / 11"}));
  page_->press("Enter", 13);  // the number after the words leads to what is said of them
  EXPECT_EQ(focused(), "d1-f1");
  EXPECT_TRUE(in_sight("d1-f1"));
  page_->press("F8", 119);
  page_->press("F8", 119);
  EXPECT_EQ(focused(), "d1-w3");
  page_->press("F8", 119, true);
  EXPECT_EQ(focused(), "d1-w2");
  page_->click("mark[data-findings='d1-f7']");
  EXPECT_EQ(focused(), "d1-f7");
  EXPECT_EQ(value("document.querySelectorAll('mark.here').length > 0 && "
                  "document.querySelectorAll('.card.here').length === 1"),
            true);
  page_->click("#d1-f7 a.number");
  EXPECT_EQ(focused(), "d1-w7");
  page_->click(".walk .on");
  EXPECT_EQ(focused(), "d1-w8");
  page_->click(".summary li[data-finding='d1-f11'] a");
  EXPECT_EQ(focused(), "d1-w11");
  EXPECT_TRUE(in_sight("d1-w11"));
  expect_quiet();
}

TEST_F(CheckPage, ShowsFindingsOfOneKindOnDemand) {
  open(page_of(demo()));
  choose(".walk .kind", "lead-missing");
  const std::string seen =
      "[...document.querySelectorAll('.card')].filter(e => e.checkVisibility())";
  EXPECT_EQ(value(seen + ".map(e => e.id)"), json({"d1-f1", "d1-f3"}));
  EXPECT_EQ(texts(".walk output"), json({"0 / 2"}));
  page_->press("F8", 119);
  page_->press("F8", 119);
  EXPECT_EQ(focused(), "d1-w3");
  choose(".walk .kind", "");
  EXPECT_EQ(value(seen + ".length"), 11);
  expect_quiet();
}

TEST_F(CheckPage, FiltersTheMatrix) {
  open(page_of(demo()));
  const std::string rows = ".matrix tbody tr:not([hidden])";
  EXPECT_EQ(texts(rows).size(), 30U);
  value("document.querySelector('.matrix .words').focus()");
  page_->type("河道");
  const json with_words = texts(rows + " th a");
  EXPECT_THAT(with_words, ElementsAre("清理河道管理范围内的堆场和垃圾"));
  choose(".matrix .words", "");
  choose(".matrix .status", "missing-lead");
  EXPECT_THAT(texts(rows + " th a"),
              ElementsAre("治理沿河餐饮和洗车排水", "规范医疗和实验室废水处理"));
  choose(".matrix .status", "");
  const json water = value(
      "[...document.querySelector('.matrix .body').options]"
      ".find(o => o.text === '市水务局').value");
  choose(".matrix .body", water.get<std::string>());
  choose(".matrix .role", "l");
  EXPECT_EQ(texts(rows).size(), 4U);
  choose(".matrix .order", "name");
  choose(".matrix .role", "c");
  EXPECT_EQ(texts(rows).size(), 7U);
  EXPECT_THAT(texts(rows + " .who"), Each(testing::ResultOf(
                                         [](const json& text) {
                                           const auto who = text.get<std::string>();
                                           return who.find("市水务局", who.find("配合："));
                                         },
                                         testing::Ne(std::string::npos))));
  EXPECT_EQ(texts(".matrix .count"), json({"显示 7 / 30 项"}));
  expect_quiet();
}

TEST_F(CheckPage, SortsTablesByAnyColumn) {
  open(page_of(demo()));
  const std::string figures = ".load tbody td:nth-of-type(2)";
  const std::vector<int> first = numbers(figures);
  page_->click(".load thead th:nth-child(3) button");
  std::vector<int> sorted = first;
  std::sort(sorted.rbegin(), sorted.rend());
  EXPECT_EQ(numbers(figures), sorted);
  EXPECT_EQ(value("document.querySelector('.load thead th:nth-child(3)').ariaSort"), "descending");
  page_->click(".load thead th:nth-child(3) button");
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(numbers(figures), sorted);
  page_->click(".load thead th:nth-child(3) button");
  EXPECT_EQ(numbers(figures), first);

  page_->click(".matrix thead th:nth-child(5) button");  // 市水务局: leads 4, cooperates 7, named 1
  const json words = texts(".matrix tbody td:nth-child(5)");
  for (std::size_t i = 0; i < words.size(); ++i)
    EXPECT_EQ(words[i], i < 4 ? "牵头" : i < 11 ? "配合" : i < 12 ? "列名" : "") << i;
  expect_quiet();
}

TEST_F(CheckPage, OrdersBodiesByName) {
  open(page_of(demo()));
  const json by_load = texts(".matrix th.body");
  choose(".matrix .order", "name");
  EXPECT_EQ(value("(() => { const names = [...document.querySelectorAll('.matrix th.body')]"
                  ".map(e => e.textContent); const c = new Intl.Collator('zh');"
                  "return names.join() === [...names].sort(c.compare).join(); })()"),
            true);
  // Every cell has gone with its body.
  EXPECT_EQ(value("[...document.querySelectorAll('.matrix tbody tr')].every(row => "
                  "[...row.cells].every((cell, i) => !cell.matches('.l') || "
                  "row.querySelector('.who').textContent.split('配合')[0]"
                  ".includes(row.closest('table').tHead.rows[0].cells[i].textContent)))"),
            true);
  choose(".matrix .order", "load");
  EXPECT_EQ(texts(".matrix th.body"), by_load);
  expect_quiet();
}

TEST_F(CheckPage, LightsTheRibbonsOfWhatHasTheFocus) {
  open(page_of(demo()));
  value("document.querySelector('.cooperation a[data-lead=\"3\"]').focus()");
  EXPECT_EQ(value("[...document.querySelectorAll('.cooperation path')].every(p => "
                  "p.classList.contains('chosen') === (p.dataset.lead === '3'))"),
            true);
  expect_quiet();
}

TEST_F(CheckPage, NothingInADraftRuns) {
  const std::string attack =
      "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
      "<svg onload=alert(3)><a href=\"javascript:alert(4)\">x</a>' onmouseover='alert(5)"
      "\" autofocus onfocus=\"alert(6)<!--]]>&lt;script&gt;\u2028\u2029\u202e<iframe src=//x.test>"
      "<style>@import url(http://x.test)</style><link rel=stylesheet href=http://x.test/a.css>";
  const std::string draft = "某市" + attack + "整治方案\n一、" + attack + "（市水务局、市" +
                            attack + "局负责）\n二、清理河道" + attack +
                            "。（市水务局牵头，市\"><b>财政局配合）\n";
  open(page_of(draft));
  EXPECT_EQ(value("document.querySelectorAll('script').length"), 1);
  EXPECT_EQ(value("document.querySelectorAll('img, iframe, link, base, object, svg[onload], "
                  "[onerror], [onfocus], [onmouseover]').length"),
            0);
  EXPECT_EQ(value("[...document.links].every(a => (a.getAttribute('href') ?? '#')[0] === '#')"),
            true);
  EXPECT_TRUE(
      value("document.querySelector('.sheet').textContent.includes("
            "'</script><script>alert(1)</script><img src=x onerror=alert(2)>')"));
  for (int i = 0; i < 4; ++i) page_->press("F8", 119);
  page_->click(".sheet");
  expect_quiet();
}

/// Whatever slipped past the escaping, the policy of the page would stop.
TEST_F(CheckPage, ThePolicyAdmitsNoOtherScriptOrStyle) {
  std::string html = page_of(demo());
  html.insert(html.find("</main>"),
              "<script>document.title = 'run'</script><img src='x.png'>"
              "<style>body { display: none }</style>");
  open(html);
  EXPECT_NE(value("document.title"), "run");
  EXPECT_NE(value("getComputedStyle(document.body).display"), "none");
  EXPECT_THAT(page_->complaints(), SizeIs(testing::Ge(3U)));
}

TEST_F(CheckPage, FitsScreensAndPaper) {
  const std::string html = page_of(demo());
  for (const int width : {360, 700, 1280}) {
    page_->ask("Emulation.setDeviceMetricsOverride",
               {{"width", width}, {"height", 900}, {"deviceScaleFactor", 1}, {"mobile", false}});
    open(html);
    EXPECT_EQ(value("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
              0)
        << width;
    EXPECT_EQ(value("document.querySelector('.matrix').classList.contains('as-list')"),
              width == 360);
  }
  page_->ask("Emulation.setEmulatedMedia", {{"media", "print"}});
  EXPECT_EQ(value("['.bar', '.tools', '.matrix td.l'].some(s => "
                  "document.querySelector(s).checkVisibility())"),
            false);
  EXPECT_EQ(value("document.querySelector('.matrix .who').checkVisibility()"), true);
}

/// WCAG's 4.5 : 1 for every piece of text, light and dark.
TEST_F(CheckPage, TextStandsOutFromItsGround) {
  open(page_of(demo()));
  for (const char* scheme : {"light", "dark"}) {
    page_->ask("Emulation.setEmulatedMedia",
               {{"features", {{{"name", "prefers-color-scheme"}, {"value", scheme}}}}});
    EXPECT_EQ(value(R"js((() => {
      const parts = (color) => color.match(/[\d.]+/g).map(Number);
      const light = (color) => {
        const [r, g, b] = parts(color).map((c) => c / 255)
          .map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
      };
      const ground = (element) => {
        for (let e = element; e; e = e.parentElement) {
          const color = getComputedStyle(e).backgroundColor;
          if ((parts(color)[3] ?? 1) === 1) return color;
        }
        return "rgb(255, 255, 255)";
      };
      const faint = new Set();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || element.matches("script, style, option, title"))
          continue;
        if (element.closest(".only-read, .skip") || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const ink = light(element.closest("svg") ? style.fill : style.color);
        const [a, b] = [ink, light(ground(element))].sort((x, y) => y - x);
        if ((a + .05) / (b + .05) < 4.5)
          faint.add(element.tagName + "." + element.className + ": " +
            walker.currentNode.data.trim().slice(0, 20));
      }
      return [...faint];
    })())js"),
              json::array())
        << scheme;
  }
}

/// What assistive technology is told: every control and region has a name.
TEST_F(CheckPage, EverythingToOperateHasAName) {
  open(page_of(demo(), {"--lang", "en"}));
  const json tree = page_->ask("Accessibility.getFullAXTree");
  std::size_t named = 0;
  for (const json& node : tree.at("nodes")) {
    if (node.value("ignored", false)) continue;
    const std::string role = node.at("role").value("value", "");
    if (role != "link" && role != "button" && role != "combobox" && role != "searchbox" &&
        role != "region" && role != "navigation" && role != "heading")
      continue;
    EXPECT_NE(node.contains("name") ? node["name"].value("value", "") : "", "") << node.dump();
    ++named;
  }
  EXPECT_GT(named, 50U);
  EXPECT_EQ(value("document.querySelectorAll('[role=group]:not([aria-label])').length"), 0);
  EXPECT_EQ(value("document.querySelectorAll('main').length"), 1);
  EXPECT_EQ(value("document.querySelectorAll('h1').length"), 1);
}

}  // namespace
}  // namespace mingze::browser
