#include "report/marked_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mingze::report {
namespace {

/// The pieces written out: marks that lie on each, and * after those that end with it.
std::string pieces_of(Stretch text, const std::vector<Stretch>& marks,
                      const std::vector<std::uint32_t>& breaks = {}) {
  std::string out;
  for (const MarkedPiece& piece : marked_pieces(text, marks, breaks)) {
    out += (out.empty() ? "" : " ") + std::to_string(piece.stretch.begin) + "-" +
           std::to_string(piece.stretch.end);
    for (const std::uint32_t mark : piece.marks) {
      out += ":" + std::to_string(mark);
      for (const std::uint32_t end : piece.ends) out += end == mark ? "*" : "";
    }
  }
  return out;
}

TEST(MarkedText, WithoutMarksIsOnePiece) {
  EXPECT_EQ(pieces_of({0, 9}, {}), "0-9");
  EXPECT_EQ(pieces_of({0, 0}, {}), "");
}

TEST(MarkedText, IsCutWhereMarksBeginAndEnd) {
  EXPECT_EQ(pieces_of({0, 9}, {{2, 5}}), "0-2 2-5:0* 5-9");
  EXPECT_EQ(pieces_of({0, 9}, {{0, 9}}), "0-9:0*");
}

TEST(MarkedText, MarksMayOverlapInAnyWay) {
  EXPECT_EQ(pieces_of({0, 9}, {{4, 8}, {2, 6}}), "0-2 2-4:1 4-6:0:1* 6-8:0* 8-9");
  EXPECT_EQ(pieces_of({0, 9}, {{1, 8}, {3, 4}}), "0-1 1-3:0 3-4:0:1* 4-8:0* 8-9");
  EXPECT_EQ(pieces_of({0, 9}, {{3, 5}, {3, 5}}), "0-3 3-5:0*:1* 5-9");
  EXPECT_EQ(pieces_of({0, 9}, {{1, 4}, {4, 6}}), "0-1 1-4:0* 4-6:1* 6-9");
}

TEST(MarkedText, IsCutAtBreaksWithinMarks) {
  EXPECT_EQ(pieces_of({0, 9}, {{2, 6}}, {4}), "0-2 2-4:0 4-6:0* 6-9");
}

TEST(MarkedText, AMarkOfNoWidthIsAPieceOfItsOwn) {
  EXPECT_EQ(pieces_of({0, 9}, {{4, 4}}), "0-4 4-4:0* 4-9");
  EXPECT_EQ(pieces_of({0, 9}, {{0, 0}, {9, 9}}), "0-0:0* 0-9 9-9:1*");
  EXPECT_EQ(pieces_of({0, 9}, {{2, 6}, {4, 4}}), "0-2 2-4:0 4-4:1* 4-6:0* 6-9");
}

TEST(MarkedText, MarksAreHeldToTheText) {
  EXPECT_EQ(pieces_of({3, 9}, {{0, 5}, {8, 20}}), "3-5:0* 5-8 8-9:1*");
}

}  // namespace
}  // namespace mingze::report
