#include "tests/browser/browser.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace mingze::browser {

using nlohmann::json;

namespace {

constexpr int patience = 60'000;  ///< milliseconds that one answer may take on a busy machine

/// The child's ends of the two pipes stand where the browser looks for them.
constexpr int reads_commands = 3;
constexpr int writes_answers = 4;

pid_t start(const std::string& browser, const std::filesystem::path& profile, int commands,
            int answers) {
  const std::string folder = "--user-data-dir=" + profile.string();
  std::array<const char*, 12> arguments{browser.c_str(),
                                        "--headless=new",
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-dev-shm-usage",
                                        "--disable-background-networking",
                                        "--no-first-run",
                                        "--window-size=1280,900",
                                        "--remote-debugging-pipe",
                                        folder.c_str(),
                                        "about:blank",
                                        nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, commands, reads_commands);
  posix_spawn_file_actions_adddup2(&actions, answers, writes_answers);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = -1;
  const int failed = posix_spawn(&process, browser.c_str(), &actions, nullptr,
                                 const_cast<char* const*>(arguments.data()), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("the browser does not start: " + browser);
  return process;
}

/// A pipe whose ends no other program inherits, above the numbers that the browser's ends get.
std::array<int, 2> pipe_above() {
  std::array<int, 2> low{};
  if (pipe(low.data()) != 0) throw std::runtime_error("no pipe");
  std::array<int, 2> ends{};
  for (std::size_t i = 0; i < 2; ++i) {
    ends[i] = fcntl(low[i], F_DUPFD_CLOEXEC, 10);
    close(low[i]);
  }
  return ends;
}

}  // namespace

std::optional<std::string> program() {
  if (const char* named = std::getenv("MINGZE_BROWSER")) return named;
  const char* path = std::getenv("PATH");
  for (const char* name : {"chromium", "chromium-headless-shell", "chromium-browser",
                           "google-chrome", "google-chrome-stable"}) {
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
      const std::string file = folder + "/" + name;
      if (access(file.c_str(), X_OK) == 0) return file;
    }
  }
  return std::nullopt;
}

Page::Page(const std::string& browser) {
  signal(SIGPIPE, SIG_IGN);
  std::string folder = (std::filesystem::temp_directory_path() / "mingze-browser-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder: " + folder);
  folder_ = folder;
  const auto commands = pipe_above();
  const auto answers = pipe_above();
  commands_ = commands[1];
  answers_ = answers[0];
  process_ = start(browser, folder_ / "profile", commands[0], answers[1]);
  close(commands[0]);
  close(answers[1]);
  renew();
}

void Page::renew() {
  if (!target_.empty())
    exchange({{"method", "Target.closeTarget"}, {"params", {{"targetId", target_}}}});
  target_ = exchange({{"method", "Target.createTarget"}, {"params", {{"url", "about:blank"}}}})
                .at("targetId")
                .get<std::string>();
  session_ = exchange({{"method", "Target.attachToTarget"},
                       {"params", {{"targetId", target_}, {"flatten", true}}}})
                 .at("sessionId")
                 .get<std::string>();
  for (const char* domain : {"Page", "Runtime", "Log", "Network"})
    ask(std::string(domain) + ".enable");
  requests_.clear();
  complaints_.clear();
}

Page::~Page() {
  close(commands_);  // the browser ends when nobody speaks to it any more
  int status = 0;
  for (int tries = 0; tries < 200 && waitpid(process_, &status, WNOHANG) == 0; ++tries) {
    if (tries == 100) kill(process_, SIGKILL);
    usleep(50'000);
  }
  close(answers_);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

json Page::next_message() {
  for (;;) {
    const std::size_t end = received_.find('\0');
    if (end != received_.npos) {
      json message = json::parse(received_.substr(0, end));
      received_.erase(0, end + 1);
      return message;
    }
    pollfd waiting{answers_, POLLIN, 0};
    if (poll(&waiting, 1, patience) <= 0) throw std::runtime_error("the browser does not answer");
    std::array<char, 65536> bytes{};
    const ssize_t count = read(answers_, bytes.data(), bytes.size());
    if (count <= 0) throw std::runtime_error("the browser has ended");
    received_.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

json Page::exchange(json command) {
  command["id"] = ++last_id_;
  const std::string bytes = command.dump() + '\0';
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t count = ::write(commands_, bytes.data() + at, bytes.size() - at);
    if (count <= 0) throw std::runtime_error("the browser takes no commands");
    at += static_cast<std::size_t>(count);
  }
  for (;;) {
    const json message = next_message();
    if (message.value("id", 0) != last_id_) {
      note(message);
      continue;
    }
    if (message.contains("error")) throw std::runtime_error(message.at("error").dump());
    return message.value("result", json::object());
  }
}

json Page::ask(const std::string& method, json parameters) {
  json command{{"method", method}, {"sessionId", session_}};
  if (!parameters.is_null()) command["params"] = std::move(parameters);
  return exchange(std::move(command));
}

void Page::note(const json& event) {
  if (event.value("sessionId", "") != session_) return;  // of a page that was closed
  const std::string method = event.value("method", "");
  if (method == "Page.loadEventFired") loaded_ = true;
  if (method == "Network.requestWillBeSent")
    requests_.push_back(event.at("params").at("request").at("url").get<std::string>());
  if (method == "Runtime.consoleAPICalled" || method == "Runtime.exceptionThrown" ||
      method == "Log.entryAdded")
    complaints_.push_back(event.at("params").dump());
  if (method == "Page.javascriptDialogOpening") {
    complaints_.push_back(event.at("params").dump());
    ask("Page.handleJavaScriptDialog", {{"accept", false}});
  }
}

void Page::open(const std::string& html) {
  const std::filesystem::path file = folder_ / "page.html";
  std::ofstream(file, std::ios::binary) << html;
  loaded_ = false;
  ask("Page.navigate", {{"url", "file://" + file.string()}});
  while (!loaded_) note(next_message());
  value("document.fonts.ready.then(() => true)");
}

json Page::value(const std::string& expression) {
  const json result =
      ask("Runtime.evaluate",
          {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
  if (result.contains("exceptionDetails"))
    throw std::runtime_error(expression + ": " + result.at("exceptionDetails").dump());
  return result.at("result").value("value", json());
}

void Page::press(const std::string& key, int code, bool shift) {
  json event{{"type", "keyDown"},
             {"key", key},
             {"code", key},
             {"windowsVirtualKeyCode", code},
             {"modifiers", shift ? 8 : 0}};
  if (key == "Enter") event["text"] = "\r";
  ask("Input.dispatchKeyEvent", event);
  event["type"] = "keyUp";
  event.erase("text");
  ask("Input.dispatchKeyEvent", event);
}

void Page::type(const std::string& text) { ask("Input.insertText", {{"text", text}}); }

void Page::click(const std::string& selector) {
  // What comes into sight is laid out anew and may move the element, so it is waited for to rest.
  const json at = value("(async () => { const e = document.querySelector(" + json(selector).dump() +
                        ");"
                        "const frame = () => new Promise(requestAnimationFrame);"
                        "for (let tries = 0, last = ''; tries < 100; ++tries) {"
                        " e.scrollIntoView({block: 'center', inline: 'center'});"
                        " await frame(); await frame();"
                        " const b = e.getClientRects()[0];"
                        " const at = [b.x + b.width / 2, b.y + b.height / 2];"
                        " if (String(at) === last) return at;"
                        " last = String(at); } })()");
  for (const char* type : {"mousePressed", "mouseReleased"})
    ask("Input.dispatchMouseEvent",
        {{"type", type}, {"x", at[0]}, {"y", at[1]}, {"button", "left"}, {"clickCount", 1}});
}

}  // namespace mingze::browser
