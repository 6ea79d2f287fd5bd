#include "floor.h"
#include <unicode/ubrk.h>
#include <unicode/utext.h>

void *floor_open(void) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "en", 0, 0, &error);
  return error > 0 ? 0 : iterator;
}

void floor_close(void *iterator) { ubrk_close(iterator); }

int64_t floor_count(void *iterator, const char *text, int64_t length, int64_t *sum) {
  UErrorCode error = U_ZERO_ERROR;
  UText *view = utext_openUTF8(0, text, length, &error);
  if (error > 0) return -(int64_t)error;
  ubrk_setUText(iterator, view, &error);
  int64_t count = 0, total = 0;
  ubrk_first(iterator);
  for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) {
    total += end ^ ubrk_getRuleStatus(iterator);
    count++;
  }
  utext_close(view);
  *sum = total;
  return count;
}
