// What holds for members of a hierarchy comes to the same tuple by tuple and set by set.
#include "engine/facts/nested.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>

#include "engine/evaluate/findings.hpp"
#include "tests/engine/build/run.hpp"

namespace mingze {
namespace {

using test::keys;
using test::Notation;
using test::run;
using test::tuples;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t always = 0;
constexpr std::uint32_t never = UINT32_MAX;

std::string name(char kind, std::uint32_t number) { return kind + std::to_string(number); }

/// Places in a tree or, with `parents` above 1, in a hierarchy where some have several parents.
class NestedTest : public testing::Test {
 protected:
  NestedTest() { declare(); }
  void declare() {
    n = {};
    n.kind("place");
    n.kind("item");
    n.kind("body");
    n.relation("in", {"place", "place"}, true);
    n.relation("handled", {"item", "place"});
    n.relation("own", {"item", "place"});
    n.relation("listed", {"place", "item", "body"});
    n.relation("holds", {"item", "body", "place"});
    n.relation("approves", {"body", "item"});
  }

  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random);
  }
  void places(std::uint32_t count, std::uint32_t parents) {
    for (std::uint32_t child = 1; child < count; ++child)
      for (std::uint32_t i = 0; i < 1 + below(parents); ++i)
        n.fact("in(" + name('p', child) + ", " + name('p', below(child)) + ")");
    count_ = count;
  }
  std::string place() { return name('p', below(count_ + 2)); }  // two stand outside
  std::string item() { return name('i', below(3)); }
  std::string body() { return name('b', below(3)); }

  void facts(std::uint32_t many) {
    for (std::uint32_t i = 0; i < many; ++i) {
      n.fact("listed(" + place() + ", " + item() + ", " + body() + ")");
      if (below(3) == 0) n.fact("handled(" + item() + ", " + place() + ")");
      if (below(4) == 0) n.fact("approves(" + body() + ", " + item() + ")");
    }
  }
  void inheritance(const std::string& link) {
    n.rule("own", "own(I, J) :- listed(J, I, B)");
    n.rule("holds-own", "holds(I, B, J) :- listed(J, I, B)");
    n.rule("holds-below", "holds(I, B, J) :- " + link + ", holds(I, B, P), !own(I, J)");
  }

  /// Both ways; `nested` are held nested, by id.
  void expect_same(const std::vector<std::string>& nested) {
    const Evaluation by_row = run(n.program, never);
    const Evaluation by_set = run(n.program, always);
    for (const std::string& id : nested)
      EXPECT_NE(by_set.database[n.predicate(id)].nested(), nullptr) << id;
    for (std::uint32_t p = 0; p < n.program.predicates.size(); ++p) {
      const std::string& id = n.program.predicates[p].id;
      EXPECT_EQ(by_row.database[PredicateId{p}].nested(), nullptr) << id;
      EXPECT_EQ(by_set.database[PredicateId{p}].size(), by_row.database[PredicateId{p}].size());
      for (std::uint32_t row = 0; row < by_row.database[PredicateId{p}].size(); ++row)
        EXPECT_TRUE(
            by_set.database[PredicateId{p}].contains(by_row.database[PredicateId{p}].row(row)));
      EXPECT_EQ(tuples(n.program, by_set, id), tuples(n.program, by_row, id)) << id;
    }
    for (std::size_t d = 0; d < n.program.decisions.size(); ++d) {
      const std::string id = n.program[n.program.decisions[d].predicate].id;
      EXPECT_EQ(keys(n.program, by_set, id), keys(n.program, by_row, id)) << id;
      EXPECT_EQ(by_set.outcomes[d].decided, by_row.outcomes[d].decided) << id;
      EXPECT_EQ(by_set.outcomes[d].candidates.size(), by_row.outcomes[d].candidates.size()) << id;
      EXPECT_EQ(by_set.outcomes[d].conflicts.size(), by_row.outcomes[d].conflicts.size()) << id;
      EXPECT_EQ(by_set.outcomes[d].missing.size(), by_row.outcomes[d].missing.size()) << id;
    }
    for (std::uint32_t f = 0; f < n.program.findings.size(); ++f)
      EXPECT_EQ(by_set.findings.count({f}), by_row.findings.count({f}));
    EXPECT_EQ(test::findings(n.program, by_set), test::findings(n.program, by_row));
  }
  /// The codes of findings that are matched set by set.
  [[nodiscard]] std::vector<std::string> told_by_sets() const {
    const Evaluation by_set = run(n.program, always);
    std::vector<std::string> out;
    for (std::uint32_t f = 0; f < n.program.findings.size(); ++f)
      if (by_set.findings.of({f})->nested()) out.push_back(n.program.findings[f].id);
    return out;
  }

  Notation n;
  std::mt19937 random{20261126};
  std::uint32_t count_ = 0;
};

TEST_F(NestedTest, WhatIsNearerReplacesWhatIsFarther) {
  inheritance("in(J, P)");
  places(60, 1);
  facts(25);
  expect_same({"own", "holds"});
}

TEST_F(NestedTest, AMemberMayHaveSeveralParents) {
  inheritance("in(J, P)");
  places(60, 3);
  facts(25);
  expect_same({"own", "holds"});
}

TEST_F(NestedTest, WhatHoldsBelowHoldsAbove) {
  inheritance("in(P, J)");
  places(60, 2);
  facts(25);
  expect_same({"own", "holds"});
}

TEST_F(NestedTest, StatedTuplesStayFirst) {
  inheritance("in(J, P)");
  places(40, 1);
  facts(15);
  for (int i = 0; i < 10; ++i)
    n.fact("holds(" + item() + ", " + body() + ", " + place() + ")", static_cast<std::uint32_t>(i));
  expect_same({"holds"});
  const Evaluation by_set = run(n.program, always);
  const PredicateId holds = n.predicate("holds");
  const auto stated = by_set.database.stated_count(holds);
  ASSERT_GT(stated, 5U);
  EXPECT_EQ(by_set.database.stated()[holds].size(), stated);
  const Evaluation by_row = run(n.program, never);
  for (std::uint32_t row = 0; row < stated; ++row)
    EXPECT_TRUE(
        std::ranges::equal(by_set.database[holds].row(row), by_row.database[holds].row(row)));
}

/// The indexes of its groups are made when they are first asked for.
TEST_F(NestedTest, ACloneForAnotherThreadSharesNoGroups) {
  inheritance("in(J, P)");
  places(40, 1);
  facts(15);
  const Evaluation by_set = run(n.program, always);
  const PredicateId holds = n.predicate("holds");
  const Database clone = by_set.database.clone();
  EXPECT_NE(clone[holds].nested(), by_set.database[holds].nested());
  ASSERT_EQ(clone[holds].size(), by_set.database[holds].size());
  for (std::uint32_t row = 0; row < clone[holds].size(); ++row)
    EXPECT_TRUE(by_set.database[holds].contains(clone[holds].row(row)));
}

TEST_F(NestedTest, ARuleMayReadSeveralSentencesOfBoth) {
  inheritance("in(J, P)");
  n.relation("wide", {"place", "item"});
  n.relation("top", {"place"});
  n.rule("wide",
         "wide(J, I) :- in(J, P), holds(I, B, P), approves(B, I), handled(I, J), !own(I, P)");
  n.rule("wide-2", "wide(J, I) :- holds(I, B, J), holds(I, C, J), B != C");
  n.rule("wide-3", "wide(J, I) :- handled(I, J), #2 B approves(B, I)");
  n.rule("top", "top(J) :- in(K, J), !in(J, _)");
  n.rule("top-2", "top(p3) :- handled(I, J)");
  places(60, 2);
  facts(30);
  expect_same({"holds", "wide", "top"});
}

TEST_F(NestedTest, RecursionMayGoThroughOtherGroups) {
  n.relation("passes", {"body", "body"});
  n.rule("holds-own", "holds(I, B, J) :- listed(J, I, B)");
  n.rule("holds-passed", "holds(I, C, J) :- holds(I, B, P), in(J, P), passes(B, C)");
  n.rule("holds-both", "holds(I, b9, J) :- holds(I, B, J), holds(I, C, J), passes(B, C)");
  places(50, 1);
  facts(20);
  n.fact("passes(b0, b1)");
  n.fact("passes(b1, b2)");
  n.fact("passes(b2, b0)");
  expect_same({"holds"});
}

TEST_F(NestedTest, TwoRelationsMayNeedEachOther) {
  n.relation("even", {"item", "place"});
  n.relation("odd", {"item", "place"});
  n.rule("start", "even(I, J) :- listed(J, I, B)");
  n.rule("odd", "odd(I, J) :- even(I, P), in(J, P)");
  n.rule("even", "even(I, J) :- odd(I, P), in(J, P)");
  places(50, 1);
  facts(10);
  expect_same({"even", "odd"});
}

TEST_F(NestedTest, WhatNeedsTuplesGetsThem) {
  inheritance("in(J, P)");
  n.relation("pair", {"place", "place"});
  n.relation("self", {"place"});
  n.rule("pair", "pair(J, K) :- holds(I, B, J), holds(I, B, K), handled(I, J)");
  n.rule("self", "self(J) :- pair(J, J), J != p0");
  places(30, 1);
  facts(12);
  expect_same({"holds"});
}

TEST_F(NestedTest, CountsWhatStandsInEachPlace) {
  inheritance("in(J, P)");
  n.relation("shared", {"item", "place"});
  n.relation("crowded", {"body", "place"});
  n.relation("approved", {"body", "place"});
  n.relation("pooled", {"place"});
  n.rule("shared", "shared(I, J) :- handled(I, J), #2 B holds(I, B, J)");
  n.rule("shared-above", "shared(I, J) :- in(J, P), handled(I, J), #3 B holds(I, B, P)");
  n.rule("crowded", "crowded(B, J) :- #2 I holds(I, B, J)");
  n.rule("approved", "approved(B, J) :- approves(B, i1), #2 I holds(I, B, J), !crowded(b2, J)");
  n.rule("pooled", "pooled(J) :- #3 B holds(_, B, J)");
  n.rule("pooled-one", "pooled(J) :- handled(i2, J), #1 B holds(i0, B, J)");
  places(60, 2);
  facts(90);
  expect_same({"holds", "shared", "crowded", "approved", "pooled"});
  const Evaluation by_set = run(n.program, always);
  for (const char* id : {"shared", "crowded", "approved", "pooled"})
    EXPECT_FALSE(tuples(n.program, by_set, id).empty()) << id;
}

/// The counted variable is a place; a variable stands twice in what is counted.
TEST_F(NestedTest, SomeCountsNeedTuples) {
  inheritance("in(J, P)");
  n.relation("spread", {"item", "place"});
  n.relation("trades", {"item", "item", "body", "place"});
  n.rule("spread", "spread(I, J) :- handled(I, J), #4 K holds(I, B, K)");
  n.rule("trades", "trades(I, K, B, J) :- handled(I, J), holds(K, B, J)");
  n.rule("self", "spread(I, J) :- handled(I, J), #2 B trades(K, K, B, J)");
  places(50, 1);
  facts(60);
  expect_same({"holds"});
}

TEST_F(NestedTest, FindingsAreToldSetBySet) {
  inheritance("in(J, P)");
  n.finding("alone", "holds(I, B, J), !handled(I, J)", {"I", "J"});
  n.finding("many", "holds(I, B, J), #2 K holds(K, B, J)", {"B", "J"});
  n.finding("changes", "in(J, P), holds(I, B, J), holds(I, C, P), B != C", {"I", "P", "J"});
  n.finding("below", "in(J, P), holds(I, B, P), !handled(I, P)", {"J", "B"}, "P");
  n.finding("under", "in(J, P), handled(I, P)", {"J"});
  n.finding("same", "holds(I, B, J), approves(B, I)", {"B", "J"}, "I");
  for (const std::uint32_t parents : {1, 3}) {
    places(parents * 30, parents);
    facts(25);
    expect_same({"holds"});
  }
  EXPECT_THAT(told_by_sets(), ElementsAre("alone", "many", "changes", "below", "under", "same"));
  const Evaluation by_set = run(n.program, always);
  for (std::uint32_t f = 0; f < n.program.findings.size(); ++f)
    EXPECT_GT(by_set.findings.count({f}), 0U) << n.program.findings[f].id;
}

/// Two places that no hierarchy links, and nothing that is told.
TEST_F(NestedTest, SomeFindingsNeedTuples) {
  inheritance("in(J, P)");
  n.finding("twins", "listed(J, I, B), listed(K, I, B), J != K", {"J", "K"});
  n.finding("none", "holds(I, B, J), !own(I, J)", {});
  places(40, 1);
  facts(30);
  expect_same({"holds"});
  EXPECT_THAT(told_by_sets(), IsEmpty());
  EXPECT_EQ(run(n.program, always).findings.count({1}), 1U);
}

/// Every place has a body of its own: set by set each would be matched with each.
TEST_F(NestedTest, WhatIsNobodyElsesIsMatchedTupleByTuple) {
  n.finding("changes", "in(J, P), listed(J, I, B), listed(P, I, C), B != C", {"I", "P", "J"});
  places(40, 1);
  for (std::uint32_t i = 0; i < 40; ++i)
    n.fact("listed(" + name('p', i) + ", i0, " + name('b', i) + ")");
  expect_same({});
  EXPECT_THAT(told_by_sets(), IsEmpty());
  EXPECT_EQ(run(n.program, always).findings.count({0}), 39U);
}

TEST_F(NestedTest, FindingsAreMadeInOrderWhenTheyAreAskedFor) {
  inheritance("in(J, P)");
  n.finding("z-first", "holds(I, B, J)", {"I", "J"});
  n.finding("a-second", "own(I, J)", {"I", "J"});
  places(30, 1);
  facts(10);
  const Evaluation by_set = run(n.program, always);
  const auto all = by_set.findings.all(n.program);
  ASSERT_EQ(all.size(), by_set.findings.count({0}) + by_set.findings.count({1}));
  std::vector<std::pair<std::uint32_t, std::vector<std::string>>> seen;
  for (const RaisedFinding& one : all) {
    const FindingRule& finding = n.program.findings[one.finding.value];
    seen.emplace_back(1 - one.finding.value,
                      ids_of(n.program, finding, read_variables(finding), one.values));
  }
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

/// What is reached in a graph: no hierarchy, but relations that lead on from one value to the next.
class NestedGraphTest : public NestedTest {
 protected:
  NestedGraphTest() {
    n.kind("node");
    n.relation("edge", {"node", "node"});
    n.relation("path", {"node", "node"});
    n.relation("road", {"node", "item", "node"});
    n.relation("way", {"item", "node", "node"});
    n.relation("closed", {"node"});
    for (int i = 0; i < 60; ++i) {
      n.fact("edge(" + node() + ", " + node() + ")");
      n.fact("road(" + node() + ", " + item() + ", " + node() + ")");
    }
    for (int i = 0; i < 6; ++i) n.fact("closed(" + node() + ")");
  }
  std::string node() { return name('n', below(40)); }
};

TEST_F(NestedGraphTest, FollowsLinksForwards) {
  n.rule("base", "path(X, Y) :- edge(X, Y)");
  n.rule("step", "path(X, Y) :- path(X, Z), edge(Z, Y), !closed(Z)");
  expect_same({"path"});
}

TEST_F(NestedGraphTest, FollowsLinksBackwards) {
  n.rule("base", "path(X, Y) :- edge(X, Y)");
  n.rule("step", "path(X, Y) :- edge(X, Z), path(Z, Y), !closed(X)");
  expect_same({"path"});
}

TEST_F(NestedGraphTest, LinksMayHoldForOneThingOnly) {
  n.rule("base", "way(I, X, Y) :- road(X, I, Y)");
  n.rule("step", "way(I, X, Y) :- way(I, X, Z), road(Z, I, Y)");
  n.rule("any", "path(X, Y) :- way(I, X, Y)");
  n.rule("any-step", "path(X, Y) :- path(X, Z), road(Z, _, Y)");
  expect_same({"way", "path"});
}

TEST_F(NestedGraphTest, GroupsMayLeadToOtherGroups) {
  n.rule("base", "path(X, Y) :- edge(Z, X), edge(Z, Y)");
  n.rule("step", "path(X, Y) :- edge(P, X), path(P, Q), edge(Q, Y)");
  expect_same({"path"});
}

TEST_F(NestedGraphTest, ReadingItselfTwiceNeedsTuples) {
  n.rule("base", "path(X, Y) :- edge(X, Y)");
  n.rule("step", "path(X, Y) :- path(X, Z), path(Z, Y)");
  n.rule("self", "closed(X) :- path(X, X)");
  expect_same({});
}

class NestedDecisionTest : public NestedTest {
 protected:
  /// `ranks`: of what the rules approver, by-list and itself cite.
  void decide(const std::vector<Ground>& prefer, const std::vector<int>& ranks) {
    inheritance("in(J, P)");
    n.decision("leads", {"item", "body", "place"},
               {.value = 1,
                .keys = {0, 2},
                .domain = "handled",
                .domain_slots = {0, 1},
                .prefer = prefer});
    for (const int rank : {1, 2, 3})
      n.document(name('r', static_cast<std::uint32_t>(rank)), {.rank = rank});
    const auto cited = [&](std::size_t rule) {
      return std::vector<std::string>{name('r', static_cast<std::uint32_t>(ranks[rule]))};
    };
    n.rule("approver", "leads(I, B, J) :- approves(B, I), handled(I, J)", {}, cited(0));
    n.rule("by-list", "leads(I, B, J) :- holds(I, B, J)", {"approver"}, cited(1));
    n.rule("itself", "leads(I, B, J) :- listed(J, I, B), handled(I, J)", {}, cited(2));
    n.rule("bar", "-leads(I, B, J) :- holds(I, B, P), in(J, P), approves(B, I)");
  }
};

TEST_F(NestedDecisionTest, SettlesAsKeyByKey) {
  decide({}, {1, 1, 1});
  places(60, 1);
  facts(60);
  expect_same({"holds", "leads"});
  const auto all = keys(n.program, run(n.program, always), "leads");
  EXPECT_GT(all.size(), 60U);
}

TEST_F(NestedDecisionTest, PrefersOnTheSameGrounds) {
  decide({Ground::rank}, {3, 1, 2});
  places(40, 2);
  facts(60);
  expect_same({"holds", "leads"});
}

/// by-list overrides approver, which outranks itself, which outranks by-list.
TEST_F(NestedDecisionTest, CirclesOfDefeatsAreKeptToo) {
  decide({Ground::rank}, {1, 3, 2});
  places(40, 1);
  facts(60);
  expect_same({"holds", "leads"});
}

// --- the sets ---

TEST(Runs, DoAsSetsDo) {
  std::mt19937 random{7};
  const auto some = [&] {
    std::vector<bool> out(40);
    const auto density = random() % 5;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = random() % 6 < density;
    return out;
  };
  const auto runs = [](const std::vector<bool>& members) {
    Runs out;
    for (std::uint32_t i = 0; i < members.size(); ++i)
      if (members[i]) append(out, {i, i + 1});
    return out;
  };
  for (int round = 0; round < 2000; ++round) {
    const auto a = some();
    const auto b = some();
    std::vector<bool> both(40);
    std::vector<bool> either(40);
    std::vector<bool> rest(40);
    for (std::size_t i = 0; i < 40; ++i) {
      both[i] = a[i] && b[i];
      either[i] = a[i] || b[i];
      rest[i] = a[i] && !b[i];
      ASSERT_EQ(contains(runs(a), static_cast<std::uint32_t>(i)), a[i]);
    }
    Runs out;
    intersect(runs(a), runs(b), out);
    ASSERT_EQ(out, runs(both));
    unite(runs(a), runs(b), out);
    ASSERT_EQ(out, runs(either));
    subtract(runs(a), runs(b), out);
    ASSERT_EQ(out, runs(rest));
    ASSERT_EQ(count(runs(a)), static_cast<std::uint64_t>(std::count(a.begin(), a.end(), true)));
    Runs mixed = runs(b);
    const Runs first = runs(a);
    mixed.insert(mixed.end(), first.begin(), first.end());
    make_set(mixed);
    ASSERT_EQ(mixed, runs(either));
  }
}

TEST(Order, ChildrenOfNeighboursAreNeighbours) {
  const std::vector<std::pair<Value, Value>> links = {{1, 0}, {2, 0}, {3, 1}, {4, 1}, {5, 2}};
  const Order order({0}, 7, {0, 1, 2, 3, 4, 5}, links);
  EXPECT_EQ(order.size(), 7U);
  EXPECT_EQ(order.members(), 6U);
  Runs out;
  order.children(Runs{{order.rank(1), order.rank(2) + 1}}, out);
  EXPECT_EQ(out, (Runs{{order.rank(3), order.rank(5) + 1}}));
  order.children(Runs{{order.rank(6), order.rank(6) + 1}}, out);
  EXPECT_EQ(out, Runs{});
  order.parents(Runs{{order.rank(3), order.rank(5) + 1}}, out);
  EXPECT_EQ(out, (Runs{{order.rank(1), order.rank(2) + 1}}));
}

TEST(Nested, CountsDifferentValuesPlaceByPlace) {
  constexpr std::uint32_t places = 30;
  const auto order = std::make_shared<const Order>(PredicateId{0}, places, std::vector<Value>{},
                                                   std::vector<std::pair<Value, Value>>{});
  std::mt19937 random{11};
  const auto below = [&](std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random);
  };
  for (int round = 0; round < 300; ++round) {
    NestBuilder builder(3, 2, order);
    std::map<std::pair<Value, Value>, std::set<Value>> counted;  // by key and place
    for (std::uint32_t i = below(60); i > 0; --i) {
      const std::vector<Value> others = {below(2), below(5)};
      const std::uint32_t from = below(places);
      const Runs set{{from, std::min(places, from + 1 + below(9))}};
      builder.add(others, set);
      for (std::uint32_t place = from; place < set.front().to; ++place)
        counted[{others[0], place}].insert(others[1]);
    }
    const Nested nested = builder.finish();
    for (const std::uint64_t count : {1, 2, 4}) {
      const Nested some = at_least(nested, 1, count);
      std::uint64_t size = 0;
      for (const auto& [where, values] : counted) {
        size += values.size() >= count ? 1 : 0;
        const std::uint32_t group = some.groups.find(std::vector<Value>{where.first});
        ASSERT_EQ(contains(some.set(group), order->rank(where.second)), values.size() >= count);
      }
      ASSERT_EQ(some.size, size);
    }
  }
}

TEST(NestBuilder, ManyColumnsOfLargeNumbersSortAsFewDo) {
  const auto order = std::make_shared<const Order>(PredicateId{0}, 100U, std::vector<Value>{},
                                                   std::vector<std::pair<Value, Value>>{});
  for (const Value step : {1U, 0x10000001U}) {
    NestBuilder builder(5, 4, order);
    for (Value i = 0; i < 60; ++i)
      builder.add(std::vector<Value>{i % 3 * step, 5 * step, i % 2 * step, 7, 99 - i});
    const Nested nested = builder.finish();
    EXPECT_EQ(nested.size, 60U);
    ASSERT_EQ(nested.groups.size(), 6U);
    EXPECT_TRUE(nested.contains(std::vector<Value>{0, 5 * step, 0, 7, 99}));
    EXPECT_FALSE(nested.contains(std::vector<Value>{0, 5 * step, 0, 7, 98}));
    EXPECT_EQ(nested.set(0).size(), 10U);
  }
}

}  // namespace
}  // namespace mingze
