# Libraries of the system, each looked up once and used by the folders that layers.cmake names.
find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(EXPAT REQUIRED)
find_package(SQLite3 3.38 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)

# What pkg-config calls those that are linked; the others are headers alone. Whoever links the
# archive has to find them too (cmake/install.cmake).
set_target_properties(fmt::fmt PROPERTIES MINGZE_PKG_CONFIG fmt)
set_target_properties(EXPAT::EXPAT PROPERTIES MINGZE_PKG_CONFIG expat)
set_target_properties(SQLite::SQLite3 PROPERTIES MINGZE_PKG_CONFIG sqlite3)
set_target_properties(ICU::uc PROPERTIES MINGZE_PKG_CONFIG icu-uc)
set_target_properties(PkgConfig::libzip PROPERTIES MINGZE_PKG_CONFIG libzip)
set_target_properties(PkgConfig::utf8proc PROPERTIES MINGZE_PKG_CONFIG libutf8proc)
set_target_properties(PkgConfig::xlsxwriter PROPERTIES MINGZE_PKG_CONFIG xlsxwriter)
