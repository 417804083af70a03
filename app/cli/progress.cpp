#include "app/cli/progress.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include "engine/base/utf8.hpp"

namespace mingze::app {

namespace {

constexpr std::chrono::milliseconds patience{1000};
constexpr std::chrono::milliseconds pause{100};
constexpr std::size_t longest_bar = 40;
constexpr const char* wiped = "\r\033[K";

}  // namespace

Progress::Progress(const Context& context, Message what, Clock now)
    : context_(context),
      what_(std::move(what)),
      now_(std::move(now)),
      shown_(context.terminal.err_is_terminal && !context.settings.quiet &&
             !context.settings.errors_as_json && context.terminal.environment("TERM") != "dumb"),
      next_(now_() + patience) {}

Progress::~Progress() { wipe(); }

void Progress::wipe() {
  if (drawn_) context_.terminal.err << wiped << std::flush;
  drawn_ = false;
}

void Progress::at(std::size_t done, std::size_t all) {
  if (!shown_ || all == 0) return;
  const auto now = now_();
  if (now < next_) return;
  next_ = now + pause;
  const std::string text = what_.in(context_.settings.language());
  const std::string percent = " " + std::to_string(done * 100 / all) + "%";
  const std::size_t taken = display_width(text) + percent.size() + 4;
  if (context_.terminal.columns <= taken) return;
  const std::size_t width = std::min(longest_bar, context_.terminal.columns - taken);
  const std::size_t full = width * done / all;
  context_.terminal.err << wiped << text << " [" << std::string(full, '#')
                        << std::string(width - full, '.') << "]" << percent << std::flush;
  drawn_ = true;
}

}  // namespace mingze::app
