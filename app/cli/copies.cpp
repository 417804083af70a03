#include "app/cli/copies.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

#include "app/cli/check_faces.hpp"
#include "report/diagnostics.hpp"

namespace mingze::app {

namespace {

namespace fs = std::filesystem;

std::string copy_name(const std::string& draft, const CopySuffix& suffix, Language language) {
  const fs::path path(draft);
  return path.stem().string() + suffix.in(language) + path.extension().string();
}

class Planning {
 public:
  Planning(const Context& context, const std::vector<std::string>& arguments, const CopyKind& kind)
      : context_(context),
        arguments_(arguments),
        kind_(kind),
        output_(context.settings.output),
        many_(asks_for_many(context, arguments)) {}

  Copies run(const std::vector<std::string>& drafts) {
    if (many_ && !output_.empty()) demand_folder(drafts);
    for (const std::string& draft : drafts) add(draft, drafts);
    return std::move(out_);
  }

 private:
  void demand_folder(const std::vector<std::string>& drafts) const {
    const bool is_named_like_a_draft =
        std::any_of(drafts.begin(), drafts.end(), [&](const std::string& draft) {
          return lower_extension(draft) == lower_extension(output_);
        });
    const PathKind there = context_.files.kind(output_);
    if (there == PathKind::folder || (there == PathKind::missing && !is_named_like_a_draft)) return;
    throw WrongUsage{"bad-output",
                     {"几份文稿的" + kind_.name.zh + "写到文件夹里，-o 写文件夹的名称，例如 -o " +
                          kind_.name.zh + "；不写 -o 的，写在各份原稿旁边",
                      "copies of several drafts go into a folder: -o FOLDER; without -o they "
                      "stand beside the drafts"}};
  }

  void add(const std::string& draft, const std::vector<std::string>& drafts) {
    const bool in_folder =
        !output_.empty() && (many_ || context_.files.kind(output_) == PathKind::folder);
    const Language language = context_.settings.language();
    const std::string example = beside(draft == "-" ? "草案.docx" : draft, kind_.suffix, language);
    if (draft == "-" && (output_.empty() || in_folder))
      throw WrongUsage{
          "missing-output",
          {"从标准输入读文稿时，" + kind_.option + " 要用 -o 指明" + kind_.name.zh +
               "写到哪里，例如 -o " + example,
           kind_.option + " needs a file for the copy of standard input: -o " + example}};
    const std::string path = output_.empty() ? example
                             : in_folder     ? join_path(output_, within(draft))
                                             : output_;
    if (context_.files.kind(path) != PathKind::missing)  // else it is no draft
      for (const std::string& other : drafts) demand_other_file(path, other, example);
    if (!taken_.insert(normal_path(path)).second)
      throw WrongUsage{"bad-output",
                       {"有两份文稿的" + kind_.name.zh + "都会写成 " + path + "；分开检查",
                        "two drafts would both be copied to " + path + "; check them apart"}};
    out_.emplace(draft, path);
  }

  /// The copy's path below the folder of -o: as the draft's below the folder that was named.
  [[nodiscard]] std::string within(const std::string& draft) const {
    const std::string name = copy_name(draft, kind_.suffix, context_.settings.language());
    const std::string place = normal_path(draft);
    for (const std::string& argument : arguments_) {
      if (context_.files.kind(argument) != PathKind::folder) continue;
      const std::string folder = normal_path(argument);
      const std::string prefix = folder == "." ? "" : folder.ends_with('/') ? folder : folder + "/";
      if (place.starts_with(prefix)) return join_path(folder_of(place.substr(prefix.size())), name);
    }
    return name;
  }

  const Context& context_;
  const std::vector<std::string>& arguments_;
  const CopyKind& kind_;
  const std::string& output_;
  bool many_;
  std::set<std::string> taken_;
  Copies out_;
};

}  // namespace

bool asks_for_many(const Context& context, const std::vector<std::string>& arguments) {
  return arguments.size() > 1 ||
         std::any_of(arguments.begin(), arguments.end(), [&](const std::string& argument) {
           return context.files.kind(argument) == PathKind::folder;
         });
}

Copies copies_of(const Context& context, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& drafts, const CopyKind& kind) {
  return Planning(context, arguments, kind).run(drafts);
}

void demand_free(const Context& context, const std::string& path, bool many) {
  if (!context.settings.output.empty() || context.files.kind(path) == PathKind::missing) return;
  if (many)
    throw WrongUsage{"file-exists",
                     {"已经有 " + path + "；先移走它，或者用 -o 写到另一个文件夹",
                      path + " is there already; move it away, or name a folder with -o"}};
  throw WrongUsage{
      "file-exists",
      {"已经有 " + path + "；要覆盖它，写明 -o " + path + "，否则另取名称",
       path + " is there already; to replace it write -o " + path + ", or choose another name"}};
}

std::string beside(const std::string& draft, const CopySuffix& suffix, Language language) {
  return join_path(folder_of(draft), copy_name(draft, suffix, language));
}

std::string lower_extension(const std::string& path) {
  std::string out = fs::path(path).extension().string();
  for (char& byte : out)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return out;
}

Exit write_copy(const Context& context, const std::string& path, const std::string& bytes) {
  demand_unread(context, path, "-o");
  auto failure = context.files.make_folder(folder_of(path));
  if (!failure) failure = context.files.write(path, [&](std::ostream& out) { out << bytes; });
  if (!failure) return Exit::good;
  tell(context, *failure);
  return Exit::wrong;
}

}  // namespace mingze::app
