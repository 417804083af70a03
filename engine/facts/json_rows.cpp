#include "engine/facts/json_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace mingze {

namespace {

using Json = nlohmann::json;

/// Bytes that tell how far they were read: the parser has no other way to say where it is.
class CountedBytes {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountedBytes() = default;
  CountedBytes(const char* at, const char** read) : at_(at), read_(read) {}
  reference operator*() const { return *at_; }
  CountedBytes& operator++() {
    *read_ = ++at_;
    return *this;
  }
  CountedBytes operator++(int) {
    const CountedBytes before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountedBytes& other) const { return at_ == other.at_; }
  bool operator!=(const CountedBytes& other) const { return at_ != other.at_; }

 private:
  const char* at_ = nullptr;
  const char** read_ = nullptr;
};

constexpr std::size_t deepest = 64;

/// Takes the parser's events for rows.
class Events final : public nlohmann::json_sax<Json> {
 public:
  Events(std::string_view text, std::size_t begin, std::size_t end, bool row_alone,
         JsonRowListener& listener)
      : text_(text), end_(end), last_(begin), listener_(listener), row_alone_(row_alone) {}

  void run() {
    read_ = text_.data() + last_;
    if (!Json::sax_parse(CountedBytes(read_, &read_), CountedBytes(text_.data() + end_, &read_),
                         this))
      return;
    const std::size_t more = text_.find_first_not_of(" \t\r\n", last_);
    if (more < end_)  // the parser takes a zero byte for the end
      listener_.mistake("json-syntax", {"此处不是有效的 JSON", "this is not valid JSON"},
                        {more, more + 1});
  }

  bool null() override { return wrong({"null", "null"}); }
  bool boolean(bool value) override {
    return value ? wrong({"true", "true"}) : wrong({"false", "false"});
  }
  bool number_integer(number_integer_t value) override { return scalar(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return scalar(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override {
    const bool digits = written.find_first_not_of("0123456789") == std::string::npos;
    return digits ? scalar(written) : wrong({"小数", "a fraction"});
  }
  bool string(string_t& value) override {
    is_text_ = true;
    return scalar(value);
  }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override {
    const JsonPlace place = token();
    if (open_.size() >= deepest) return too_deep(place);
    const At at = here();
    if (at == At::document)
      enter(row_alone_ ? At::row : At::relations, place);
    else if (at == At::rows)
      enter(At::row, place);
    else if (at == At::resolved || at == At::skipped)
      enter(At::skipped, place);
    else
      misplaced({"对象", "an object"}, place);
    return true;
  }
  bool key(string_t& name) override {
    key_ = name;
    key_place_ = token();
    return true;
  }
  bool end_object() override { return leave(); }

  bool start_array(std::size_t) override {
    const JsonPlace place = token();
    if (open_.size() >= deepest) return too_deep(place);
    const At at = here();
    if (at == At::document && !row_alone_)
      enter(listener_.rows_alone(place) ? At::rows : At::skipped, place);
    else if (at == At::relations)
      enter(listener_.relation(key_, key_place_) ? At::rows : At::skipped, place);
    else if (at == At::resolved)
      enter(start_tuples() ? At::rows : At::skipped, place);
    else if (at == At::rows)
      enter(At::list, place);
    else if (at == At::skipped)
      enter(At::skipped, place);
    else
      misplaced({"列表", "a list"}, place);
    return true;
  }
  bool end_array() override { return leave(); }

  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception& error) override {
    constexpr int overflow = 406;
    const std::string_view what = error.what();
    const auto says = [&](const char* words) { return what.find(words) != what.npos; };
    const bool ended = says("unexpected end of input") || says("missing closing quote");
    const std::size_t begin = std::min(next_token(), end_);
    const std::size_t read = std::max(begin, static_cast<std::size_t>(read_ - text_.data()));
    const std::size_t end = std::min({read, text_.find('\n', begin), end_});
    if (error.id == overflow)
      listener_.mistake("json-number", {"这个数字太大", "this number is too large"}, token());
    else if (ended)
      listener_.mistake("json-syntax", {"JSON 没有写完", "the JSON stops before it is whole"},
                        {end_, end_});
    else
      listener_.mistake("json-syntax", {"此处不是有效的 JSON", "this is not valid JSON"},
                        {begin, end});
    return false;
  }

 private:
  enum class At {
    document,   ///< before its only value
    relations,  ///< an object of relations
    resolved,   ///< the object that `mingze resolve --format json` writes
    rows,
    row,      ///< an object by role
    list,     ///< a row as a list
    skipped,  ///< nobody wants it, or it was told to be wrong
  };
  struct Open {
    At at;
    std::size_t begin;
    bool good = true;
  };

  [[nodiscard]] At here() const { return open_.empty() ? At::document : open_.back().at; }

  bool start_tuples() {
    const bool tuples = key_ == "tuples";
    has_tuples_ = has_tuples_ || tuples;
    return tuples && takes_tuples_;
  }

  [[nodiscard]] std::size_t next_token() const {
    return std::min(text_.find_first_not_of(" \t\r\n,:", last_), text_.size());
  }

  /// Where the token stands that was just read. Of a number one more byte was read.
  JsonPlace token() {
    const std::size_t begin = next_token();
    auto end = static_cast<std::size_t>(read_ - text_.data());
    const char first = begin < text_.size() ? text_[begin] : ' ';
    if (first == '-' || (first >= '0' && first <= '9'))
      end = std::min(text_.find_first_not_of("+-.eE0123456789", begin), end_);
    last_ = end;
    return {begin, end};
  }

  void enter(At at, JsonPlace place) {
    open_.push_back({at, place.begin});
    number_ = 0;
  }

  bool leave() {
    const JsonPlace place = token();
    const Open left = open_.back();
    open_.pop_back();
    if (left.at == At::row || left.at == At::list)
      listener_.row(left.at == At::row, left.good, {left.begin, place.end});
    if (left.at == At::resolved && !has_tuples_)
      listener_.mistake("json-type",
                        {"这是 mingze resolve 写的，其中没有关系的内容；写的时候加上 --relation ID",
                         "mingze resolve wrote this, and it holds no relation; write it with "
                         "--relation ID"},
                        {left.begin, left.begin + 1});
    return true;
  }

  bool scalar(std::string_view value) {
    const JsonPlace place = token();
    const bool is_text = std::exchange(is_text_, false);
    const At at = here();
    if (at == At::row) {
      listener_.member(key_, key_place_, value, place);
    } else if (at == At::list) {
      listener_.member(number_++, value, place);
    } else if (at == At::relations && key_ == "version" && !is_text) {
      open_.back().at = At::resolved;
    } else if (at == At::resolved) {
      if (key_ == "relation") takes_tuples_ = listener_.relation(value, place);
    } else if (at != At::skipped && !(at == At::relations && key_ == "$schema")) {
      misplaced_scalar(is_text ? Message{"文字", "a text"} : Message{"数字", "a number"}, place);
    }
    return true;
  }

  bool wrong(const Message& what) {
    const JsonPlace place = token();
    if (here() == At::skipped || here() == At::resolved) return true;
    misplaced_scalar(what, place);
    return true;
  }

  void misplaced_scalar(const Message& what, JsonPlace place) {
    tell_misplaced(what, place);
    if (!open_.empty()) open_.back().good = false;
  }

  void misplaced(const Message& what, JsonPlace place) {
    misplaced_scalar(what, place);
    enter(At::skipped, place);
  }

  void tell_misplaced(const Message& what, JsonPlace place) {
    const At at = here();
    Message belongs{"一个事实的对象", "the object of a fact"};
    if (at == At::relations) belongs = {"事实的列表", "a list of facts"};
    if (at == At::row || at == At::list) belongs = {"文字或整数", "a text or a whole number"};
    if (at == At::document && !row_alone_) belongs = {"以关系为名的对象", "an object of relations"};
    listener_.mistake("json-type",
                      {"此处应为" + belongs.zh + "，这里是" + what.zh,
                       belongs.en + " belongs here, and here stands " + what.en},
                      place);
  }

  bool too_deep(JsonPlace place) {
    const std::string depth = std::to_string(deepest);
    listener_.mistake("json-depth",
                      {"嵌套超过 " + depth + " 层，不再读下去",
                       "this is nested more than " + depth + " deep; nothing more is read"},
                      place);
    return false;
  }

  std::string_view text_;
  std::size_t end_;
  std::size_t last_;  // where the last token ends
  JsonRowListener& listener_;
  bool row_alone_;
  const char* read_ = nullptr;
  std::vector<Open> open_;
  std::string key_;
  JsonPlace key_place_;
  std::size_t number_ = 0;
  bool is_text_ = false;
  bool takes_tuples_ = false;
  bool has_tuples_ = false;
};

}  // namespace

void read_json_rows(std::string_view text, std::size_t begin, std::size_t end, bool row_alone,
                    JsonRowListener& listener) {
  Events(text, begin, end, row_alone, listener).run();
}

}  // namespace mingze
