// mingze (明责): who is responsible for what, as a library. Everything of the C++ interface.
//
//   auto engine = mingze::Engine::load().value();
//   engine.add(engine.fact("苏州市 办理 城镇污水处理").value()).value();
//   engine.resolve().value();
//   auto lead = engine.decide("leads", {{"item", "城镇污水处理"}, {"jurisdiction", "苏州市"}}).value();
//   std::cout << lead.sentence.zh << "\n";
#pragma once

#include <mingze/answers.hpp>
#include <mingze/config.hpp>
#include <mingze/engine.hpp>
#include <mingze/result.hpp>
