// Written by Gazetteers/list_tables.py: the tables, carried inside the binary.
#include "tables.h"

static const unsigned char table_0[] = {
#embed "../../Gazetteers/cues/frames.tsv" suffix(,)
0};
static const unsigned char table_1[] = {
#embed "../../Gazetteers/cues/reporting.tsv" suffix(,)
0};
static const unsigned char table_2[] = {
#embed "../../Gazetteers/cues/settings.tsv" suffix(,)
0};
static const unsigned char table_3[] = {
#embed "../../Gazetteers/names/cities.tsv" suffix(,)
0};
static const unsigned char table_4[] = {
#embed "../../Gazetteers/names/countries.tsv" suffix(,)
0};
static const unsigned char table_5[] = {
#embed "../../Gazetteers/names/demonyms.tsv" suffix(,)
0};
static const unsigned char table_6[] = {
#embed "../../Gazetteers/names/subdivisions.tsv" suffix(,)
0};
static const unsigned char table_7[] = {
#embed "../../Gazetteers/names/us-counties.tsv" suffix(,)
0};
static const unsigned char table_8[] = {
#embed "../../Gazetteers/weights/names.tsv" suffix(,)
0};
static const unsigned char table_9[] = {
#embed "../../Gazetteers/weights/suffixes.tsv" suffix(,)
0};
static const unsigned char table_10[] = {
#embed "../../Gazetteers/words/classes/core.tsv" suffix(,)
0};
static const unsigned char table_11[] = {
#embed "../../Gazetteers/words/lexicon.tsv" suffix(,)
0};
static const unsigned char table_12[] = {
#embed "../../Gazetteers/words/person-names.tsv" suffix(,)
0};

static const dateline_table tables[] = {
  {"cues/frames.tsv", table_0, sizeof table_0 - 1},
  {"cues/reporting.tsv", table_1, sizeof table_1 - 1},
  {"cues/settings.tsv", table_2, sizeof table_2 - 1},
  {"names/cities.tsv", table_3, sizeof table_3 - 1},
  {"names/countries.tsv", table_4, sizeof table_4 - 1},
  {"names/demonyms.tsv", table_5, sizeof table_5 - 1},
  {"names/subdivisions.tsv", table_6, sizeof table_6 - 1},
  {"names/us-counties.tsv", table_7, sizeof table_7 - 1},
  {"weights/names.tsv", table_8, sizeof table_8 - 1},
  {"weights/suffixes.tsv", table_9, sizeof table_9 - 1},
  {"words/classes/core.tsv", table_10, sizeof table_10 - 1},
  {"words/lexicon.tsv", table_11, sizeof table_11 - 1},
  {"words/person-names.tsv", table_12, sizeof table_12 - 1},
};

const dateline_table *dateline_tables(void) { return tables; }
long dateline_table_count(void) { return sizeof tables / sizeof tables[0]; }
