// A program with a few of the register's relations, made in memory.
#pragma once

#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze::draft {

/// Kinds department, level, jurisdiction; relations called, short-form, in, level.
struct RegisterProgram {
  Program program;
  Database database;
  KindId department, level, jurisdiction;

  RegisterProgram() {
    department = program.symbols.add_kind({"department", "", {}});
    level = program.symbols.add_kind({"level", "", {}});
    jurisdiction = program.symbols.add_kind({"jurisdiction", "", {}});
    const Slot name{"name", text_kind};
    relation("called", {{"department", department}, name, {"level", level}});
    relation("short-form", {{"department", department}, name, {"level", level}});
    relation("in", {{"child", jurisdiction}, {"parent", jurisdiction}});
    relation("level", {{"jurisdiction", jurisdiction}, {"level", level}});
    database = Database(program);
  }

  void call(std::uint32_t relation, const char* line, const char* name, const char* at) {
    state(relation, {program.symbols.entity(department, line), program.symbols.text(name),
                     program.symbols.entity(level, at)});
  }
  Value place(const char* name, const char* at, const char* parent = nullptr) {
    const Value value = program.symbols.entity(jurisdiction, name);
    if (parent != nullptr) state(2, {value, program.symbols.entity(jurisdiction, parent)});
    state(3, {value, program.symbols.entity(level, at)});
    return value;
  }
  void also(const char* place, const char* name) {
    program.other_names.push_back(
        {jurisdiction, program.symbols.entity(jurisdiction, place), name});
  }

 private:
  void relation(const char* id, std::vector<Slot> slots) {
    program.predicates.push_back({id, std::move(slots), {}, {}, false, {}, {}});
  }
  void state(std::uint32_t relation, const std::vector<Value>& tuple) {
    database.state(PredicateId{relation}, tuple, {});
  }
};

inline constexpr std::uint32_t called = 0;
inline constexpr std::uint32_t short_form = 1;

}  // namespace mingze::draft
