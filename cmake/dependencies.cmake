# Libraries of the system, each looked up once and used by the folders that layers.cmake names.
find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
