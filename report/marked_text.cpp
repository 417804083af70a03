#include "report/marked_text.hpp"

#include <algorithm>
#include <set>

namespace mingze::report {

std::vector<MarkedPiece> marked_pieces(Stretch text, const std::vector<Stretch>& marks,
                                       const std::vector<std::uint32_t>& breaks) {
  const auto held = [&](std::uint32_t at) { return std::clamp(at, text.begin, text.end); };
  std::vector<std::uint32_t> cuts{text.begin, text.end};
  for (const std::uint32_t at : breaks) cuts.push_back(held(at));
  std::vector<std::uint32_t> order(marks.size());  // by where they begin
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    order[i] = i;
    cuts.push_back(held(marks[i].begin));
    cuts.push_back(held(marks[i].end));
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return held(marks[a].begin) < held(marks[b].begin);
  });

  std::vector<MarkedPiece> out;
  std::set<std::uint32_t> open;
  auto next = order.begin();
  for (std::size_t c = 0; c < cuts.size(); ++c) {
    const std::uint32_t at = cuts[c];
    MarkedPiece place{{at, at}};
    for (; next != order.end() && held(marks[*next].begin) == at; ++next) {
      if (held(marks[*next].end) > at)
        open.insert(*next);
      else
        place.marks.push_back(*next);
    }
    if (!place.marks.empty()) {
      place.ends = place.marks;
      out.push_back(std::move(place));
    }
    if (c + 1 == cuts.size()) break;
    MarkedPiece piece{{at, cuts[c + 1]}, {open.begin(), open.end()}};
    for (const std::uint32_t mark : piece.marks)
      if (held(marks[mark].end) == cuts[c + 1]) piece.ends.push_back(mark);
    for (const std::uint32_t mark : piece.ends) open.erase(mark);
    out.push_back(std::move(piece));
  }
  return out;
}

}  // namespace mingze::report
