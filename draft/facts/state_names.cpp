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

TraitWriter::TraitWriter(FactWriter& facts, const char* form, const char* line, const char* level)
    : form_(facts.list(form, 2)),
      line_(facts.list(line, 2)),
      level_(facts.list(level, 2)),
      forms_(facts.entities("form")),
      departments_(facts.entities("department")),
      levels_(facts.entities("level")) {}

void TraitWriter::state(const Mention& name, Value mention) {
  form_.add({mention, forms_.get(id_of(name.kind))}, name.span);
  if (name.collective || name.vague) return;
  if (!name.line.empty()) {
    line_.add({mention, departments_.get(name.line)}, name.span);
    for (const std::string& line : name.also)
      line_.add({mention, departments_.get(line)}, name.span);
  }
  if (const auto level = id_of(name.level); !level.empty())
    level_.add({mention, levels_.get(level)}, name.span);
}

NameWriter::NameWriter(FactWriter& facts, const Surroundings& surroundings)
    : facts_(facts),
      surroundings_(surroundings),
      traits_(facts, "has-form", "of-line", "at-level"),
      level_written_(facts.list("level-written", 1)),
      in_place_(facts.list("in-place", 2)),
      in_register_(facts.list("in-register", 1)),
      bears_(facts.list("bears", 2)),
      now_written_(facts.list("now-written", 2)),
      near_name_(facts.list("near-name", 2)) {}

void NameWriter::state(const Mention& name, Value mention, const IssuedIn& issued) {
  const Span span = name.span;
  traits_.state(name, mention);
  if (name.collective || name.vague) return;
  if (name.level_written) level_written_.add({mention}, span);
  if (const auto place = place_of(name, issued)) in_place_.add({mention, *place}, span);
  const bool misplaced = is_of_province_alone(name);
  if (name.known && !misplaced) {
    in_register_.add({mention}, span);
    bears_.add({mention, facts_.text(name.name)}, span);
  }
  const RegisterNames& names = surroundings_.names;
  if (name.former && (name.level == name.core_level)) {
    const std::string now = written_now(names, name);
    if (!now.empty() && now != name.text) now_written_.add({mention, facts_.text(now)}, span);
  }
  if ((name.known && !misplaced) || name.kind != BodyKind::department) return;
  for (const std::string& near : misplaced
                                     ? names.with_other_ending(name.core, name.line, name.level)
                                     : names.near(name.core, name.level))
    near_name_.add({mention, facts_.text(name.prefix + near + name.tail)}, span);
}

/// The place that a name means: its own, else the draft's or the one above that has its level.
std::optional<Value> NameWriter::place_of(const Mention& name, const IssuedIn& issued) {
  if (!name.place.empty()) {
    const auto [known, is_new] = places_.try_emplace({name.place, name.level});
    if (is_new) known->second = surroundings_.places.find(name.place, name.level);
    return known->second;
  }
  if (!issued.place || name.level == Level::unknown) return std::nullopt;
  if (name.level == issued.level) return issued.place;
  return surroundings_.places.above(*issued.place, name.level);
}

}  // namespace mingze::draft
