#include "tests/architecture/layer_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingze::architecture {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view table = R"(
# mingze_layer(comment MAY_INCLUDE nothing)
function(mingze_layer folder)
endfunction()
mingze_layer(base USES fmt::fmt)
mingze_layer(base/deep
  MAY_INCLUDE base   # why
  USES Boost::headers)
mingze_layer(top MAY_INCLUDE base base/deep)
)";

TEST(LayerTable, ReadsFoldersLowerLayersAndLibraries) {
  const auto layers = read_layers(table);
  ASSERT_EQ(layers.size(), 3U);
  EXPECT_EQ(layers[0].folder, "base");
  EXPECT_THAT(layers[0].uses, ElementsAre("fmt::fmt"));
  EXPECT_THAT(layers[1].may_include, ElementsAre("base"));
  EXPECT_THAT(layers[1].uses, ElementsAre("Boost::headers"));
  EXPECT_THAT(layers[2].may_include, ElementsAre("base", "base/deep"));
  EXPECT_THAT(faults_of(layers), IsEmpty());
}

TEST(LayerTable, TheLongestFolderWins) {
  const auto layers = read_layers(table);
  EXPECT_EQ(layer_of(layers, "base/a.hpp")->folder, "base");
  EXPECT_EQ(layer_of(layers, "base/deep/a.hpp")->folder, "base/deep");
  EXPECT_EQ(layer_of(layers, "basement/a.hpp"), nullptr);
}

TEST(LayerTable, ALayerNamesOnlyLayersAboveIt) {
  const auto faults = faults_of(read_layers(R"(
mingze_layer(a MAY_INCLUDE b nowhere)
mingze_layer(b)
mingze_layer(b)
)"));
  EXPECT_THAT(faults, ElementsAre(HasSubstr("a names b, which stands below it"),
                                  HasSubstr("a names nowhere, which is no layer"),
                                  HasSubstr("b stands there twice")));
}

}  // namespace
}  // namespace mingze::architecture
