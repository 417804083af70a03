#include "app/cli/heap.hpp"
#include "app/cli/run.hpp"
#include "app/session/embedded.hpp"

int main(int argc, char** argv) {
  using namespace mingze;
  app::make_heap_ready();
  return app::run_command_line({argv + 1, argv + argc}, app::this_terminal(), DiskFiles(),
                               app::Packs(app::embedded_archive()));
}
