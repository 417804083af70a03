#include "app/cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <thread>

#include "app/cli/heap.hpp"

namespace mingze::app {

namespace {

std::size_t columns_of(int descriptor) {
  winsize size = {};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::clamp<std::size_t>(size.ws_col, 40, 200);
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  ::localtime_r(&now, &local);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &local);
  return parse_date(text).value_or(Date{});
}

std::function<void(int)> way_out() {
#ifdef MINGZE_TEAR_DOWN
  return {};
#else
  return [](int code) {
    std::cout.flush();
    std::cerr.flush();
    std::_Exit(code);
  };
#endif
}

}  // namespace

Terminal this_terminal() {
  std::ios::sync_with_stdio(false);
  const bool out = ::isatty(STDOUT_FILENO) != 0;
  const bool err = ::isatty(STDERR_FILENO) != 0;
  const std::size_t columns = out   ? columns_of(STDOUT_FILENO)
                              : err ? columns_of(STDERR_FILENO)
                                    : 100;
  return {std::cout,
          std::cerr,
          out,
          err,
          columns,
          today(),
          [](const std::string& name) {
            const char* value = std::getenv(name.c_str());
            return std::string(value == nullptr ? "" : value);
          },
          way_out(),
          [] {
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
            return true;
          },
          limit_memory};
}

Language language_of_locale(const Terminal& terminal) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = terminal.environment(name);
    if (locale.empty()) continue;
    const std::string language = locale.substr(0, locale.find_first_of("_.@"));
    const bool says_none = language == "C" || language == "POSIX";
    return says_none || language == "zh" ? Language::zh : Language::en;
  }
  return Language::zh;
}

}  // namespace mingze::app
