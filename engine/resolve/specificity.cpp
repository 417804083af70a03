#include "engine/resolve/specificity.hpp"

#include <algorithm>
#include <tuple>

namespace mingze {

namespace {

using Sort = Condition::Sort;

/// A condition without its place: what it says, and its terms in order.
struct Shape {
  std::tuple<Sort, PredicateId, std::uint64_t, Comparison> head;
  std::vector<Term> terms;
  bool swappable = false;  ///< `is` and `is not`: the terms may change places
  bool operator==(const Shape&) const = default;
};

/// Greater-than is written as less-than, so that `X > Y` and `Y < X` are one condition.
Shape comparison_shape(const Condition& c) {
  const bool flip =
      c.comparison == Comparison::greater || c.comparison == Comparison::greater_equal;
  const Comparison sign = c.comparison == Comparison::greater         ? Comparison::less
                          : c.comparison == Comparison::greater_equal ? Comparison::less_equal
                                                                      : c.comparison;
  Shape shape{{c.sort, PredicateId{}, c.kind.value, sign}, {c.left, c.right}, false};
  if (flip) std::swap(shape.terms[0], shape.terms[1]);
  shape.swappable = sign == Comparison::equal || sign == Comparison::not_equal;
  return shape;
}

Shape shape_of(const Condition& c) {
  if (c.sort == Sort::compare) return comparison_shape(c);
  Shape shape{{c.sort, c.atom.predicate, c.count, Comparison::equal}, c.atom.terms, false};
  if (c.sort == Sort::at_least) shape.terms.push_back({true, c.counted});
  return shape;
}

/// The conditions as a set: those written twice stand once.
std::vector<Shape> shapes(const Body& body) {
  std::vector<Shape> out;
  for (const Condition& condition : body.conditions) {
    const Shape shape = shape_of(condition);
    Shape swapped = shape;
    if (shape.swappable) std::swap(swapped.terms[0], swapped.terms[1]);
    if (std::find(out.begin(), out.end(), shape) == out.end() &&
        std::find(out.begin(), out.end(), swapped) == out.end())
      out.push_back(shape);
  }
  return out;
}

/// Searches a renaming of the variables of `general` under which each of its conditions is one of
/// `special`. Depth first, without recursion: `choice_[i]` is the number of the alternative that
/// condition i is being tried with.
class Embedding {
 public:
  Embedding(const Body& special, const Body& general)
      : special_(shapes(special)),
        general_(shapes(general)),
        image_(general.variables.size(), none),
        taken_(special.variables.size()) {}

  bool strictly_contains() {
    if (special_.size() <= general_.size()) return false;
    std::vector<std::size_t> choice(general_.size(), 0);
    std::vector<std::vector<std::uint32_t>> bound(general_.size());
    std::size_t depth = 0;
    for (std::uint64_t step = 0; step < 1'000'000; ++step) {
      if (depth == general_.size()) return true;
      undo(bound[depth]);
      if (choice[depth] == special_.size() * 2) {
        choice[depth] = 0;
        if (depth == 0) return false;
        --depth;
        continue;
      }
      const std::size_t alternative = choice[depth]++;
      if (fits(general_[depth], special_[alternative / 2], alternative % 2 == 1, bound[depth]))
        ++depth;
    }
    return false;
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  void undo(std::vector<std::uint32_t>& bound) {
    for (const std::uint32_t variable : bound) {
      taken_[image_[variable]] = false;
      image_[variable] = none;
    }
    bound.clear();
  }

  bool fits(const Shape& general, const Shape& special, bool swap,
            std::vector<std::uint32_t>& bound) {
    if (general.head != special.head || (swap && !general.swappable)) return false;
    for (std::size_t i = 0; i < general.terms.size(); ++i)
      if (!map(general.terms[i], special.terms[swap ? 1 - i : i], bound)) return false;
    return true;
  }

  bool map(Term from, Term to, std::vector<std::uint32_t>& bound) {
    if (from.is_variable != to.is_variable) return false;
    if (!from.is_variable) return from.value == to.value;
    if (image_[from.value] != none) return image_[from.value] == to.value;
    if (taken_[to.value]) return false;
    image_[from.value] = to.value;
    taken_[to.value] = true;
    bound.push_back(from.value);
    return true;
  }

  std::vector<Shape> special_;
  std::vector<Shape> general_;
  std::vector<std::uint32_t> image_;
  std::vector<bool> taken_;
};

}  // namespace

bool is_more_specific(const Body& special, const Body& general) {
  return Embedding(special, general).strictly_contains();
}

}  // namespace mingze
