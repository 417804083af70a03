// Kinds, and the things of each kind as numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/id.hpp"
#include "engine/base/interner.hpp"
#include "engine/base/span.hpp"

namespace mingze {

using KindId = Id<struct KindTag>;

/// A thing as a number. What it means depends on the kind of the slot that it stands in: an entity
/// of that kind, a text, a number or a date, each numbered by `Symbols`.
using Value = std::uint32_t;

inline constexpr KindId text_kind{0};
inline constexpr KindId number_kind{1};
inline constexpr KindId date_kind{2};

struct Kind {
  std::string id;     ///< the first id: names keys in JSON
  std::string other;  ///< the second id, or empty
  Span span;
  template <NodeOf<Kind> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.id, n.other, n.span);
  }
};

/// What is known of an entity besides its number. `label` is what people are shown; where none is
/// declared it is the id.
struct Entity {
  std::string id;
  std::string label;
  Span span;  ///< where it is declared; invalid for an entity that only data names
  template <NodeOf<Entity> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.id, n.label, n.span);
  }
};

/// All kinds, entities, texts and numbers of a program; it grows while data is loaded.
class Symbols {
 public:
  Symbols();

  KindId add_kind(Kind kind);
  [[nodiscard]] const Kind& kind(KindId id) const { return kinds_[id.value].kind; }
  [[nodiscard]] std::uint32_t kind_count() const {
    return static_cast<std::uint32_t>(kinds_.size());
  }
  /// Whether values of this kind are entities (not text, number or date).
  [[nodiscard]] static bool has_entities(KindId id) { return id.value > date_kind.value; }

  /// The entity with this id; made (label = id, no span) where there is none yet.
  Value entity(KindId kind, std::string_view id);
  /// Declares or completes an entity.
  Value declare(KindId kind, Entity entity);
  [[nodiscard]] std::optional<Value> find_entity(KindId kind, std::string_view id) const;
  /// The text or the number, if it has been seen.
  [[nodiscard]] std::optional<Value> find_text(std::string_view text) const {
    return texts_.find(text);
  }
  [[nodiscard]] std::optional<Value> find_number(std::int64_t number) const {
    return number_texts_.find(std::to_string(number));
  }
  [[nodiscard]] const Entity& entity(KindId kind, Value value) const {
    return kinds_[kind.value].entities[value];
  }
  [[nodiscard]] std::uint32_t entity_count(KindId kind) const {
    return static_cast<std::uint32_t>(kinds_[kind.value].entities.size());
  }

  /// How many values of a kind there are; 0 for dates, which are not counted.
  [[nodiscard]] std::uint32_t value_count(KindId kind) const;

  Value text(std::string_view text) { return texts_.intern(text); }
  [[nodiscard]] std::string_view text(Value value) const { return texts_[value]; }

  Value number(std::int64_t number);
  [[nodiscard]] std::int64_t number(Value value) const { return numbers_[value]; }

  /// Dates are their own numbers: later dates have greater values.
  [[nodiscard]] static Value date(Date date) { return static_cast<Value>(date.days) + 0x80000000U; }
  [[nodiscard]] static Date date(Value value) {
    return {static_cast<std::int32_t>(value - 0x80000000U)};
  }

  /// Adds what other symbols have more of than these: the same things in the same order, and more.
  void follow(const Symbols& longer);

  /// How much there is of everything but kinds.
  struct Extent {
    std::vector<std::uint32_t> entities;  ///< by kind
    std::uint32_t texts = 0;
    std::uint32_t numbers = 0;
  };
  [[nodiscard]] Extent extent() const;
  /// Forgets what has been added since. What was completed since stays so.
  void shrink(const Extent& extent);

  /// How data names a value: an entity's id, the text, the digits, the date.
  [[nodiscard]] std::string id_of(KindId kind, Value value) const;
  /// How people are shown a value: an entity's label, else as `id_of`.
  [[nodiscard]] std::string label_of(KindId kind, Value value) const;
  /// -1, 0 or 1: numbers and dates by size, entities and texts by code points of their ids.
  [[nodiscard]] int compare(KindId kind, Value a, Value b) const;

  template <NodeOf<Symbols> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.kinds_, n.texts_, n.number_texts_, n.numbers_);
  }

 private:
  struct Table {
    Kind kind;
    std::vector<Entity> entities;
    Interner ids;
    template <NodeOf<Table> N, typename V>
    friend void fields(N& n, V&& visit) {
      visit(n.kind, n.entities, n.ids);
    }
  };
  std::vector<Table> kinds_;
  Interner texts_;
  Interner number_texts_;
  std::vector<std::int64_t> numbers_;
};

}  // namespace mingze
