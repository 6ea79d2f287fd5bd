// Written by Gazetteers/list_tables.py: the tables, carried inside the binary.
#include "tables.h"

static const unsigned char table_0[] = {
#embed "../../Gazetteers/names/cities.tsv" suffix(,)
0};
static const unsigned char table_1[] = {
#embed "../../Gazetteers/names/countries.tsv" suffix(,)
0};
static const unsigned char table_2[] = {
#embed "../../Gazetteers/names/demonyms.tsv" suffix(,)
0};
static const unsigned char table_3[] = {
#embed "../../Gazetteers/names/subdivisions.tsv" suffix(,)
0};
static const unsigned char table_4[] = {
#embed "../../Gazetteers/names/us-counties.tsv" suffix(,)
0};
static const unsigned char table_5[] = {
#embed "../../Gazetteers/weights/suffixes.tsv" suffix(,)
0};
static const unsigned char table_6[] = {
#embed "../../Gazetteers/words/classes/core.tsv" suffix(,)
0};
static const unsigned char table_7[] = {
#embed "../../Gazetteers/words/lexicon.tsv" suffix(,)
0};
static const unsigned char table_8[] = {
#embed "../../Gazetteers/words/person-names.tsv" suffix(,)
0};

static const dateline_table tables[] = {
  {"names/cities.tsv", table_0, sizeof table_0 - 1},
  {"names/countries.tsv", table_1, sizeof table_1 - 1},
  {"names/demonyms.tsv", table_2, sizeof table_2 - 1},
  {"names/subdivisions.tsv", table_3, sizeof table_3 - 1},
  {"names/us-counties.tsv", table_4, sizeof table_4 - 1},
  {"weights/suffixes.tsv", table_5, sizeof table_5 - 1},
  {"words/classes/core.tsv", table_6, sizeof table_6 - 1},
  {"words/lexicon.tsv", table_7, sizeof table_7 - 1},
  {"words/person-names.tsv", table_8, sizeof table_8 - 1},
};

const dateline_table *dateline_tables(void) { return tables; }
long dateline_table_count(void) { return sizeof tables / sizeof tables[0]; }
