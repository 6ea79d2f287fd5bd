// The tables under Gazetteers/, embedded as they stand.
#pragma once

typedef struct {
  const char *path;
  const unsigned char *bytes;
  long count;
} dateline_table;

const dateline_table *dateline_tables(void);
long dateline_table_count(void);
