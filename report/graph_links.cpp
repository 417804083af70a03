#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <deque>
#include <map>
#include <set>

#include "report/graph_parts.hpp"
#include "report/graphs.hpp"
#include "report/order.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t most_subjects_named = 3;

/// The other values of a tuple that links two things.
using Subject = std::vector<Value>;

struct Link {
  Value from = 0;
  Value to = 0;
  Subject about;
  bool in_circle = false;
};

class LinkGraph {
 public:
  LinkGraph(const Program& program, const Evaluation& evaluation, const GraphOptions& options)
      : program_(program),
        evaluation_(evaluation),
        options_(options),
        language_(options.language),
        ranks_(program),
        main_(program[options.drawn.front()]),
        ends_(*linked_slots(main_)),
        kind_(main_.slots[ends_.first].kind) {
    for (std::uint32_t i = 0; i < main_.slots.size(); ++i)
      if (i != ends_.first && i != ends_.second) subject_slots_.push_back(i);
  }

  Graph run() {
    graph_.title = open_sentence(program_, options_.drawn.front(), language_);
    graph_.columns = 24;
    collect();
    find_circles();
    choose_boxes();
    for (std::size_t i = 1; i < options_.drawn.size(); ++i) add_marks(i);
    add_arrows();
    add_legend();
    add_notes(graph_, program_, language_);
    return std::move(graph_);
  }

 private:
  [[nodiscard]] std::string label(KindId kind, Value value) const {
    return program_.symbols.label_of(kind, value);
  }
  [[nodiscard]] std::string label_of(const Subject& subject) const {
    std::string out;
    for (std::size_t i = 0; i < subject.size(); ++i)
      out += (i == 0 ? "" : " ") + label(main_.slots[subject_slots_[i]].kind, subject[i]);
    return out;
  }

  [[nodiscard]] bool wanted(std::span<const Value> tuple) const {
    return std::all_of(options_.about.begin(), options_.about.end(), [&](const Meanings& any) {
      for (const auto& [kind, value] : any)
        for (std::size_t i = 0; i < tuple.size(); ++i)
          if (main_.slots[i].kind == kind && tuple[i] == value) return true;
      return false;
    });
  }

  void collect() {
    OrderedTuples tuples(evaluation_.database[options_.drawn.front()], columns_of(main_), ranks_);
    while (tuples.next()) {
      const auto tuple = tuples.tuple();
      if (!wanted(tuple)) continue;
      Link link{tuple[ends_.first], tuple[ends_.second], {}, false};
      for (const std::uint32_t slot : subject_slots_) link.about.push_back(tuple[slot]);
      links_.push_back(std::move(link));
    }
  }

  /// A circle is one about one subject: a asks b about x and b asks a about y is none.
  void find_circles() {
    std::map<Subject, std::vector<std::size_t>> by_subject;
    for (std::size_t i = 0; i < links_.size(); ++i) by_subject[links_[i].about].push_back(i);
    std::vector<std::string> told;
    for (const auto& [subject, links] : by_subject) find_circles_in(links, told);
    std::sort(told.begin(), told.end());
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < told.size() && i < most; ++i) graph_.notes.push_back(told[i]);
    if (told.size() > most)
      graph_.notes.push_back(language_ == Language::zh
                                 ? fmt::format("还有 {} 个圈", told.size() - most)
                                 : fmt::format("and {} more circles", told.size() - most));
  }

  void find_circles_in(const std::vector<std::size_t>& links, std::vector<std::string>& told) {
    using Digraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    std::map<Value, std::size_t> numbers;
    for (const std::size_t i : links) {
      numbers.try_emplace(links_[i].from, numbers.size());
      numbers.try_emplace(links_[i].to, numbers.size());
    }
    Digraph graph(numbers.size());
    for (const std::size_t i : links)
      boost::add_edge(numbers[links_[i].from], numbers[links_[i].to], graph);
    std::vector<std::size_t> component(numbers.size());
    boost::strong_components(graph, boost::make_iterator_property_map(
                                        component.begin(), boost::get(boost::vertex_index, graph)));
    std::vector<std::size_t> size(numbers.size(), 0);
    for (const std::size_t one : component) ++size[one];
    std::map<std::size_t, std::vector<std::size_t>> circles;
    for (const std::size_t i : links) {
      const std::size_t from = component[numbers[links_[i].from]];
      const bool inside = from == component[numbers[links_[i].to]];
      links_[i].in_circle = inside && (size[from] > 1 || links_[i].from == links_[i].to);
      if (links_[i].in_circle) circles[from].push_back(i);
    }
    for (const auto& [one, members] : circles) told.push_back(circle(members));
  }

  /// The shortest way from the first link's beginning back to it, in words.
  [[nodiscard]] std::string circle(const std::vector<std::size_t>& links) const {
    const Value start = links_[links.front()].from;
    std::map<Value, std::vector<Value>> next;
    for (const std::size_t i : links) next[links_[i].from].push_back(links_[i].to);
    std::map<Value, Value> before;
    std::deque<Value> open{start};
    while (!open.empty() && !before.contains(start)) {
      const Value at = open.front();
      open.pop_front();
      for (const Value to : next[at])
        if (before.try_emplace(to, at).second) open.push_back(to);
    }
    std::vector<Value> way{start};
    for (Value at = before[start]; at != start; at = before[at]) way.push_back(at);
    way.push_back(start);
    std::string out = in(language_, "圈：", "circle: ");
    for (std::size_t i = way.size(); i > 0; --i)
      out += label(kind_, way[i - 1]) + (i > 1 ? " → " : "");
    const std::string subject = label_of(links_[links.front()].about);
    return subject.empty() ? out
                           : out + in(language_, "（", " (") + subject + in(language_, "）", ")");
  }

  /// Those in circles first; then by id.
  void choose_boxes() {
    std::set<Value> in_circles;
    std::set<Value> all;
    for (const Link& link : links_)
      for (const Value end : {link.from, link.to}) {
        all.insert(end);
        if (link.in_circle) in_circles.insert(end);
      }
    std::vector<Value> order(all.begin(), all.end());
    std::sort(order.begin(), order.end(), [&](Value a, Value b) {
      const bool first = in_circles.contains(a);
      if (first != in_circles.contains(b)) return first;
      return ranks_.compare(kind_, a, b) < 0;
    });
    if (order.size() > options_.limit) {
      note_left_out(graph_, order.size() - options_.limit, language_);
      order.resize(options_.limit);
    }
    std::sort(order.begin(), order.end(),
              [&](Value a, Value b) { return ranks_.compare(kind_, a, b) < 0; });
    for (const Value value : order) {
      boxes_[value] = static_cast<std::uint32_t>(graph_.nodes.size());
      graph_.nodes.push_back({label(kind_, value)});
    }
    for (const Link& link : links_) {
      if (boxes_.contains(link.from)) abouts_[link.from].insert(link.about);
      if (boxes_.contains(link.to)) abouts_[link.to].insert(link.about);
    }
  }

  /// Tuples of another relation whose first thing of the linked kind has a box that is linked about
  /// the same.
  void add_marks(std::size_t index) {
    const PredicateId predicate = options_.drawn[index];
    const Predicate& mark = program_[predicate];
    std::optional<std::uint32_t> end;
    std::vector<std::uint32_t> subject;
    for (std::uint32_t i = 0; i < mark.slots.size() && !end; ++i)
      if (mark.slots[i].kind == kind_) end = i;
    for (const std::uint32_t wanted : subject_slots_)
      for (std::uint32_t i = 0; i < mark.slots.size(); ++i)
        if (i != end && mark.slots[i].kind == main_.slots[wanted].kind &&
            std::find(subject.begin(), subject.end(), i) == subject.end()) {
          subject.push_back(i);
          break;
        }
    if (!end || subject.size() != subject_slots_.size()) return;
    OrderedTuples tuples(evaluation_.database[predicate], columns_of(mark), ranks_);
    while (tuples.next()) {
      const auto tuple = tuples.tuple();
      const auto box = boxes_.find(tuple[*end]);
      if (box == boxes_.end()) continue;
      Subject about;
      for (const std::uint32_t slot : subject) about.push_back(tuple[slot]);
      if (!abouts_[box->first].contains(about)) continue;
      Graph::Node& node = graph_.nodes[box->second];
      node.look = std::max(node.look, look(index));
      constexpr std::size_t most = 4;
      if (node.details.size() < most)
        node.details.push_back(sentence(program_, predicate, tuple, language_));
      else if (node.details.size() == most)
        node.details.emplace_back("…");
      marked_.insert(index);
    }
  }

  /// The first of the other relations says that something is done, the next that it is to be done.
  [[nodiscard]] static NodeLook look(std::size_t index) {
    return index == 1 ? NodeLook::chosen : NodeLook::warning;
  }

  void add_arrows() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, bool>, std::vector<std::string>> merged;
    for (const Link& link : links_) {
      const auto from = boxes_.find(link.from);
      const auto to = boxes_.find(link.to);
      if (from != boxes_.end() && to != boxes_.end())
        merged[{from->second, to->second, link.in_circle}].push_back(label_of(link.about));
    }
    for (const auto& [arrow, subjects] : merged) {
      const auto& [from, to, in_circle] = arrow;
      graph_.edges.push_back({from, to, listed(subjects, most_subjects_named, language_),
                              in_circle ? EdgeLook::bad : EdgeLook::plain,
                              listed(subjects, 40, language_)});
    }
  }

  void add_legend() {
    explain(graph_, EdgeLook::plain, words_before(main_, ends_.second, language_));
    explain(graph_, EdgeLook::bad, in(language_, "成圈", "in a circle"));
    for (const std::size_t index : marked_)
      graph_.legend.push_back(
          {look(index), open_sentence(program_, options_.drawn[index], language_)});
  }

  const Program& program_;
  const Evaluation& evaluation_;
  const GraphOptions& options_;
  Language language_;
  Ranks ranks_;
  const Predicate& main_;
  std::pair<std::uint32_t, std::uint32_t> ends_;
  KindId kind_;
  std::vector<std::uint32_t> subject_slots_;
  std::vector<Link> links_;
  std::map<Value, std::uint32_t> boxes_;
  std::map<Value, std::set<Subject>> abouts_;
  std::set<std::size_t> marked_;
  Graph graph_;
};

}  // namespace

std::optional<std::pair<std::uint32_t, std::uint32_t>> linked_slots(const Predicate& predicate) {
  for (std::uint32_t i = 0; i < predicate.slots.size(); ++i)
    for (std::uint32_t j = i + 1; j < predicate.slots.size(); ++j)
      if (predicate.slots[i].kind == predicate.slots[j].kind &&
          Symbols::has_entities(predicate.slots[i].kind))
        return std::pair{i, j};
  return std::nullopt;
}

Graph link_graph(const Program& program, const Evaluation& evaluation,
                 const GraphOptions& options) {
  return LinkGraph(program, evaluation, options).run();
}

}  // namespace mingze::report
