// Written by Gazetteers/list_tables.py: the tables, carried inside the binary.
#include "tables.h"

static const unsigned char table_0[] = {
#embed "../../Gazetteers/words/classes/hyphens.tsv" suffix(,)
0};

static const dateline_table tables[] = {
  {"words/classes/hyphens.tsv", table_0, sizeof table_0 - 1},
};

const dateline_table *dateline_tables(void) { return tables; }
long dateline_table_count(void) { return sizeof tables / sizeof tables[0]; }
