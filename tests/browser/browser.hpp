// A browser without a window, spoken to in the Chrome DevTools protocol over two pipes: real
// layout, real keys and clicks, and every request and message of the page to be seen.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace mingze::browser {

/// The path of a browser on this machine: what MINGZE_BROWSER names, or the first Chromium in PATH.
[[nodiscard]] std::optional<std::string> program();

/// One page in a browser of its own. What goes wrong is thrown as std::runtime_error.
class Page {
 public:
  explicit Page(const std::string& browser);
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  /// Begins anew with an empty page in the same browser: nothing emulated, nothing noted.
  void renew();
  /// Loads a page that stands in a file with these bytes.
  void open(const std::string& html);
  /// The value of a JavaScript expression, or what it promises.
  nlohmann::json value(const std::string& expression);
  /// Presses and releases a key; `shift` held down.
  void press(const std::string& key, int code, bool shift = false);
  /// Types into what has the focus.
  void type(const std::string& text);
  /// Clicks on the middle of the first element that the selector finds, after bringing it in sight.
  void click(const std::string& selector);
  /// A command of the protocol to this page; returns its result.
  nlohmann::json ask(const std::string& method, nlohmann::json parameters = nullptr);

  /// All that was asked for, the page itself first.
  [[nodiscard]] const std::vector<std::string>& requests() const { return requests_; }
  /// What the console was told, exceptions, violations of the security policy, dialogs.
  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

 private:
  nlohmann::json exchange(nlohmann::json command);
  nlohmann::json next_message();
  void note(const nlohmann::json& event);

  pid_t process_ = -1;
  int commands_ = -1;
  int answers_ = -1;
  int last_id_ = 0;
  std::string target_;
  std::string session_;
  std::string received_;
  std::filesystem::path folder_;
  bool loaded_ = false;
  std::vector<std::string> requests_;
  std::vector<std::string> complaints_;
};

}  // namespace mingze::browser
