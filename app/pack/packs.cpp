#include "app/pack/packs.hpp"

#include <optional>

namespace mingze::app {

namespace {

constexpr std::string_view magic = "mingze packs 2\n";

void append(std::string& out, std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift & 255U);
}

void append(std::string& out, std::string_view text) {
  append(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

/// Reads numbers and texts one after the other; after the end everything is empty.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number() {
    if (rest_.size() < 4) return 0;
    std::uint32_t out = 0;
    for (unsigned i = 0; i < 4; ++i)
      out |= std::uint32_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    rest_.remove_prefix(4);
    return out;
  }

  std::string_view text() {
    const std::uint32_t size = number();
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(out.size());
    return out;
  }

 private:
  std::string_view rest_;
};

}  // namespace

Packs::Packs(std::string_view archive) {
  if (!archive.starts_with(magic)) return;
  Cursor in(archive.substr(magic.size()));
  packs_.resize(in.number());
  for (Pack& pack : packs_) {
    pack.name = in.text();
    pack.version = in.text();
    pack.files.resize(in.number());
    for (PackedFile& file : pack.files) file = {in.text(), in.text(), in.text()};
  }
  image_ = in.text();
}

const Pack* Packs::find(std::string_view name) const {
  for (const Pack& pack : packs_)
    if (pack.name == name) return &pack;
  return nullptr;
}

const PackedFile* Packs::file(std::string_view path) const {
  for (const Pack& pack : packs_)
    for (const PackedFile& file : pack.files)
      if (file.path == path) return &file;
  return nullptr;
}

std::string archive_of(const std::vector<Pack>& packs, std::string_view image) {
  std::string out(magic);
  append(out, static_cast<std::uint32_t>(packs.size()));
  for (const Pack& pack : packs) {
    append(out, pack.name);
    append(out, pack.version);
    append(out, static_cast<std::uint32_t>(pack.files.size()));
    for (const PackedFile& file : pack.files) {
      append(out, file.path);
      append(out, file.text);
      append(out, file.module);
    }
  }
  append(out, image);
  return out;
}

}  // namespace mingze::app
