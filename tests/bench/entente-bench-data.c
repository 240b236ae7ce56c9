#include "config.h"

#include "entente-bench-data.h"

#include <string.h>

#define YEARS 20
#define BURSTS 200
#define BURST_DAYS 6
#define FIRST_ACTOR G_GINT64_CONSTANT (1000000000)
#define FIRST_PART G_GINT64_CONSTANT (2000000000)
#define SEED 20181031

typedef struct {
  gint64 start, end; /* civil seconds */
  guint16 kind;
  guint8 from, to;
} Made;

typedef struct {
  GRand *random;
  gint64 first, length;
  gint64 bursts[BURSTS];
} Maker;

static void
maker_init (Maker *maker)
{
  g_autoptr (EntenteDate) start = entente_date_new_day (2000, 1, 1);

  maker->random = g_rand_new_with_seed (SEED);
  maker->first = entente_date_get_window (start).start;
  maker->length = (gint64) YEARS * 365 * ENTENTE_SECONDS_PER_DAY;
  for (guint i = 0; i < BURSTS; i++)
    maker->bursts[i] =
      maker->first + (gint64) (g_rand_double (maker->random) * (double) maker->length);
}

static guint8
make_actor (GRand *random)
{
  double share = g_rand_double (random);

  return (guint8) (share * share * share * ENTENTE_BENCH_ACTORS);
}

static Made
make (Maker *maker)
{
  GRand *random = maker->random;
  gboolean in_burst = g_rand_int (random) & 1, is_span = g_rand_double (random) < 0.3;
  double place = g_rand_double (random), length = g_rand_double (random);
  Made made;

  made.start = in_burst ? maker->bursts[g_rand_int_range (random, 0, BURSTS)] +
                            (gint64) (place * BURST_DAYS * ENTENTE_SECONDS_PER_DAY)
                        : maker->first + (gint64) (place * (double) maker->length);
  made.start -= made.start % 3600;
  made.end = made.start + 3600;
  if (is_span)
    made.end += (gint64) (length * length * 60 * 24) * 3600;
  made.kind = (guint16) g_rand_int_range (random, 0, (gint32) entente_kind_count ());
  made.from = make_actor (random);
  made.to = (guint8) ((made.from + 1 + make_actor (random) % (ENTENTE_BENCH_ACTORS - 1)) %
                      ENTENTE_BENCH_ACTORS);
  return made;
}

static EntenteActor *
make_actor_record (guint number)
{
  EntenteActor *actor = entente_actor_new ();

  actor->record.id = FIRST_ACTOR + number;
  actor->name = g_strdup_printf ("Actor number %u", number);
  return actor;
}

/* ---- straight into a chronicle ---- */

static void
feed_actors (EntenteChronicleBuilder *builder)
{
  for (guint i = 0; i < ENTENTE_BENCH_ACTORS; i++) {
    EntenteActor *actor = make_actor_record (i);

    entente_chronicle_builder_get_sink ()->actor (builder, actor);
    entente_actor_unref (actor);
  }
}

static void
feed_event (EntenteChronicleBuilder *builder, EntenteId id, const Made *made)
{
  EntenteEventRow row = { 0 };

  row.id = id;
  row.form = ENTENTE_DATE_SPAN;
  row.precision = ENTENTE_PRECISION_HOUR;
  row.points.earliest_start = row.points.latest_start = made->start;
  row.points.earliest_end = row.points.latest_end = made->end;
  row.kind = made->kind;
  entente_chronicle_builder_get_sink ()->event (builder, &row);
}

static void
feed_parts (EntenteChronicleBuilder *builder, EntenteId id, const Made *made)
{
  EntenteParticipationRow from = { id,
                                   FIRST_ACTOR + made->from,
                                   ENTENTE_ID_NONE,
                                   ENTENTE_ROLE_INITIATOR };
  EntenteParticipationRow to = { id,
                                 FIRST_ACTOR + made->to,
                                 ENTENTE_ID_NONE,
                                 ENTENTE_ROLE_ADDRESSEE };

  entente_chronicle_builder_get_sink ()->participation (builder, &from);
  entente_chronicle_builder_get_sink ()->participation (builder, &to);
}

EntenteChronicle *
entente_bench_chronicle_new (guint n)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  Maker maker;

  maker_init (&maker);
  feed_actors (builder);
  for (guint i = 0; i < n; i++) {
    Made made = make (&maker);

    feed_event (builder, (EntenteId) i + 1, &made);
    feed_parts (builder, (EntenteId) i + 1, &made);
  }
  g_rand_free (maker.random);
  return entente_chronicle_builder_build (builder, maker.first + maker.length);
}

void
entente_bench_feed_changed (EntenteChronicleBuilder *builder, guint n, EntenteId id)
{
  Maker maker;
  Made made;

  maker_init (&maker);
  for (EntenteId i = 0; i < id; i++)
    made = make (&maker);
  made.kind = (guint16) ((made.kind + 1) % entente_kind_count ());
  made.start += (gint64) (id % 2 == 0 ? 3 : 5) * ENTENTE_SECONDS_PER_DAY;
  made.end += (gint64) 5 * ENTENTE_SECONDS_PER_DAY;
  feed_event (builder, id, &made);
  feed_parts (builder, id, &made);
  g_rand_free (maker.random);
}

static const char *
format_title (EntenteId id)
{
  static char title[64];

  g_snprintf (title, sizeof title, "Move %07d in words of some forty letters", (int) id);
  return title;
}

const char *
entente_bench_get_title (guint32 row, gpointer chronicle)
{
  return format_title (entente_chronicle_get_id (chronicle, row));
}

/* ---- as a study ---- */

typedef struct {
  Maker maker;
  guint n_actors, n_events, n; /* given so far, and wanted */
  Made made;
  guint n_parts; /* of the last event, given so far */
} Source;

/* A moment, or whole days: what can be told. */
static EntenteDate *
make_date (const Made *made)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (made->start);
  g_autoptr (GDateTime) end = g_date_time_new_from_unix_utc (made->end);
  gboolean is_span = made->end - made->start > ENTENTE_SECONDS_PER_DAY;
  g_autofree char *first = g_date_time_format (start, is_span ? "%Y-%m-%d" : "%Y-%m-%dT%H:00");
  g_autofree char *last = g_date_time_format (end, "%Y-%m-%d");
  g_autofree char *edtf = is_span ? g_strconcat (first, "/", last, NULL) : g_strdup (first);
  g_autoptr (GError) error = NULL;
  EntenteDate *date = entente_date_parse (edtf, &error);

  g_assert_no_error (error);
  return date;
}

static gpointer
next_part (Source *source)
{
  EntenteParticipation *part = entente_participation_new ();

  part->record.id = FIRST_PART + 2 * (EntenteId) source->n_events + source->n_parts;
  part->event = source->n_events;
  part->actor = FIRST_ACTOR + (source->n_parts == 0 ? source->made.from : source->made.to);
  part->role = source->n_parts == 0 ? ENTENTE_ROLE_INITIATOR : ENTENTE_ROLE_ADDRESSEE;
  source->n_parts++;
  return part;
}

static gpointer
next_record (gpointer data, GError **error)
{
  Source *source = data;
  EntenteEvent *event;

  if (source->n_actors < ENTENTE_BENCH_ACTORS)
    return make_actor_record (source->n_actors++);
  if (source->n_events > 0 && source->n_parts < 2)
    return next_part (source);
  if (source->n_events == source->n)
    return NULL;
  source->made = make (&source->maker);
  source->n_events++;
  source->n_parts = 0;
  event = entente_event_new ();
  event->record.id = source->n_events;
  event->kind = g_strdup (entente_kind_get (source->made.kind)->id);
  event->title = g_strdup (format_title (event->record.id));
  event->when = make_date (&source->made);
  return event;
}

void
entente_bench_write_study (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_autoptr (EntenteChangeSet) changes = NULL;
  Source source = { .n = n };

  g_assert_no_error (error);
  maker_init (&source.maker);
  changes =
    entente_store_import (store, "Made-up events", next_record, &source, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  entente_store_close (store);
  g_rand_free (source.maker.random);
}
