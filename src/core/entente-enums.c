/* The one table of nicks and labels of every closed vocabulary.
 *
 * Nicks are for ever: studies hold them. Labels are what a person reads, lower case as in running
 * text. A value is the place of its line, so lines stand in the order of the enumeration.
 */
#include "config.h"

#include "entente-enums.h"
#include "entente-letters.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *nick;
  const char *label; /* untranslated */
} Value;

typedef struct {
  const char *name;
  const Value *values;
  int n_values;
} Vocabulary;

static const Value actor_kinds[] = {
  { "state", N_ ("state") },
  { "government", N_ ("government") },
  { "body", N_ ("body of a state") },
  { "armed-movement", N_ ("armed movement") },
  { "faction", N_ ("faction") },
  { "bloc", N_ ("bloc") },
  { "party", N_ ("political party") },
  { "international-organisation", N_ ("international organisation") },
  { "ngo", N_ ("non-governmental organisation") },
  { "company", N_ ("company") },
  { "community", N_ ("community") },
  { "media", N_ ("media") },
  { "person", N_ ("person") },
  { "unnamed-role", N_ ("unnamed role") },
};

static const Value alias_kinds[] = {
  { "spelling", N_ ("spelling") },         { "transliteration", N_ ("transliteration") },
  { "abbreviation", N_ ("abbreviation") }, { "title", N_ ("title") },
  { "metonym", N_ ("metonym") },
};

static const Value roles[] = {
  { "initiator", N_ ("initiator") },
  { "addressee", N_ ("addressee") },
  { "host", N_ ("host") },
  { "mediator", N_ ("mediator") },
  { "participant", N_ ("participant") },
  { "observer", N_ ("observer") },
  { "spokesman", N_ ("spokesman") },
  { "signatory", N_ ("signatory") },
  { "guarantor", N_ ("guarantor") },
  { "invited", N_ ("invited") },
  { "absent", N_ ("absent") },
  { "excluded", N_ ("excluded") },
  { "mentioned", N_ ("mentioned") },
};

static const Value modes[] = {
  { "factual", N_ ("told as fact") },
  { "announced", N_ ("announced") },
  { "conditional", N_ ("conditional") },
  { "hypothetical", N_ ("hypothetical") },
};

static const Value judgements[] = {
  { "undecided", N_ ("undecided") }, { "certain", N_ ("certain") },
  { "probable", N_ ("probable") },   { "doubtful", N_ ("doubtful") },
  { "rejected", N_ ("rejected") },
};

static const Value media[] = {
  { "none", N_ ("not told") },           { "meeting", N_ ("meeting") },
  { "telephone", N_ ("telephone") },     { "letter", N_ ("letter") },
  { "open-letter", N_ ("open letter") }, { "statement", N_ ("statement") },
  { "interview", N_ ("interview") },     { "press-conference", N_ ("press conference") },
  { "speech", N_ ("speech") },           { "social", N_ ("social media") },
  { "document", N_ ("document") },       { "leak", N_ ("leak") },
};

static const Value stances[] = {
  { "asserts", N_ ("asserts") },
  { "confirms", N_ ("confirms") },
  { "denies", N_ ("denies") },
  { "declines-comment", N_ ("declines to comment") },
  { "neither", N_ ("neither confirms nor denies") },
  { "predicts", N_ ("predicts") },
  { "promises", N_ ("promises") },
  { "corrects", N_ ("corrects") },
  { "retracts", N_ ("retracts") },
};

static const Value hedges[] = {
  { "none", N_ ("none") },
  { "reportedly", N_ ("reportedly") },
  { "may", N_ ("may") },
  { "expected", N_ ("expected") },
  { "allegedly", N_ ("allegedly") },
  { "rumoured", N_ ("rumoured") },
};

static const Value namings[] = {
  { "named", N_ ("named") },
  { "office", N_ ("office only") },
  { "anonymous", N_ ("anonymous") },
};

static const Value link_types[] = {
  { "accepts", N_ ("accepts") },        { "accepts-conditionally", N_ ("accepts on condition") },
  { "refuses", N_ ("refuses") },        { "counters", N_ ("counters") },
  { "answers", N_ ("answers") },        { "declines-to-answer", N_ ("declines to answer") },
  { "postpones", N_ ("postpones") },    { "reschedules", N_ ("reschedules") },
  { "cancels", N_ ("cancels") },        { "resumes", N_ ("resumes") },
  { "withdraws", N_ ("withdraws") },    { "supersedes", N_ ("supersedes") },
  { "confirms", N_ ("confirms") },      { "denies", N_ ("denies") },
  { "implements", N_ ("carries out") }, { "violates", N_ ("violates") },
  { "part-of", N_ ("is part of") },
};

/* By EntenteLinkType: the labels of link_types the other way round. */
static const char *const passive_labels[] = {
  [ENTENTE_LINK_ACCEPTS] = N_ ("accepted by"),
  [ENTENTE_LINK_ACCEPTS_CONDITIONALLY] = N_ ("accepted on condition by"),
  [ENTENTE_LINK_REFUSES] = N_ ("refused by"),
  [ENTENTE_LINK_COUNTERS] = N_ ("countered by"),
  [ENTENTE_LINK_ANSWERS] = N_ ("answered by"),
  [ENTENTE_LINK_DECLINES_TO_ANSWER] = N_ ("left unanswered by"),
  [ENTENTE_LINK_POSTPONES] = N_ ("postponed by"),
  [ENTENTE_LINK_RESCHEDULES] = N_ ("given a new date by"),
  [ENTENTE_LINK_CANCELS] = N_ ("cancelled by"),
  [ENTENTE_LINK_RESUMES] = N_ ("resumed by"),
  [ENTENTE_LINK_WITHDRAWS] = N_ ("withdrawn by"),
  [ENTENTE_LINK_SUPERSEDES] = N_ ("superseded by"),
  [ENTENTE_LINK_CONFIRMS] = N_ ("confirmed by"),
  [ENTENTE_LINK_DENIES] = N_ ("denied by"),
  [ENTENTE_LINK_IMPLEMENTS] = N_ ("carried out by"),
  [ENTENTE_LINK_VIOLATES] = N_ ("violated by"),
  [ENTENTE_LINK_PART_OF] = N_ ("includes"),
};

static const Value link_bases[] = {
  { "stated", N_ ("stated in the text") },
  { "inferred", N_ ("inferred by coder") },
};

static const Value order_relations[] = {
  { "before", N_ ("before") },
  { "after", N_ ("after") },
  { "not-before", N_ ("not before") },
  { "within-days", N_ ("within days of") },
};

static const Value position_kinds[] = {
  { "demand", N_ ("demand") },
  { "offer", N_ ("offer") },
  { "precondition", N_ ("precondition") },
  { "red-line", N_ ("red line") },
  { "agreement", N_ ("agreement") },
  { "rejection", N_ ("rejection") },
  { "silence", N_ ("silence") },
};

static const Value question_statuses[] = {
  { "open", N_ ("open") },
  { "resolved", N_ ("resolved") },
  { "set-aside", N_ ("set aside") },
};

static const Value certainties[] = {
  { "certain", N_ ("certain") },
  { "probable", N_ ("probable") },
  { "disputed", N_ ("disputed") },
};

static const Value track_kinds[] = {
  { "official", N_ ("official talks") },
  { "back-channel", N_ ("back channel") },
  { "proximity", N_ ("proximity talks") },
  { "shuttle", N_ ("shuttle diplomacy") },
  { "1.5", N_ ("track one and a half") },
  { "2", N_ ("track two") },
  { "public", N_ ("public") },
};

static const Value evidences[] = {
  { "none", N_ ("no report") },
  { "single", N_ ("one report") },
  { "same-origin", N_ ("several reports of one origin") },
  { "corroborated", N_ ("corroborated") },
  { "confirmed", N_ ("confirmed by a party") },
  { "contested", N_ ("contested") },
  { "denied", N_ ("denied") },
  { "withdrawn", N_ ("withdrawn") },
};

static const Value statuses[] = {
  { "none", N_ ("not planned") },
  { "proposed", N_ ("proposed") },
  { "scheduled", N_ ("scheduled") },
  { "postponed", N_ ("postponed") },
  { "held", N_ ("held") },
  { "cancelled", N_ ("cancelled") },
  { "no-word", N_ ("planned date passed without word") },
};

static const Value answered[] = {
  { "not-expected", N_ ("no answer expected") },
  { "yes", N_ ("answered") },
  { "no", N_ ("unanswered") },
};

static const Value bases[] = {
  { "explicit", N_ ("the text says it") },
  { "year-completed", N_ ("year completed") },
  { "relative-to-article", N_ ("relative to the article") },
  { "relative-to-event", N_ ("relative to another event") },
  { "bound-publication", N_ ("bounded by publication") },
  { "bound-footnote", N_ ("bounded by a footnote") },
  { "inferred", N_ ("inferred by coder") },
  { "clock", N_ ("read from a clock") },
};

static const Value calendars[] = {
  { "gregorian", N_ ("Gregorian") },
  { "julian", N_ ("Julian") },
  { "solar-hijri", N_ ("Solar Hijri") },
  { "islamic", N_ ("Islamic") },
};

static const Value kind_groups[] = {
  { "invite", N_ ("invite") }, { "offer", N_ ("offer") }, { "accept", N_ ("accept") },
  { "refuse", N_ ("refuse") }, { "delay", N_ ("delay") }, { "meet", N_ ("meet") },
  { "agree", N_ ("agree") },   { "press", N_ ("press") }, { "say", N_ ("say") },
  { "deny", N_ ("deny") },     { "deed", N_ ("deed") },   { "outside", N_ ("outside event") },
};

#define VOCABULARY(TYPE, name_, values_)                                                           \
  [ENTENTE_ENUM_##TYPE] = { .name = name_, .values = values_, .n_values = G_N_ELEMENTS (values_) }

static const Vocabulary vocabularies[ENTENTE_N_ENUMS] = {
  VOCABULARY (ACTOR_KIND, "actor-kind", actor_kinds),
  VOCABULARY (ALIAS_KIND, "alias-kind", alias_kinds),
  VOCABULARY (ROLE, "role", roles),
  VOCABULARY (MODE, "mode", modes),
  VOCABULARY (JUDGEMENT, "judgement", judgements),
  VOCABULARY (MEDIUM, "medium", media),
  VOCABULARY (STANCE, "stance", stances),
  VOCABULARY (HEDGE, "hedge", hedges),
  VOCABULARY (NAMING, "naming", namings),
  VOCABULARY (LINK_TYPE, "link-type", link_types),
  VOCABULARY (LINK_BASIS, "link-basis", link_bases),
  VOCABULARY (ORDER_RELATION, "order-relation", order_relations),
  VOCABULARY (POSITION_KIND, "position-kind", position_kinds),
  VOCABULARY (QUESTION_STATUS, "question-status", question_statuses),
  VOCABULARY (CERTAINTY, "certainty", certainties),
  VOCABULARY (TRACK_KIND, "track-kind", track_kinds),
  VOCABULARY (EVIDENCE, "evidence", evidences),
  VOCABULARY (STATUS, "status", statuses),
  VOCABULARY (ANSWERED, "answered", answered),
  VOCABULARY (BASIS, "basis", bases),
  VOCABULARY (CALENDAR, "calendar", calendars),
  VOCABULARY (KIND_GROUP, "kind-group", kind_groups),
};

static const Value *
find_value (EntenteEnum type, int value)
{
  g_return_val_if_fail ((guint) type < ENTENTE_N_ENUMS, NULL);
  if (value < 0 || value >= vocabularies[type].n_values)
    return NULL;
  return &vocabularies[type].values[value];
}

int
entente_enum_count (EntenteEnum type)
{
  g_return_val_if_fail ((guint) type < ENTENTE_N_ENUMS, 0);
  return vocabularies[type].n_values;
}

const char *
entente_enum_nick (EntenteEnum type, int value)
{
  const Value *found = find_value (type, value);

  return found == NULL ? NULL : found->nick;
}

const char *
entente_enum_label (EntenteEnum type, int value)
{
  const Value *found = find_value (type, value);

  return found == NULL ? NULL : _ (found->label);
}

gboolean
entente_enum_parse (EntenteEnum type, const char *nick, int *value)
{
  g_return_val_if_fail ((guint) type < ENTENTE_N_ENUMS, FALSE);
  for (int i = 0; i < vocabularies[type].n_values; i++) {
    if (g_strcmp0 (nick, vocabularies[type].values[i].nick) == 0) {
      *value = i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
entente_enum_name (EntenteEnum type)
{
  g_return_val_if_fail ((guint) type < ENTENTE_N_ENUMS, NULL);
  return vocabularies[type].name;
}

gboolean
entente_role_is_matching (EntenteRole role)
{
  switch (role) {
  case ENTENTE_ROLE_OBSERVER:
  case ENTENTE_ROLE_ABSENT:
  case ENTENTE_ROLE_EXCLUDED:
  case ENTENTE_ROLE_MENTIONED:
    return FALSE;
  default:
    return TRUE;
  }
}

gboolean
entente_link_type_is_answer (EntenteLinkType type)
{
  switch (type) {
  case ENTENTE_LINK_ACCEPTS:
  case ENTENTE_LINK_ACCEPTS_CONDITIONALLY:
  case ENTENTE_LINK_REFUSES:
  case ENTENTE_LINK_COUNTERS:
  case ENTENTE_LINK_ANSWERS:
  case ENTENTE_LINK_DECLINES_TO_ANSWER:
    return TRUE;
  default:
    return FALSE;
  }
}

const char *
entente_link_type_passive_label (EntenteLinkType type)
{
  return (guint) type < G_N_ELEMENTS (passive_labels) ? _ (passive_labels[type]) : NULL;
}

/* Turkish and its kin have two letters i; a label may be English all the same. */
static gboolean
are_labels_turkic (void)
{
  const char *about = dgettext (GETTEXT_PACKAGE, "");

  return strstr (about, "Language: tr") != NULL || strstr (about, "Language: az") != NULL;
}

char *
entente_label_capitalise (const char *label)
{
  const char *rest = *label != '\0' ? g_utf8_next_char (label) : label;
  g_autofree char *capital = are_labels_turkic () ? g_utf8_strup (label, rest - label)
                                                  : entente_letters_up (label, rest - label);

  return g_strconcat (capital, rest, NULL);
}
