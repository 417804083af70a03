// Rows of JSON as facts.
#include <algorithm>
#include <set>

#include "engine/base/utf8.hpp"
#include "engine/facts/fact_rows.hpp"
#include "engine/facts/json_rows.hpp"

namespace mingze {

namespace {

constexpr std::string_view relation_key = "relation";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Calls `visit` with where each line that is not blank begins and ends.
template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  for (; at < text.size(); ++at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (text.substr(at, end - at).find_first_not_of(" \t\r") != std::string_view::npos)
      visit(at, end);
    at = end;
  }
}

void read_document(std::string_view text, JsonRowListener& listener) {
  const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  read_json_rows(text, begin, text.size(), false, listener);
}

/// Members of one row, kept until it is whole: the relation's name may come last.
class JsonFacts final : public JsonRowListener {
 public:
  JsonFacts(FactRows& rows, const Wanted& wanted) : rows_(rows), wanted_(wanted) {
    for (const Predicate& predicate : rows.program().predicates)
      most_ = std::max(most_, predicate.slots.size() + FactRows::most_told + 1);
  }

  void read() {
    if (!rows_.is_readable()) return;
    read_document(rows_.text(), *this);
    finish();
  }

  void read_lines() {
    if (!rows_.is_readable()) return;
    by_lines_ = true;
    for_each_line(rows_.text(), [&](std::size_t begin, std::size_t end) {
      used_ = 0;
      relation_ = sole();
      read_json_rows(rows_.text(), begin, end, true, *this);
    });
    finish();
  }

  bool relation(std::string_view name, JsonPlace place) override {
    const PredicateId found = find(name, place);
    if (!found.valid()) return false;
    if (!seen_.insert(found).second)
      rows_.fault({"data-relation-twice",
                   Severity::error,
                   {"关系“" + std::string(name) + "”在这个文件里写了两次，合成一个列表",
                    "the relation \"" + std::string(name) +
                        "\" stands twice in this file; make it one list"},
                   span(place)});
    relation_ = found;
    return true;
  }

  bool rows_alone(JsonPlace place) override {
    relation_ = sole();
    if (relation_.valid()) {
      seen_.insert(relation_);
      return true;
    }
    rows_.fault({"json-type",
                 Severity::error,
                 {"此处应为以关系为名的对象，这里是列表：没有写明是哪个关系的事实",
                  "an object of relations belongs here, and here stands a list, which tells no "
                  "relation"},
                 span({place.begin, place.begin + 1})});
    return false;
  }

  void member(std::string_view role, JsonPlace key, std::string_view value,
              JsonPlace place) override {
    if (used_++ >= most_) return;
    if (used_ > members_.size()) members_.emplace_back();
    Member& member = members_[used_ - 1];
    member.role = role;
    member.value = value;
    member.key = key;
    member.place = place;
  }

  void member(std::size_t, std::string_view value, JsonPlace place) override {
    member({}, {}, value, place);
  }

  void row(bool by_role, bool shaped, JsonPlace place) override {
    std::size_t count = std::exchange(used_, 0);
    if (!shaped) return;
    if (by_lines_ && !take_relation(count, place)) return;
    const Predicate& predicate = rows_.program()[relation_];
    given_.assign(predicate.slots.size(), false);
    values_.resize(predicate.slots.size());
    bool good = by_role ? by_roles(count, predicate) : by_order(count, predicate, place);
    if (by_role && good && std::find(given_.begin(), given_.end(), false) != given_.end()) {
      rows_.missing_roles(relation_, given_, span(place));
      good = false;
    }
    if (good) rows_.add(relation_, values_, span(place));
  }

  void mistake(const char* code, const Message& message, JsonPlace place) override {
    rows_.fault({code, Severity::error, message, span(place)});
  }

 private:
  struct Member {
    std::string role;
    std::string value;
    JsonPlace key;
    JsonPlace place;
  };

  [[nodiscard]] Span span(JsonPlace place) const { return rows_.span(place.begin, place.end); }

  /// The relation of a text that needs not tell it.
  [[nodiscard]] PredicateId sole() const {
    return wanted_.whole || wanted_.relations.size() != 1 ? PredicateId{} : wanted_.relations[0];
  }

  /// The wanted relation of this name; a name that is none is told where all is wanted.
  PredicateId find(std::string_view name, JsonPlace place) {
    for (const PredicateId wanted : wanted_.relations)
      if (rows_.program()[wanted].id == name) return wanted;
    if (!wanted_.whole) return {};
    const auto& all = rows_.program().predicates;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Predicate& one) { return one.id == name; });
    if (found == all.end())
      rows_.unknown_relation(name, span(place));
    else if (found->decision)
      rows_.decision_stated(rows_.program()[*found->decision].predicate, span(place));
    return {};
  }

  /// Of a line: its relation. False where it tells none that is wanted.
  bool take_relation(std::size_t& count, JsonPlace place) {
    const auto end = members_.begin() + static_cast<std::ptrdiff_t>(std::min(count, most_));
    const auto named = std::find_if(
        members_.begin(), end, [](const Member& member) { return member.role == relation_key; });
    if (named != end) {
      relation_ = find(named->value, named->place);
      std::rotate(named, named + 1, end);
      --count;
    } else if (!relation_.valid()) {
      rows_.fault(
          {"data-relation-missing",
           Severity::error,
           {"这一行没有用“relation”写明关系", "this line tells no relation as \"relation\""},
           span(place)});
    }
    if (relation_.valid()) seen_.insert(relation_);
    return relation_.valid();
  }

  bool by_roles(std::size_t count, const Predicate& predicate) {
    bool good = true;
    for (std::size_t i = 0; i < std::min(count, most_); ++i) {
      const Member& member = members_[i];
      std::size_t slot = 0;
      while (slot < predicate.slots.size() && predicate.slots[slot].role != member.role) ++slot;
      if (slot == predicate.slots.size()) {
        rows_.unknown_role(relation_, member.role, span(member.key));
        good = false;
      } else if (given_[slot]) {
        rows_.role_twice(member.role, span(member.key));
        good = false;
      } else {
        given_[slot] = true;
        good = set(slot, predicate, member) && good;
      }
    }
    return good;
  }

  bool by_order(std::size_t count, const Predicate& predicate, JsonPlace place) {
    if (count != predicate.slots.size()) {
      rows_.wrong_count("data-columns", relation_, count, span(place));
      return false;
    }
    bool good = true;
    for (std::size_t slot = 0; slot < count; ++slot)
      good = set(slot, predicate, members_[slot]) && good;
    return good;
  }

  bool set(std::size_t slot, const Predicate& predicate, const Member& member) {
    const auto value = rows_.value_of(predicate.slots[slot].kind, member.value, span(member.place));
    if (value) values_[slot] = *value;
    return value.has_value();
  }

  void finish() {
    if (!wanted_.whole)
      for (const PredicateId relation : wanted_.relations)
        if (!seen_.contains(relation)) {
          const std::string& id = rows_.program()[relation].id;
          rows_.fault({"data-relation-missing",
                       Severity::error,
                       {"这个文件里没有关系“" + id + "”", "this file holds no relation " + id},
                       rows_.span(0, 0)});
        }
    rows_.finish();
  }

  FactRows& rows_;
  const Wanted& wanted_;
  PredicateId relation_;
  bool by_lines_ = false;
  std::set<PredicateId> seen_;
  std::vector<Member> members_;
  std::size_t used_ = 0;
  std::size_t most_ =
      0;  // members that are kept: a row with more is wrong, and enough is told of it
  std::vector<bool> given_;
  std::vector<Value> values_;
};

/// Names alone.
class JsonRelations final : public JsonRowListener {
 public:
  bool relation(std::string_view name, JsonPlace) override {
    add(name);
    return false;
  }
  bool rows_alone(JsonPlace) override { return false; }
  void member(std::string_view role, JsonPlace, std::string_view value, JsonPlace) override {
    if (role == relation_key) add(value);
  }
  void member(std::size_t, std::string_view, JsonPlace) override {}
  void row(bool, bool, JsonPlace) override {}
  void mistake(const char*, const Message&, JsonPlace) override {}

  std::vector<std::string> names;

 private:
  void add(std::string_view name) {
    if (seen_.find(name) == seen_.end()) names.push_back(*seen_.emplace(name).first);
  }

  std::set<std::string, std::less<>> seen_;
};

}  // namespace

void FactLoader::load_json(const Source& source, SourceId id, const Wanted& wanted,
                           Diagnostics& out) {
  FactRows rows(*this, source, id, out);
  JsonFacts(rows, wanted).read();
}

void FactLoader::load_json_lines(const Source& source, SourceId id, const Wanted& wanted,
                                 Diagnostics& out) {
  FactRows rows(*this, source, id, out);
  JsonFacts(rows, wanted).read_lines();
}

std::vector<std::string> relations_in_json(std::string_view text, bool lines) {
  JsonRelations found;
  if (lines)
    for_each_line(text, [&](std::size_t begin, std::size_t end) {
      read_json_rows(text, begin, end, true, found);
    });
  else
    read_document(text, found);
  return std::move(found.names);
}

}  // namespace mingze
