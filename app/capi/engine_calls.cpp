// mingze.h: engines, what they know, changes and answers.
#include <exception>

#include "app/capi/call.hpp"
#include "app/capi/documents.hpp"

namespace {

using namespace mingze::capi;

/// JSON that may be left out.
std::string_view object_or_empty(const char* json, const char* argument) {
  return json == nullptr ? "{}" : text_of(json, argument);
}

/// Hands what an engine goes through to a visitor of C.
class Visit {
 public:
  Visit(mingze_visitor visitor, void* context) : visitor_(visitor), context_(context) {
    if (visitor == nullptr) refuse_null("visitor");
  }

  template <typename Value>
  bool operator()(const Value& value) {
    const std::string json = json_of(value);
    const Visiting visiting;
    try {
      return visitor_(context_, json.c_str(), json.size()) != 0;
    } catch (...) {
      thrown_ = std::current_exception();
      return false;
    }
  }
  /// Throws what the visitor threw.
  void end() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  mingze_visitor visitor_;
  void* context_;
  std::exception_ptr thrown_;
};

}  // namespace

mingze_status mingze_engine_load(const char* inputs, const mingze_limits* limits,
                                 mingze_engine** engine, mingze_error** error) {
  return call(error, [&] {
    const Out out(engine, "engine");
    const mingze::Inputs read = inputs_from(object_or_empty(inputs, "inputs"), "inputs");
    out.give(mingze::Engine::load(read, limits_of(limits)).value());
  });
}

mingze_status mingze_engine_relations(const mingze_engine* engine, mingze_text** relations,
                                      mingze_error** error) {
  return call(error, [&] {
    const Out out(relations, "relations");
    out.give(json_of(Reading(engine)->relations().value()));
  });
}

mingze_status mingze_engine_kinds(const mingze_engine* engine, mingze_text** kinds,
                                  mingze_error** error) {
  return call(error, [&] {
    const Out out(kinds, "kinds");
    out.give(json_of(Reading(engine)->kinds().value()));
  });
}

mingze_status mingze_engine_names(const mingze_engine* engine, const char* kind,
                                  mingze_text** names, mingze_error** error) {
  return call(error, [&] {
    const Out out(names, "names");
    out.give(json_of(Reading(engine)->names(text_of(kind, "kind")).value()));
  });
}

mingze_status mingze_engine_find(const mingze_engine* engine, const char* name, mingze_text** names,
                                 mingze_error** error) {
  return call(error, [&] {
    const Out out(names, "names");
    out.give(json_of(Reading(engine)->find(text_of(name, "name")).value()));
  });
}

mingze_status mingze_engine_vocabulary(const mingze_engine* engine, mingze_format format,
                                       mingze_language language, mingze_text** vocabulary,
                                       mingze_error** error) {
  return call(error, [&] {
    const Out out(vocabulary, "vocabulary");
    const Reading reading(engine);
    out.give(reading->render_vocabulary(format_of(format), language_of(language)).value());
  });
}

mingze_status mingze_engine_declare(mingze_engine* engine, const char* kind, const char* id,
                                    const char* label, mingze_error** error) {
  return call(error, [&] {
    const Changing changing(engine);
    changing->declare(text_of(kind, "kind"), text_of(id, "id"), text_or_empty(label, "label"))
        .value();
  });
}

mingze_status mingze_engine_add(mingze_engine* engine, const char* fact, int* added,
                                mingze_error** error) {
  return call(error, [&] {
    const NumberOut out(added);
    const mingze::Fact what = fact_from(text_of(fact, "fact"), "fact");
    out.give(Changing(engine)->add(what).value() ? 1 : 0);
  });
}

mingze_status mingze_engine_remove(mingze_engine* engine, const char* fact, int* removed,
                                   mingze_error** error) {
  return call(error, [&] {
    const NumberOut out(removed);
    const mingze::Fact what = fact_from(text_of(fact, "fact"), "fact");
    out.give(Changing(engine)->remove(what).value() ? 1 : 0);
  });
}

mingze_status mingze_engine_add_data(mingze_engine* engine, mingze_data format, const void* bytes,
                                     size_t size, const char* name, const char* relation,
                                     uint64_t* facts, mingze_error** error) {
  return call(error, [&] {
    const NumberOut out(facts);
    const std::string_view data = bytes_of(bytes, size, "bytes");
    const Changing changing(engine);
    out.give(changing
                 ->add_data(data_format_of(format), data, text_of(name, "name"),
                            text_or_empty(relation, "relation"))
                 .value());
  });
}

mingze_status mingze_engine_add_list(mingze_engine* engine, const void* bytes, size_t size,
                                     const char* name, mingze_text** notes, mingze_error** error) {
  return call(error, [&] {
    const Out out(notes);
    const std::string_view list = bytes_of(bytes, size, "bytes");
    const Changing changing(engine);
    out.give(json_of(changing->add_list(list, text_of(name, "name")).value()));
  });
}

mingze_status mingze_engine_fact(const mingze_engine* engine, const char* sentence,
                                 mingze_text** fact, mingze_error** error) {
  return call(error, [&] {
    const Out out(fact, "fact");
    out.give(json_of(Reading(engine)->fact(text_of(sentence, "sentence")).value()));
  });
}

mingze_status mingze_engine_resolve(mingze_engine* engine, const mingze_limits* limits,
                                    mingze_text** summary, mingze_error** error) {
  return call(error, [&] {
    const Out out(summary);
    const mingze::Limits most = limits_of(limits);
    const mingze::Summary what = Changing(engine)->resolve(most).value();
    if (out.wanted()) out.give(json_of(what));
  });
}

mingze_status mingze_engine_is_resolved(const mingze_engine* engine, int* resolved,
                                        mingze_error** error) {
  return call(error, [&] {
    const NumberOut out(resolved, "resolved");
    out.give(Reading(engine)->is_resolved() ? 1 : 0);
  });
}

mingze_status mingze_engine_decide(const mingze_engine* engine, const char* decision,
                                   const char* key, mingze_text** answer, mingze_error** error) {
  return call(error, [&] {
    const Out out(answer, "answer");
    const mingze::Fields fields = key_from(text_of(key, "key"), "key");
    out.give(json_of(Reading(engine)->decide(text_of(decision, "decision"), fields).value()));
  });
}

mingze_status mingze_engine_candidates(const mingze_engine* engine, const char* decision,
                                       const char* key, mingze_text** candidates,
                                       mingze_error** error) {
  return call(error, [&] {
    const Out out(candidates, "candidates");
    const mingze::Fields fields = key_from(text_of(key, "key"), "key");
    out.give(json_of(Reading(engine)->candidates(text_of(decision, "decision"), fields).value()));
  });
}

mingze_status mingze_engine_each_decision(const mingze_engine* engine, const char* decision,
                                          mingze_visitor visitor, void* context,
                                          mingze_error** error) {
  return call(error, [&] {
    Visit visit(visitor, context);
    const Reading reading(engine);
    reading->for_each_decision(text_of(decision, "decision"), std::ref(visit)).value();
    visit.end();
  });
}

mingze_status mingze_engine_each_finding(const mingze_engine* engine, mingze_visitor visitor,
                                         void* context, mingze_error** error) {
  return call(error, [&] {
    Visit visit(visitor, context);
    const Reading reading(engine);
    reading->for_each_finding(std::ref(visit)).value();
    visit.end();
  });
}

mingze_status mingze_engine_each_fact(const mingze_engine* engine, const char* relation,
                                      mingze_visitor visitor, void* context, mingze_error** error) {
  return call(error, [&] {
    Visit visit(visitor, context);
    const Reading reading(engine);
    reading->for_each_fact(text_of(relation, "relation"), std::ref(visit)).value();
    visit.end();
  });
}

mingze_status mingze_engine_holds(const mingze_engine* engine, const char* fact, int* holds,
                                  mingze_error** error) {
  return call(error, [&] {
    const NumberOut out(holds, "holds");
    const mingze::Fact what = fact_from(text_of(fact, "fact"), "fact");
    out.give(Reading(engine)->holds(what).value() ? 1 : 0);
  });
}

mingze_status mingze_engine_render(const mingze_engine* engine, mingze_format format,
                                   mingze_language language, const char* selection,
                                   mingze_text** text, mingze_error** error) {
  return call(error, [&] {
    const Out out(text, "text");
    const mingze::Engine::Selection what =
        selection_from(object_or_empty(selection, "selection"), "selection");
    const Reading reading(engine);
    out.give(reading->render(format_of(format), language_of(language), what).value());
  });
}
