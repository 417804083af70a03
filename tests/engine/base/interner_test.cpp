#include "engine/base/interner.hpp"

#include <gtest/gtest.h>

#include "engine/base/archive_reader.hpp"
#include "engine/base/archive_writer.hpp"

namespace mingze {
namespace {

std::string name(std::uint32_t i) { return "名称" + std::to_string(i); }

Interner with_names(std::uint32_t count) {
  Interner interner;
  for (std::uint32_t i = 0; i < count; ++i) EXPECT_EQ(interner.intern(name(i)), i);
  return interner;
}

TEST(Interner, ForgetsTheLastOnesAlone) {
  Interner interner = with_names(1000);
  interner.shrink(300);
  for (std::uint32_t i = 0; i < 1000; ++i)
    EXPECT_EQ(interner.find(name(i)), i < 300 ? std::optional(i) : std::nullopt);
  for (std::uint32_t i = 300; i < 400; ++i) EXPECT_EQ(interner.intern(name(i + 7)), i);
}

TEST(Interner, ReadFromAnArchiveGoesOn) {
  ArchiveWriter out({0});
  out.write(with_names(100));
  const std::string bytes = out.finish();
  ArchiveReader in(bytes, {0});
  Interner read;
  in.read(read);
  ASSERT_TRUE(in.finished());
  EXPECT_EQ(read.intern(name(40)), 40U);
  for (std::uint32_t i = 100; i < 300; ++i) EXPECT_EQ(read.intern(name(i)), i);
  const Interner copy = read;
  read.shrink(150);
  EXPECT_EQ(read[149], name(149));
  EXPECT_FALSE(read.find(name(150)));
  EXPECT_EQ(copy[299], name(299));
  EXPECT_EQ(copy.find(name(0)), 0U);
}

}  // namespace
}  // namespace mingze
