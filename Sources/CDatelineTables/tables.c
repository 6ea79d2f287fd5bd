// Written by Gazetteers/list_tables.py: the tables, carried inside the binary.
#include "tables.h"

static const unsigned char table_0[] = {
#embed "../../Gazetteers/coreference/age-nouns.tsv" suffix(,)
0};
static const unsigned char table_1[] = {
#embed "../../Gazetteers/coreference/expletives.tsv" suffix(,)
0};
static const unsigned char table_2[] = {
#embed "../../Gazetteers/coreference/nominals.tsv" suffix(,)
0};
static const unsigned char table_3[] = {
#embed "../../Gazetteers/coreference/plurals.tsv" suffix(,)
0};
static const unsigned char table_4[] = {
#embed "../../Gazetteers/cues/reporting.tsv" suffix(,)
0};
static const unsigned char table_5[] = {
#embed "../../Gazetteers/cues/settings.tsv" suffix(,)
0};
static const unsigned char table_6[] = {
#embed "../../Gazetteers/cues/weights.tsv" suffix(,)
0};
static const unsigned char table_7[] = {
#embed "../../Gazetteers/facts/acts-of-state.tsv" suffix(,)
0};
static const unsigned char table_8[] = {
#embed "../../Gazetteers/facts/control.tsv" suffix(,)
0};
static const unsigned char table_9[] = {
#embed "../../Gazetteers/facts/predicates.tsv" suffix(,)
0};
static const unsigned char table_10[] = {
#embed "../../Gazetteers/facts/words.tsv" suffix(,)
0};
static const unsigned char table_11[] = {
#embed "../../Gazetteers/names/agencies-intl.tsv" suffix(,)
0};
static const unsigned char table_12[] = {
#embed "../../Gazetteers/names/airports.tsv" suffix(,)
0};
static const unsigned char table_13[] = {
#embed "../../Gazetteers/names/brands.tsv" suffix(,)
0};
static const unsigned char table_14[] = {
#embed "../../Gazetteers/names/cities.tsv" suffix(,)
0};
static const unsigned char table_15[] = {
#embed "../../Gazetteers/names/companies.tsv" suffix(,)
0};
static const unsigned char table_16[] = {
#embed "../../Gazetteers/names/countries.tsv" suffix(,)
0};
static const unsigned char table_17[] = {
#embed "../../Gazetteers/names/demonyms.tsv" suffix(,)
0};
static const unsigned char table_18[] = {
#embed "../../Gazetteers/names/diseases.tsv" suffix(,)
0};
static const unsigned char table_19[] = {
#embed "../../Gazetteers/names/ethnic-groups.tsv" suffix(,)
0};
static const unsigned char table_20[] = {
#embed "../../Gazetteers/names/events-wordnet.tsv" suffix(,)
0};
static const unsigned char table_21[] = {
#embed "../../Gazetteers/names/events.tsv" suffix(,)
0};
static const unsigned char table_22[] = {
#embed "../../Gazetteers/names/groups.tsv" suffix(,)
0};
static const unsigned char table_23[] = {
#embed "../../Gazetteers/names/holidays.tsv" suffix(,)
0};
static const unsigned char table_24[] = {
#embed "../../Gazetteers/names/landmarks.tsv" suffix(,)
0};
static const unsigned char table_25[] = {
#embed "../../Gazetteers/names/languages.tsv" suffix(,)
0};
static const unsigned char table_26[] = {
#embed "../../Gazetteers/names/laws-wordnet.tsv" suffix(,)
0};
static const unsigned char table_27[] = {
#embed "../../Gazetteers/names/laws.tsv" suffix(,)
0};
static const unsigned char table_28[] = {
#embed "../../Gazetteers/names/organizations-armed-groups.tsv" suffix(,)
0};
static const unsigned char table_29[] = {
#embed "../../Gazetteers/names/organizations-central-banks.tsv" suffix(,)
0};
static const unsigned char table_30[] = {
#embed "../../Gazetteers/names/organizations-clubs.tsv" suffix(,)
0};
static const unsigned char table_31[] = {
#embed "../../Gazetteers/names/organizations-companies.tsv" suffix(,)
0};
static const unsigned char table_32[] = {
#embed "../../Gazetteers/names/organizations-governments.tsv" suffix(,)
0};
static const unsigned char table_33[] = {
#embed "../../Gazetteers/names/organizations-international.tsv" suffix(,)
0};
static const unsigned char table_34[] = {
#embed "../../Gazetteers/names/organizations-leagues.tsv" suffix(,)
0};
static const unsigned char table_35[] = {
#embed "../../Gazetteers/names/organizations-media.tsv" suffix(,)
0};
static const unsigned char table_36[] = {
#embed "../../Gazetteers/names/organizations-ngos.tsv" suffix(,)
0};
static const unsigned char table_37[] = {
#embed "../../Gazetteers/names/organizations-parliaments-courts.tsv" suffix(,)
0};
static const unsigned char table_38[] = {
#embed "../../Gazetteers/names/organizations-parties.tsv" suffix(,)
0};
static const unsigned char table_39[] = {
#embed "../../Gazetteers/names/organizations-research.tsv" suffix(,)
0};
static const unsigned char table_40[] = {
#embed "../../Gazetteers/names/organizations-security.tsv" suffix(,)
0};
static const unsigned char table_41[] = {
#embed "../../Gazetteers/names/organizations-unions-religious.tsv" suffix(,)
0};
static const unsigned char table_42[] = {
#embed "../../Gazetteers/names/people.tsv" suffix(,)
0};
static const unsigned char table_43[] = {
#embed "../../Gazetteers/names/physical.tsv" suffix(,)
0};
static const unsigned char table_44[] = {
#embed "../../Gazetteers/names/regions.tsv" suffix(,)
0};
static const unsigned char table_45[] = {
#embed "../../Gazetteers/names/religions.tsv" suffix(,)
0};
static const unsigned char table_46[] = {
#embed "../../Gazetteers/names/reporting-phrases.tsv" suffix(,)
0};
static const unsigned char table_47[] = {
#embed "../../Gazetteers/names/roles.tsv" suffix(,)
0};
static const unsigned char table_48[] = {
#embed "../../Gazetteers/names/subdivisions.tsv" suffix(,)
0};
static const unsigned char table_49[] = {
#embed "../../Gazetteers/names/universities.tsv" suffix(,)
0};
static const unsigned char table_50[] = {
#embed "../../Gazetteers/names/us-counties.tsv" suffix(,)
0};
static const unsigned char table_51[] = {
#embed "../../Gazetteers/names/us-state-abbreviations.tsv" suffix(,)
0};
static const unsigned char table_52[] = {
#embed "../../Gazetteers/names/weapons-wordnet.tsv" suffix(,)
0};
static const unsigned char table_53[] = {
#embed "../../Gazetteers/names/weapons.tsv" suffix(,)
0};
static const unsigned char table_54[] = {
#embed "../../Gazetteers/places/homonyms.tsv" suffix(,)
0};
static const unsigned char table_55[] = {
#embed "../../Gazetteers/places/offices.tsv" suffix(,)
0};
static const unsigned char table_56[] = {
#embed "../../Gazetteers/places/postal-codes.tsv" suffix(,)
0};
static const unsigned char table_57[] = {
#embed "../../Gazetteers/typing/nouns.tsv" suffix(,)
0};
static const unsigned char table_58[] = {
#embed "../../Gazetteers/values/currencies.tsv" suffix(,)
0};
static const unsigned char table_59[] = {
#embed "../../Gazetteers/values/feasts.tsv" suffix(,)
0};
static const unsigned char table_60[] = {
#embed "../../Gazetteers/values/time.tsv" suffix(,)
0};
static const unsigned char table_61[] = {
#embed "../../Gazetteers/values/units.tsv" suffix(,)
0};
static const unsigned char table_62[] = {
#embed "../../Gazetteers/values/words.tsv" suffix(,)
0};
static const unsigned char table_63[] = {
#embed "../../Gazetteers/weights/names.tsv" suffix(,)
0};
static const unsigned char table_64[] = {
#embed "../../Gazetteers/weights/priors.tsv" suffix(,)
0};
static const unsigned char table_65[] = {
#embed "../../Gazetteers/weights/suffixes.tsv" suffix(,)
0};
static const unsigned char table_66[] = {
#embed "../../Gazetteers/words/abbreviations.tsv" suffix(,)
0};
static const unsigned char table_67[] = {
#embed "../../Gazetteers/words/classes/core.tsv" suffix(,)
0};
static const unsigned char table_68[] = {
#embed "../../Gazetteers/words/classes/cues.tsv" suffix(,)
0};
static const unsigned char table_69[] = {
#embed "../../Gazetteers/words/classes/facts.tsv" suffix(,)
0};
static const unsigned char table_70[] = {
#embed "../../Gazetteers/words/classes/function-words.tsv" suffix(,)
0};
static const unsigned char table_71[] = {
#embed "../../Gazetteers/words/classes/heads.tsv" suffix(,)
0};
static const unsigned char table_72[] = {
#embed "../../Gazetteers/words/classes/roles.tsv" suffix(,)
0};
static const unsigned char table_73[] = {
#embed "../../Gazetteers/words/classes/time.tsv" suffix(,)
0};
static const unsigned char table_74[] = {
#embed "../../Gazetteers/words/classes/titles.tsv" suffix(,)
0};
static const unsigned char table_75[] = {
#embed "../../Gazetteers/words/classes/values.tsv" suffix(,)
0};
static const unsigned char table_76[] = {
#embed "../../Gazetteers/words/classes/verbs.tsv" suffix(,)
0};
static const unsigned char table_77[] = {
#embed "../../Gazetteers/words/lexicon.tsv" suffix(,)
0};
static const unsigned char table_78[] = {
#embed "../../Gazetteers/words/person-names.tsv" suffix(,)
0};
static const unsigned char table_79[] = {
#embed "../../Gazetteers/zones/cues.tsv" suffix(,)
0};
static const unsigned char table_80[] = {
#embed "../../Gazetteers/zones/stopwords.tsv" suffix(,)
0};

static const dateline_table tables[] = {
  {"coreference/age-nouns.tsv", table_0, sizeof table_0 - 1},
  {"coreference/expletives.tsv", table_1, sizeof table_1 - 1},
  {"coreference/nominals.tsv", table_2, sizeof table_2 - 1},
  {"coreference/plurals.tsv", table_3, sizeof table_3 - 1},
  {"cues/reporting.tsv", table_4, sizeof table_4 - 1},
  {"cues/settings.tsv", table_5, sizeof table_5 - 1},
  {"cues/weights.tsv", table_6, sizeof table_6 - 1},
  {"facts/acts-of-state.tsv", table_7, sizeof table_7 - 1},
  {"facts/control.tsv", table_8, sizeof table_8 - 1},
  {"facts/predicates.tsv", table_9, sizeof table_9 - 1},
  {"facts/words.tsv", table_10, sizeof table_10 - 1},
  {"names/agencies-intl.tsv", table_11, sizeof table_11 - 1},
  {"names/airports.tsv", table_12, sizeof table_12 - 1},
  {"names/brands.tsv", table_13, sizeof table_13 - 1},
  {"names/cities.tsv", table_14, sizeof table_14 - 1},
  {"names/companies.tsv", table_15, sizeof table_15 - 1},
  {"names/countries.tsv", table_16, sizeof table_16 - 1},
  {"names/demonyms.tsv", table_17, sizeof table_17 - 1},
  {"names/diseases.tsv", table_18, sizeof table_18 - 1},
  {"names/ethnic-groups.tsv", table_19, sizeof table_19 - 1},
  {"names/events-wordnet.tsv", table_20, sizeof table_20 - 1},
  {"names/events.tsv", table_21, sizeof table_21 - 1},
  {"names/groups.tsv", table_22, sizeof table_22 - 1},
  {"names/holidays.tsv", table_23, sizeof table_23 - 1},
  {"names/landmarks.tsv", table_24, sizeof table_24 - 1},
  {"names/languages.tsv", table_25, sizeof table_25 - 1},
  {"names/laws-wordnet.tsv", table_26, sizeof table_26 - 1},
  {"names/laws.tsv", table_27, sizeof table_27 - 1},
  {"names/organizations-armed-groups.tsv", table_28, sizeof table_28 - 1},
  {"names/organizations-central-banks.tsv", table_29, sizeof table_29 - 1},
  {"names/organizations-clubs.tsv", table_30, sizeof table_30 - 1},
  {"names/organizations-companies.tsv", table_31, sizeof table_31 - 1},
  {"names/organizations-governments.tsv", table_32, sizeof table_32 - 1},
  {"names/organizations-international.tsv", table_33, sizeof table_33 - 1},
  {"names/organizations-leagues.tsv", table_34, sizeof table_34 - 1},
  {"names/organizations-media.tsv", table_35, sizeof table_35 - 1},
  {"names/organizations-ngos.tsv", table_36, sizeof table_36 - 1},
  {"names/organizations-parliaments-courts.tsv", table_37, sizeof table_37 - 1},
  {"names/organizations-parties.tsv", table_38, sizeof table_38 - 1},
  {"names/organizations-research.tsv", table_39, sizeof table_39 - 1},
  {"names/organizations-security.tsv", table_40, sizeof table_40 - 1},
  {"names/organizations-unions-religious.tsv", table_41, sizeof table_41 - 1},
  {"names/people.tsv", table_42, sizeof table_42 - 1},
  {"names/physical.tsv", table_43, sizeof table_43 - 1},
  {"names/regions.tsv", table_44, sizeof table_44 - 1},
  {"names/religions.tsv", table_45, sizeof table_45 - 1},
  {"names/reporting-phrases.tsv", table_46, sizeof table_46 - 1},
  {"names/roles.tsv", table_47, sizeof table_47 - 1},
  {"names/subdivisions.tsv", table_48, sizeof table_48 - 1},
  {"names/universities.tsv", table_49, sizeof table_49 - 1},
  {"names/us-counties.tsv", table_50, sizeof table_50 - 1},
  {"names/us-state-abbreviations.tsv", table_51, sizeof table_51 - 1},
  {"names/weapons-wordnet.tsv", table_52, sizeof table_52 - 1},
  {"names/weapons.tsv", table_53, sizeof table_53 - 1},
  {"places/homonyms.tsv", table_54, sizeof table_54 - 1},
  {"places/offices.tsv", table_55, sizeof table_55 - 1},
  {"places/postal-codes.tsv", table_56, sizeof table_56 - 1},
  {"typing/nouns.tsv", table_57, sizeof table_57 - 1},
  {"values/currencies.tsv", table_58, sizeof table_58 - 1},
  {"values/feasts.tsv", table_59, sizeof table_59 - 1},
  {"values/time.tsv", table_60, sizeof table_60 - 1},
  {"values/units.tsv", table_61, sizeof table_61 - 1},
  {"values/words.tsv", table_62, sizeof table_62 - 1},
  {"weights/names.tsv", table_63, sizeof table_63 - 1},
  {"weights/priors.tsv", table_64, sizeof table_64 - 1},
  {"weights/suffixes.tsv", table_65, sizeof table_65 - 1},
  {"words/abbreviations.tsv", table_66, sizeof table_66 - 1},
  {"words/classes/core.tsv", table_67, sizeof table_67 - 1},
  {"words/classes/cues.tsv", table_68, sizeof table_68 - 1},
  {"words/classes/facts.tsv", table_69, sizeof table_69 - 1},
  {"words/classes/function-words.tsv", table_70, sizeof table_70 - 1},
  {"words/classes/heads.tsv", table_71, sizeof table_71 - 1},
  {"words/classes/roles.tsv", table_72, sizeof table_72 - 1},
  {"words/classes/time.tsv", table_73, sizeof table_73 - 1},
  {"words/classes/titles.tsv", table_74, sizeof table_74 - 1},
  {"words/classes/values.tsv", table_75, sizeof table_75 - 1},
  {"words/classes/verbs.tsv", table_76, sizeof table_76 - 1},
  {"words/lexicon.tsv", table_77, sizeof table_77 - 1},
  {"words/person-names.tsv", table_78, sizeof table_78 - 1},
  {"zones/cues.tsv", table_79, sizeof table_79 - 1},
  {"zones/stopwords.tsv", table_80, sizeof table_80 - 1},
};

const dateline_table *dateline_tables(void) { return tables; }
long dateline_table_count(void) { return sizeof tables / sizeof tables[0]; }
