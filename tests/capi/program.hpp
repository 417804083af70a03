// A small program, as mingze_engine_load takes it.
#pragma once

namespace mingze::capi {

inline constexpr const char* small_program =
    R"({"shipped_packs": false, "as_of": "2026-11-27", "texts": [{"name": "a.mz", "text": ")"
    R"(kind place = 地方.\n)"
    R"(kind office = 部门.\n)"
    R"(kind matter = 事项.\n)"
    R"(relation handled \"{matter} is handled in {place}\" | \"{place} 办理 {matter}\".\n)"
    R"(relation approves \"{office} approves {matter}\" | \"{office} 审批 {matter}\".\n)"
    R"(decision leads \"{office} leads {matter} in {place}\")"
    R"( | \"{office} 在 {place} 牵头 {matter}\"\n)"
    R"(  one office per matter, place\n)"
    R"(  for every \"{matter} is handled in {place}\".\n)"
    R"(source law \"水法\" rank 1.\n)"
    R"(rule approver-leads \"谁审批谁负责\" cites law \"第三条\"\n)"
    R"(  if L approves M and M is handled in P then L leads M in P.\n)"
    R"(finding busy note \"{O} approves much\" | \"{O}审批很多\" on O\n)"
    R"(  if at least 2 M with O approves M.\n)"
    R"(office water \"水务局\" aka \"水利局\".\n)"
    R"(office roads \"交通局\".\n)"
    R"(place linjiang \"临江市\".\n)"
    R"(matter dredging \"清淤\".\n)"
    R"(matter noise \"噪声\".\n)"
    R"(water approves dredging.\n)"
    R"(water approves noise.\n)"
    R"("}]})";

}  // namespace mingze::capi
