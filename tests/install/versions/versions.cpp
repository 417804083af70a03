// What version the library says it is, to C++ and to C.
#include <mingze/mingze.h>
#include <iostream>
#include <mingze/mingze.hpp>

int main() {
  if (mingze::version() != mingze_version()) return 1;
  std::cout << mingze::version() << "\n";
}
