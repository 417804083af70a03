#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "report/graph_parts.hpp"
#include "report/graphs.hpp"
#include "report/order.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t most_with_arrows = 24;  ///< objects; more stand in groups
constexpr std::size_t most_in_column = 12;
constexpr std::size_t groups_in_row = 5;
constexpr std::size_t said_once =
    4;  ///< objects from which on what is so for all is said in a note

constexpr std::array<EdgeLook, 4> relation_looks{EdgeLook::strong, EdgeLook::plain,
                                                 EdgeLook::dotted, EdgeLook::dashed};

using Key = std::vector<Value>;

/// One object with its actors, by the relation that says so.
struct Object {
  Key key;
  std::vector<std::vector<Value>> actors;
};

class AssignmentGraph {
 public:
  AssignmentGraph(const Program& program, const Evaluation& evaluation, const GraphOptions& options)
      : program_(program),
        evaluation_(evaluation),
        options_(options),
        language_(options.language),
        ranks_(program),
        main_(options.drawn.front()) {
    for (const PredicateId predicate : options.drawn)
      if (auto slots = assignment_slots(program, main_, predicate))
        parts_.push_back({predicate, std::move(*slots)});
    for (const std::uint32_t slot : parts_.front().slots.object)
      key_kinds_.push_back(program[main_].slots[slot].kind);
    actor_kind_ = program[main_].slots[parts_.front().slots.actor].kind;
  }

  Graph run() {
    graph_.title = open_sentence(program_, main_, language_);
    graph_.columns = 26;
    graph_.direction = Graph::Direction::right;
    collect();
    find_shared_key();
    summarize();
    const bool grouped = objects_.size() > most_with_arrows;
    say_once_what_all_share(grouped);
    if (grouped)
      draw_groups();
    else
      draw_arrows();
    add_legend(grouped);
    note_left_out(graph_, left_out_, language_);
    add_notes(graph_, program_, language_);
    return std::move(graph_);
  }

 private:
  struct Part {
    PredicateId predicate;
    AssignmentSlots slots;
    bool told = true;  ///< in the drawing; else in a note
  };

  [[nodiscard]] bool is_decision() const { return program_[main_].decision.has_value(); }

  void collect() {
    std::map<Key, std::vector<std::vector<Value>>> found;
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      const Relation& tuples = evaluation_.database[parts_[p].predicate];
      for (std::uint32_t row = 0; row < tuples.size(); ++row) {
        Key key;
        for (const std::uint32_t slot : parts_[p].slots.object) key.push_back(tuples.at(row, slot));
        auto& actors = found[key];
        actors.resize(parts_.size());
        actors[p].push_back(tuples.at(row, parts_[p].slots.actor));
      }
    }
    if (is_decision()) {
      const Relation& missing = evaluation_.outcomes[program_[main_].decision->value].missing;
      for (std::uint32_t row = 0; row < missing.size(); ++row) {
        const auto key = missing.row(row);
        found[{key.begin(), key.end()}].resize(parts_.size());
      }
    }
    for (auto& [key, actors] : found) add(key, std::move(actors));
    std::sort(objects_.begin(), objects_.end(),
              [&](const Object& a, const Object& b) { return compare(a.key, b.key) < 0; });
    if (objects_.size() <= options_.limit) return;
    left_out_ = objects_.size() - options_.limit;
    objects_.resize(options_.limit);
  }

  void add(const Key& key, std::vector<std::vector<Value>> actors) {
    for (auto& each : actors) {
      std::sort(each.begin(), each.end(),
                [&](Value a, Value b) { return ranks_.compare(actor_kind_, a, b) < 0; });
      each.erase(std::unique(each.begin(), each.end()), each.end());
    }
    const auto speaks_of = [&](const std::pair<KindId, Value>& meaning) {
      for (std::size_t i = 0; i < key.size(); ++i)
        if (key_kinds_[i] == meaning.first && key[i] == meaning.second) return true;
      return meaning.first == actor_kind_ &&
             std::any_of(actors.begin(), actors.end(), [&](const auto& each) {
               return std::find(each.begin(), each.end(), meaning.second) != each.end();
             });
    };
    for (const Meanings& any : options_.about)
      if (std::none_of(any.begin(), any.end(), speaks_of)) return;
    objects_.push_back({key, std::move(actors)});
  }

  int compare(const Key& a, const Key& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
      if (const int order = ranks_.compare(key_kinds_[i], a[i], b[i]); order != 0) return order;
    return 0;
  }

  /// A part of the key that is the same for all objects is said once, below the title.
  void find_shared_key() {
    shared_.assign(key_kinds_.size(), false);
    if (objects_.empty()) return;
    for (std::size_t i = 1; i < key_kinds_.size(); ++i) {
      shared_[i] = std::all_of(objects_.begin(), objects_.end(), [&](const Object& object) {
        return object.key[i] == objects_.front().key[i];
      });
      if (shared_[i]) graph_.notes.push_back(label(key_kinds_[i], objects_.front().key[i]));
    }
  }

  void summarize() {
    if (!is_decision()) return;
    std::size_t missing = 0;
    std::size_t conflict = 0;
    for (const Object& object : objects_) {
      missing += object.actors[0].empty() ? 1 : 0;
      conflict += object.actors[0].size() > 1 ? 1 : 0;
    }
    const std::size_t decided = objects_.size() - missing - conflict;
    graph_.notes.push_back(language_ == Language::zh
                               ? fmt::format("共 {}：已定 {}，缺失 {}，冲突 {}", objects_.size(),
                                             decided, missing, conflict)
                               : fmt::format("{} in all: decided {}, missing {}, conflict {}",
                                             objects_.size(), decided, missing, conflict));
  }

  /// A further relation that holds for all objects with the same actors.
  void say_once_what_all_share(bool always) {
    if (!always && objects_.size() < said_once) return;
    for (std::size_t p = 1; p < parts_.size(); ++p) {
      const auto& first = objects_.front().actors[p];
      const bool same =
          !first.empty() && std::all_of(objects_.begin(), objects_.end(),
                                        [&](const Object& one) { return one.actors[p] == first; });
      if (!same) continue;
      parts_[p].told = false;
      graph_.notes.push_back(in(language_, "以下各项都由 ", "for all of them: ") +
                             listed(labels(first), 6, language_) + " " + words(p));
    }
  }

  [[nodiscard]] std::string words(std::size_t part) const {
    const Part& one = parts_[part];
    if (one.slots.object.empty()) return program_[one.predicate].id;
    return words_before(program_[one.predicate], one.slots.object.front(), language_);
  }

  [[nodiscard]] std::string label(KindId kind, Value value) const {
    return program_.symbols.label_of(kind, value);
  }
  [[nodiscard]] std::vector<std::string> labels(const std::vector<Value>& actors) const {
    std::vector<std::string> out;
    for (const Value actor : actors) out.push_back(label(actor_kind_, actor));
    return out;
  }

  [[nodiscard]] Graph::Node box_of(const Object& object) const {
    Graph::Node node;
    for (std::size_t i = 0; i < object.key.size(); ++i) {
      if (shared_[i]) continue;
      const std::string text = label(key_kinds_[i], object.key[i]);
      if (node.title.empty())
        node.title = text;
      else
        node.details.push_back(text);
    }
    if (!is_decision()) return node;
    if (object.actors[0].empty()) {
      node.look = NodeLook::warning;
      node.details.push_back(in(language_, "缺失：没有谁 ", "missing: nobody ") + words(0));
    } else if (object.actors[0].size() > 1) {
      node.look = NodeLook::bad;
      node.details.push_back(in(language_, "冲突：", "conflict: ") +
                             listed(labels(object.actors[0]), 6, language_));
    }
    return node;
  }

  void draw_arrows() {
    std::vector<Value> actors;
    std::set<Value> mains;
    for (const Object& object : objects_)
      for (std::size_t p = 0; p < parts_.size(); ++p)
        for (const Value actor : object.actors[p]) {
          if (!parts_[p].told) continue;
          actors.push_back(actor);
          if (p == 0) mains.insert(actor);
        }
    std::sort(actors.begin(), actors.end(),
              [&](Value a, Value b) { return ranks_.compare(actor_kind_, a, b) < 0; });
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
    std::map<Value, std::uint32_t> places;
    for (const Value actor : actors) {
      places[actor] = static_cast<std::uint32_t>(graph_.nodes.size());
      graph_.nodes.push_back({label(actor_kind_, actor),
                              {},
                              mains.contains(actor) ? NodeLook::main : NodeLook::given});
    }
    const bool few = objects_.size() <= most_with_arrows / 2;
    for (const Object& object : objects_) {
      const auto at = static_cast<std::uint32_t>(graph_.nodes.size());
      graph_.nodes.push_back(box_of(object));
      for (std::size_t p = 0; p < parts_.size(); ++p)
        for (const Value actor : object.actors[p])
          if (parts_[p].told)
            graph_.edges.push_back({places[actor], at, few ? words(p) : "", look(p), words(p)});
    }
  }

  [[nodiscard]] static EdgeLook look(std::size_t part) {
    return relation_looks[part % relation_looks.size()];
  }

  /// Groups by the actors of the main relation: a column of boxes or several, group beside group.
  void draw_groups() {
    std::map<std::vector<Value>, std::vector<const Object*>> groups;
    for (const Object& object : objects_) {
      const auto& mains = object.actors[0];
      groups[mains.size() > 1 ? std::vector<Value>{} : mains].push_back(&object);
    }
    std::vector<std::pair<std::vector<Value>, std::vector<const Object*>>> ordered(groups.begin(),
                                                                                   groups.end());
    std::sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
      if (a.second.size() != b.second.size()) return a.second.size() > b.second.size();
      if (a.first.empty() || b.first.empty()) return a.first.empty() > b.first.empty();
      return ranks_.compare(actor_kind_, a.first.front(), b.first.front()) < 0;
    });
    graph_.direction = Graph::Direction::down;
    graph_.compact = true;
    std::vector<std::uint32_t> tails;  // a box at the lower end of each group
    for (std::size_t g = 0; g < ordered.size(); ++g) {
      const auto& [actor, members] = ordered[g];
      const auto first = static_cast<std::uint32_t>(graph_.nodes.size());
      const auto cluster = static_cast<std::uint32_t>(graph_.clusters.size());
      const std::string title =
          actor.empty() ? in(language_, "未定", "not settled") : label(actor_kind_, actor.front());
      graph_.clusters.push_back({fmt::format("{}{}{}{}", title, in(language_, "（", " ("),
                                             members.size(), in(language_, "）", ")"))});
      const std::size_t columns = (members.size() + most_in_column - 1) / most_in_column;
      const std::size_t rows = (members.size() + columns - 1) / columns;
      for (std::size_t i = 0; i < members.size(); ++i) {
        const auto at = static_cast<std::uint32_t>(graph_.nodes.size());
        graph_.nodes.push_back(box_with_others(*members[i]));
        graph_.nodes.back().cluster = cluster;
        if (i % rows != 0) graph_.edges.push_back({at - 1, at, "", EdgeLook::hidden, ""});
      }
      tails.push_back(first + static_cast<std::uint32_t>(std::min(rows, members.size())) - 1);
      if (g >= groups_in_row)
        graph_.edges.push_back({tails[g - groups_in_row], first, "", EdgeLook::hidden, ""});
    }
  }

  [[nodiscard]] Graph::Node box_with_others(const Object& object) const {
    Graph::Node node = box_of(object);
    for (std::size_t p = 1; p < parts_.size(); ++p)
      if (parts_[p].told && !object.actors[p].empty())
        node.details.push_back(words(p) + in(language_, "：", ": ") +
                               listed(labels(object.actors[p]), 4, language_));
    return node;
  }

  void add_legend(bool grouped) {
    explain(graph_, NodeLook::main, words(0));
    explain(graph_, NodeLook::warning, in(language_, "缺失", "missing"));
    explain(graph_, NodeLook::bad, in(language_, "冲突", "conflict"));
    if (grouped) {
      graph_.notes.push_back(in(language_, "按 ", "in groups by ") + words(0) +
                             in(language_, " 者分组", ""));
      return;
    }
    for (std::size_t p = 0; p < parts_.size(); ++p)
      if (parts_[p].told) explain(graph_, look(p), words(p));
  }

  const Program& program_;
  const Evaluation& evaluation_;
  const GraphOptions& options_;
  Language language_;
  Ranks ranks_;
  PredicateId main_;
  KindId actor_kind_;
  std::vector<KindId> key_kinds_;
  std::vector<Part> parts_;
  std::vector<Object> objects_;
  std::vector<bool> shared_;
  std::size_t left_out_ = 0;
  Graph graph_;
};

}  // namespace

std::optional<AssignmentSlots> assignment_slots(const Program& program, PredicateId main,
                                                PredicateId other) {
  const Predicate& reference = program[main];
  AssignmentSlots slots;
  if (reference.decision) {
    const Decision& decision = program[*reference.decision];
    slots = {decision.value_slot, decision.key_slots};
  } else {
    for (std::uint32_t i = 1; i < reference.slots.size(); ++i) slots.object.push_back(i);
  }
  if (main == other) return slots;
  const Predicate& fitted = program[other];
  if (fitted.slots.size() != reference.slots.size()) return std::nullopt;
  std::vector<bool> taken(fitted.slots.size(), false);
  const auto take = [&](std::uint32_t wanted, bool by_role) -> std::optional<std::uint32_t> {
    const Slot& like = reference.slots[wanted];
    for (std::uint32_t i = 0; i < fitted.slots.size(); ++i) {
      const Slot& slot = fitted.slots[i];
      if (taken[i] || slot.kind != like.kind || (by_role && slot.role != like.role)) continue;
      taken[i] = true;
      return i;
    }
    return std::nullopt;
  };
  const auto fit = [&](std::uint32_t wanted) {
    const auto exact = take(wanted, true);
    return exact ? exact : take(wanted, false);
  };
  AssignmentSlots out;
  const auto actor = fit(slots.actor);
  if (!actor) return std::nullopt;
  out.actor = *actor;
  for (const std::uint32_t slot : slots.object) {
    const auto place = fit(slot);
    if (!place) return std::nullopt;
    out.object.push_back(*place);
  }
  return out;
}

Graph assignment_graph(const Program& program, const Evaluation& evaluation,
                       const GraphOptions& options) {
  return AssignmentGraph(program, evaluation, options).run();
}

}  // namespace mingze::report
