#include "cicu.h"
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

struct cicu_words {
  UBreakIterator *iterator;
  UText *text;
};

cicu_words *cicu_words_open(void) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "en", NULL, 0, &error);
  if (error > 0) return NULL;
  cicu_words *words = calloc(1, sizeof *words);
  if (words == NULL) {
    ubrk_close(iterator);
    return NULL;
  }
  words->iterator = iterator;
  return words;
}

void cicu_words_close(cicu_words *words) {
  if (words == NULL) return;
  if (words->text != NULL) utext_close(words->text);
  ubrk_close(words->iterator);
  free(words);
}

int64_t cicu_words_segment(cicu_words *words, const char *text, int64_t length, int32_t *ends, uint8_t *status, int64_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  words->text = utext_openUTF8(words->text, text, length, &error);
  if (error > 0) return -(int64_t)error;
  ubrk_setUText(words->iterator, words->text, &error);
  if (error > 0) return -(int64_t)error;
  int64_t count = 0;
  ubrk_first(words->iterator);
  for (int32_t end = ubrk_next(words->iterator); end != UBRK_DONE; end = ubrk_next(words->iterator)) {
    if (count < capacity) {
      ends[count] = end;
      int32_t tag = ubrk_getRuleStatus(words->iterator);
      status[count] = (uint8_t)(tag > 255 ? (tag / 100 == 4 ? 250 : 255) : tag);
    }
    count++;
  }
  return count;
}

int32_t cicu_word_break_class(int32_t scalar) { return u_getIntPropertyValue(scalar, UCHAR_WORD_BREAK); }

const char *cicu_version(void) {
  static char version[U_MAX_VERSION_STRING_LENGTH];
  if (version[0] == 0) {
    UVersionInfo info;
    u_getVersion(info);
    u_versionToString(info, version);
  }
  return version;
}
