/* 用 C 问：一个事项在一个地方由谁牵头。
 * In C: who leads an item in a place.
 *
 *   lead FACTS.json ITEM PLACE
 */
#include <mingze/mingze.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A string of JSON. What has to be escaped is refused: such names there are none. */
static int plain(const char* text) {
  for (; *text != '\0'; ++text)
    if (*text == '"' || *text == '\\' || (unsigned char)*text < 0x20) return 0;
  return 1;
}

static char* contents(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  char* bytes = NULL;
  long end = -1;
  *size = 0;
  if (file == NULL) return NULL;
  if (fseek(file, 0, SEEK_END) == 0) end = ftell(file);
  if (end >= 0 && fseek(file, 0, SEEK_SET) == 0) bytes = malloc((size_t)end + 1);
  if (bytes != NULL) *size = fread(bytes, 1, (size_t)end, file);
  fclose(file);
  return bytes;
}

int main(int argc, char** argv) {
  mingze_engine* engine = NULL;
  mingze_text* lead = NULL;
  mingze_report* why = NULL;
  mingze_text* reasons = NULL;
  mingze_error* error = NULL;
  uint64_t facts = 0;
  size_t size = 0;
  char key[512];
  int code = 2;
  if (argc != 4 || !plain(argv[2]) || !plain(argv[3])) {
    fputs("lead FACTS.json ITEM PLACE\n", stderr);
    return 2;
  }
  char* data = contents(argv[1], &size);
  const int length =
      snprintf(key, sizeof key, "{\"item\": \"%s\", \"jurisdiction\": \"%s\"}", argv[2], argv[3]);
  if (data == NULL || length < 0 || (size_t)length >= sizeof key) {
    fputs("facts or names can't be read\n", stderr);
  } else if (mingze_engine_load("{\"as_of\": \"2026-11-27\"}", NULL, &engine, &error) !=
                 MINGZE_OK ||
             mingze_engine_add_data(engine, MINGZE_DATA_JSON, data, size, argv[1], NULL, &facts,
                                    &error) != MINGZE_OK ||
             mingze_engine_resolve(engine, NULL, NULL, &error) != MINGZE_OK ||
             mingze_engine_decide(engine, "leads", key, &lead, &error) != MINGZE_OK ||
             mingze_engine_why_key(engine, "leads", key, &why, &error) != MINGZE_OK ||
             mingze_report_render(why, MINGZE_FORMAT_TERMINAL, MINGZE_ZH, &reasons, &error) !=
                 MINGZE_OK) {
    fputs(mingze_error_report(error, MINGZE_EN), stderr);
  } else {
    printf("%s\n%s", mingze_text_bytes(lead), mingze_text_bytes(reasons));
    code = 0;
  }
  free(data);
  mingze_free(reasons);
  mingze_free(why);
  mingze_free(lead);
  mingze_free(engine);
  mingze_free(error);
  return code;
}
