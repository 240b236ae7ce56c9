/* How far two coders agree. Both files are read whole; what they say is numbered, and chronicle/
 * does the sums. */
#include "config.h"

#include "entente-copy-agreement-private.h"

#include <glib/gi18n-lib.h>

#define MAX_TRIES 3

/* ---- values ---- */

/* Numbers for what was said, one for each text. */
static guint
number_text (GHashTable *numbers, const char *text)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (numbers, text, NULL, &number)) {
    number = GUINT_TO_POINTER (g_hash_table_size (numbers));
    g_hash_table_insert (numbers, g_strdup (text), number);
  }
  return GPOINTER_TO_UINT (number);
}

static double
differ_nominal (guint a, guint b, gpointer data)
{
  return a != b;
}

static EntenteAgreement
measure_kinds (const GArray *pairs)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *values = g_new (guint, 2 * pairs->len + 1);

  for (guint i = 0; i < pairs->len; i++) {
    const EntenteCopyTwo *two = &g_array_index (pairs, EntenteCopyTwo, i);

    values[i] = number_text (numbers, two->mine->kind);
    values[pairs->len + i] = number_text (numbers, two->theirs->kind);
  }
  return entente_agreement_measure_kinds (values,
                                          2,
                                          pairs->len,
                                          g_hash_table_size (numbers),
                                          differ_nominal,
                                          NULL);
}

static EntenteSpan
get_window (const EntenteEvent *event)
{
  static const EntenteSpan undated = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  return event->when ? entente_date_get_window (event->when) : undated;
}

static double
differ_windows (guint a, guint b, gpointer data)
{
  const GArray *windows = data;

  return entente_agreement_differ_windows (g_array_index (windows, EntenteSpan, a),
                                           g_array_index (windows, EntenteSpan, b));
}

/* One number for each window. */
static guint
number_window (GHashTable *numbers, GArray *windows, const EntenteEvent *event)
{
  EntenteSpan window = get_window (event);
  g_autofree char *text =
    g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, window.start, window.end);
  guint number = number_text (numbers, text);

  if (number == windows->len)
    g_array_append_val (windows, window);
  return number;
}

static EntenteAgreement
measure_dates (const GArray *pairs)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (EntenteSpan));
  g_autofree guint *values = g_new (guint, 2 * pairs->len + 1);

  for (guint i = 0; i < pairs->len; i++) {
    const EntenteCopyTwo *two = &g_array_index (pairs, EntenteCopyTwo, i);

    values[i] = number_window (numbers, windows, two->mine);
    values[pairs->len + i] = number_window (numbers, windows, two->theirs);
  }
  return entente_agreement_measure_kinds (values,
                                          2,
                                          pairs->len,
                                          windows->len,
                                          differ_windows,
                                          windows);
}

static const GArray *
get_actors (const EntenteCopySide *side, const EntenteEvent *event, const GArray *none)
{
  const GArray *actors = g_hash_table_lookup (side->actors, &event->record.id);

  return actors ? actors : none;
}

static guint
number_set (GHashTable *numbers, GPtrArray *sets, const GArray *set)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint number;

  for (guint i = 0; i < set->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", g_array_index (set, EntenteId, i));
  number = number_text (numbers, text->str);
  if (number == sets->len)
    g_ptr_array_add (sets, (gpointer) set);
  return number;
}

static double
differ_sets (guint a, guint b, gpointer data)
{
  const GPtrArray *sets = data;

  return entente_agreement_differ_sets (sets->pdata[a], sets->pdata[b]);
}

static EntenteAgreement
measure_actors (const GArray *pairs, const EntenteCopySide *mine, const EntenteCopySide *theirs)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sets = g_ptr_array_new ();
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_autofree guint *values = g_new (guint, 2 * pairs->len + 1);

  for (guint i = 0; i < pairs->len; i++) {
    const EntenteCopyTwo *two = &g_array_index (pairs, EntenteCopyTwo, i);

    values[i] = number_set (numbers, sets, get_actors (mine, two->mine, none));
    values[pairs->len + i] = number_set (numbers, sets, get_actors (theirs, two->theirs, none));
  }
  return entente_agreement_measure_kinds (values, 2, pairs->len, sets->len, differ_sets, sets);
}

/* ---- links ---- */

/* "pair pair" -> type + 1, of the links between paired moves. */
static GHashTable *
index_links (const EntenteCopySide *side, GHashTable *places)
{
  GHashTable *types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < side->links->len; i++) {
    const EntenteLink *link = side->links->pdata[i];
    gpointer from = g_hash_table_lookup (places, &link->from);
    gpointer to = g_hash_table_lookup (places, &link->to);

    if (from && to)
      g_hash_table_insert (
        types,
        g_strdup_printf ("%u %u", GPOINTER_TO_UINT (from), GPOINTER_TO_UINT (to)),
        GINT_TO_POINTER ((int) link->type + 1));
  }
  return types;
}

static GHashTable *
index_places (const GArray *pairs, gboolean theirs)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < pairs->len; i++) {
    const EntenteCopyTwo *two = &g_array_index (pairs, EntenteCopyTwo, i);
    const EntenteEvent *event = theirs ? two->theirs : two->mine;

    g_hash_table_insert (places, (gpointer) &event->record.id, GUINT_TO_POINTER (i + 1));
  }
  return places;
}

static void
add_links (GArray *units, GHashTable *from, GHashTable *other, gboolean swapped)
{
  GHashTableIter iter;
  gpointer key, type;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &type)) {
    guint there = GPOINTER_TO_UINT (g_hash_table_lookup (other, key));
    guint unit[2] = { GPOINTER_TO_UINT (type), there };

    if (swapped) {
      unit[0] = 0;
      unit[1] = GPOINTER_TO_UINT (type);
    }
    if (!swapped || there == 0)
      g_array_append_vals (units, unit, 2);
  }
}

static EntenteAgreement
measure_links (const GArray *pairs, const EntenteCopySide *mine, const EntenteCopySide *theirs)
{
  g_autoptr (GHashTable) my_places = index_places (pairs, FALSE);
  g_autoptr (GHashTable) their_places = index_places (pairs, TRUE);
  g_autoptr (GHashTable) own = index_links (mine, my_places);
  g_autoptr (GHashTable) other = index_links (theirs, their_places);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *values = NULL;
  guint n;

  add_links (units, own, other, FALSE);
  add_links (units, other, own, TRUE);
  n = units->len / 2;
  values = g_new (guint, units->len + 1);
  for (guint i = 0; i < n; i++) {
    values[i] = g_array_index (units, guint, 2 * i);
    values[n + i] = g_array_index (units, guint, 2 * i + 1);
  }
  return entente_agreement_measure_kinds (values,
                                          2,
                                          n,
                                          (guint) entente_enum_count (ENTENTE_ENUM_LINK_TYPE) + 1,
                                          differ_nominal,
                                          NULL);
}

/* ---- the whole ---- */

static guint
count_alike (const GArray *pairs, const EntenteCopySide *mine, const EntenteCopySide *theirs)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++) {
    const EntenteCopyTwo *two = &g_array_index (pairs, EntenteCopyTwo, i);

    n += g_strcmp0 (two->mine->kind, two->theirs->kind) == 0 &&
         entente_agreement_differ_windows (get_window (two->mine), get_window (two->theirs)) == 0 &&
         entente_agreement_differ_sets (get_actors (mine, two->mine, none),
                                        get_actors (theirs, two->theirs, none)) == 0;
  }
  return n;
}

/* Somebody may go on working in the study: what was read across a step is read again, unless one
 * follows the other. */
static gboolean
read_mine (EntenteCopySide *mine, EntenteStore *store, GCancellable *cancellable, GError **error)
{
  gint64 version;

  for (guint i = 0; i < MAX_TRIES; i++) {
    version = entente_store_get_version (store);
    if (!entente_copy_side_read (mine, store, NULL, cancellable, error))
      return FALSE;
    if (entente_store_get_version (store) == version)
      break;
  }
  return TRUE;
}

gboolean
entente_copy_agreement_read (EntenteStore *store,
                             const char *path,
                             GCancellable *cancellable,
                             EntenteCopyAgreement *agreement,
                             GError **error)
{
  g_autoptr (EntenteStore) other =
    entente_store_open (path, ENTENTE_OPEN_READ_ONLY, cancellable, error);
  g_autoptr (GHashTable) map =
    other ? entente_copy_map_actors (store, other, cancellable, error) : NULL;
  g_auto (EntenteCopySide) mine = { 0 };
  g_auto (EntenteCopySide) theirs = { 0 };
  g_autoptr (GArray) pairs = NULL;

  *agreement = (EntenteCopyAgreement){ 0 };
  if (!map || !read_mine (&mine, store, cancellable, error) ||
      !entente_copy_side_read (&theirs, other, map, cancellable, error))
    return FALSE;
  pairs = entente_copy_pair_events (&mine, &theirs, agreement);
  agreement->kinds = measure_kinds (pairs);
  agreement->dates = measure_dates (pairs);
  agreement->actors = measure_actors (pairs, &mine, &theirs);
  agreement->links = measure_links (pairs, &mine, &theirs);
  agreement->n_alike = count_alike (pairs, &mine, &theirs);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

char *
entente_copy_agreement_format (const EntenteAgreement *agreement)
{
  g_autofree char *units =
    g_strdup_printf (ngettext ("%u unit", "%u units", agreement->n_units), agreement->n_units);

  if (!agreement->is_defined)
    /* Translators: how many units there were, "1 unit". */
    return g_strdup_printf (_ ("too few to say (%s)"), units);
  return g_strdup_printf ("%.2f (%s)", agreement->alpha, units);
}

char *
entente_copy_agreement_describe (const EntenteCopyAgreement *agreement)
{
  g_autofree char *both =
    g_strdup_printf (ngettext ("%u move is in both copies, %u of them alike",
                               "%u moves are in both copies, %u of them alike",
                               agreement->n_pairs),
                     agreement->n_pairs,
                     agreement->n_alike);

  /* Translators: "40 moves are in both copies, 30 of them alike"; then how many only one has. */
  return g_strdup_printf (_ ("%s; only here: %u, only there: %u."),
                          both,
                          agreement->n_only_mine,
                          agreement->n_only_theirs);
}

/* ---- in a thread ---- */

typedef struct {
  EntenteStore *store;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_free (job->path);
  g_free (job);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  EntenteCopyAgreement *agreement = g_new (EntenteCopyAgreement, 1);
  GError *error = NULL;

  if (entente_copy_agreement_read (job->store, job->path, cancellable, agreement, &error)) {
    g_task_return_pointer (task, agreement, g_free);
    return;
  }
  g_free (agreement);
  g_task_return_error (task, error);
}

void
entente_study_read_agreement_async (EntenteStudy *study,
                                    const char *path,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  job->store = g_object_ref (entente_study_get_store (study));
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, job_free);
  g_task_set_source_tag (task, entente_study_read_agreement_async);
  g_task_run_in_thread (task, read_thread);
}

EntenteCopyAgreement *
entente_study_read_agreement_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
