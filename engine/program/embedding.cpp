#include "engine/program/embedding.hpp"

#include <algorithm>
#include <utility>

namespace mingze {

namespace {

using Sort = Condition::Sort;

constexpr std::uint64_t word(auto part) { return static_cast<std::uint64_t>(part); }

/// Greater-than is written as less-than, so that `X > Y` and `Y < X` are one condition.
Shape comparison_shape(const Condition& c) {
  const bool flip =
      c.comparison == Comparison::greater || c.comparison == Comparison::greater_equal;
  const Comparison sign = c.comparison == Comparison::greater         ? Comparison::less
                          : c.comparison == Comparison::greater_equal ? Comparison::less_equal
                                                                      : c.comparison;
  Shape shape{{word(c.sort), c.kind.value, word(sign)}, {c.left, c.right}, false};
  if (flip) std::swap(shape.terms[0], shape.terms[1]);
  shape.swappable = sign == Comparison::equal || sign == Comparison::not_equal;
  return shape;
}

Shape shape_of(const Condition& c) {
  if (c.sort == Sort::compare) return comparison_shape(c);
  Shape shape{{word(c.sort), c.atom.predicate.value, c.count}, c.atom.terms, false};
  if (c.sort == Sort::at_least) shape.terms.push_back({true, c.counted});
  return shape;
}

/// Depth first, without recursion: `choice[i]` is the number of the alternative that shape i is
/// being tried with.
class Embedding {
 public:
  Embedding(const Pattern& part, const Pattern& whole)
      : part_(part.shapes),
        whole_(whole.shapes),
        image_(part.variables, none),
        taken_(whole.variables) {}

  bool exists() {
    if (part_.size() > whole_.size()) return false;
    std::vector<std::size_t> choice(part_.size(), 0);
    std::vector<std::vector<std::uint32_t>> bound(part_.size());
    std::size_t depth = 0;
    for (std::uint64_t step = 0; step < 1'000'000; ++step) {
      if (depth == part_.size()) return true;
      undo(bound[depth]);
      if (choice[depth] == whole_.size() * 2) {
        choice[depth] = 0;
        if (depth == 0) return false;
        --depth;
        continue;
      }
      const std::size_t alternative = choice[depth]++;
      if (fits(part_[depth], whole_[alternative / 2], alternative % 2 == 1, bound[depth])) ++depth;
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

  bool fits(const Shape& part, const Shape& whole, bool swap, std::vector<std::uint32_t>& bound) {
    if (part.words != whole.words || part.terms.size() != whole.terms.size()) return false;
    if (swap && !part.swappable) return false;
    for (std::size_t i = 0; i < part.terms.size(); ++i)
      if (!map(part.terms[i], whole.terms[swap ? 1 - i : i], bound)) return false;
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

  const std::vector<Shape>& part_;
  const std::vector<Shape>& whole_;
  std::vector<std::uint32_t> image_;
  std::vector<bool> taken_;
};

}  // namespace

void Pattern::add(Shape shape) {
  Shape swapped = shape;
  if (shape.swappable) std::swap(swapped.terms[0], swapped.terms[1]);
  if (std::find(shapes.begin(), shapes.end(), shape) == shapes.end() &&
      std::find(shapes.begin(), shapes.end(), swapped) == shapes.end())
    shapes.push_back(std::move(shape));
}

Pattern pattern_of(const Body& body) {
  Pattern out{body.variables.size()};
  for (const Condition& condition : body.conditions) out.add(shape_of(condition));
  return out;
}

bool is_part_of(const Pattern& part, const Pattern& whole) {
  return Embedding(part, whole).exists();
}

}  // namespace mingze
