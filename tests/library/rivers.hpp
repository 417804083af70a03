// A small program, for tests of the library from outside.
#pragma once

#include <mingze/mingze.hpp>

#include <string>

namespace mingze::outside {

inline constexpr const char* rivers = R"(kind place = 地方.
kind office = 部门.
kind matter = 事项.
relation approves "{office} approves {matter}" | "{office} 审批 {matter}".
relation within "{place} lies in {upper: place}" | "{place} 属于 {upper: place}" hierarchy.
relation handled "{matter} is handled in {place}" | "{place} 办理 {matter}".
relation assigned "{place} assigns {matter} to {office}" | "{place} 指定 {office} 管 {matter}".
decision leads "{office} leads {matter} in {place}" | "{office} 在 {place} 牵头 {matter}"
  one office per matter, place for every "{matter} is handled in {place}".
source law "河道办法" rank 1.
rule approver-leads "谁审批谁负责" cites law "第三条"
  if O approves M and M is handled in P then O leads M in P.
rule assigned-leads "指定" cites law "第四条" overrides approver-leads
  if P assigns M to O then O leads M in P.
finding busy warning "{O} approves too much" | "{O}审批太多" on O
  if at least 2 M with O approves M.
place suzhou "苏州市". place wuzhong "吴中区". wuzhong lies in suzhou.
office water "水务". office roads "交通".
matter dredging "清淤". matter bridges "桥梁". matter noise "噪声".
suzhou 办理 dredging. suzhou 办理 bridges. suzhou 办理 noise.
water 审批 dredging. water 审批 bridges. roads 审批 bridges.
)";

inline Inputs river_inputs() { return {.texts = {{"rivers.mz", rivers}}, .as_of = "2026-11-23"}; }
inline Engine river_engine() { return Engine::load(river_inputs()).value(); }
inline Engine resolved_rivers() {
  Engine engine = river_engine();
  engine.resolve().value();
  return engine;
}
inline Fields key(std::string matter, std::string place) {
  return {{"matter", std::move(matter)}, {"place", std::move(place)}};
}

}  // namespace mingze::outside
