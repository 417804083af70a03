#include "draft/facts/state_names.hpp"

#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

const char* id_of(BodyKind kind) {
  switch (kind) {
    case BodyKind::department:
      return "department";
    case BodyKind::party:
      return "party";
    case BodyKind::court:
      return "court";
    case BodyKind::vertical:
      return "vertical";
    case BodyKind::institution:
      return "institution";
    case BodyKind::enterprise:
      return "enterprise";
    case BodyKind::government:
      return "government";
    case BodyKind::leading_group:
      return "leading-group";
    case BodyKind::place:
      return "place";
    case BodyKind::role:
      return "role";
    case BodyKind::collective:
      return "collective";
    case BodyKind::vague:
      return "vague";
    case BodyKind::unknown:
      break;
  }
  return "unknown";
}

/// The place that a name means: its own, else the draft's or the one above that has its level.
std::optional<Value> place_of(const Surroundings& surroundings, const IssuedIn& issued,
                              const Mention& name) {
  if (!name.place.empty()) return surroundings.places.find(name.place, name.level);
  if (!issued.place || name.level == Level::unknown) return std::nullopt;
  if (name.level == issued.level) return issued.place;
  return surroundings.places.above(*issued.place, name.level);
}

/// A name that was given up, as it is to be written now, with what stands before and after it. At
/// the top the name is whole by itself (国家环保总局 → 生态环境部).
std::string written_now(const RegisterNames& names, const Mention& name) {
  if (!name.inner_place.empty()) {
    std::size_t head = 0;  // bytes of the name before the place
    for (std::uint32_t at = 0; at < name.inner_at && head < name.core.size(); ++at)
      head += decode_at(name.core, head).bytes;
    const std::string before = name.core.substr(0, head);
    const std::string now = names.with_head(before, name.line, name.core_level);
    if (!now.starts_with(before)) return {};
    return before + name.inner_place + now.substr(head) + name.tail;
  }
  const std::string now = names.in_manner_of(name.name, name.line, name.core_level);
  if (now.empty()) return {};
  // 市检验检疫局 → 海关: a body led from above that is another kind of body now goes by its place, and
  // not by a level alone.
  constexpr std::size_t character = 3;
  const bool same_kind =
      now.size() >= character && name.core.ends_with(now.substr(now.size() - character));
  const bool by_place = name.kind == BodyKind::vertical && name.place.empty() && !same_kind;
  const bool whole = name.core_level == Level::national || by_place;
  return (whole ? std::string() : name.prefix) + now + name.tail;
}

/// A department of a city or county that is written with the ending of a province's: 市工信厅.
bool is_of_province_alone(const Mention& name) {
  const bool below = name.level == Level::city || name.level == Level::county;
  return name.known && !name.former && below && name.level_written &&
         name.core_level == Level::province && name.kind == BodyKind::department &&
         name.core.ends_with("厅") && !name.core.ends_with("办公厅");
}

void state_lines(FactWriter& facts, const Mention& name, Value mention, const char* relation) {
  if (name.line.empty()) return;
  facts.fact(relation, {mention, facts.entity("department", name.line)}, name.span);
  for (const std::string& line : name.also)
    facts.fact(relation, {mention, facts.entity("department", line)}, name.span);
}

}  // namespace

std::string body_of(const Mention& mention) {
  if (mention.entity.empty()) return mention.text;
  if (!mention.place.empty()) return mention.place + mention.entity;
  switch (mention.level) {
    case Level::province:
      return "省级" + mention.entity;
    case Level::city:
      return "市级" + mention.entity;
    case Level::county:
      return "县级" + mention.entity;
    case Level::township:
      return "乡级" + mention.entity;
    default:
      return mention.entity;
  }
}

void state_traits(FactWriter& facts, const Mention& name, Value mention,
                  const TraitRelations& relations) {
  facts.fact(relations.form, {mention, facts.entity("form", id_of(name.kind))}, name.span);
  if (name.collective || name.vague) return;
  state_lines(facts, name, mention, relations.line);
  if (const auto level = id_of(name.level); !level.empty())
    facts.fact(relations.level, {mention, facts.entity("level", level)}, name.span);
}

void state_name(FactWriter& facts, const Surroundings& surroundings, const IssuedIn& issued,
                const Mention& name, Value mention) {
  const Span span = name.span;
  state_traits(facts, name, mention, {"has-form", "of-line", "at-level"});
  if (name.collective || name.vague) return;
  if (name.level_written) facts.fact("level-written", {mention}, span);
  if (const auto place = place_of(surroundings, issued, name))
    facts.fact("in-place", {mention, *place}, span);
  const bool misplaced = is_of_province_alone(name);
  if (name.known && !misplaced) {
    facts.fact("in-register", {mention}, span);
    facts.fact("bears", {mention, facts.text(name.name)}, span);
  }
  if (name.former && (name.level == name.core_level)) {
    const std::string now = written_now(surroundings.names, name);
    if (!now.empty() && now != name.text)
      facts.fact("now-written", {mention, facts.text(now)}, span);
  }
  if ((name.known && !misplaced) || name.kind != BodyKind::department) return;
  const RegisterNames& names = surroundings.names;
  for (const std::string& near : misplaced
                                     ? names.with_other_ending(name.core, name.line, name.level)
                                     : names.near(name.core, name.level))
    facts.fact("near-name", {mention, facts.text(name.prefix + near + name.tail)}, span);
}

}  // namespace mingze::draft
