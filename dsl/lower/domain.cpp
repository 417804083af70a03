#include "dsl/lower/domain.hpp"

#include <fmt/format.h>

#include "dsl/check/template.hpp"

namespace mingze::dsl {

namespace {

constexpr std::uint32_t unset = UINT32_MAX;

/// A slot of the `for every` text and the slot of the relation that it stands at.
struct DomainSlot {
  const WrittenSlot* written;
  std::uint32_t slot;
  KindId kind;
  std::string role;
  bool taken = false;
};

class DomainReader {
 public:
  DomainReader(Context& context, const Word& text, mingze::Decision& decision)
      : context_(context), text_(text), decision_(decision) {}

  void read(bool keys_known) {
    written_ = read_template(text_, context_.diagnostics);
    if (!written_.sound) return;
    Sentence sentence{{}, text_.span};
    for (const WrittenPiece& piece : written_.pieces) {
      Word word = piece.word;
      if (piece.slot) word = {.text = "_", .form = Form::variable, .span = text_.span};
      sentence.words.push_back(std::move(word));
    }
    if (sentence.words.empty()) return context_.match_errors.no_template(sentence);
    const Match match = match_sentence(sentence, context_.vocabulary, context_.program);
    if (match.sort == Match::Sort::several) return context_.match_errors.ambiguous(sentence, match);
    if (match.sort == Match::Sort::none) return context_.match_errors.no_template(sentence);
    if (!match.sound || !check_slots(match, sentence) || !keys_known) return;
    assign(match.predicate);
  }

 private:
  /// Every slot of the relation must be written as a slot, of the same kind.
  bool check_slots(const Match& match, const Sentence& sentence) {
    const Predicate& predicate = context_.program[match.predicate];
    std::vector<const WrittenSlot*> at(sentence.words.size(), nullptr);
    for (std::size_t i = 0; i < written_.pieces.size(); ++i)
      if (written_.pieces[i].slot) at[i] = &written_.slots[*written_.pieces[i].slot];
    for (std::uint32_t slot = 0; slot < match.words.size(); ++slot) {
      const auto place = static_cast<std::size_t>(match.words[slot] - sentence.words.data());
      if (!at[place]) {
        fail(match.words[slot]->span,
             {"“凡”之后写句式：名称的位置要写空位，如 {事项}",
              "`for every` takes a template: write a slot here, like {item}"},
             predicate);
        return false;
      }
      if (!add_slot(*at[place], slot, predicate)) return false;
    }
    return true;
  }

  bool add_slot(const WrittenSlot& written, std::uint32_t slot, const Predicate& predicate) {
    const Symbols& symbols = context_.program.symbols;
    const KindId* kind = context_.vocabulary.kinds.find(written.kind.text);
    if (!kind) {
      unknown_id(context_, "unknown-kind", written.kind,
                 {fmt::format("没有声明过类别“{}”", written.kind.text),
                  fmt::format("no kind \"{}\" is declared", written.kind.text)},
                 context_.vocabulary.kinds.names());
      return false;
    }
    if (*kind != predicate.slots[slot].kind) {
      const Message here = kind_name(symbols, *kind);
      const Message there = kind_name(symbols, predicate.slots[slot].kind);
      context_.report(
          {.code = "kind-clash",
           .message = {fmt::format("这个空位是“{}”，而关系“{}”的句式里是“{}”", here.zh,
                                   predicate.id, there.zh),
                       fmt::format("this slot is of the kind \"{}\", but \"{}\" in the template of "
                                   "\"{}\"",
                                   here.en, there.en, predicate.id)},
           .span = written.span,
           .related = {{predicate.span, {"关系在这里声明", "the relation is declared here"}}}});
      return false;
    }
    slots_.push_back({&written, slot, *kind,
                      written.role.text.empty() ? symbols.kind(*kind).id : written.role.text});
    return true;
  }

  /// Roles first; then a kind that only one slot left over has.
  void assign(PredicateId domain) {
    const Predicate& predicate = context_.program[decision_.predicate];
    std::vector<std::uint32_t> found(decision_.key_slots.size(), unset);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Slot& key = predicate.slots[decision_.key_slots[i]];
      for (DomainSlot& slot : slots_)
        if (slot.role == key.role && slot.kind == key.kind) {
          found[i] = slot.slot;
          slot.taken = true;
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i] != unset) continue;
      const Slot& key = predicate.slots[decision_.key_slots[i]];
      if (!assign_by_kind(key, found[i])) return;
    }
    decision_.domain = mingze::Decision::Domain{domain, std::move(found)};
  }

  bool assign_by_kind(const Slot& key, std::uint32_t& found) {
    std::vector<DomainSlot*> fitting;
    for (DomainSlot& slot : slots_)
      if (!slot.taken && slot.kind == key.kind) fitting.push_back(&slot);
    if (fitting.size() == 1) {
      fitting.front()->taken = true;
      found = fitting.front()->slot;
      return true;
    }
    const Predicate& predicate = context_.program[decision_.predicate];
    if (fitting.empty())
      fail(text_.span,
           {fmt::format("“凡”之后的句式里没有“{}”：每个键都要有", key.role),
            fmt::format("the `for every` template has no \"{}\": it needs every key", key.role)},
           predicate);
    else
      fail(fitting[1]->written->span,
           {fmt::format("“凡”之后的句式里有几个空位都可能是“{}”，应当写成 {{{}: …}}", key.role,
                        key.role),
            fmt::format("several slots of the `for every` template could be \"{}\": write {{{}: "
                        "…}}",
                        key.role, key.role)},
           predicate);
    return false;
  }

  void fail(Span at, Message message, const Predicate& about) {
    context_.report({.code = "bad-domain",
                     .message = std::move(message),
                     .span = at,
                     .related = {{about.span,
                                  {fmt::format("“{}”在这里声明", about.id),
                                   fmt::format("\"{}\" is declared here", about.id)}}}});
  }

  Context& context_;
  const Word& text_;
  mingze::Decision& decision_;
  WrittenTemplate written_;
  std::vector<DomainSlot> slots_;
};

}  // namespace

void read_domain(Context& context, const Word& text, mingze::Decision& decision, bool keys_known) {
  DomainReader(context, text, decision).read(keys_known);
}

}  // namespace mingze::dsl
