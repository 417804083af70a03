// The rows of a JSON text, told one after the other while it is read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace mingze {

/// A range of bytes of the text.
struct JsonPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What is told of a text. Whoever listens judges names and values; the shape is judged here.
class JsonRowListener {
 public:
  virtual ~JsonRowListener() = default;
  /// Rows of this relation follow (an object of relations, or "relation" in a document that
  /// `mingze resolve` wrote). False: they are to be passed over.
  virtual bool relation(std::string_view name, JsonPlace place) = 0;
  /// A list of rows that tells no relation. False: passed over.
  virtual bool rows_alone(JsonPlace place) = 0;
  /// A member of a row, by role, or by its number in a list.
  virtual void member(std::string_view role, JsonPlace key, std::string_view value,
                      JsonPlace place) = 0;
  virtual void member(std::size_t number, std::string_view value, JsonPlace place) = 0;
  /// A row is over; `good`: without a mistake of shape.
  virtual void row(bool by_role, bool good, JsonPlace place) = 0;
  /// A mistake of shape; after some of them nothing more is told.
  virtual void mistake(const char* code, const Message& message, JsonPlace place) = 0;
};

/// Reads one document of `text`, [begin, end). `row_alone`: it is a row itself, not a document of
/// relations. Takes memory for one row at most.
void read_json_rows(std::string_view text, std::size_t begin, std::size_t end, bool row_alone,
                    JsonRowListener& listener);

}  // namespace mingze
