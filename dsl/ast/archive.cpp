#include "dsl/ast/archive.hpp"

#include "dsl/ast/archive_seal.hpp"
#include "dsl/ast/fields.hpp"
#include "engine/base/archive_reader.hpp"
#include "engine/base/archive_writer.hpp"

namespace mingze::dsl {

namespace {

Failure damaged() {
  return {"pack-damaged",
          "archive",
          {"已编译的规则包损坏或版本不符；应当重新编译",
           "the compiled pack is damaged or of another version: compile it again"}};
}

}  // namespace

std::string to_bytes(const Module& module) {
  ArchiveWriter writer(module.source);
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
    ArchiveWriter writer(module.source, false);
    writer.write(module.statements);
    return writer.finish();
  };
  return plain(a) == plain(b);
}

bool same_tree(const Statement& a, const Statement& b) {
  const auto plain = [](const Statement& statement) {
    ArchiveWriter writer(statement.span.source, false);
    writer.write(statement);
    return writer.finish();
  };
  return plain(a) == plain(b);
}

}  // namespace mingze::dsl
