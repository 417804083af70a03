/// \file
/// mingze (明责): who is responsible for what, as a library. Everything of the C++ interface.
///
///     auto engine = mingze::Engine::load().value();
///     engine.add(engine.fact("苏州市 办理 城镇生活污水处理").value()).value();
///     engine.resolve().value();
///     const mingze::Fields key{{"item", "城镇生活污水处理"}, {"jurisdiction", "苏州市"}};
///     std::cout << engine.decide("leads", key).value().sentence.zh << "\n";
#pragma once

#include <mingze/answers.hpp>
#include <mingze/config.hpp>
#include <mingze/engine.hpp>
#include <mingze/result.hpp>
