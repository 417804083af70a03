// For functions that take a class const or not: the visitors of its members.
#pragma once

#include <type_traits>

namespace mingze {

template <typename Node, typename Type>
concept NodeOf = std::is_same_v<std::remove_const_t<Node>, Type>;

}  // namespace mingze
