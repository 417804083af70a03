// How far long work has come, for whoever waits for it.
#pragma once

#include <cstddef>
#include <functional>

namespace mingze {

/// Told again and again while work goes on: so much of all of it is done. May be empty.
using OnProgress = std::function<void(std::size_t done, std::size_t all)>;

}  // namespace mingze
