// Rules that put values forward for one key; their documents have ranks.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/engine/build/notation.hpp"

namespace mingze::test {

class RankedRules : public testing::Test {
 protected:
  RankedRules() {
    n.kind("dept");
    n.kind("item");
    n.relation("p", {"dept", "item"});
    n.document("first", {1, "2001-01-01"});
    n.document("second", {2, "2002-01-01"});
    n.document("third", {3, "2003-01-01"});
    n.decision("d", {"dept", "item"}, {0, {1}, "", {}, {Ground::rank}});
  }
  void rule(const std::string& id, const std::vector<std::string>& overrides = {},
            const std::vector<std::string>& cites = {}) {
    n.rule(id, "d(D, I) :- p(D, I)", overrides, cites);
  }
  Notation n;
};

}  // namespace mingze::test
