#include "draft/clause/subject.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

struct PredicateWord {
  View word;
  Predicate predicate;
};

constexpr std::array<PredicateWord, 55> predicate_words{
    {{U"要", Predicate::must},          {U"应当", Predicate::must},
     {U"应", Predicate::must},          {U"须", Predicate::must},
     {U"负责", Predicate::charged},     {U"牵头", Predicate::leads},
     {U"会同", Predicate::together},    {U"联合", Predicate::together},
     {U"按照职责", Predicate::must},    {U"按职责", Predicate::must},
     {U"按照职能", Predicate::must},    {U"按照各自", Predicate::must},
     {U"按照", Predicate::must},        {U"按", Predicate::must},
     {U"根据", Predicate::must},        {U"依法", Predicate::must},
     {U"依照", Predicate::must},        {U"依据", Predicate::must},
     {U"遵照", Predicate::must},        {U"每年", Predicate::must},
     {U"定期", Predicate::must},        {U"切实", Predicate::must},
     {U"结合", Predicate::must},        {U"加强", Predicate::must},
     {U"强化", Predicate::must},        {U"统筹", Predicate::must},
     {U"承担", Predicate::must},        {U"在", Predicate::must},
     {U"可", Predicate::none},          {U"对", Predicate::must},
     {U"每半年", Predicate::must},      {U"每季度", Predicate::must},
     {U"每月", Predicate::must},        {U"实行", Predicate::must},
     {U"落实", Predicate::must},        {U"履行", Predicate::must},
     {U"积极", Predicate::must},        {U"形成", Predicate::must},
     {U"主管", Predicate::charged},     {U"主责", Predicate::leads},
     {U"为牵头单位", Predicate::leads}, {U"为牵头部门", Predicate::leads},
     {U"为主责", Predicate::leads},     {U"为责任单位", Predicate::charged},
     {U"任组长单位", Predicate::leads}, {U"为组长单位", Predicate::leads},
     {U"双牵头", Predicate::leads},     {U"主抓", Predicate::leads},
     {U"主办", Predicate::leads},       {U"为主", Predicate::leads},
     {U"承办", Predicate::charged},     {U"统一领导", Predicate::charged},
     {U"分工负责", Predicate::must},    {U"是", Predicate::charged},
     {U"为", Predicate::charged}}};

// What a known body does is its task, even without a word like 要: 甲部制定……, 甲局于月底前…….
constexpr WordSet<54> doing_words{
    {U"充分", U"全程", U"进一步", U"细化", U"优化", U"立即", U"安排", U"深入", U"扎实",
     U"继续", U"主动", U"健全",   U"完善", U"协调", U"召开", U"举办", U"推动", U"整合",
     U"及时", U"保障", U"认真",   U"加快", U"全力", U"严格", U"加大", U"持续", U"抓紧",
     U"尽快", U"建立", U"制定",   U"制订", U"印发", U"推行", U"开展", U"组织", U"完成",
     U"研究", U"出台", U"实施",   U"指导", U"监督", U"督促", U"汇总", U"发布", U"公布",
     U"编制", U"提出", U"于",     U"推进", U"做好", U"贯彻", U"拟订", U"起草", U"履行"}};

constexpr WordSet<2> helping_words{{U"配合", U"协助"}};

// What all of these begin with: most characters of a sentence are none of them.
constexpr CharacterFilter telling_starts = [] {
  CharacterFilter out = doing_words.firsts();
  out.add(helping_words.firsts());
  for (const PredicateWord& word : predicate_words) out.add(word.word.front());
  return out;
}();

constexpr WordSet<22> adverbs{{U"抓紧", U"尽快", U"及时", U"认真",  U"严格", U"切实",
                               U"负责", U"联合", U"将",   U"主要",  U"也",   U"都",
                               U"均",   U"还",   U"具体", U"统一",  U"共同", U"分别",
                               U"必",   U"则",   U"同时", U"进一步"}};

// A subject that ends so stands for all of its kind, whoever they are.
constexpr WordSet<16> class_endings{{U"牵头部门", U"牵头单位", U"责任单位", U"责任部门",
                                     U"职能部门", U"成员单位", U"有关部门", U"相关部门",
                                     U"主管部门", U"有关单位", U"相关单位", U"负责同志",
                                     U"领导班子成员", U"有关方面", U"党委和政府", U"党委政府"}};
// A phrase that holds one of these is more than a noun: 材料以有关部门公布的为准.
constexpr WordSet<6> no_class_words{{U"会同", U"将", U"由", U"应当", U"以相", U"以有"}};
constexpr WordSet<18> class_starts{{U"省级", U"市级", U"县级", U"区级", U"各", U"地方各级", U"地方",
                                    U"市、县", U"市县", U"县级以上", U"县区", U"区县", U"乡镇",
                                    U"有关", U"相关", U"国务院有关", U"省(自治区", U"省、自治区"}};
// A phrase that starts so is no subject: a verb with its object, or a preposition.
constexpr WordSet<71> not_subject_starts{
    {U"通过",   U"利用", U"借助", U"运用", U"采取", U"围绕", U"聚焦", U"坚持", U"持续",
     U"进一步", U"积极", U"大力", U"全面", U"严格", U"加快", U"不断", U"切实", U"要",
     U"成立",   U"设立", U"与",   U"同",   U"向",   U"对",   U"将",   U"把",   U"经",
     U"为",     U"以",   U"从",   U"由",   U"请",   U"报",   U"按",   U"在",   U"组织",
     U"推动",   U"加强", U"引导", U"支持", U"鼓励", U"督促", U"指导", U"协调", U"要求",
     U"建立",   U"完善", U"落实", U"发挥", U"配合", U"依托", U"争取", U"授权", U"委托",
     U"推进",   U"确保", U"健全", U"强化", U"统筹", U"明确", U"做好", U"开展", U"充分",
     U"提高",   U"根据", U"结合", U"构建", U"形成", U"打造", U"实现", U"促进"}};
// 市、县级党委和政府: one phrase, although it looks like a list.
constexpr WordSet<3> listed_levels{{U"市、县", U"省、市", U"县、乡"}};
constexpr WordSet<8> class_nouns{
    {U"部门", U"机关", U"机构", U"单位", U"政府", U"党委", U"企业", U"媒体"}};

// Subjects are short; anything longer is a description.
constexpr std::uint32_t longest_subject = 90;
constexpr int most_tries = 5;

bool is_known(const TextView& text, Range name) {
  if (is_addressed_body(text.of(name))) return true;
  const std::uint32_t prefix = text.prefix_length(name.begin, name.end);
  return text.name_end(name.begin) == name.end ||
         (prefix > 0 && text.name_end(name.begin + prefix) == name.end);
}

/// 镇水利站, 街道城管办: an office of the town or street that the text is of.
bool is_town_office(const TextView& text, Range name) {
  static constexpr WordSet<3> owners{{U"镇", U"乡", U"街道"}};
  static constexpr WordSet<6> classes{{U"乡镇", U"镇街", U"街道办事处", U"镇村", U"乡村", U"镇区"}};
  const View view = text.of(name);
  if (!starts_with_any(view, owners) || starts_with_any(view, classes)) return false;
  return is_office_name(text, name) && !ends_with_any(view, class_nouns);
}

/// A known body below the government itself, whose own acts are no tasks that it gives.
bool is_doer(const TextView& text, Range phrase) {
  const auto view = text.of(phrase);
  if (!is_known(text, phrase) || view.ends_with(U"国务院") || view.ends_with(U"政府")) return false;
  return text.name_end(phrase.begin) == phrase.end || !starts_with_any(view, not_subject_starts);
}

/// 市食安办, 县防汛抗旱指挥部: the standing office of a level, whether the register has it or not.
bool is_standing_office(const TextView& text, Range phrase) {
  static constexpr WordSet<5> endings{{U"办", U"办公室", U"委员会", U"指挥部", U"领导小组"}};
  constexpr View levels = U"省市县区州旗镇乡局厅院校";
  constexpr std::uint32_t longest = 16;
  const View view = text.of(phrase);
  return phrase.size() <= longest && levels.find(view[0]) != View::npos &&
         ends_with_any(view, endings) && is_body_name(text, phrase, true) &&
         !is_collective_name(view) && !is_vague_name(view);
}

bool are_doers(const TextView& text, Range phrase) {
  if (is_doer(text, phrase)) return true;
  const std::vector<NameRange> names = split_names(text, phrase);
  return names.size() > 1 && std::all_of(names.begin(), names.end(), [&](const NameRange& name) {
           return is_doer(text, name.range);
         });
}

/// 甲局提出的方案: the body only describes a thing.
bool is_attribute(View rest) { return rest.size() > 2 && rest[2] == U'的'; }

const PredicateWord* predicate_at(View rest) {
  const PredicateWord* best = nullptr;
  for (const PredicateWord& word : predicate_words) {
    if (rest.front() != word.word.front() || !rest.starts_with(word.word)) continue;
    if (best == nullptr || word.word.size() > best->word.size()) best = &word;
  }
  return best;
}

/// 应急, 要点, 落实情况: begin like a predicate and are none.
constexpr WordSet<15> look_alikes{{U"主办单位", U"主办方", U"承办单位", U"应对", U"应急", U"应用",
                                   U"要求", U"要点", U"要素", U"落实情况", U"主管部门", U"主管单位",
                                   U"主管领导", U"主责单位", U"主责部门"}};

/// 以甲局为主，, and not 为主要内容.
bool is_mainly(View rest) {
  return rest.starts_with(U"为主") && !rest.starts_with(U"为主责") &&
         (rest.size() == 2 || View(U",。;、负").find(rest[2]) != View::npos);
}

/// 各学院是实验室安全的责任主体: whether the part that starts with 是 or 为 ends in such a title.
bool gives_title(const TextView& text, std::uint32_t at, std::uint32_t limit) {
  static constexpr WordSet<6> titles{
      {U"责任主体", U"责任单位", U"责任部门", U"牵头单位", U"牵头部门", U"责任人"}};
  constexpr std::uint32_t longest = 40;
  std::uint32_t end = at;
  limit = std::min(limit, at + longest);
  while (end < limit && text.at(end) != U',' && !is_sentence_end(text.at(end))) ++end;
  return ends_with_any(text.of({at, end}), titles);
}

/// 牵头部门, 负责人: the word names somebody here and says nothing of a subject.
bool is_noun(View rest) {
  return starts_with_any(rest, look_alikes) || rest.starts_with(U"牵头部门") ||
         rest.starts_with(U"牵头单位") || rest.starts_with(U"牵头的") ||
         (rest.starts_with(U"负责人") && !rest.starts_with(U"负责人才")) ||
         rest.starts_with(U"负责同志") || rest.starts_with(U"负责的");
}

/// 各成员单位 is a subject, 各成员单位实行 is not.
bool ends_like_class(View name) {
  static constexpr WordSet<13> of_villages{{U"镇街", U"街道", U"村", U"社区", U"村(社区)",
                                            U"村(居)", U"街镇", U"书记", U"主任", U"工作队",
                                            U"网格员", U"主要负责人", U"主要负责同志"}};
  if (ends_with_any(name, class_nouns)) return true;
  if (name.starts_with(U"各") && ends_like_office(name)) return true;
  const bool each = name.starts_with(U"各") || name.starts_with(U"属地");
  if (each && ends_with_any(name, of_villages)) return true;
  return ends_like_body(name, false) && (!name.ends_with(U"行") || name.ends_with(U"银行"));
}

/// 街道（镇）, 乡镇, 村（社区）: whole levels below the county.
bool is_lower_level(View phrase) {
  return phrase.find_first_not_of(U"乡镇街道村社区居()、") == View::npos && phrase.size() >= 2;
}

bool is_class_phrase(View phrase) {
  if (is_lower_level(phrase)) return true;
  if (phrase.size() < 3) return phrase == U"各地";
  if (contains_any(phrase, no_class_words)) return false;
  if (ends_with_any(phrase, class_endings)) return true;
  return starts_with_any(phrase, class_starts) && !contains(phrase, U"的") &&
         ends_like_class(phrase);
}

/// The names of a noun phrase, if it is nothing but names of bodies.
std::vector<NameRange> names_of_phrase(const TextView& text, Range phrase, Trust trust) {
  if (starts_like_no_subject(text, phrase)) return {};
  std::vector<NameRange> names = split_names(text, phrase);
  const bool levels = starts_with_any(text.of(phrase), listed_levels);
  if (!levels && !names.empty() && are_subjects(text, names, trust)) return names;
  // 甲局、青川机场公司: beside a body that is known, the others of a list are bodies too.
  const bool list = trust == Trust::plain && names.size() > 1 && !levels;
  const bool some_known = list && std::any_of(names.begin(), names.end(), [&](const auto& name) {
                            return is_known(text, name.range);
                          });
  if (some_known && are_subjects(text, names, Trust::office)) return names;
  if (trust != Trust::known && is_class_phrase(text.of(phrase))) {
    NameRange whole{phrase};
    whole.of_class = true;
    return {whole};
  }
  return {};
}

/// 宣传、教育部门, 公安、财政等部门: a list that tells departments by what they do. Most of them must be
/// the functions of departments that are known.
bool are_told_by_functions(const TextView& text, Range phrase, std::vector<NameRange>& names) {
  const View view = text.of(phrase);
  if (!view.ends_with(U"部门") || starts_with_any(view, not_subject_starts)) return false;
  names = split_names(text, phrase);
  constexpr std::uint32_t longest = 12;
  const auto known = std::count_if(names.begin(), names.end(), [&](const NameRange& name) {
    return is_function_name(text, name.range);
  });
  return names.size() > 1 && static_cast<std::size_t>(known) * 2 >= names.size() &&
         std::all_of(names.begin(), names.end(),
                     [](const NameRange& name) { return name.range.size() <= longest; });
}

/// 年度计划经甲局: the known body approves, and the words before it are what it approves.
bool ends_with_approver(const TextView& text, Range phrase) {
  for (std::uint32_t at = phrase.begin; at + 1 < phrase.end; ++at) {
    if (text.at(at) == U'经' && is_known(text, {at + 1, phrase.end})) return true;
  }
  return false;
}

}  // namespace

bool starts_with_doing(View rest) { return starts_with_any(rest, doing_words); }

bool starts_like_no_subject(const TextView& text, Range phrase) {
  return !is_known(text, phrase) && starts_with_any(text.of(phrase), not_subject_starts);
}

Range without_adverb(const TextView& text, Range range) {
  const auto view = text.of(range);
  for (const View adverb : adverbs) {
    if (view.size() > adverb.size() + 1 && view.ends_with(adverb)) {
      range.end -= static_cast<std::uint32_t>(adverb.size());
      return range;
    }
  }
  return range;
}

bool are_subjects(const TextView& text, std::vector<NameRange>& names, Trust trust) {
  for (NameRange& name : names) {
    const auto view = text.of(name.range);
    const bool known = is_known(text, name.range) || is_town_office(text, name.range);
    if ((trust == Trust::known && !known) || view == U"政府") return false;
    if (contains(view, U"授权") || contains(view, U"委托")) return false;
    if (!known && ends_with_approver(text, name.range)) return false;
    if (!known && (name.range.size() < 3 && !view.starts_with(U"各"))) return false;
    const bool office = trust == Trust::office && is_office_name(text, name.range) &&
                        !starts_with_any(view, not_subject_starts);
    if (!known && !office && !is_body_name(text, name.range, trust != Trust::loose)) return false;
    if (is_collective_name(view) && !ends_like_class(view)) return false;
    static constexpr WordSet<3> committees{{U"村民委员会", U"居民委员会", U"村(居)民委员会"}};
    if (std::find(committees.begin(), committees.end(), view) != committees.end()) {
      name.of_class = true;
    } else if (!known && (ends_with_any(view, class_nouns) || is_collective_name(view))) {
      const bool placed = text.prefix_length(name.range.begin, name.range.end) > 0;
      const bool one = placed || view.ends_with(U"政府");
      name.of_class = !one || starts_with_any(view, class_starts) || is_collective_name(view);
    }
  }
  // 各级法院和检察院, 各地甲部门、乙部门: what 各 says of the first holds for all without a level.
  const auto first = names.empty() ? View{} : text.of(names.front().range);
  if (first.starts_with(U"各级") || first.starts_with(U"各地")) {
    for (NameRange& name : names) {
      const bool own = text.prefix_length(name.range.begin, name.range.end) > 0;
      name.of_class = name.of_class || !own;
    }
  }
  return !names.empty();
}

namespace {

/// Whether what ends like an office is one, by what is said of it: 负责, 牵头, 会同. 要 is said of
/// things as well, but not of what a place or a level owns (镇水利站) and not of a 处 or 科.
bool tells_of_bodies(const PredicateWord& word, View rest, View phrase) {
  if (word.predicate == Predicate::leads || word.word == U"负责" || word.word == U"会同")
    return true;
  if (word.word.starts_with(U"按") && contains(rest, U"职责")) return true;
  static constexpr WordSet<4> owners{{U"镇", U"乡", U"街道", U"校"}};
  // 市文化馆、市博物馆, but not 市中心
  constexpr std::size_t shortest = 4;
  const View first = phrase.substr(0, phrase.find(U'、'));
  const bool of_level =
      first.size() >= shortest && View(U"省市县区州").find(first[0]) != View::npos;
  return word.word == U"要" && (of_level || phrase.ends_with(U"处") || phrase.ends_with(U"科") ||
                                starts_with_any(phrase, owners));
}

}  // namespace

Subject read_subject(const TextView& text, Range range, Trust trust) {
  const std::uint32_t limit = std::min(range.end, range.begin + longest_subject);
  int depth = 0;
  int tries = 0;
  for (std::uint32_t at = range.begin; at < limit; ++at) {
    const char32_t c = text.at(at);
    if (is_opening(c)) ++depth;
    if (is_closing(c)) --depth;
    if (depth > 0) continue;
    if (c == U'“' && text.of({at, std::min(range.end, at + 4)}) == U"“两委”") {
      at += 3;
      continue;
    }
    if (c == U',' || c == U':' || c == U'"' || c == U'“' || depth < 0) break;
    if (at < range.begin + 2 || !telling_starts.may_hold(c)) continue;
    const View rest = text.of({at, std::min(range.end, at + 6)});
    const bool does = starts_with_doing(rest);
    const PredicateWord* word = predicate_at(rest);
    const bool helps = starts_with_any(rest, helping_words);
    if (!does && !helps && word == nullptr) continue;
    const Range phrase = without_adverb(text, {range.begin, at});
    if (does && are_doers(text, phrase) && !is_attribute(rest)) {
      return {names_of_phrase(text, phrase, Trust::known), Predicate::must, at};
    }
    // 请甲局配合做好……: it helps, and who does it is not told.
    if (helps && is_doer(text, phrase) && !is_attribute(rest)) {
      return {names_of_phrase(text, phrase, Trust::known), Predicate::helps, at};
    }
    if (does && trust != Trust::known && is_standing_office(text, phrase) && !is_attribute(rest)) {
      return {{NameRange{phrase}}, Predicate::must, at};
    }
    if (word == nullptr || is_noun(rest)) continue;
    // 主要, 重要, 需要: no 要 of a duty.
    if (word->word == U"要" && View(U"主重需").find(text.at(at - 1)) != View::npos) continue;
    const bool title = word->word == U"是" || word->word == U"为";
    if (title && !gives_title(text, at, range.end)) continue;
    if (word->word == U"为主" && !is_mainly(rest)) continue;
    if (++tries > most_tries) break;
    const bool bodies_only = trust == Trust::plain && tells_of_bodies(*word, rest, text.of(phrase));
    if (title && !is_known(text, phrase) && !is_class_phrase(text.of(phrase))) continue;
    Subject subject{names_of_phrase(text, phrase, bodies_only ? Trust::office : trust),
                    word->predicate, at};
    if (!subject.names.empty() && word->predicate != Predicate::none) return subject;
    const bool holds = word->predicate == Predicate::leads || word->word == U"负责";
    if (trust != Trust::known && holds && !starts_like_no_subject(text, phrase) &&
        (is_office_holder(text.of(phrase)) || is_town(text.of(phrase))))
      return {{NameRange{phrase}}, word->predicate, at};
    if (trust != Trust::known && !title && word->predicate != Predicate::none &&
        are_told_by_functions(text, phrase, subject.names)) {
      subject.functions = true;
      return subject;
    }
  }
  return {};
}

}  // namespace mingze::draft
