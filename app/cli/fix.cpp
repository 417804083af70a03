#include "app/cli/fix.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>
#include <set>

#include "report/diagnostics.hpp"

namespace mingze::app {

namespace {

/// The marks that people part a list with, as one.
std::string with_plain_marks(std::string text) {
  const auto replace = [&](std::string_view mark, const char* plain) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
      text.replace(at, mark.size(), plain);
  };
  for (const std::string_view comma : {"，", "、"}) replace(comma, ",");
  replace("：", ":");
  return text;
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number;
}

bool is_code(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
  });
}

/// 5, 5.2, 5:市水务局, old-name.
std::optional<RepairPick> pick_of(const std::string& text) {
  RepairPick pick;
  pick.written = text;
  const std::size_t colon = text.find(':');
  const std::string_view handle = std::string_view(text).substr(0, colon);
  if (colon != std::string::npos) {
    pick.lead = text.substr(colon + 1);
    if (pick.lead.empty() || pick.lead.find_first_of("\r\n\t") != std::string::npos)
      return std::nullopt;
  }
  const std::size_t dot = handle.find('.');
  if (const auto number = number_of(handle.substr(0, dot))) {
    pick.number = *number;
    if (dot == std::string_view::npos) return pick;
    const auto suggestion = number_of(handle.substr(dot + 1));
    if (!suggestion || !pick.lead.empty()) return std::nullopt;
    pick.suggestion = *suggestion;
    return pick;
  }
  if (text.empty() || !pick.lead.empty() || !is_code(text) || !(text[0] >= 'a' && text[0] <= 'z'))
    return std::nullopt;
  pick.code = text;
  return pick;
}

std::vector<RepairPick> picks_of(const std::string& written) {
  std::vector<RepairPick> picks;
  if (written == "true") return picks;
  const std::string plain = with_plain_marks(written);
  for (std::size_t at = 0; at <= plain.size();) {
    const std::size_t end = std::min(plain.find(',', at), plain.size());
    const auto pick = pick_of(plain.substr(at, end - at));
    if (!pick)
      throw WrongUsage{"bad-value",
                       {"--fix=" + written + "：“" + plain.substr(at, end - at) +
                            "”不是编号；写成 --fix=2,5、--fix=5.1、--fix=5:市水务局 或 "
                            "--fix=old-name",
                        "--fix=" + written + ": \"" + plain.substr(at, end - at) +
                            "\" is no number; write --fix=2,5, --fix=5.1, --fix=5:BODY or "
                            "--fix=old-name"}};
    picks.push_back(*pick);
    at = end + 1;
  }
  return picks;
}

/// Numbers of findings are of one draft: of several, a code is picked.
void demand_codes(const std::vector<RepairPick>& picks) {
  for (const RepairPick& pick : picks)
    if (pick.number > 0)
      throw WrongUsage{"bad-value",
                       {"--fix=" + pick.written +
                            "：编号是一份文稿自己的；几份一起改时只写 --fix，或者写代码，例如 "
                            "--fix=old-name",
                        "--fix=" + pick.written +
                            ": numbers are of one draft; of several write --fix alone, or a code "
                            "such as --fix=old-name"}};
}

/// What a draft is told of the others, which a check of it alone does not tell.
std::size_t without_others(report::CheckedDraft& draft, const std::set<std::string>& names) {
  return std::erase_if(draft.findings, [&](const report::Finding& finding) {
    return std::any_of(finding.related.begin(), finding.related.end(),
                       [&](const auto& place) { return names.contains(place.file); });
  });
}

bool has_code(const report::CheckedDraft& draft, const std::string& code) {
  return std::any_of(draft.findings.begin(), draft.findings.end(),
                     [&](const report::Finding& finding) { return finding.code == code; });
}

class Fixing {
 public:
  Fixing(const Context& context, const Fix& fix, const Inputs& inputs, const CheckOptions& options)
      : context_(context), fix_(fix), inputs_(inputs), options_(options) {}

  Exit run(report::CheckReport& report) {
    if (fix_.many) {
      demand_known_codes(report);
      for (const auto& [draft, copy] : fix_.copies) demand_free(context_, copy, true);
    }
    std::set<std::string> names;
    for (const report::CheckedDraft& draft : report.drafts) names.insert(draft.name);
    for (report::CheckedDraft& draft : report.drafts) {
      others_ += without_others(draft, names);
      one(draft);
    }
    if (fix_.many) summary(report.drafts.size());
    context_.terminal.out.flush();
    return failed_ ? Exit::wrong : exit_for(context_, gravest_);
  }

 private:
  void demand_known_codes(const report::CheckReport& report) const {
    for (const RepairPick& pick : fix_.picks)
      if (std::none_of(report.drafts.begin(), report.drafts.end(),
                       [&](const auto& draft) { return has_code(draft, pick.code); }))
        throw WrongUsage{"no-such-finding",
                         {"--fix：这些文稿里没有“" + pick.written + "”这个问题",
                          "--fix: none of these drafts has a finding " + pick.written}};
  }

  /// Of several drafts, those that this one has.
  [[nodiscard]] std::vector<RepairPick> picks_for(const report::CheckedDraft& draft) const {
    std::vector<RepairPick> picks = fix_.picks;
    if (fix_.many)
      std::erase_if(picks, [&](const RepairPick& pick) { return !has_code(draft, pick.code); });
    return picks;
  }

  void one(const report::CheckedDraft& draft) {
    const std::vector<RepairPick> picks = picks_for(draft);
    const bool nothing_picked = picks.empty() && !fix_.picks.empty();
    if (nothing_picked || (fix_.many && draft.kind == report::FileKind::pdf))
      return as_it_is(draft);
    const std::string path = draft.name == "<stdin>" ? "-" : draft.name;
    CheckOptions alone = options_;
    alone.drafts = {path};
    CheckAgain again(context_.files, context_.packs, inputs_, std::move(alone));
    const std::string author = context_.settings.language() == Language::zh ? "明责" : "mingze";
    const auto report =
        repaired(draft, picks, author, [&](std::string bytes) { return again(std::move(bytes)); });
    if (!report) {
      tell(context_, report.failure());
      failed_ = true;
      return;
    }
    const report::RepairReport& told = report.value();
    const std::string& copy = fix_.copies.at(path);
    if (told.copy != nullptr) {
      demand_free(context_, copy, fix_.many);
      if (write_copy(context_, copy, told.bytes) != Exit::good) {
        failed_ = true;
        return;
      }
      ++written_;
    }
    count(told.copy != nullptr ? *told.copy : draft);
    if (fix_.many && told.done.empty() && told.left_out.empty()) return;
    if (fix_.many) context_.terminal.out << draft.name << "\n";
    write_repairs_terminal(context_.terminal.out, told, copy, context_.settings.out_style);
    if (fix_.many) context_.terminal.out << "\n";
  }

  void as_it_is(const report::CheckedDraft& draft) {
    count(draft);
    if (draft.kind == report::FileKind::pdf && !draft.findings.empty()) ++pdfs_;
  }

  void count(const report::CheckedDraft& draft) {
    const auto gravest = report::gravest_of(draft);
    if (gravest && (!gravest_ || *gravest < *gravest_)) gravest_ = gravest;
  }

  void summary(std::size_t drafts) const {
    const auto text = [](std::size_t count) { return std::to_string(count); };
    Message out{"文稿 " + text(drafts) + " 份，写了修改稿 " + text(written_) + " 份",
                text(drafts) + " drafts, " + text(written_) + " repaired copies"};
    if (pdfs_ > 0) {
      out.zh += "；PDF " + text(pdfs_) + " 份改不了，用它的 .docx 原件";
      out.en += "; " + text(pdfs_) + " PDF can't be changed: take the .docx they were made from";
    }
    if (others_ > 0) {
      out.zh += "；与其他文稿不一致的问题 " + text(others_) + " 个没有改，也没有重新检查";
      out.en += "; " + text(others_) +
                " findings against other drafts were left as they are, and "
                "not checked again";
    }
    context_.terminal.out << out.in(context_.settings.language()) << "\n";
  }

  const Context& context_;
  const Fix& fix_;
  const Inputs& inputs_;
  const CheckOptions& options_;
  std::optional<Severity> gravest_;
  std::size_t written_ = 0;
  std::size_t others_ = 0;
  std::size_t pdfs_ = 0;
  bool failed_ = false;
};

}  // namespace

Fix fix_of(const Context& context, const std::vector<std::string>& arguments,
           const std::vector<std::string>& drafts, const std::string& written, bool original) {
  Fix fix;
  fix.picks = picks_of(written);
  fix.many = asks_for_many(context, arguments);
  if (fix.many) demand_codes(fix.picks);
  if (original)
    throw WrongUsage{"options-clash",
                     {"--fix 不能与 --original 同用：修改写在接受修订后的文字上",
                      "--fix can't go with --original: it changes the text as accepted"}};
  if (context.settings.format_given && context.settings.format != "terminal")
    throw WrongUsage{
        "options-clash",
        {"--fix 写的是修改稿，不能与 --format " + context.settings.format + " 同用",
         "--fix writes a repaired copy, and can't go with --format " + context.settings.format}};
  fix.copies =
      copies_of(context, arguments, drafts, {with_repairs, "--fix", {"修改稿", "repaired copy"}});
  for (const auto& [draft, copy] : fix.copies)
    if (draft != "-" && lower_extension(copy) != lower_extension(draft)) {
      const std::string example = beside(draft, with_repairs, context.settings.language());
      throw WrongUsage{
          "bad-output",
          {"修改稿与原稿是同一种文件，-o 的后缀要相同，例如 -o " + example,
           "the copy is a file of the draft's type, and its name ends alike: -o " + example}};
    }
  return fix;
}

Exit write_fixed(const Context& context, report::CheckReport report, const Fix& fix,
                 const Inputs& inputs, const CheckOptions& options) {
  return Fixing(context, fix, inputs, options).run(report);
}

}  // namespace mingze::app
