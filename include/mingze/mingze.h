/** \file
 * mingze (明责): who is responsible for what, as a library for C and for whatever can call C.
 *
 *     mingze_engine* engine = NULL;
 *     mingze_text* lead = NULL;
 *     mingze_error* error = NULL;
 *     if (mingze_engine_load(NULL, NULL, &engine, &error) != MINGZE_OK ||
 *         mingze_engine_add(engine, "{\"relation\": …}", NULL, &error) != MINGZE_OK ||
 *         mingze_engine_resolve(engine, NULL, NULL, &error) != MINGZE_OK ||
 *         mingze_engine_decide(engine, "leads", "{\"item\": …}", &lead, &error) != MINGZE_OK)
 *       fputs(mingze_error_report(error, MINGZE_EN), stderr);
 *     else
 *       puts(mingze_text_bytes(lead));
 *     mingze_free(lead); mingze_free(error); mingze_free(engine);
 *
 * OWNERSHIP: one rule. Whatever a function gives through a pointer to a pointer (engines, limits,
 * reports, texts, errors) is yours until you hand it to mingze_free, once. Nothing else is freed,
 * and what you hand in stays yours and need not outlive the call.
 *
 * HANDLES are numbers in the shape of pointers: nothing stands where they point to. Each call looks
 * its handles up in a table, so that one that is freed already, of another kind, or garbage is an
 * error (MINGZE_MISUSE), not a crash. No number is given twice. The table is the one thing that
 * calls share, and it is guarded. What can't be noticed: a `const char*` that does not point to
 * text, and reading the bytes of a text after it was freed.
 *
 * TEXTS are UTF-8 and end with a zero byte; JSON is UTF-8 as well. Text that is not UTF-8 is an
 * error. Names that are given, to things and to texts, are one line without control characters, and
 * not empty. docs/schema/c.schema.json describes every JSON that goes in or out here and is not a
 * report; reports have schemas of their own. A member that a schema does not know is an error. Each
 * `const char*` argument must be given, unless "NULL" is mentioned.
 *
 * ERRORS: each function that can fail returns a mingze_status and takes, as its last argument,
 * where to put an error, which may be NULL. Where the status is not MINGZE_OK, *error is an error
 * to read and to free (or NULL where there was no memory for one), and what the function would have
 * given is NULL or 0; where it is, *error is NULL. What failed has changed nothing, unless it says
 * otherwise. What stood in *error or in another result before the call is overwritten, not freed.
 *
 * THREADS: every function may be called by any thread at any time. Calls that read an engine run
 * side by side, calls that change it (declare, add, remove, add_data, add_list, resolve) one at a
 * time and alone; they wait for each other. A handle may be freed while another thread uses it:
 * that call comes to its end, the next one is an error.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define MINGZE_C_API __attribute__((visibility("default")))
#else
#define MINGZE_C_API
#endif

#if defined(__cplusplus)
extern "C" {
#endif

/* ---- what there is ------------------------------------------------------------------------- */

/** A program with its facts and its answers. */
typedef struct mingze_engine mingze_engine;
/** How much a call may take, and the way to stop it. */
typedef struct mingze_limits mingze_limits;
/** Answers, an explanation or a draft that was checked: to be rendered. */
typedef struct mingze_report mingze_report;
/** Bytes: JSON, UTF-8 text, or a file. */
typedef struct mingze_text mingze_text;
/** Why something could not be done. */
typedef struct mingze_error mingze_error;

/** What a call came to. Later versions may add to the list. */
typedef int32_t mingze_status;
enum {
  MINGZE_OK = 0,           /**< done */
  MINGZE_MISUSE = 1,       /**< a null pointer, a handle that is none, an unknown number: a mistake
                                in the program that calls */
  MINGZE_INVALID = 2,      /**< programs, data, names or JSON are wrong: correct the input */
  MINGZE_UNAVAILABLE = 3,  /**< a file can't be read or written */
  MINGZE_NOT_RESOLVED = 4, /**< answers were asked for before mingze_engine_resolve, or after a
                                change without another one */
  MINGZE_STOPPED = 5,      /**< mingze_limits_stop was called */
  MINGZE_LIMIT = 6,        /**< a limit of time, tuples or memory was reached */
  MINGZE_INTERNAL = 7      /**< a fault of the library, or no memory; report the former */
};

/** The languages of messages and reports. */
typedef int32_t mingze_language;
enum {
  MINGZE_ZH = 0, /**< Chinese */
  MINGZE_EN = 1  /**< English */
};

/** How reports are written. Not every report has every format: an error lists those it has. */
typedef int32_t mingze_format;
enum {
  MINGZE_FORMAT_TERMINAL = 0, /**< text for people */
  MINGZE_FORMAT_JSON = 1,     /**< docs/schema */
  MINGZE_FORMAT_TSV = 2,      /**< a table, tab-separated */
  MINGZE_FORMAT_HTML = 3,     /**< one page that works without a network */
  MINGZE_FORMAT_DOCX = 4,     /**< a copy of a Word draft with comments: a zip file, not text */
  MINGZE_FORMAT_XLSX = 5,     /**< a workbook: a zip file, not text */
  MINGZE_FORMAT_JUNIT = 6,    /**< for continuous integration */
  MINGZE_FORMAT_SARIF = 7,    /**< for code scanning */
  MINGZE_FORMAT_DOT = 8       /**< a graph, for Graphviz */
};

/** Formats of data: docs/facts.md. */
typedef int32_t mingze_data;
enum {
  MINGZE_DATA_JSON = 0,  /**< an object of relations */
  MINGZE_DATA_JSONL = 1, /**< a fact a line */
  MINGZE_DATA_CSV = 2,   /**< one relation, with a heading of roles */
  MINGZE_DATA_TSV = 3,   /**< one relation, columns in the order of its first template */
  MINGZE_DATA_SQLITE = 4 /**< the bytes of a database */
};

/* ---- the library, and handles -------------------------------------------------------------- */

/** The version of the library that runs, as `mingze --version` says it: "0.2.0". Lives as long as
 *  the program. Semantic versioning (docs/stability.md). */
MINGZE_C_API const char* mingze_version(void);

/** Frees what a function of this header gave: a handle of any kind. NULL is nothing to do. A handle
 *  that was freed already, or never was one: MINGZE_MISUSE, and nothing is done. */
MINGZE_C_API mingze_status mingze_free(const void* handle);

/** How many handles are given and not yet freed, in the whole program: for your tests. */
MINGZE_C_API uint64_t mingze_handles(void);

/* ---- texts --------------------------------------------------------------------------------- */

/** The bytes of a text, with a zero byte after the last, valid until the text is freed. "" where
 *  the handle is none. */
MINGZE_C_API const char* mingze_text_bytes(const mingze_text* text);

/** How many bytes there are, without the zero byte after them. 0 where the handle is none. */
MINGZE_C_API size_t mingze_text_size(const mingze_text* text);

/* ---- errors: these never fail; what they return is valid until the error is freed ---------- */

/** The status of the call that gave the error. MINGZE_MISUSE where the handle is none. */
MINGZE_C_API mingze_status mingze_error_status(const mingze_error* error);

/** What is wrong, as a code that stays the same: "unknown-name" (docs/diagnostics.md). "" where the
 *  handle is none, as in the functions that follow. */
MINGZE_C_API const char* mingze_error_code(const mingze_error* error);

/** What is wrong and what to do, in a sentence. An unknown language is English. */
MINGZE_C_API const char* mingze_error_message(const mingze_error* error, mingze_language language);

/** Everything, as `mingze` prints it on a terminal: several lines, with the words at fault. */
MINGZE_C_API const char* mingze_error_report(const mingze_error* error, mingze_language language);

/** Everything as JSON, with the places in programs and data: c.schema.json#/$defs/error. */
MINGZE_C_API const char* mingze_error_json(const mingze_error* error);

/* ---- limits -------------------------------------------------------------------------------- */

/** Limits for calls that may take long. 0: none. They count for each call that they are handed to.
 *  - milliseconds: elapsed time, without the time that a call waits for others
 *  - tuples: what rules may conclude, counting repetitions
 *  - bytes: what the tuples concluded may take in memory
 *  - limits: receives the limits */
MINGZE_C_API mingze_status mingze_limits_create(uint64_t milliseconds, uint64_t tuples,
                                                uint64_t bytes, mingze_limits** limits,
                                                mingze_error** error);

/** Stops all calls that were handed these limits, in whatever thread, within some milliseconds, and
 *  those that will be: they return MINGZE_STOPPED. MINGZE_MISUSE where the handle is none. */
MINGZE_C_API mingze_status mingze_limits_stop(const mingze_limits* limits);

/* ---- engines ------------------------------------------------------------------------------- */

/** Reads programs and packs. All that is wrong with them is in the error, everything in one run.
 *  - inputs: JSON, c.schema.json#/$defs/inputs: {"files": ["规则"], "texts": [{"name": "a.mz",
 *                 "text": "…"}], "packs": ["register"], "shipped_packs": true, "as_of":
 *                 "2026-11-27"}; each may be left out. NULL is {}: the shipped packs, today
 *  - limits: may be NULL
 *  - engine: receives the engine */
MINGZE_C_API mingze_status mingze_engine_load(const char* inputs, const mingze_limits* limits,
                                              mingze_engine** engine, mingze_error** error);

/** All relations and decisions, by id: JSON, #/$defs/relations.
 *  - relations: receives the text */
MINGZE_C_API mingze_status mingze_engine_relations(const mingze_engine* engine,
                                                   mingze_text** relations, mingze_error** error);

/** The ids of all kinds, in order: JSON, #/$defs/kinds.
 *  - kinds: receives the text */
MINGZE_C_API mingze_status mingze_engine_kinds(const mingze_engine* engine, mingze_text** kinds,
                                               mingze_error** error);

/** The things of a kind, by id: JSON, #/$defs/names.
 *  - names: receives the text */
MINGZE_C_API mingze_status mingze_engine_names(const mingze_engine* engine, const char* kind,
                                               mingze_text** names, mingze_error** error);

/** What a name stands for: once for each kind that knows it, [] where none does. JSON,
 *  #/$defs/names. MINGZE_INVALID where several things of a kind have it, or it is out of date.
 *  - names: receives the text */
MINGZE_C_API mingze_status mingze_engine_find(const mingze_engine* engine, const char* name,
                                              mingze_text** names, mingze_error** error);

/** Kinds with their names, relations with their sentences, codes of findings: terminal or JSON
 *  (vocabulary.schema.json).
 *  - vocabulary: receives the text */
MINGZE_C_API mingze_status mingze_engine_vocabulary(const mingze_engine* engine,
                                                    mingze_format format, mingze_language language,
                                                    mingze_text** vocabulary, mingze_error** error);

/* ---- changes of an engine: answers must be resolved again after add, remove and add_data --- */

/** Makes a thing known; no harm where it is already, but for another label (MINGZE_INVALID).
 *  - label: what people read; NULL: the id */
MINGZE_C_API mingze_status mingze_engine_declare(mingze_engine* engine, const char* kind,
                                                 const char* id, const char* label,
                                                 mingze_error** error);

/** States a fact. An unknown name is MINGZE_INVALID, with suggestions: declare it first.
 *  - fact: JSON as a line of JSON Lines in docs/facts.md, #/$defs/fact: {"relation": "handles",
 *               "place": "苏州市", "item": "清淤"}; ids, labels or other names
 *  - added: receives 1, or 0 where it was stated already; may be NULL */
MINGZE_C_API mingze_status mingze_engine_add(mingze_engine* engine, const char* fact, int* added,
                                             mingze_error** error);

/** Takes a fact back, of whatever origin.
 *  - removed: receives 1, or 0 where it was not stated; may be NULL */
MINGZE_C_API mingze_status mingze_engine_remove(mingze_engine* engine, const char* fact,
                                                int* removed, mingze_error** error);

/** States all facts of a text of data, or none where something in it is wrong. Ids that nobody
 *  knows become things.
 *  - bytes: not ended by a zero byte; may be NULL where size is 0
 *  - name: what messages and proofs call the text
 *  - relation: which one it holds, of csv and tsv; otherwise NULL
 *  - facts: receives how many different facts it holds; may be NULL */
MINGZE_C_API mingze_status mingze_engine_add_data(mingze_engine* engine, mingze_data format,
                                                  const void* bytes, size_t size, const char* name,
                                                  const char* relation, uint64_t* facts,
                                                  mingze_error** error);

/** Reads a sentence, in Chinese or English, as a fact: "苏州市 办理 清淤". It is not stated by that.
 *  - fact: receives JSON as mingze_engine_add takes it */
MINGZE_C_API mingze_status mingze_engine_fact(const mingze_engine* engine, const char* sentence,
                                              mingze_text** fact, mingze_error** error);

/** Brings the answers up to date with the facts. Where it fails there are no answers; the facts
 *  stay as they are.
 *  - limits: may be NULL
 *  - summary: receives how many keys came to what: JSON, #/$defs/summary; may be NULL */
MINGZE_C_API mingze_status mingze_engine_resolve(mingze_engine* engine, const mingze_limits* limits,
                                                 mingze_text** summary, mingze_error** error);

/** Whether the answers are up to date.
 *  - resolved: receives 1 or 0 */
MINGZE_C_API mingze_status mingze_engine_is_resolved(const mingze_engine* engine, int* resolved,
                                                     mingze_error** error);

/* ---- answers: MINGZE_NOT_RESOLVED where they are not up to date ---------------------------- */

/** What a decision came to for a key.
 *  - key: JSON, all roles of the key with ids, labels or other names: {"item": "清淤",
 *              "jurisdiction": "苏州市"}
 *  - answer: receives JSON, #/$defs/decision */
MINGZE_C_API mingze_status mingze_engine_decide(const mingze_engine* engine, const char* decision,
                                                const char* key, mingze_text** answer,
                                                mingze_error** error);

/** All that was put forward for a key, and what became of it; by value, then rule.
 *  - candidates: receives JSON, #/$defs/candidates */
MINGZE_C_API mingze_status mingze_engine_candidates(const mingze_engine* engine,
                                                    const char* decision, const char* key,
                                                    mingze_text** candidates, mingze_error** error);

/** Is handed one after the other; returns 0 to end there, and anything else to go on.
 *  - context: as handed to the function that visits
 *  - json: ends with a zero byte; valid until the visitor returns
 *  - size: in bytes, without the zero byte
 *  It may not call functions that take an engine or a report (MINGZE_MISUSE), nor leave by longjmp
 *  or end its thread. An exception of C++ ends the visit with MINGZE_INTERNAL. */
typedef int (*mingze_visitor)(void* context, const char* json, size_t size);

/** Goes through all keys of a decision by their ids: each as #/$defs/decision. */
MINGZE_C_API mingze_status mingze_engine_each_decision(const mingze_engine* engine,
                                                       const char* decision, mingze_visitor visitor,
                                                       void* context, mingze_error** error);

/** Goes through the findings by code and what they stand on: each as #/$defs/finding. */
MINGZE_C_API mingze_status mingze_engine_each_finding(const mingze_engine* engine,
                                                      mingze_visitor visitor, void* context,
                                                      mingze_error** error);

/** Goes through what holds of a relation, stated, concluded and decided: each as #/$defs/fact. */
MINGZE_C_API mingze_status mingze_engine_each_fact(const mingze_engine* engine,
                                                   const char* relation, mingze_visitor visitor,
                                                   void* context, mingze_error** error);

/** Whether a sentence holds.
 *  - fact: JSON, as for mingze_engine_add
 *  - holds: receives 1 or 0 */
MINGZE_C_API mingze_status mingze_engine_holds(const mingze_engine* engine, const char* fact,
                                               int* holds, mingze_error** error);

/** The whole resolution: terminal, JSON (resolve.schema.json), and TSV of one relation.
 *  - selection: JSON, #/$defs/selection: {"decision": "leads", "relation": "handles",
 *                    "summary_only": false, "allow": ["M1"]}; NULL is {}: everything
 *  - text: receives the text */
MINGZE_C_API mingze_status mingze_engine_render(const mingze_engine* engine, mingze_format format,
                                                mingze_language language, const char* selection,
                                                mingze_text** text, mingze_error** error);

/* ---- reports ------------------------------------------------------------------------------- */

/** The answers to a question: a sentence, or several joined by `and`, with variables: "某部门 在
 *  苏州市 牵头 某事项". Formats: terminal, JSON (ask.schema.json).
 *  - limits: may be NULL, here and in what follows
 *  - report: receives the report, likewise */
MINGZE_C_API mingze_status mingze_engine_ask(const mingze_engine* engine, const char* question,
                                             const mingze_limits* limits, mingze_report** report,
                                             mingze_error** error);

/** Why a question holds, answer by answer, of the first `most`. Formats: terminal, JSON
 *  (why.schema.json), DOT. */
MINGZE_C_API mingze_status mingze_engine_why(const mingze_engine* engine, const char* question,
                                             const mingze_limits* limits, uint64_t most,
                                             mingze_report** report, mingze_error** error);

/** Why a decision came to what it came to for a key: one proof for each value, or for its lack.
 *  Formats as above. */
MINGZE_C_API mingze_status mingze_engine_why_key(const mingze_engine* engine, const char* decision,
                                                 const char* key, mingze_report** report,
                                                 mingze_error** error);

/** Why a question does not hold. Formats: terminal, JSON (why-not.schema.json), DOT. */
MINGZE_C_API mingze_status mingze_engine_why_not(const mingze_engine* engine, const char* question,
                                                 const mingze_limits* limits,
                                                 mingze_report** report, mingze_error** error);

/** Takes a place's own list of who is responsible for what: .xlsx, .docx, or tsv or csv text, which
 *  drafts are read and ruled on with from then on (docs/local.md). Needs the shipped packs. Answers
 *  stay as they are.
 *  - bytes: not ended by a zero byte; may be NULL where size is 0
 *  - name: what messages call it: "苏州市责任清单.xlsx"; of no other text
 *  - notes: receives what of it was left out, or taken otherwise: JSON, #/$defs/messages; may be
 *           NULL */
MINGZE_C_API mingze_status mingze_engine_add_list(mingze_engine* engine, const void* bytes,
                                                  size_t size, const char* name,
                                                  mingze_text** notes, mingze_error** error);

/** Reads a policy draft (plain text, .docx, or .pdf with a text layer) and rules on it with the
 *  facts that are stated. Needs no mingze_engine_resolve, but the shipped packs. Formats: terminal,
 *  JSON (check.schema.json), HTML, docx, TSV, xlsx, JUnit, SARIF.
 *  - bytes: not ended by a zero byte; may be NULL where size is 0
 *  - name: what messages call it: "草案.docx"
 *  - options: JSON, #/$defs/check: {"jurisdiction": "苏州市", "allow": [], "names_as_of":
 *                  "2026-11-27", "original": false}; NULL is {} */
MINGZE_C_API mingze_status mingze_engine_check(const mingze_engine* engine, const void* bytes,
                                               size_t size, const char* name, const char* options,
                                               const mingze_limits* limits, mingze_report** report,
                                               mingze_error** error);

/** Whether the sentence that was asked about holds; of a draft whether nothing was found that is an
 *  error.
 *  - holds: receives 1 or 0 */
MINGZE_C_API mingze_status mingze_report_holds(const mingze_report* report, int* holds,
                                               mingze_error** error);

/** The report as text or as the bytes of a file. Needs the engine no longer.
 *  - text: receives the text */
MINGZE_C_API mingze_status mingze_report_render(const mingze_report* report, mingze_format format,
                                                mingze_language language, mingze_text** text,
                                                mingze_error** error);

#if defined(__cplusplus)
}
#endif
