// The table of cmake/layers.cmake as values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mingze::architecture {

/// One `mingze_layer(FOLDER MAY_INCLUDE … USES …)`.
struct Layer {
  std::string folder;
  std::vector<std::string> may_include;
  std::vector<std::string> uses;
};

/// Layers in the order of the file. Comments and everything but calls of mingze_layer are skipped.
[[nodiscard]] std::vector<Layer> read_layers(std::string_view cmake);

/// The layer that a path stands in: the one with the longest folder; null if in none.
[[nodiscard]] const Layer* layer_of(const std::vector<Layer>& layers, std::string_view path);

/// What is wrong with the table itself: a folder twice, a lower layer that is unknown or stands
/// below the layer that names it (so the order of the file is the direction of dependencies).
[[nodiscard]] std::vector<std::string> faults_of(const std::vector<Layer>& layers);

}  // namespace mingze::architecture
