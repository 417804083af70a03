/* Every function of mingze.h is called from C99, with nothing but null pointers: none crashes, and
 * each says that this is a misuse. Returns how many did not. */
#include <mingze/mingze.h>

#include <stdlib.h>
#include <string.h>

int every_function_with_nulls(void);

static int visit(void* context, const char* json, size_t size) {
  (void)context;
  return json != NULL && size > 0;
}

/* One call: it must be a misuse, with an error that says so. */
static int wrong(mingze_status status, mingze_error** error) {
  int faults = 0;
  if (status != MINGZE_MISUSE || mingze_error_status(*error) != status) ++faults;
  if (strcmp(mingze_error_code(*error), "null-argument") != 0) ++faults;
  if (strlen(mingze_error_message(*error, MINGZE_ZH)) == 0) ++faults;
  if (strlen(mingze_error_report(*error, MINGZE_EN)) == 0) ++faults;
  if (strlen(mingze_error_json(*error)) == 0) ++faults;
  if (mingze_free(*error) != MINGZE_OK) ++faults;
  *error = NULL;
  return faults;
}

static int wrong_without_error(mingze_status status) { return status != MINGZE_MISUSE; }

int every_function_with_nulls(void) {
  mingze_error* error = NULL;
  int faults = 0;
  if (strlen(mingze_version()) == 0) ++faults;
  if (mingze_free(NULL) != MINGZE_OK) ++faults;
  if (mingze_handles() != 0) ++faults;
  if (strcmp(mingze_text_bytes(NULL), "") != 0 || mingze_text_size(NULL) != 0) ++faults;
  if (mingze_error_status(NULL) != MINGZE_MISUSE) ++faults;
  if (strcmp(mingze_error_code(NULL), "") != 0) ++faults;
  if (strcmp(mingze_error_message(NULL, MINGZE_EN), "") != 0) ++faults;
  if (strcmp(mingze_error_report(NULL, MINGZE_EN), "") != 0) ++faults;
  if (strcmp(mingze_error_json(NULL), "") != 0) ++faults;
  faults += wrong_without_error(mingze_limits_stop(NULL));
  faults += wrong_without_error(mingze_limits_create(0, 0, 0, NULL, NULL));
  faults += wrong_without_error(mingze_engine_load(NULL, NULL, NULL, NULL));
  faults += wrong(mingze_limits_create(0, 0, 0, NULL, &error), &error);
  faults += wrong(mingze_engine_load(NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_relations(NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_kinds(NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_names(NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_find(NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_vocabulary(NULL, 0, 0, NULL, &error), &error);
  faults += wrong(mingze_engine_declare(NULL, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_add(NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_remove(NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_add_data(NULL, 0, NULL, 0, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_fact(NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_resolve(NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_is_resolved(NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_decide(NULL, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_candidates(NULL, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_each_decision(NULL, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_each_decision(NULL, NULL, visit, NULL, &error), &error);
  faults += wrong(mingze_engine_each_finding(NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_each_fact(NULL, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_holds(NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_render(NULL, 0, 0, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_ask(NULL, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_why(NULL, NULL, NULL, 0, NULL, &error), &error);
  faults += wrong(mingze_engine_why_key(NULL, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_why_not(NULL, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_add_list(NULL, NULL, 0, NULL, NULL, &error), &error);
  faults += wrong(mingze_engine_check(NULL, NULL, 0, NULL, NULL, NULL, NULL, &error), &error);
  faults += wrong(mingze_report_holds(NULL, NULL, &error), &error);
  faults += wrong(mingze_report_render(NULL, 0, 0, NULL, &error), &error);
  if (mingze_handles() != 0) ++faults;
  return faults;
}
