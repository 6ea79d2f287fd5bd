// ICU word iteration alone, next and rule status, over UText UTF-8.
#pragma once
#include <stdint.h>

/// An open iterator; NULL when ICU has no break data.
void *floor_open(void);
void floor_close(void *iterator);

/// The number of word-break segments of `text` (valid UTF-8), or a negative ICU error. `sum` gets a checksum of ends and status.
int64_t floor_count(void *iterator, const char *text, int64_t length, int64_t *sum);
