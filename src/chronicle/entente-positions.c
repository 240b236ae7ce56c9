/* Positions sorted in the one order, and in groups of one actor and one issue, in which alone one
 * replaces another.
 *
 * All is worked out anew for each set: sorting some thousands is done in a moment, and what has to
 * be read of the file for a change are the changed ones alone.
 */
#include "config.h"

#include "entente-positions.h"

#include <glib/gi18n-lib.h>

struct _EntentePositions {
  gatomicrefcount refs;
  guint n;
  EntentePosition **records; /* in the one order */
  guint *members; /* their numbers, by group, each group in the one order */
  guint *places; /* where a number stands in @members */
  guint *starts; /* where the group of a number begins in @members */
  guint *ends; /* … and ends */
};

static const struct {
  const char *nick, *label;
} stands[] = {
  [ENTENTE_STAND_STANDS] = { "stands", N_ ("on the table") },
  [ENTENTE_STAND_PERHAPS_STILL] = { "perhaps-still", N_ ("perhaps still") },
  [ENTENTE_STAND_PERHAPS_ALREADY] = { "perhaps-already", N_ ("perhaps already") },
  [ENTENTE_STAND_REPLACED] = { "replaced", N_ ("replaced") },
  [ENTENTE_STAND_OVER] = { "over", N_ ("over") },
  [ENTENTE_STAND_LATER] = { "later", N_ ("not yet") },
  [ENTENTE_STAND_UNDATED] = { "undated", N_ ("undated") },
};

/* ---- making ---- */

static int
compare_ids (EntenteId a, EntenteId b)
{
  return (a > b) - (a < b);
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const EntentePosition *one = *(const EntentePosition *const *) a;
  const EntentePosition *other = *(const EntentePosition *const *) b;
  int order = entente_date_compare (one->when, other->when);

  return order != 0 ? order : compare_ids (one->record.id, other->record.id);
}

static int
compare_groups (const EntentePosition *one, const EntentePosition *other)
{
  int order = compare_ids (one->actor, other->actor);

  return order != 0 ? order : compare_ids (one->issue, other->issue);
}

static int
compare_members (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntentePositions *self = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  int order = compare_groups (self->records[one], self->records[other]);

  return order != 0 ? order : (one > other) - (one < other);
}

/* Without an issue nothing says that one is about the same as the other. */
static gboolean
is_same_group (const EntentePosition *one, const EntentePosition *other)
{
  return one->issue != ENTENTE_ID_NONE && compare_groups (one, other) == 0;
}

static void
group_members (EntentePositions *self)
{
  for (guint start = 0, end; start < self->n; start = end) {
    const EntentePosition *first = self->records[self->members[start]];

    for (end = start + 1; end < self->n; end++)
      if (!is_same_group (first, self->records[self->members[end]]))
        break;
    for (guint at = start; at < end; at++) {
      guint number = self->members[at];

      self->places[number] = at;
      self->starts[number] = start;
      self->ends[number] = end;
    }
  }
}

EntentePositions *
entente_positions_new (const GPtrArray *records)
{
  EntentePositions *self = g_new0 (EntentePositions, 1);

  g_atomic_ref_count_init (&self->refs);
  self->n = records->len;
  self->records = g_new0 (EntentePosition *, self->n + 1);
  self->members = g_new0 (guint, self->n + 1);
  self->places = g_new0 (guint, self->n + 1);
  self->starts = g_new0 (guint, self->n + 1);
  self->ends = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++) {
    self->records[i] = entente_position_ref (records->pdata[i]);
    self->members[i] = i;
  }
  qsort (self->records, self->n, sizeof *self->records, compare_records);
  g_qsort_with_data (self->members, (int) self->n, sizeof *self->members, compare_members, self);
  group_members (self);
  return self;
}

/* Ids of what does not stay as it is. */
static GHashTable *
list_changed (const GArray *gone, const GPtrArray *fresh)
{
  GHashTable *changed = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; gone && i < gone->len; i++)
    g_hash_table_add (changed, &g_array_index (gone, EntenteId, i));
  for (guint i = 0; fresh && i < fresh->len; i++)
    g_hash_table_add (changed, &((EntentePosition *) fresh->pdata[i])->record.id);
  return changed;
}

EntentePositions *
entente_positions_patch (const EntentePositions *self, const GArray *gone, const GPtrArray *fresh)
{
  g_autoptr (GHashTable) changed = list_changed (gone, fresh);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < self->n; i++)
    if (!g_hash_table_contains (changed, &self->records[i]->record.id))
      g_ptr_array_add (records, self->records[i]);
  for (guint i = 0; fresh && i < fresh->len; i++)
    g_ptr_array_add (records, fresh->pdata[i]);
  return entente_positions_new (records);
}

EntentePositions *
entente_positions_ref (const EntentePositions *positions)
{
  EntentePositions *self = (EntentePositions *) positions;

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
entente_positions_unref (EntentePositions *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n; i++)
    entente_position_unref (self->records[i]);
  g_free (self->records);
  g_free (self->members);
  g_free (self->places);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self);
}

/* ---- looking ---- */

guint
entente_positions_get_n (const EntentePositions *self)
{
  return self->n;
}

const EntentePosition *
entente_positions_get (const EntentePositions *self, guint index)
{
  return self->records[index];
}

guint
entente_positions_find (const EntentePositions *self, EntenteId id)
{
  for (guint i = 0; i < self->n; i++)
    if (self->records[i]->record.id == id)
      return i;
  return G_MAXUINT;
}

const EntentePosition *
entente_positions_get_neighbour (const EntentePositions *self, guint index, int step)
{
  guint place = self->places[index];

  if (step < 0 ? place == self->starts[index] : place + 1 == self->ends[index])
    return NULL;
  return self->records[self->members[step < 0 ? place - 1 : place + 1]];
}

/* ---- asking ---- */

static EntenteAnswer
has_begun (const EntentePosition *position, EntenteSpan day)
{
  const EntenteDatePoints *points = &position->when->points;

  if (points->earliest_start >= day.end)
    return ENTENTE_NO;
  return points->latest_start <= day.end ? ENTENTE_YES : ENTENTE_UNKNOWN;
}

/* What happened once goes on to stand; what is told to have lasted ends by itself. Silence
 * "between" two days is nothing that happens on one of them: it lasts. */
static gboolean
ends (const EntentePosition *position)
{
  const EntenteDatePoints *points = &position->when->points;

  if (position->when->form == ENTENTE_DATE_SPAN)
    return TRUE;
  return position->kind == ENTENTE_POSITION_SILENCE && position->when->form == ENTENTE_DATE_POINT &&
         points->earliest_start != ENTENTE_TIME_MIN && points->latest_end != ENTENTE_TIME_MAX &&
         points->latest_end - points->earliest_start > ENTENTE_SECONDS_PER_DAY;
}

static EntenteAnswer
is_over (const EntentePosition *position, EntenteSpan day)
{
  const EntenteDatePoints *points = &position->when->points;

  if (!ends (position) || points->earliest_end >= day.start)
    return ENTENTE_NO;
  return points->latest_end <= day.start ? ENTENTE_YES : ENTENTE_UNKNOWN;
}

static gboolean
is_one_day (const EntenteDatePoints *a, const EntenteDatePoints *b)
{
  return a->earliest_start == b->earliest_start && a->latest_start == b->latest_start &&
         a->earliest_start != ENTENTE_TIME_MIN && a->latest_start != ENTENTE_TIME_MAX &&
         a->latest_start - a->earliest_start <= ENTENTE_SECONDS_PER_DAY;
}

/* Was @one taken before @other? What one day tells without an order was taken together: no. */
static EntenteAnswer
is_earlier (const EntentePosition *one, const EntentePosition *other)
{
  const EntenteDatePoints *a = &one->when->points, *b = &other->when->points;

  if (a->latest_start <= b->earliest_start && a->earliest_start < b->earliest_start)
    return ENTENTE_YES;
  if (is_one_day (a, b))
    return one->when->day_order != 0 && other->when->day_order != 0 &&
               one->when->day_order < other->when->day_order
             ? ENTENTE_YES
             : ENTENTE_NO;
  return b->latest_start > a->earliest_start ? ENTENTE_UNKNOWN : ENTENTE_NO;
}

static EntenteAnswer
is_replaced_by (const EntentePosition *position, const EntentePosition *other)
{
  if (!position->when || !entente_date_is_bounded (position->when) || !other->when ||
      !entente_date_is_bounded (other->when))
    return ENTENTE_NO;
  return is_earlier (position, other);
}

/* Behind it in the one order, else before it: there only what may nonetheless be later. */
const EntentePosition *
entente_positions_get_replacement (const EntentePositions *self, guint index, gboolean *is_sure)
{
  const EntentePosition *position = self->records[index];

  for (int step = 1; step >= -1; step -= 2) {
    const EntentePosition *other = entente_positions_get_neighbour (self, index, step);

    while (other) {
      EntenteAnswer answer = is_replaced_by (position, other);

      *is_sure = answer == ENTENTE_YES;
      if (answer != ENTENTE_NO)
        return other;
      other = entente_positions_get_neighbour (self,
                                               entente_positions_find (self, other->record.id),
                                               step);
    }
  }
  return NULL;
}

static EntentePositionStand
begin (const EntentePosition *position, EntenteSpan day)
{
  if (!position->when || !entente_date_is_bounded (position->when))
    return ENTENTE_STAND_UNDATED;
  switch (has_begun (position, day)) {
  case ENTENTE_NO:
    return ENTENTE_STAND_LATER;
  case ENTENTE_YES:
    return ENTENTE_STAND_STANDS;
  default:
    return ENTENTE_STAND_PERHAPS_ALREADY;
  }
}

/* When the last of them that was surely taken by then began, at the earliest: whatever was surely
 * taken before is replaced. */
static gint64
find_latest (const EntentePositions *self,
             guint start,
             guint end,
             const EntentePositionStand *answers)
{
  gint64 latest = ENTENTE_TIME_MIN;

  for (guint at = start; at < end; at++)
    if (answers[self->members[at]] == ENTENTE_STAND_STANDS)
      latest = MAX (latest, self->records[self->members[at]]->when->points.earliest_start);
  return latest;
}

/* What of those that @left says another one of them leaves to @number. */
static EntentePositionStand
judge (const EntentePositions *self,
       guint number,
       const GArray *left,
       const EntentePositionStand *begun,
       EntenteSpan day)
{
  const EntentePosition *position = self->records[number];
  EntenteAnswer over = is_over (position, day);
  gboolean is_doubtful = over == ENTENTE_UNKNOWN;

  for (guint i = 0; i < left->len; i++) {
    guint other = g_array_index (left, guint, i);
    EntenteAnswer earlier =
      other == number ? ENTENTE_NO : is_earlier (position, self->records[other]);

    if (earlier == ENTENTE_YES && begun[other] == ENTENTE_STAND_STANDS)
      return ENTENTE_STAND_REPLACED;
    is_doubtful |= earlier != ENTENTE_NO;
  }
  if (over == ENTENTE_YES)
    return ENTENTE_STAND_OVER;
  return is_doubtful ? ENTENTE_STAND_PERHAPS_STILL : ENTENTE_STAND_STANDS;
}

static void
ask_group (const EntentePositions *self,
           guint start,
           guint end,
           EntenteSpan day,
           EntentePositionStand *answers)
{
  gint64 latest = find_latest (self, start, end, answers);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree EntentePositionStand *judged = NULL;

  for (guint at = start; at < end; at++) {
    guint number = self->members[at];
    const EntenteDatePoints *points;

    if (answers[number] != ENTENTE_STAND_STANDS && answers[number] != ENTENTE_STAND_PERHAPS_ALREADY)
      continue;
    points = &self->records[number]->when->points;
    if (points->latest_start <= latest && points->earliest_start < latest)
      answers[number] = ENTENTE_STAND_REPLACED;
    else
      g_array_append_val (left, number);
  }
  judged = g_new (EntentePositionStand, left->len + 1);
  for (guint i = 0; i < left->len; i++) {
    guint number = g_array_index (left, guint, i);

    judged[i] = answers[number] == ENTENTE_STAND_STANDS ? judge (self, number, left, answers, day)
                                                        : answers[number];
  }
  for (guint i = 0; i < left->len; i++)
    answers[g_array_index (left, guint, i)] = judged[i];
}

void
entente_positions_ask (const EntentePositions *self, EntenteSpan day, EntentePositionStand *answers)
{
  for (guint i = 0; i < self->n; i++)
    answers[i] = begin (self->records[i], day);
  for (guint at = 0; at < self->n; at = self->ends[self->members[at]])
    ask_group (self, at, self->ends[self->members[at]], day, answers);
}

gboolean
entente_position_stand_shows (EntentePositionStand stand)
{
  return stand <= ENTENTE_STAND_PERHAPS_ALREADY;
}

const char *
entente_position_stand_nick (EntentePositionStand stand)
{
  return stands[stand].nick;
}

const char *
entente_position_stand_label (EntentePositionStand stand)
{
  return gettext (stands[stand].label);
}

/* ---- changes ---- */

static void
add_day (GArray *days, gint64 time, gint64 later)
{
  gint64 day;

  if (time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX)
    return;
  day = (entente_time_to_day (time) + later) * ENTENTE_SECONDS_PER_DAY;
  g_array_append_val (days, day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return compare_ids (*(const gint64 *) a, *(const gint64 *) b);
}

/* The last moment before an end that is not of it; an open one stays. */
static gint64
get_last (gint64 end)
{
  return end == ENTENTE_TIME_MAX || end == ENTENTE_TIME_MIN ? end : end - 1;
}

static void
add_days_of (GArray *days, const EntentePosition *position)
{
  const EntenteDate *when = position->when;

  if (!when || !entente_date_is_bounded (when))
    return;
  add_day (days, when->points.earliest_start, 0);
  add_day (days, get_last (when->points.latest_start), 0);
  if (!ends (position))
    return;
  add_day (days, when->points.earliest_end, 1);
  add_day (days, get_last (when->points.latest_end), 1);
}

GArray *
entente_positions_list_changes (const EntentePositions *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->n; i++)
    add_days_of (all, self->records[i]);
  g_array_sort (all, compare_days);
  for (guint i = 0; i < all->len; i++) {
    gint64 day = g_array_index (all, gint64, i);

    if (days->len == 0 || g_array_index (days, gint64, days->len - 1) != day)
      g_array_append_val (days, day);
  }
  return days;
}

gboolean
entente_positions_get_extent (const EntentePositions *self, EntenteSpan *extent)
{
  g_autoptr (GArray) days = entente_positions_list_changes (self);

  if (days->len == 0)
    return FALSE;
  extent->start = g_array_index (days, gint64, 0);
  extent->end = g_array_index (days, gint64, days->len - 1) + ENTENTE_SECONDS_PER_DAY;
  return TRUE;
}
