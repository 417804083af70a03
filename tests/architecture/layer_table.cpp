#include "tests/architecture/layer_table.hpp"

#include <algorithm>
#include <cctype>

namespace mingze::architecture {
namespace {

std::string without_comments(std::string_view cmake) {
  std::string text;
  bool comment = false;
  for (const char c : cmake) {
    if (c == '#') comment = true;
    if (c == '\n') comment = false;
    if (!comment) text += c;
  }
  return text;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (std::isspace(static_cast<unsigned char>(c)) == 0) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

Layer layer_from(const std::vector<std::string>& words) {
  Layer layer{words.front(), {}, {}};
  std::vector<std::string>* list = nullptr;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "MAY_INCLUDE") {
      list = &layer.may_include;
    } else if (words[i] == "USES") {
      list = &layer.uses;
    } else if (list != nullptr) {
      list->push_back(words[i]);
    }
  }
  return layer;
}

const Layer* find(const std::vector<Layer>& layers, std::string_view folder) {
  const auto at = std::find_if(layers.begin(), layers.end(),
                               [&](const Layer& layer) { return layer.folder == folder; });
  return at == layers.end() ? nullptr : &*at;
}

}  // namespace

std::vector<Layer> read_layers(std::string_view cmake) {
  const std::string text = without_comments(cmake);
  const std::string_view call = "\nmingze_layer(";
  std::vector<Layer> layers;
  for (std::size_t at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
    const std::size_t begin = at + call.size();
    const auto words = words_of(std::string_view(text).substr(begin, text.find(')', at) - begin));
    if (!words.empty()) layers.push_back(layer_from(words));
  }
  return layers;
}

const Layer* layer_of(const std::vector<Layer>& layers, std::string_view path) {
  const Layer* best = nullptr;
  for (const Layer& layer : layers) {
    const bool inside = path.starts_with(layer.folder) && path.size() > layer.folder.size() &&
                        path[layer.folder.size()] == '/';
    if (inside && (best == nullptr || layer.folder.size() > best->folder.size())) best = &layer;
  }
  return best;
}

std::vector<std::string> faults_of(const std::vector<Layer>& layers) {
  std::vector<std::string> faults;
  std::vector<Layer> above;
  for (const Layer& layer : layers) {
    if (find(above, layer.folder) != nullptr)
      faults.push_back(layer.folder + " stands there twice");
    for (const std::string& lower : layer.may_include) {
      if (find(above, lower) != nullptr) continue;
      faults.push_back(layer.folder + " names " + lower +
                       (find(layers, lower) != nullptr ? ", which stands below it or is itself"
                                                       : ", which is no layer"));
    }
    above.push_back(layer);
  }
  return faults;
}

}  // namespace mingze::architecture
