#include "draft/clause/prose.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/helpers.hpp"
#include "draft/clause/set_up_group.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<23> lead_ins{
    {U"会议强调,", U"会议要求,", U"会议指出,", U"会议明确,", U"会议决定,", U"会议议定,",
     U"其中,",     U"同时,",     U"此外,",     U"另外,",     U"原则上,",   U"其他",
     U"具体",      U"一是",      U"二是",      U"三是",      U"四是",      U"五是",
     U"六是",      U"今后,",     U"请",        U"责成",      U"下一步,"}};
// A body that leads something which the sentence sets up gets no duty by it.
constexpr WordSet<11> set_up{{U"建立", U"构建", U"形成", U"完善", U"健全", U"成立", U"设立",
                              U"实行", U"推行", U"鼓励", U"支持"}};
constexpr WordSet<38> by_predicates{
    {U"发布", U"牵头", U"负责", U"会同",     U"组织", U"统筹", U"负总责",   U"主办",
     U"主责", U"承办", U"提出", U"制定",     U"拟订", U"编制", U"汇总",     U"承担",
     U"联系", U"统一", U"具体", U"监督管理", U"根据", U"按照", U"研究",     U"建立",
     U"开展", U"推进", U"实施", U"落实",     U"做好", U"起草", U"修改完善", U"受理",
     U"督办", U"安排", U"出具", U"召集",     U"核实", U"修改"}};
// 费用由甲局承担, 由甲局提出意见，责令关闭: who pays, and what a breach brings, are no tasks.
constexpr WordSet<6> costs{{U"费用", U"经费", U"资金", U"薪资", U"开支", U"损失"}};
constexpr WordSet<4> sanctions{{U"责令", U"罚款", U"处罚", U"追究"}};
// 由甲局的……, 由牵头单位报请, 由负责同志担任: no duty of that body.
constexpr WordSet<5> no_duty_after{{U"的", U"单位", U"部门", U"人", U"同志"}};
constexpr WordSet<10> shared_words{{U"分别", U"按照职责", U"按职责", U"按照各自", U"按各自",
                                    U"按照职能", U"按职能", U"按照分工", U"根据职责",
                                    U"在各自职责"}};

/// Length of 2025年6月底前, at the start, or 0.
std::size_t date_before(View view) {
  if (view.empty() || !is_digit(view[0])) return 0;
  const std::size_t comma = view.substr(0, 16).find(U',');
  if (comma == View::npos || comma == 0) return 0;
  const char32_t last = view[comma - 1];
  return last == U'前' || last == U'起' || last == U'年' ? comma + 1 : 0;
}

/// What follows 会议要求， 其中， 2025年6月底前， at the start of a sentence.
Range after_lead_in(const TextView& text, Range range) {
  for (;;) {
    const View view = text.of(range);
    std::size_t length = longest_start(view, lead_ins);
    if (length == 0) length = date_before(view);
    if (length == 0 || view.substr(0, length) == U"其他") return range;
    range.begin += static_cast<std::uint32_t>(length);
  }
}

class SentenceReader {
 public:
  SentenceReader(const TextView& text, Range sentence, Trust trust)
      : text_(text), sentence_(sentence), trust_(trust) {}

  /// Fills `clause` and returns true if the sentence names who does it.
  bool read(FoundClause& clause) {
    clause.range = sentence_;
    clause.form = ClauseForm::prose;
    if (contains(text_.of(sentence_), U"负责解释")) return false;
    if (!subject_first() && !by_whom() && !inner_subject() && !inner_together()) return false;
    companions();
    helpers();
    clause.parsed.marked = true;
    clause.parsed.names = std::move(names_);
    return true;
  }

  /// Whether the words up to the first comma are a thing and by whom it is done.
  bool tells_by_whom() {
    constexpr std::uint32_t longest_thing = 24;
    std::uint32_t comma = sentence_.begin;
    while (comma < sentence_.end && text_.at(comma) != U',') ++comma;
    const View thing = text_.of({sentence_.begin, comma});
    const std::size_t by = thing.find(U'由');
    if (by == View::npos || by < 2 || by > longest_thing) return false;
    sentence_.end = comma;
    return by_whom();
  }

 private:
  void add(const std::vector<NameRange>& names, Role role) {
    for (const NameRange& name : names) {
      const bool some_class = name.of_class || is_collective_name(text_.of(name.range)) ||
                              is_vague_name(text_.of(name.range));
      const Role own = name.marked_lead ? Role::lead : name.marked_coop ? Role::cooperating : role;
      names_.push_back({name, own == Role::lead && some_class ? Role::plain : own, 0, false});
    }
  }

  bool take(const Subject& subject) {
    if (subject.names.empty()) return false;
    // 甲部、乙部要按照各自职责……, 甲科、乙科分别负责: each does its own part, and nobody leads.
    const bool several = subject.names.size() > 1;
    const std::uint32_t names_end = subject.names.back().range.end;
    const auto rest =
        text_.of({std::min(names_end, subject.end), std::min(sentence_.end, subject.end + 10)});
    const std::size_t must = rest.starts_with(U"应当") ? 2 : rest.starts_with(U"要") ? 1 : 0;
    const View further =
        text_.of({std::min(names_end, subject.end), std::min(sentence_.end, subject.end + 60)});
    // 按照职责分工负责牵头……: each leads its part.
    const bool lead_apart = contains(rest, U"负责牵头") || contains(rest, U"分别牵头") ||
                            contains(further.substr(0, 14), U"负责牵头");
    const bool told_apart =
        !lead_apart && (longest_start(rest.substr(must), shared_words) > 0 ||
                        contains(further.substr(0, further.find(U'。')), U"各自职责"));
    const bool shared =
        subject.functions || (several && (told_apart || subject.predicate == Predicate::charged));
    // 甲局、乙局等部门应当支持配合……: they only help.
    static constexpr WordSet<4> helping{{U"支持配合", U"协助", U"配合", U"支持协助"}};
    const View said = text_.of({subject.end, std::min(sentence_.end, subject.end + 8)});
    const std::size_t modal = said.starts_with(U"应当") ? 2 : said.starts_with(U"要") ? 1 : 0;
    const bool helps = subject.predicate == Predicate::helps ||
                       (modal > 0 && starts_with_any(said.substr(modal), helping));
    add(subject.names, helps ? Role::cooperating : shared ? Role::plain : Role::lead);
    rest_ = subject.end;
    return true;
  }

  bool subject_first() { return subject_at(sentence_) || subject_at(after_heading()); }

  /// What follows the few words before a colon: 保障组：牵头单位为甲局.
  [[nodiscard]] Range after_heading() const {
    constexpr std::uint32_t longest_heading = 20;
    std::uint32_t colon = sentence_.begin;
    const std::uint32_t limit = std::min(sentence_.end, sentence_.begin + longest_heading);
    while (colon < limit && text_.at(colon) != U':' && text_.at(colon) != U',') ++colon;
    if (colon >= limit || text_.at(colon) != U':') return {sentence_.end, sentence_.end};
    return {colon + 1, sentence_.end};
  }

  bool subject_at(Range range) {
    if (range.empty()) return false;
    range = after_lead_in(text_, range);
    range.begin = after_as(range.begin);
    return take(read_subject(text_, range, trust_)) || named_before_colon(range) || titled(range) ||
           led_by_names_behind(range);
  }

  /// 牵头甲局，配合乙局、丙局.
  bool led_by_names_behind(Range range) {
    constexpr View leads = U"牵头";
    if (!text_.of(range).starts_with(leads)) return false;
    const auto begin = range.begin + static_cast<std::uint32_t>(leads.size());
    std::uint32_t end = begin;
    while (end < range.end && text_.at(end) != U',' && !is_sentence_end(text_.at(end))) ++end;
    std::vector<NameRange> names = split_names(text_, {begin, end});
    if (names.empty() || !are_subjects(text_, names, Trust::office)) return false;
    add(names, Role::lead);
    rest_ = end;
    return true;
  }

  /// 牵头单位为甲局，成员单位有乙局.
  bool titled(Range range) {
    const LabelAt title =
        label_at(text_.of({range.begin, std::min(range.end, range.begin + 12)}), 0);
    if (!title.verb || title.role == Role::cooperating) return false;
    const auto begin = range.begin + title.length;
    std::uint32_t end = begin;
    while (end < range.end && text_.at(end) != U',' && !is_sentence_end(text_.at(end))) ++end;
    std::vector<NameRange> names = split_names(text_, {begin, end});
    if (names.empty() || !are_subjects(text_, names, Trust::office)) return false;
    const bool leads = title.role == Role::lead;
    return take({std::move(names), leads ? Predicate::leads : Predicate::charged, end});
  }

  /// A paragraph 甲局：负责…….
  bool named_before_colon(Range range) {
    if (range.empty() || !text_.starts_paragraph(range.begin)) return false;
    std::uint32_t colon = range.begin;
    const std::uint32_t limit = std::min(range.end, range.begin + 40);
    while (colon < limit && text_.at(colon) != U':') ++colon;
    if (colon >= limit || colon + 4 > range.end) return false;
    std::vector<NameRange> names = split_names(text_, {range.begin, colon});
    if (names.empty() || !are_subjects(text_, names, trust_)) return false;
    return take({std::move(names), Predicate::must, colon});
  }

  /// 由甲局牵头, 由甲局负责制定.
  bool by_whom() {
    int depth = 0;
    std::uint32_t comma = sentence_.begin;
    for (std::uint32_t at = sentence_.begin; at + 4 < sentence_.end; ++at) {
      const char32_t c = text_.at(at);
      if (is_opening(c)) ++depth;
      if (is_closing(c) && depth > 0) --depth;
      if (c == U',') comma = at + 1;
      if (depth > 0 || c != U'由') continue;
      if (contains_any(text_.of({comma, at}), set_up) || is_no_task(at)) continue;
      if (by_whom_at(at + 1)) return true;
    }
    return false;
  }

  /// Whether the 由 at `at` says who pays, or who proposes what a breach brings.
  [[nodiscard]] bool is_no_task(std::uint32_t at) const {
    constexpr std::uint32_t near = 80;
    const View after = text_.of({at, std::min(sentence_.end, at + near)});
    const View before = text_.of({at - std::min(at - sentence_.begin, near), at});
    static constexpr WordSet<3> paying{{U"承担", U"安排", U"负担"}};
    const bool borne = contains_any(after.substr(0, after.find(U',')), paying);
    const bool punished = contains(after, U"提出意见") && contains_any(after, sanctions);
    return punished || contains(before, U"违反") || (borne && contains_any(before, costs));
  }

  /// 由甲局商乙局提出: a known name before the 商 and after it, so that it is no part of one.
  [[nodiscard]] bool consults(std::uint32_t at) const {
    if (text_.at(at) != U'商' || text_.name_begin(at) == UINT32_MAX) return false;
    const std::uint32_t prefix = text_.prefix_length(at + 1, sentence_.end);
    return text_.name_end(at + 1) > 0 || (prefix > 0 && text_.name_end(at + 1 + prefix) > 0);
  }

  /// End of the known name that starts here, or 0.
  [[nodiscard]] std::uint32_t known_end(std::uint32_t begin) const {
    if (begin >= sentence_.end) return 0;
    const std::uint32_t prefix = text_.prefix_length(begin, sentence_.end);
    return std::max(text_.name_end(begin), prefix > 0 ? text_.name_end(begin + prefix) : 0);
  }

  /// 以甲局为主: where the name starts.
  [[nodiscard]] std::uint32_t after_as(std::uint32_t at) const {
    const bool as = at < sentence_.end && text_.at(at) == U'以' && known_end(at + 1) > 0;
    return as ? at + 1 : at;
  }

  bool by_whom_at(std::uint32_t begin) {
    const std::uint32_t limit = std::min(sentence_.end, begin + 80);
    std::uint32_t inside = known_end(begin);  // 组织 in 县委组织部 is no predicate
    for (std::uint32_t at = begin + 2; at < limit && text_.at(at) != U','; ++at) {
      if (text_.at(at) == U'、') inside = known_end(at + 1);
      if (at < inside) continue;
      const auto rest = text_.of({at, std::min(sentence_.end, at + 8)});
      const std::size_t length = consults(at) ? 1 : longest_start(rest, by_predicates);
      if (length == 0) continue;
      if (starts_with_any(rest.substr(length), no_duty_after)) return false;
      const Range list = without_adverb(text_, {begin, at});
      std::vector<NameRange> names = split_names(text_, list);
      const bool of_state = text_.of(list).starts_with(U"国务院");
      if (!of_state && are_functions(text_.of(list), names)) {  // 由公安、网信等部门联合开展
        add(names, Role::plain);
        rest_ = at;
        return true;
      }
      const bool in_charge = rest.starts_with(U"负责");
      const bool holder = (in_charge || rest.starts_with(U"牵头")) && are_holders(names);
      if (names.empty() || !(holder || are_subjects(text_, names, Trust::office))) return false;
      if (text_.of(names.front().range) == U"国务院") return false;  // 办法由国务院制定
      add(names, in_charge && names.size() > 1 ? Role::plain : Role::lead);
      rest_ = at;
      if (consults(at)) add(read_companions(text_, {at + 1, sentence_.end}), Role::cooperating);
      return true;
    }
    return false;
  }

  /// 分管副市长, 秘书长: whoever holds the office; or 城关镇.
  [[nodiscard]] bool are_holders(const std::vector<NameRange>& names) const {
    return !names.empty() && std::all_of(names.begin(), names.end(), [this](const auto& name) {
      const View view = text_.of(name.range);
      return view.size() <= 14 && (is_office_holder(view) || is_town(view));
    });
  }

  /// A body that starts a later part of the sentence: …，甲局负责……. A known one, or an office that
  /// leads or is charged.
  bool inner_subject() {
    return later_subject(Trust::known) || (trust_ != Trust::known && later_subject(Trust::office));
  }

  /// No class of bodies and no vague word among them.
  [[nodiscard]] bool all_bodies(const std::vector<NameRange>& names) const {
    return std::none_of(names.begin(), names.end(), [this](const NameRange& name) {
      const View view = text_.of(name.range);
      return name.of_class || is_collective_name(view) || is_vague_name(view);
    });
  }

  /// 深化牵头部门抓总，行业主管部门负责，……的监管模式: what is set up, and no duty.
  [[nodiscard]] bool is_in_mechanism(std::uint32_t at) const {
    static constexpr WordSet<6> kinds{{U"模式", U"机制", U"体系", U"格局", U"体制", U"局面"}};
    const View before = text_.of({sentence_.begin, at});
    const View after = text_.of({at, sentence_.end});
    const std::size_t of = after.find(U'的');
    if (of == View::npos || (!contains_any(before, set_up) && !contains(before, U"深化"))) {
      return false;
    }
    constexpr std::size_t longest = 8;
    const View kind = after.substr(of, longest);
    const std::size_t stop = kind.find_first_of(U",;。");
    return contains_any(stop == View::npos ? kind : kind.substr(0, stop), kinds);
  }

  bool later_subject(Trust trust) {
    int depth = 0;
    for (std::uint32_t at = sentence_.begin; at + 4 < sentence_.end; ++at) {
      if (is_opening(text_.at(at))) ++depth;
      if (is_closing(text_.at(at)) && depth > 0) --depth;
      if (depth > 0 || text_.at(at) != U',') continue;
      const Subject subject = read_subject(text_, {after_as(at + 1), sentence_.end}, trust);
      const bool charged =
          subject.predicate == Predicate::charged || subject.predicate == Predicate::leads;
      const bool told =
          charged || (trust == Trust::known &&
                      (subject.predicate == Predicate::together || text_.at(subject.end) == U'要'));
      if (told && !is_in_mechanism(at) && take(subject)) return true;
    }
    return false;
  }

  /// 建立甲部门会同乙部门的机制: a known body right before 会同.
  bool inner_together() {
    const auto view = text_.of(sentence_);
    const std::size_t at = view.find(U"会同");
    if (at == View::npos || at < 2 || view[at - 1] == U'已') return false;
    const auto end = sentence_.begin + static_cast<std::uint32_t>(at);
    std::uint32_t begin = text_.name_begin(end);
    if (begin == UINT32_MAX || begin < sentence_.begin) return false;
    const bool has_level =
        begin > sentence_.begin && View(U"省市县区州").find(text_.at(begin - 1)) != View::npos;
    if (has_level) --begin;
    // 经甲局会同乙局批准, 在甲部会同乙部规定的期限内: no task is given to them here.
    std::uint32_t before = begin;
    if (text_.of({sentence_.begin, before}).ends_with(U"国务院")) before -= 3;
    if (before > sentence_.begin && View(U"经在").find(text_.at(before - 1)) != View::npos) {
      return false;
    }
    add({NameRange{{begin, end}}}, Role::lead);
    rest_ = end;
    return true;
  }

  /// Those who follow 会同, or 商 where a part starts with it.
  void companions() {
    const auto view = text_.of({rest_, sentence_.end});
    std::size_t at = view.find(U"会同");
    if (at == View::npos && (at = view.find(U",商")) != View::npos &&
        known_end(rest_ + static_cast<std::uint32_t>(at) + 2) == 0) {
      return;
    }
    if (at == View::npos || at > 60) return;
    const auto begin = rest_ + static_cast<std::uint32_t>(at) + 2;
    add(read_companions(text_, {begin, sentence_.end}), Role::cooperating);
  }

  /// 由甲局牵头，乙局、丙局研究……: whoever does something under that lead.
  [[nodiscard]] std::vector<NameRange> doers_under_lead(Range part) const {
    const Subject subject = read_subject(text_, part, Trust::known);
    const bool does = subject.predicate == Predicate::must && !subject.functions;
    return does ? subject.names : std::vector<NameRange>{};
  }

  /// …牵头，乙局、丙局等参加.
  void helpers() {
    std::uint32_t begin = rest_;
    while (begin < sentence_.end && text_.at(begin) != U',') {
      // 由甲局牵头、乙局配合
      static constexpr WordSet<3> leads{{U"牵头", U"主办", U"负责"}};
      if (text_.at(begin) == U'、' && ends_with_any(text_.of({rest_, begin}), leads)) break;
      ++begin;
    }
    const bool under_lead = text_.of({rest_, begin}).ends_with(U"牵头");
    while (begin < sentence_.end) {
      std::uint32_t end = ++begin;
      while (end < sentence_.end && text_.at(end) != U',') ++end;
      std::vector<NameRange> names = read_helpers(text_, {begin, end});
      if (names.empty() && under_lead) names = doers_under_lead({begin, sentence_.end});
      add(names, Role::cooperating);
      begin = end;
    }
  }

  const TextView& text_;
  Range sentence_;
  Trust trust_;
  std::uint32_t rest_ = 0;
  std::vector<RoleName> names_;
};

}  // namespace

std::vector<Range> sentences_of(const TextView& text, Range stretch) {
  std::vector<Range> sentences;
  std::uint32_t begin = stretch.begin;
  int depth = 0;
  for (std::uint32_t at = stretch.begin; at < stretch.end; ++at) {
    const char32_t c = text.at(at);
    if (at > begin && text.starts_paragraph(at)) {
      sentences.push_back({begin, at});
      begin = at;
      depth = 0;
    }
    if (is_opening(c)) ++depth;
    if (is_closing(c) && depth > 0) --depth;
    if (!is_sentence_end(c) || (depth > 0 && c == U';')) continue;
    depth = 0;
    if (at > begin) sentences.push_back({begin, at + 1});
    begin = at + 1;
  }
  if (begin < stretch.end) sentences.push_back({begin, stretch.end});
  return sentences;
}

namespace {

/// Whether a part of a sentence starts with a known body and its own duty: 甲局负责…, 甲局要…; or
/// tells what is done by whom: 洪水预警由甲局发布. After one who must, 甲局做好… is a duty too.
bool has_own_duty(const TextView& text, Range part, bool after_must) {
  Subject subject = read_subject(text, part, Trust::known);
  if (subject.names.empty()) {
    // 甲科负责投诉处理，乙科负责监测: an office that no register knows
    subject = read_subject(text, part, Trust::plain);
    const bool offices =
        subject.predicate == Predicate::charged &&
        std::all_of(subject.names.begin(), subject.names.end(), [&](const NameRange& name) {
          return !name.of_class && is_office_name(text, name.range);
        });
    if (!offices) subject = {};
  }
  if (subject.predicate == Predicate::charged) {
    // 甲局牵头，乙局负责。: nothing is told that it would be charged with.
    const std::uint32_t after = subject.end + 2;
    return after < part.end && View(U"。,;").find(text.at(after)) == View::npos;
  }
  if (subject.predicate == Predicate::must) return after_must || text.at(subject.end) == U'要';
  return SentenceReader(text, part, Trust::plain).tells_by_whom();
}

/// 甲局负责……，乙局要……: each part that gives a known body its own duty stands alone.
std::vector<Range> charges_of(const TextView& text, Range sentence) {
  std::vector<Range> parts;
  std::uint32_t begin = sentence.begin;
  const Subject first = read_subject(text, after_lead_in(text, sentence), Trust::plain);
  const bool must = first.predicate == Predicate::must;
  bool charged = !first.names.empty();
  int depth = 0;
  for (std::uint32_t at = sentence.begin; at + 4 < sentence.end; ++at) {
    if (is_opening(text.at(at))) ++depth;
    if (is_closing(text.at(at)) && depth > 0) --depth;
    if (depth > 0 || text.at(at) != U',') continue;
    if (!has_own_duty(text, {at + 1, sentence.end}, must)) continue;
    FoundClause before;
    if (charged || SentenceReader(text, {begin, at + 1}, Trust::plain).read(before)) {
      parts.push_back({begin, at + 1});
      begin = at + 1;
    }
    charged = true;
  }
  parts.push_back({begin, sentence.end});
  return parts;
}

/// Where no sentence gives a duty to anybody else, the group that one sets up has it.
void add_set_up_groups(const TextView& text, Range stretch, std::vector<FoundClause>& duties) {
  for (const Range& sentence : sentences_of(text, stretch)) {
    const auto doer = doer_of_set_up_group(text, sentence);
    if (!doer) continue;
    FoundClause clause{sentence, ClauseForm::prose, {}, {}};
    clause.parsed.marked = true;
    clause.parsed.names.push_back({*doer, Role::lead, 0, false});
    duties.push_back(std::move(clause));
    return;
  }
}

}  // namespace

std::vector<FoundClause> find_prose_duties(const TextView& text, Range stretch, Trust trust) {
  std::vector<FoundClause> duties;
  for (const Range& sentence : sentences_of(text, stretch)) {
    for (const Range& part : charges_of(text, sentence)) {
      FoundClause clause;
      if (SentenceReader(text, part, trust).read(clause)) duties.push_back(std::move(clause));
    }
  }
  if (duties.empty()) add_set_up_groups(text, stretch, duties);
  return duties;
}

}  // namespace mingze::draft
