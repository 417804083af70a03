// Modules that rapidcheck makes up: any tree that some text has.
#pragma once

#include <rapidcheck.h>

#include "dsl/ast/ast.hpp"

namespace mingze::dsl {

[[nodiscard]] rc::Gen<Module> random_module();

}  // namespace mingze::dsl
