#include "draft/word/zip_package.hpp"

#include <zip.h>

namespace mingze::draft {

namespace {

constexpr std::size_t chunk_size = 64 * 1024;

zip_t* as_zip(void* archive) { return static_cast<zip_t*>(archive); }

/// Replaces or adds a part. A new part has the time of the first one, so that the same input gives
/// the same bytes.
bool put(zip_t* archive, const std::string& part, const std::string& content) {
  const zip_int64_t old = zip_name_locate(archive, part.c_str(), ZIP_FL_NOCASE);
  zip_stat_t like;
  if (zip_stat_index(archive, old < 0 ? 0 : static_cast<zip_uint64_t>(old), 0, &like) != 0)
    return false;
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  if (source == nullptr) return false;
  zip_int64_t index = old;
  const bool placed =
      old < 0 ? (index = zip_file_add(archive, part.c_str(), source, ZIP_FL_ENC_UTF_8)) >= 0
              : zip_file_replace(archive, static_cast<zip_uint64_t>(old), source, 0) == 0;
  if (!placed) {
    zip_source_free(source);
    return false;
  }
  return zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), like.mtime, 0) == 0;
}

}  // namespace

void ZipPackage::Close::operator()(void* archive) const { zip_discard(as_zip(archive)); }

Result<ZipPackage> ZipPackage::open(std::string_view bytes, const std::string& name,
                                    std::uint64_t most_bytes, PackageKind kind) {
  const std::string ending = kind.ending;
  const std::string program = kind.program;
  const Failure broken{"file-damaged",
                       name,
                       {"这个 " + ending + " 打不开：压缩包不完整或已损坏；用 " + program +
                            " 或 WPS 打开它，另存一份再检查",
                        "this " + ending +
                            " cannot be opened: its zip archive is incomplete or damaged; open "
                            "it in " +
                            program + " or WPS, save a copy and check that"}};
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return broken;
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (archive == nullptr) {
    zip_source_free(source);
    return broken;
  }
  return ZipPackage(archive, name, most_bytes, std::move(kind));
}

bool ZipPackage::has(const std::string& part) const {
  return zip_name_locate(as_zip(archive_.get()), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::optional<Failure> ZipPackage::read(const std::string& part, const ChunkReader& chunk) {
  zip_t* archive = as_zip(archive_.get());
  const zip_int64_t index = zip_name_locate(archive, part.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return broken(part);
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
      zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0), &zip_fclose);
  if (!file) return unreadable(part, zip_error_code_zip(zip_get_error(archive)));
  std::string buffer(chunk_size, '\0');
  while (true) {
    const zip_int64_t length = zip_fread(file.get(), buffer.data(), buffer.size());
    if (length < 0) return broken(part);
    if (length == 0) return {};
    read_ += static_cast<std::uint64_t>(length);
    if (read_ > most_bytes_) {
      const std::string most = std::to_string(most_bytes_ / mebibyte);
      return Failure{"file-too-large",
                     name_,
                     {"解开后超过 " + most + " MiB，不像一份" + kind_.document.zh + "；不再读下去",
                      "it unfolds to more than " + most + " MiB, which no " + kind_.document.en +
                          " is; not read on"}};
    }
    if (!chunk(std::string_view(buffer).substr(0, static_cast<std::size_t>(length)))) return {};
  }
}

Result<std::string> ZipPackage::read(const std::string& part) {
  std::string whole;
  const auto failed = read(part, [&](std::string_view chunk) {
    whole += chunk;
    return true;
  });
  if (failed) return *failed;
  return whole;
}

Failure ZipPackage::unreadable(const std::string& part, int reason) const {
  const std::string program = kind_.program;
  if (reason == ZIP_ER_NOPASSWD || reason == ZIP_ER_ENCRNOTSUPP) {
    return {
        "file-encrypted",
        name_,
        {"其中的 " + part + " 加了密；可以在打包的程序里去掉密码，或者用 " + program +
             " 或 WPS 另存一份再检查",
         "its part " + part + " is encrypted; pack it without a password, or save a copy with " +
             program + " or WPS, and check that"}};
  }
  if (reason == ZIP_ER_COMPNOTSUPP) {
    return {"unknown-compression",
            name_,
            {"其中的 " + part + " 的压缩方式 " + program + " 文件里不用，这里不读；用 " + program +
                 " 或 WPS 另存一份再检查",
             "its part " + part + " is compressed in a way that " + program +
                 " does not use, and is not read; save a copy with " + program +
                 " or WPS and check that"}};
  }
  return broken(part);
}

Failure ZipPackage::broken(const std::string& part) const {
  return damaged(kind_, name_,
                 {"其中的 " + part + " 读不出来", "its part " + part + " cannot be read"});
}

Failure damaged(const PackageKind& kind, const std::string& name, const Message& where) {
  const std::string ending = kind.ending;
  const std::string program = kind.program;
  return {"file-damaged",
          name,
          {"这个 " + ending + " 已损坏：" + where.zh + "；用 " + program +
               " 或 WPS 打开它，另存一份再检查",
           "this " + ending + " is damaged: " + where.en + "; open it in " + program +
               " or WPS, save a copy and check that"}};
}

Result<std::string> with_parts(std::string_view bytes, const std::string& name,
                               const std::map<std::string, std::string>& parts) {
  const Failure failure{
      "copy-failed", name, {"写不出这个 .docx 的副本", "no copy of this .docx could be made"}};
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return failure;
  const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(source, &zip_source_free);
  zip_source_keep(source);  // beyond the closing of the archive
  zip_t* archive = zip_open_from_source(source, 0, &error);
  zip_error_fini(&error);
  if (archive == nullptr) {
    zip_source_free(source);
    return failure;
  }
  bool good = true;
  for (const auto& [part, content] : parts) good = good && put(archive, part, content);
  if (!good || zip_close(archive) != 0) {
    zip_discard(archive);  // an archive that could not be closed is still open
    return failure;
  }
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return failure;
  std::string out(stat.size, '\0');
  const auto length = zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  if (length != static_cast<zip_int64_t>(out.size())) return failure;
  return out;
}

}  // namespace mingze::draft
