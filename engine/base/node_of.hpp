// What classes are to those who visit their members and archive them.
#pragma once

#include <cstdint>
#include <type_traits>

namespace mingze {

template <typename Node, typename Type>
concept NodeOf = std::is_same_v<std::remove_const_t<Node>, Type>;

/// Values whose bytes in memory are all that they are.
template <typename T>
concept TakenAsItLies = std::is_same_v<T, std::uint32_t> ||
    (requires { typename T::AsItLies; } && std::has_unique_object_representations_v<T>);

}  // namespace mingze
