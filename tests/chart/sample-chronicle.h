/* Chronicles for tests and previews: a small one that holds every way of drawing a date, and large
 * random ones. Header only; rows go straight into the builder, no study is needed. */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"

#include <string.h>

typedef struct {
  const char *title, *kind, *date, *from, *to; /* actors by key, separated by spaces */
  int mode; /* EntenteMode */
  int voices; /* independent assertions; -1: one and a denial */
  const char *after, *before; /* derived bounds, or NULL */
  const char *answers; /* title of the move that it answers; "?" before it: inferred */
} SampleEvent;

static const SampleEvent sample_events[] = {
  { "President says no to talks",
    "refuse-invitation",
    "[..2018-01-29]",
    "us",
    "taliban",
    0,
    1,
    NULL,
    NULL,
    NULL },
  { "Kabul offers talks without terms",
    "invitation",
    "2018-02",
    "kabul",
    "taliban",
    0,
    1,
    NULL,
    NULL,
    NULL },
  { "Open letter to the public",
    "appeal",
    "[..2018-02-14]",
    "taliban",
    "us",
    0,
    1,
    NULL,
    NULL,
    NULL },
  { "Envoys ordered to begin talks",
    "report",
    "2018-07",
    "us",
    "taliban",
    0,
    3,
    NULL,
    "2018-07-15",
    "?Open letter to the public" },
  { "First meeting, unconfirmed",
    "talks",
    "2018-22~",
    "us taliban",
    "",
    2,
    1,
    NULL,
    NULL,
    "?Envoys ordered to begin talks" },
  { "Washington will not come",
    "refuse-invitation",
    "",
    "us",
    "russia",
    0,
    1,
    "2018-08-01",
    "2018-10-31",
    NULL },
  { "Delegation promised for Moscow",
    "accept-invitation",
    "",
    "taliban",
    "russia",
    0,
    1,
    "2018-08-01",
    "2018-10-31",
    NULL },
  { "Moscow plans an invitation", "offer", "2018-07", "russia", "taliban", 0, 1, NULL, NULL, NULL },
  { "The invitation is delivered",
    "invitation",
    "2018-08",
    "russia",
    "taliban",
    0,
    1,
    NULL,
    NULL,
    NULL },
  { "Two capitals are invited too",
    "invitation",
    "",
    "russia",
    "us kabul",
    0,
    1,
    "2018-08-01",
    "2018-08-22",
    NULL },
  { "Meeting delayed without a date",
    "postponement",
    "",
    "russia",
    "",
    0,
    2,
    "2018-08-01",
    "2018-10-31",
    NULL },
  { "Kabul knows of no contacts",
    "statement",
    "[..2018-07-18]",
    "kabul",
    "",
    0,
    1,
    NULL,
    NULL,
    NULL },
  { "Kabul will not come",
    "refuse-invitation",
    "",
    "kabul",
    "russia",
    0,
    1,
    "2018-08-01",
    "2018-08-22",
    NULL },
  { "No reply to the offer of talks",
    "refuse-offer",
    "",
    "taliban",
    "kabul",
    0,
    1,
    "2018-02-01",
    "2018-10-31",
    NULL },
  { "A charge of arming rebels",
    "accusation",
    "",
    "us",
    "russia",
    0,
    -1,
    NULL,
    "2018-10-31",
    NULL },
  { "The charge is denied",
    "denial",
    "",
    "russia",
    "us",
    0,
    1,
    NULL,
    "2018-10-31",
    "A charge of arming rebels" },
  { "An office is opened", "statement", "2017-11/..", "taliban", "", 0, 1, NULL, NULL, NULL },
  { "Three days of truce",
    "ceasefire",
    "2018-06-15/2018-06-17",
    "kabul",
    "taliban",
    0,
    2,
    NULL,
    NULL,
    NULL },
};

/* Ids of events rise in the order above, as those of a study do. */
static inline EntenteId
sample_id (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_events); i++)
    if (g_str_equal (sample_events[i].title, title))
      return (EntenteId) i + 1;
  return ENTENTE_ID_NONE;
}

static inline const char *
sample_kind (const char *id)
{
  return entente_kind_find (id) != NULL ? id : "statement";
}

static inline void
sample_add_actor (EntenteChronicleBuilder *builder,
                  const char *key,
                  const char *name,
                  int kind,
                  gint64 order)
{
  EntenteActor *actor = entente_actor_new ();

  actor->record.id = entente_id_from_key (key);
  actor->name = g_strdup (name);
  actor->kind = kind;
  actor->lane_order = order;
  entente_chronicle_builder_get_sink ()->actor (builder, actor);
  entente_actor_unref (actor);
}

static inline void
sample_add_member (EntenteChronicleBuilder *builder, const char *actor, const char *parent)
{
  EntenteAffiliation *affiliation = entente_affiliation_new ();
  g_autofree char *key = g_strconcat (actor, parent, NULL);

  affiliation->record.id = entente_id_from_key (key);
  affiliation->actor = entente_id_from_key (actor);
  affiliation->parent = entente_id_from_key (parent);
  entente_chronicle_builder_get_sink ()->affiliation (builder, affiliation);
  entente_affiliation_unref (affiliation);
}

static inline void
sample_add_article (EntenteChronicleBuilder *builder, const char *key, const char *published)
{
  EntenteArticle *article = entente_article_new ();

  article->record.id = entente_id_from_key (key);
  article->title = g_strdup (key);
  article->published = entente_date_parse (published, NULL);
  entente_chronicle_builder_get_sink ()->article (builder, article);
  entente_article_unref (article);
}

static inline void
sample_add_era (EntenteChronicleBuilder *builder,
                const char *name,
                const char *extent,
                gboolean recurring)
{
  EntenteEra *era = entente_era_new ();

  era->record.id = entente_id_from_key (name);
  era->name = g_strdup (name);
  era->extent = entente_date_parse (extent, NULL);
  era->recurring = recurring;
  entente_chronicle_builder_get_sink ()->era (builder, era);
  entente_era_unref (era);
}

static inline gint64
sample_time (const char *day, gboolean end)
{
  g_autoptr (EntenteDate) date = entente_date_parse (day, NULL);

  return end ? entente_date_get_window (date).end : entente_date_get_window (date).start;
}

static inline EntenteDate *
sample_date (const SampleEvent *event)
{
  g_autoptr (EntenteDate) date = entente_date_parse (event->date, NULL);

  if (event->after == NULL && event->before == NULL)
    return g_steal_pointer (&date);
  return entente_date_with_bounds (
    date,
    event->after != NULL ? sample_time (event->after, FALSE) : ENTENTE_TIME_MIN,
    event->before != NULL ? sample_time (event->before, TRUE) : ENTENTE_TIME_MAX,
    "a bound");
}

static inline void
sample_add_parts (EntenteChronicleBuilder *builder,
                  EntenteId event,
                  const char *keys,
                  EntenteRole role)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", 0);

  for (guint i = 0; words[i] != NULL; i++) {
    EntenteParticipationRow row = { event,
                                    entente_id_from_key (words[i]),
                                    ENTENTE_ID_NONE,
                                    (guint8) role };

    if (*words[i] != '\0')
      entente_chronicle_builder_get_sink ()->participation (builder, &row);
  }
}

static inline void
sample_add_claim (EntenteChronicleBuilder *builder,
                  EntenteId event,
                  guint number,
                  EntenteStance stance)
{
  g_autofree char *key = g_strdup_printf ("claim-%" G_GINT64_FORMAT "-%u", event, number);
  g_autofree char *origin = g_strdup_printf ("origin-%u", number);
  EntenteClaimRow row = { 0 };

  row.id = entente_id_from_key (key);
  row.event = event;
  row.article = entente_id_from_key ("article");
  row.outlet = entente_id_from_key (origin);
  row.stance = (guint8) stance;
  entente_chronicle_builder_get_sink ()->claim (builder, &row);
}

static inline void
sample_add_link (EntenteChronicleBuilder *builder, EntenteId from, const char *to)
{
  gboolean inferred = *to == '?';
  EntenteLinkRow row = { 0 };

  row.id = from + 1000;
  row.from = from;
  row.to = sample_id (inferred ? to + 1 : to);
  row.type = ENTENTE_LINK_ANSWERS;
  row.basis = inferred ? ENTENTE_LINK_INFERRED : ENTENTE_LINK_STATED;
  entente_chronicle_builder_get_sink ()->link (builder, &row);
}

static inline void
sample_add_event (EntenteChronicleBuilder *builder, const SampleEvent *sample, guint telling)
{
  EntenteEvent *event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = sample_id (sample->title);
  event->kind = g_strdup (sample_kind (sample->kind));
  event->title = g_strdup (sample->title);
  event->when = sample_date (sample);
  event->mode = sample->mode;
  event->telling = telling;
  entente_event_get_row (event, &row);
  entente_chronicle_builder_get_sink ()->event (builder, &row);
  entente_event_unref (event);
}

static inline void
sample_add_rest (EntenteChronicleBuilder *builder, const SampleEvent *sample)
{
  EntenteId id = sample_id (sample->title);

  sample_add_parts (builder, id, sample->from, ENTENTE_ROLE_INITIATOR);
  sample_add_parts (builder, id, sample->to, ENTENTE_ROLE_ADDRESSEE);
  for (int i = 0; i < ABS (sample->voices); i++)
    sample_add_claim (builder, id, (guint) i, ENTENTE_STANCE_ASSERTS);
  if (sample->voices < 0)
    sample_add_claim (builder, id, 7, ENTENTE_STANCE_DENIES);
  if (sample->answers != NULL)
    sample_add_link (builder, id, sample->answers);
}

/* Every kind of date, joint moves, answers, a member, eras, an article. */
static inline EntenteChronicle *
sample_chronicle_new (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  EntenteChronicle *chronicle;

  sample_add_actor (builder, "us", "United States", ENTENTE_ACTOR_STATE, 1);
  sample_add_actor (builder, "taliban", "Taliban", ENTENTE_ACTOR_ARMED_MOVEMENT, 2);
  sample_add_actor (builder, "russia", "Russia", ENTENTE_ACTOR_STATE, 3);
  sample_add_actor (builder, "kabul", "Afghan government", ENTENTE_ACTOR_GOVERNMENT, 4);
  sample_add_actor (builder, "ministry", "Foreign Ministry", ENTENTE_ACTOR_BODY, 0);
  sample_add_member (builder, "ministry", "russia");
  sample_add_era (builder, "Fighting season", "2018-05-01~/..", FALSE);
  sample_add_era (builder, "Eid ceasefire", "2018-06-15/2018-06-17", FALSE);
  sample_add_article (builder, "article", "2018-10-31");
  for (guint i = 0; i < G_N_ELEMENTS (sample_events); i++)
    sample_add_event (builder, &sample_events[i], i);
  for (guint i = 0; i < G_N_ELEMENTS (sample_events); i++)
    sample_add_rest (builder, &sample_events[i]);
  chronicle = entente_chronicle_builder_build (builder, sample_time ("2018-11-12", FALSE));
  return chronicle;
}

/* All but what is easily left out: statements. */
static inline EntenteBitset *
sample_filter_new (EntenteChronicle *chronicle)
{
  EntenteBitset *filter = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++)
    if (!g_str_equal (entente_chronicle_get_kind (chronicle, row)->id, "statement"))
      entente_bitset_add (filter, row);
  return filter;
}

static inline const char *
sample_title (guint32 row, gpointer chronicle)
{
  EntenteId id = entente_chronicle_get_id (chronicle, row);

  for (guint i = 0; i < G_N_ELEMENTS (sample_events); i++)
    if ((EntenteId) i + 1 == id)
      return sample_events[i].title;
  return "A move of which no more is known";
}

static inline EntenteEventRow
sample_make_random_event (GRand *random, guint number, gint64 start, gint64 length)
{
  EntenteEventRow row = { 0 };
  gint64 time = start + (gint64) (g_rand_double (random) * (double) length);
  gint64 span = g_rand_double (random) < 0.7
                  ? ENTENTE_SECONDS_PER_DAY
                  : (gint64) (g_rand_double (random) * 60 + 1) * ENTENTE_SECONDS_PER_DAY;

  time -= time % ENTENTE_SECONDS_PER_DAY;
  row.id = (EntenteId) number + 1;
  row.points.earliest_start = row.points.earliest_end = time;
  row.points.latest_start = row.points.latest_end = time + span;
  row.form = ENTENTE_DATE_POINT;
  row.precision = ENTENTE_PRECISION_DAY;
  if (number % 50 == 7)
    row.points.earliest_start = row.points.earliest_end = ENTENTE_TIME_MIN;
  if (number % 97 == 3) {
    row.form = ENTENTE_DATE_SPAN;
    row.points.latest_start = time + ENTENTE_SECONDS_PER_DAY;
    row.points.earliest_end = MAX (time + span - ENTENTE_SECONDS_PER_DAY, time);
  }
  if (number % 61 == 5) {
    row.form = ENTENTE_DATE_UNDATED;
    row.points.latest_start = row.points.latest_end = time + span * (number % 2 == 0 ? 1 : 400);
  }
  row.kind = (guint16) g_rand_int_range (random, 0, (gint32) entente_kind_count ());
  row.flags = number % 5000 == 11 ? ENTENTE_ROW_PINNED : 0;
  row.telling = (gint32) number;
  return row;
}

static inline void
sample_add_random_parts (EntenteChronicleBuilder *builder,
                         GRand *random,
                         guint number,
                         guint n_actors)
{
  for (guint i = 0; i < 2; i++) {
    /* Skewed: the first actors do most. */
    double share = g_rand_double (random);
    EntenteParticipationRow row = { (EntenteId) number + 1, 0, ENTENTE_ID_NONE, 0 };

    row.actor = 1000000000 + (EntenteId) (share * share * share * n_actors);
    row.role = (guint8) (i == 0 ? ENTENTE_ROLE_INITIATOR : ENTENTE_ROLE_ADDRESSEE);
    entente_chronicle_builder_get_sink ()->participation (builder, &row);
  }
}

static inline EntenteChronicle *
sample_random_chronicle_new (guint n_events, guint n_actors, guint seed, int years)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gint64 start = sample_time ("2000-01-01", FALSE);

  for (guint i = 0; i < n_actors; i++) {
    EntenteActor *actor = entente_actor_new ();

    actor->record.id = 1000000000 + (EntenteId) i;
    actor->name = g_strdup_printf ("Actor %u", i);
    entente_chronicle_builder_get_sink ()->actor (builder, actor);
    entente_actor_unref (actor);
  }
  for (guint i = 0; i < n_events; i++) {
    EntenteEventRow row =
      sample_make_random_event (random, i, start, (gint64) years * 365 * ENTENTE_SECONDS_PER_DAY);

    entente_chronicle_builder_get_sink ()->event (builder, &row);
  }
  for (guint i = 0; i < n_events; i++)
    sample_add_random_parts (builder, random, i, n_actors);
  return entente_chronicle_builder_build (builder, start);
}
