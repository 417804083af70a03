// Bytes as a sequence of calls of mingze.h, with arguments good and bad. What must hold of every
// call is checked here: the status and the error say the same, and what failed gave nothing.
#pragma once

#include <mingze/mingze.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "tests/capi/program.hpp"

namespace mingze::capi {

/// Handles that calls give and take, of any kind, live, freed or garbage. Several threads may use
/// one pool, if no text is in it: its bytes are read.
struct Pool {
  std::array<std::atomic<const void*>, 16> slots{};

  /// Two engines, one of them resolved, and limits that limit nothing; the rest null and garbage.
  Pool() {
    for (std::size_t i = 0; i < 2; ++i) {
      mingze_engine* engine = nullptr;
      static_cast<void>(mingze_engine_load(small_program, nullptr, &engine, nullptr));
      slots[i] = engine;
    }
    auto* resolved = static_cast<mingze_engine*>(const_cast<void*>(slots[0].load()));
    static_cast<void>(mingze_engine_resolve(resolved, nullptr, nullptr, nullptr));
    mingze_limits* limits = nullptr;
    static_cast<void>(mingze_limits_create(0, 0, 0, &limits, nullptr));
    slots[8] = limits;
    slots[14] = reinterpret_cast<const void*>(std::uintptr_t{8});
    slots[15] = this;
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    for (auto& slot : slots) static_cast<void>(mingze_free(slot.load()));
  }
};

class RandomCalls {
 public:
  /// `keep_texts`: they go to the pool as other handles do.
  RandomCalls(Pool& pool, std::string_view bytes, bool keep_texts)
      : pool_(pool), bytes_(bytes), keep_texts_(keep_texts) {}

  /// Makes the calls; returns how many of them did what they were asked to.
  std::uint64_t run() {
    while (at_ < bytes_.size()) one();
    return done_;
  }

 private:
  static void require(bool holds) {
    if (!holds) std::abort();
  }

  unsigned next() { return at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_++]) : 0U; }

  /// A slot for a kind of handles, mostly one that they share with no other kind.
  template <typename Kind>
  std::size_t slot() {
    constexpr std::size_t first = std::is_same_v<Kind, mingze_engine>   ? 0
                                  : std::is_same_v<Kind, mingze_report> ? 4
                                  : std::is_same_v<Kind, mingze_limits> ? 8
                                                                        : 11;
    const unsigned n = next();
    return n < 224 ? first + n % 3 : n % 16;
  }

  template <typename Kind>
  Kind* handle() {
    return static_cast<Kind*>(const_cast<void*>(pool_.slots[slot<Kind>()].load()));
  }

  /// Puts a handle into the pool, and frees what stood there, sometimes twice.
  template <typename Kind>
  void keep(const Kind* handle) {
    if (handle == nullptr) return;
    const std::size_t at = std::min<std::size_t>(slot<Kind>(), 13);
    const void* before = pool_.slots[at].exchange(handle);
    static_cast<void>(mingze_free(before));
    if (next() % 8 == 0) static_cast<void>(mingze_free(before));
  }

  /// Some of the bytes themselves, as text.
  const char* raw() {
    const std::size_t size = std::min<std::size_t>(next(), bytes_.size() - at_);
    raw_[raw_at_] = std::string(bytes_.substr(at_, size));
    at_ += size;
    const char* text = raw_[raw_at_].c_str();
    raw_at_ = (raw_at_ + 1) % raw_.size();
    return text;
  }

  template <std::size_t size>
  const char* one_of(const std::array<const char*, size>& all) {
    const std::size_t n = next() % (size + 1);
    return n < size ? all[n] : raw();
  }

  const char* name() {
    static constexpr std::array<const char*, 14> all{
        nullptr,    "",      "place",  "office", "matter",   "leads",    "handled",
        "approves", "water", "水利局", "临江市", "dredging", "\xFF\xFE", "busy"};
    return one_of(all);
  }
  const char* sentence() {
    static constexpr std::array<const char*, 9> all{nullptr,
                                                    "水务局 审批 清淤",
                                                    "临江市 办理 噪声",
                                                    "某部门 在 临江市 牵头 某事项",
                                                    "M is handled in P and O approves M",
                                                    "不是 一句 话",
                                                    "“",
                                                    "非 水务局 审批 清淤",
                                                    "roads leads dredging in linjiang"};
    return one_of(all);
  }
  const char* object() {
    static constexpr std::array<const char*, 14> all{
        nullptr,
        "{}",
        "{",
        R"({"relation":"handled","place":"linjiang","matter":"dredging"})",
        R"({"relation":"handled","place":"临江市","matter":"噪声"})",
        R"({"relation":"approves","office":"roads","matter":"dredging"})",
        R"({"relation":"approves","office":"nobody","matter":7})",
        R"({"relation":"leads","office":"roads","matter":"dredging","place":"linjiang"})",
        R"({"place":"linjiang","matter":"dredging"})",
        R"({"place":"linjiang","matter":"noise"})",
        R"({"decision":"leads","summary_only":true})",
        R"({"relation":"handled","allow":["busy"]})",
        R"({"jurisdiction":"临江市","names_as_of":"2026-11-27"})",
        "{\"place\":\"\xC0\x80\"}"};
    return one_of(all);
  }
  /// Never the bytes themselves: they might name files.
  const char* inputs() {
    static constexpr std::array<const char*, 8> all{
        small_program,
        small_program,
        small_program,
        R"({"texts":[],"shipped_packs":false})",
        R"({"texts":[{"name":"a.mz","text":"kind place"}],"shipped_packs":false})",
        R"({"packs":["no such pack"],"shipped_packs":false})",
        R"({"as_of":"yesterday","shipped_packs":false})",
        "[]"};
    const unsigned n = next();
    return n == 255 ? R"({"packs":["draft"]})" : all[n % all.size()];
  }
  /// Mostly one of so many, from 0.
  std::int32_t number(unsigned of) {
    const unsigned n = next();
    return n == 255 ? -1 : static_cast<std::int32_t>(n % (of + 1));
  }
  const mingze_limits* limits() { return next() % 2 == 0 ? nullptr : handle<mingze_limits>(); }

  mingze_error** error() {
    error_ = nullptr;
    return wants_error_ ? &error_ : nullptr;
  }

  /// What holds after every call that can fail.
  void done(mingze_status status) {
    require(status >= MINGZE_OK && status <= MINGZE_INTERNAL);
    done_ += status == MINGZE_OK ? 1 : 0;
    require(wants_error_ && status != MINGZE_OK ? error_ != nullptr : error_ == nullptr);
    if (error_ == nullptr) return;
    require(mingze_error_status(error_) == status);
    require(*mingze_error_code(error_) != '\0');
    for (const mingze_language language : {MINGZE_ZH, MINGZE_EN}) {
      require(*mingze_error_message(error_, language) != '\0');
      require(*mingze_error_report(error_, language) != '\0');
    }
    require(*mingze_error_json(error_) == '{');
    require(mingze_free(error_) == MINGZE_OK);
    if (next() % 8 == 0) require(mingze_free(error_) == MINGZE_MISUSE);
  }
  /// A handle that a call put at `made`.
  template <typename Kind>
  void given(mingze_status status, Kind*& made) {
    require((status == MINGZE_OK) == (made != nullptr));
    done(status);
    keep(made);
  }
  void text(mingze_status status, mingze_text*& made) {
    require((status == MINGZE_OK) == (made != nullptr));
    if (made != nullptr) require(mingze_text_bytes(made)[mingze_text_size(made)] == '\0');
    if (keep_texts_ || made == nullptr) return given(status, made);
    done(status);
    require(mingze_free(made) == MINGZE_OK);
  }
  void flag(mingze_status status, int flag) {
    require(flag == 0 || (flag == 1 && status == MINGZE_OK));
    done(status);
  }

  struct Visit {
    mingze_engine* engine;
    unsigned what;
  };
  static int visit(void* context, const char* json, size_t size) {
    const Visit& visit = *static_cast<Visit*>(context);
    require(*json == '{' && json[size] == '\0');
    if (visit.what == 0) throw std::runtime_error("from a visitor");
    if (visit.what == 1)
      require(mingze_engine_resolve(visit.engine, nullptr, nullptr, nullptr) == MINGZE_MISUSE);
    if (visit.what == 2) static_cast<void>(mingze_free(visit.engine));
    return visit.what != 3;
  }

  void one() {
    wants_error_ = next() % 8 != 0;
    switch (next() % 8) {
      case 0:
        return create();
      case 1:
        return look_up();
      case 2:
      case 3:
        return change();
      case 4:
      case 5:
        return answer();
      case 6:
        return report();
      default:
        return render();
    }
  }

  void create() {
    switch (next() % 6) {
      case 0:
      case 1:
      case 2: {
        mingze_engine* made = nullptr;
        const char* what = inputs();
        const mingze_limits* most = limits();
        const mingze_status status = mingze_engine_load(what, most, &made, error());
        if (next() % 4 != 0)
          static_cast<void>(mingze_engine_resolve(made, nullptr, nullptr, nullptr));
        return given(status, made);
      }
      case 3: {
        mingze_limits* made = nullptr;
        const std::uint64_t time = next() % 4 * 50;
        const std::uint64_t tuples = next() % 3 * 20;
        return given(mingze_limits_create(time, tuples, next() % 3 * 4096, &made, error()), made);
      }
      case 4:
        static_cast<void>(mingze_limits_stop(handle<mingze_limits>()));
        return;
      default:
        static_cast<void>(mingze_free(handle<void>()));
    }
  }

  void look_up() {
    mingze_text* made = nullptr;
    const auto* engine = handle<mingze_engine>();
    switch (next() % 6) {
      case 0:
        return text(mingze_engine_relations(engine, &made, error()), made);
      case 1:
        return text(mingze_engine_kinds(engine, &made, error()), made);
      case 2:
        return text(mingze_engine_names(engine, name(), &made, error()), made);
      case 3:
        return text(mingze_engine_find(engine, name(), &made, error()), made);
      case 4:
        return text(mingze_engine_fact(engine, sentence(), &made, error()), made);
      default: {
        const std::int32_t format = number(9);
        const std::int32_t language = number(2);
        return text(mingze_engine_vocabulary(engine, format, language, &made, error()), made);
      }
    }
  }

  void change() {
    auto* engine = handle<mingze_engine>();
    int changed = 0;
    switch (next() % 7) {
      case 0: {
        const char* kind = name();
        const char* id = name();
        return done(mingze_engine_declare(engine, kind, id, name(), error()));
      }
      case 1:
      case 2:
        return flag(mingze_engine_add(engine, object(), &changed, error()), changed);
      case 3:
        return flag(mingze_engine_remove(engine, object(), &changed, error()), changed);
      case 4: {
        const std::int32_t format = number(5);
        const std::string data = next() % 2 == 0 ? "dredging\tlinjiang\n" : raw();
        const char* called = name();
        const char* relation = name();
        std::uint64_t facts = 0;
        return done(mingze_engine_add_data(engine, format, data.data(), data.size(), called,
                                           relation, &facts, error()));
      }
      case 5: {
        const std::string list =
            next() % 2 == 0 ? "具体事项\t牵头部门\n治理河道沿线垃圾\t水利局\n" : raw();
        mingze_text* made = nullptr;
        return text(
            mingze_engine_add_list(engine, list.data(), list.size(), name(), &made, error()), made);
      }
      default: {
        const mingze_limits* most = limits();
        mingze_text* made = nullptr;
        return text(mingze_engine_resolve(engine, most, &made, error()), made);
      }
    }
  }

  void answer() {
    auto* engine = handle<mingze_engine>();
    mingze_text* made = nullptr;
    int yes = 0;
    Visit context{engine, next() % 8};
    switch (next() % 7) {
      case 0: {
        const char* decision = name();
        return text(mingze_engine_decide(engine, decision, object(), &made, error()), made);
      }
      case 1: {
        const char* decision = name();
        return text(mingze_engine_candidates(engine, decision, object(), &made, error()), made);
      }
      case 2:
        return done(mingze_engine_each_decision(engine, name(), visit, &context, error()));
      case 3:
        return done(mingze_engine_each_finding(engine, visit, &context, error()));
      case 4:
        return done(mingze_engine_each_fact(engine, name(), visit, &context, error()));
      case 5:
        return flag(mingze_engine_is_resolved(engine, &yes, error()), yes);
      default:
        return flag(mingze_engine_holds(engine, object(), &yes, error()), yes);
    }
  }

  void report() {
    const auto* engine = handle<mingze_engine>();
    const mingze_limits* most = limits();
    mingze_report* made = nullptr;
    switch (next() % 5) {
      case 0:
        return given(mingze_engine_ask(engine, sentence(), most, &made, error()), made);
      case 1: {
        const std::uint64_t proofs = next();
        return given(mingze_engine_why(engine, sentence(), most, proofs, &made, error()), made);
      }
      case 2: {
        const char* decision = name();
        return given(mingze_engine_why_key(engine, decision, object(), &made, error()), made);
      }
      case 3:
        return given(mingze_engine_why_not(engine, sentence(), most, &made, error()), made);
      default: {
        std::string draft = next() % 2 == 0 ? "方案\n\n（一）治理河道。（水利局负责）\n" : raw();
        if (draft.starts_with("%PDF")) draft.clear();  // would start another program
        const char* called = name();
        const char* how = object();
        return given(mingze_engine_check(engine, draft.data(), draft.size(), called, how, most,
                                         &made, error()),
                     made);
      }
    }
  }

  void render() {
    mingze_text* made = nullptr;
    int yes = 0;
    const std::int32_t format = number(9);
    const std::int32_t language = number(2);
    switch (next() % 4) {
      case 0: {
        const auto* engine = handle<mingze_engine>();
        return text(mingze_engine_render(engine, format, language, object(), &made, error()), made);
      }
      case 1:
        return flag(mingze_report_holds(handle<mingze_report>(), &yes, error()), yes);
      default: {
        const auto* report = handle<mingze_report>();
        return text(mingze_report_render(report, format, language, &made, error()), made);
      }
    }
  }

  Pool& pool_;
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool keep_texts_;
  std::array<std::string, 8> raw_;
  std::size_t raw_at_ = 0;
  mingze_error* error_ = nullptr;
  bool wants_error_ = false;
  std::uint64_t done_ = 0;
};

}  // namespace mingze::capi
