// The library in ten lines: who leads an item in a place, and why.
#include <iostream>
#include <mingze/mingze.hpp>

int main() {
  auto engine = mingze::Engine::load({.as_of = "2026-11-27"}).value();
  engine.add(engine.fact("苏州市 办理 城镇生活污水处理").value()).value();
  engine.resolve().value();
  const mingze::Fields key{{"item", "城镇生活污水处理"}, {"jurisdiction", "苏州市"}};
  std::cout << engine.decide("leads", key).value().sentence.zh << "\n";
  std::cout << engine.why_key("leads", key).value().render(mingze::Format::terminal).value();
}
