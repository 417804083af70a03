#include "dsl/ast/archive.hpp"

#include <unordered_map>

#include "dsl/ast/archive_reader.hpp"
#include "dsl/ast/fields.hpp"

namespace mingze::dsl {

namespace {

/// Writes a tree: first each distinct string once, then the nodes, which name them by number.
class ArchiveWriter {
 public:
  explicit ArchiveWriter(bool with_places) : with_places_(with_places) {}

  void write(const std::string& text) {
    const auto [at, added] = numbers_.try_emplace(text, numbers_.size());
    if (added) put_string(strings_, text);
    put(at->second);
  }
  void write(std::int32_t value) { put(zigzag(value)); }
  void write(bool value) { put(value ? 1 : 0); }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void write(Enum value) { put(static_cast<std::uint64_t>(value)); }
  void write(const Span& span) {
    put(span.valid() ? std::uint64_t{span.size()} + 1 : 0);
    if (!span.valid()) return;
    put(zigzag(std::int64_t{span.begin} - std::int64_t{last_begin_}));
    last_begin_ = span.begin;
  }
  template <typename T>
  void write(const std::optional<T>& value) {
    put(value ? 1 : 0);
    if (value) write(*value);
  }
  template <typename T>
  void write(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) write(value);
  }
  void write(const StatementBody& body) {
    put(body.index());
    std::visit([this](const auto& node) { write(node); }, body);
  }
  template <typename Node>
  requires std::is_class_v<Node>
  void write(const Node& node) {
    const auto all = [this](const auto&... members) { (write(members), ...); };
    fields(node, all);
    if (with_places_) places(node, all);
  }

  [[nodiscard]] std::string finish() const {
    std::string out;
    put_number(out, numbers_.size());
    out += strings_;
    out += nodes_;
    return out;
  }

 private:
  static std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U);
  }
  static void put_number(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) out += static_cast<char>(0x80U | (value & 0x7FU));
    out += static_cast<char>(value);
  }
  static void put_string(std::string& out, const std::string& text) {
    put_number(out, text.size());
    out += text;
  }
  void put(std::uint64_t value) { put_number(nodes_, value); }

  bool with_places_;
  std::unordered_map<std::string, std::size_t> numbers_ = {};
  std::string strings_ = {};
  std::string nodes_ = {};
  std::uint32_t last_begin_ = 0;
};

Failure damaged() {
  return {.subject = "archive",
          .message = {"已编译的规则包损坏或版本不符：请重新编译",
                      "the compiled pack is damaged or of another version: compile it again"}};
}

}  // namespace

std::string to_bytes(const Module& module) {
  ArchiveWriter writer(true);
  writer.write(module.statements);
  writer.write(module.comments);
  const std::string body = writer.finish();
  return std::string(archive_magic) + checksum_bytes(body) + body;
}

Result<Module> from_bytes(std::string_view bytes, SourceId source) {
  if (!bytes.starts_with(archive_magic)) return damaged();
  bytes.remove_prefix(archive_magic.size());
  if (bytes.size() < checksum_size) return damaged();
  const std::string_view sum = bytes.substr(0, checksum_size);
  bytes.remove_prefix(checksum_size);
  if (checksum_bytes(bytes) != sum) return damaged();
  ArchiveReader reader(bytes, source);
  Module module{.source = source, .statements = {}, .comments = {}};
  reader.read(module.statements);
  reader.read(module.comments);
  if (!reader.finished()) return damaged();
  return module;
}

bool same_tree(const Module& a, const Module& b) {
  const auto plain = [](const Module& module) {
    ArchiveWriter writer(false);
    writer.write(module.statements);
    return writer.finish();
  };
  return plain(a) == plain(b);
}

bool same_tree(const Statement& a, const Statement& b) {
  const auto plain = [](const Statement& statement) {
    ArchiveWriter writer(false);
    writer.write(statement);
    return writer.finish();
  };
  return plain(a) == plain(b);
}

}  // namespace mingze::dsl
