/* What becomes of an article's marks under a corrected text, and the step that carries it out.
 *
 * Marks that an earlier correction left behind are looked for too, each in the text that it stands
 * in. Nothing old is changed but which words a claim, link, order or position rests on.
 */
#include "config.h"

#include "entente-correction.h"

#include <glib/gi18n-lib.h>

#include "entente-article-detail.h"
#include "entente-commands-private.h"
#include "entente-study-thread.h"

typedef struct {
  EntenteStore *store;
  const EntenteChronicle *chronicle;
  EntenteId article;
  GCancellable *cancellable;
  EntenteCorrection *correction;
} Work;

static void
free_mark (gpointer data)
{
  EntenteCorrectedMark *mark = data;

  entente_passage_unref (mark->passage);
  g_clear_pointer (&mark->fresh, entente_passage_unref);
  g_ptr_array_unref (mark->bearers);
  g_free (mark);
}

static EntenteCorrection *
create_correction (EntenteRevision *before, const char *text)
{
  EntenteCorrection *self = g_new0 (EntenteCorrection, 1);
  gboolean is_ended = g_str_has_suffix (text, "\n");

  self->before = entente_revision_ref (before);
  self->revision = entente_revision_new ();
  self->revision->article = before->article;
  self->revision->number = before->number + 1;
  self->revision->made_from = before->record.id;
  self->revision->text = g_strconcat (text, is_ended ? NULL : "\n", NULL);
  self->revision->sha256 =
    g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->revision->text, -1);
  self->marks = g_ptr_array_new_with_free_func (free_mark);
  self->footnotes = g_ptr_array_new_with_free_func (entente_record_unref);
  self->rejections = g_ptr_array_new_with_free_func (entente_record_unref);
  self->events = g_ptr_array_new_with_free_func (entente_record_unref);
  return self;
}

void
entente_correction_free (EntenteCorrection *self)
{
  entente_revision_unref (self->before);
  entente_revision_unref (self->revision);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->footnotes);
  g_ptr_array_unref (self->rejections);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/* ---- marks ---- */

static gboolean
add_bearers (const Work *work, EntenteCorrectedMark *mark, EntenteEntity entity, GError **error)
{
  g_autoptr (GPtrArray) found = entente_store_list_of (work->store,
                                                       entity,
                                                       ENTENTE_ENTITY_PASSAGE,
                                                       mark->passage->record.id,
                                                       error);

  if (!found)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (mark->bearers, entente_record_ref (found->pdata[i]));
  return TRUE;
}

/* An event is told where its first words stand; those that it was read from move with it. */
static void
follow_telling (const Work *work, const EntenteCorrectedMark *mark, const EntenteClaim *claim)
{
  guint row = entente_chronicle_find_row (work->chronicle, claim->event);
  EntenteEventRow facts;
  EntenteEvent *event;

  if (row == ENTENTE_NO_INDEX)
    return;
  entente_chronicle_get_row (work->chronicle, row, &facts);
  if (facts.telling != mark->passage->start || facts.telling == mark->fresh->start)
    return;
  event = entente_event_new ();
  event->record.id = claim->event;
  event->telling = mark->fresh->start;
  g_ptr_array_add (work->correction->events, event);
}

static void
place_mark (EntenteReattach *reattach, EntenteCorrectedMark *mark)
{
  mark->found = entente_reattach_find (reattach, mark->passage);
  mark->moves = mark->found.grade == ENTENTE_REATTACHED_SAME ||
                mark->found.grade == ENTENTE_REATTACHED_MOVED ||
                mark->found.likeness >= ENTENTE_CORRECTION_LIKE;
  if (mark->found.grade != ENTENTE_REATTACHED_LOST)
    mark->fresh = entente_reattach_create_passage (reattach, &mark->found);
}

/* A passage on which nothing rests is no mark. */
static gboolean
add_mark (const Work *work, EntenteReattach *reattach, EntentePassage *passage, GError **error)
{
  static const EntenteEntity entities[] = { ENTENTE_ENTITY_CLAIM,
                                            ENTENTE_ENTITY_LINK,
                                            ENTENTE_ENTITY_ORDER,
                                            ENTENTE_ENTITY_POSITION };
  EntenteCorrectedMark *mark = g_new0 (EntenteCorrectedMark, 1);

  mark->passage = entente_passage_ref (passage);
  mark->bearers = g_ptr_array_new_with_free_func (entente_record_unref);
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (!add_bearers (work, mark, entities[i], error)) {
      free_mark (mark);
      return FALSE;
    }
  if (mark->bearers->len == 0) {
    free_mark (mark);
    return TRUE;
  }
  place_mark (reattach, mark);
  g_ptr_array_add (work->correction->marks, mark);
  return TRUE;
}

static int
compare_passages (gconstpointer a, gconstpointer b)
{
  const EntentePassage *one = *(const EntentePassage *const *) a;
  const EntentePassage *other = *(const EntentePassage *const *) b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (one->record.id > other->record.id) - (one->record.id < other->record.id);
}

static gboolean
add_marks (const Work *work,
           EntenteReattach *reattach,
           const EntenteRevision *revision,
           GError **error)
{
  g_autoptr (GPtrArray) passages = entente_store_list_of (work->store,
                                                          ENTENTE_ENTITY_PASSAGE,
                                                          ENTENTE_ENTITY_REVISION,
                                                          revision->record.id,
                                                          error);

  if (!passages)
    return FALSE;
  g_ptr_array_sort (passages, compare_passages);
  for (guint i = 0; i < passages->len; i++)
    if (g_cancellable_set_error_if_cancelled (work->cancellable, error) ||
        !add_mark (work, reattach, passages->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
follow_events (const Work *work)
{
  for (guint i = 0; i < work->correction->marks->len; i++) {
    const EntenteCorrectedMark *mark = work->correction->marks->pdata[i];

    if (!mark->fresh || mark->passage->revision != work->correction->before->record.id)
      continue;
    for (guint k = 0; k < mark->bearers->len; k++)
      if (((EntenteRecord *) mark->bearers->pdata[k])->entity == ENTENTE_ENTITY_CLAIM)
        follow_telling (work, mark, mark->bearers->pdata[k]);
  }
}

/* ---- notes and rejections ---- */

static gboolean
map_footnotes (const Work *work, EntenteReattach *reattach, GError **error)
{
  EntenteCorrection *self = work->correction;
  g_autoptr (GPtrArray) notes = entente_store_list_of (work->store,
                                                       ENTENTE_ENTITY_FOOTNOTE,
                                                       ENTENTE_ENTITY_REVISION,
                                                       self->before->record.id,
                                                       error);

  if (!notes)
    return FALSE;
  g_ptr_array_sort (notes, entente_footnote_compare_positions);
  for (guint i = 0; i < notes->len; i++) {
    const EntenteFootnote *old = notes->pdata[i];
    EntenteFootnote *note = entente_footnote_copy (old);

    note->record.id = ENTENTE_ID_NONE;
    note->position = entente_reattach_map (reattach, old->position);
    self->n_notes_lost += old->position >= 0 && note->position < 0;
    g_ptr_array_add (self->footnotes, note);
  }
  return TRUE;
}

static void
copy_footnotes (const Work *work, const GPtrArray *footnotes)
{
  for (guint i = 0; i < footnotes->len; i++) {
    EntenteFootnote *note = entente_footnote_copy (footnotes->pdata[i]);

    note->record.id = ENTENTE_ID_NONE;
    g_ptr_array_add (work->correction->footnotes, note);
  }
}

/* What was rejected is not proposed again where the same words stand. */
static gboolean
map_rejections (const Work *work, EntenteReattach *reattach, GError **error)
{
  const EntenteRevision *before = work->correction->before;
  g_autoptr (GPtrArray) rejections = entente_store_list_of (work->store,
                                                            ENTENTE_ENTITY_REJECTION,
                                                            ENTENTE_ENTITY_REVISION,
                                                            before->record.id,
                                                            error);

  if (!rejections)
    return FALSE;
  for (guint i = 0; i < rejections->len; i++) {
    const EntenteRejection *old = rejections->pdata[i];
    g_autoptr (EntentePassage) passage = entente_passage_new ();
    EntenteReattachment found;
    EntenteRejection *fresh;

    passage->start = old->start;
    passage->end = old->end;
    found = entente_reattach_find (reattach, passage);
    if (found.grade != ENTENTE_REATTACHED_SAME)
      continue;
    fresh = entente_rejection_copy (old);
    fresh->record.id = ENTENTE_ID_NONE;
    fresh->start = found.start;
    fresh->end = found.end;
    g_ptr_array_add (work->correction->rejections, fresh);
  }
  return TRUE;
}

/* ---- all of it ---- */

static gboolean
correct_from (const Work *work,
              const EntenteRevision *revision,
              const GPtrArray *footnotes,
              GError **error)
{
  gboolean is_newest = revision->record.id == work->correction->before->record.id;
  g_autoptr (EntenteReattach) reattach = entente_reattach_new (revision->text ? revision->text : "",
                                                               work->correction->revision->text,
                                                               work->cancellable,
                                                               error);

  if (!reattach || !add_marks (work, reattach, revision, error))
    return FALSE;
  if (!is_newest)
    return TRUE;
  if (footnotes)
    copy_footnotes (work, footnotes);
  else if (!map_footnotes (work, reattach, error))
    return FALSE;
  return map_rejections (work, reattach, error);
}

static gboolean
check_text (const EntenteRevision *before, const EntenteRevision *revision, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (revision->text));

  if (*stripped && g_strcmp0 (before->text, revision->text) != 0)
    return TRUE;
  g_set_error_literal (error,
                       ENTENTE_ERROR,
                       ENTENTE_ERROR_INVALID,
                       *stripped
                         ? _ ("The text has not changed. Correct it, or cancel.")
                         : _ ("The corrected text is empty. Write it, or delete the article."));
  return FALSE;
}

EntenteCorrection *
entente_correction_new (EntenteStore *store,
                        const EntenteChronicle *chronicle,
                        EntenteId article,
                        const char *text,
                        const GPtrArray *footnotes,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) revisions =
    entente_store_list_of (store, ENTENTE_ENTITY_REVISION, ENTENTE_ENTITY_ARTICLE, article, error);
  g_autoptr (EntenteRevision) newest =
    revisions ? entente_store_get_newest_revision (store, article, error) : NULL;
  g_autoptr (EntenteCorrection) self = NULL;
  Work work = { store, chronicle, article, cancellable };

  if (!newest) {
    if (error && !*error)
      g_set_error_literal (
        error,
        ENTENTE_ERROR,
        ENTENTE_ERROR_INVALID,
        _ ("The article has no text that could be corrected; import it with its text."));
    return NULL;
  }
  self = work.correction = create_correction (newest, text);
  if (!check_text (newest, self->revision, error))
    return NULL;
  for (guint i = 0; i < revisions->len; i++)
    if (!correct_from (&work, revisions->pdata[i], footnotes, error))
      return NULL;
  follow_events (&work);
  return g_steal_pointer (&self);
}

guint
entente_correction_count (const EntenteCorrection *self, EntenteReattachGrade grade)
{
  guint n = 0;

  for (guint i = 0; i < self->marks->len; i++)
    n += ((EntenteCorrectedMark *) self->marks->pdata[i])->found.grade == grade;
  return n;
}

char *
entente_correction_describe (const EntenteCorrection *self)
{
  guint n_same = entente_correction_count (self, ENTENTE_REATTACHED_SAME);
  guint n_moved = entente_correction_count (self, ENTENTE_REATTACHED_MOVED);
  guint n_changed = entente_correction_count (self, ENTENTE_REATTACHED_CHANGED);
  guint n_lost = entente_correction_count (self, ENTENTE_REATTACHED_LOST);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
    text,
    ngettext ("%u mark found as it was", "%u marks found as they were", n_same),
    n_same);
  if (n_moved > 0)
    g_string_append_printf (text, ngettext (" · %u moved", " · %u moved", n_moved), n_moved);
  if (n_changed > 0)
    g_string_append_printf (
      text,
      ngettext (" · %u with changed words", " · %u with changed words", n_changed),
      n_changed);
  if (n_lost > 0)
    g_string_append_printf (text, ngettext (" · %u not found", " · %u not found", n_lost), n_lost);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- in a thread ---- */

typedef struct {
  EntenteStore *store;
  EntenteChronicle *chronicle;
  EntenteId article;
  char *text;
  GPtrArray *footnotes;
} Wanted;

static void
free_wanted (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->store);
  entente_chronicle_unref (wanted->chronicle);
  g_free (wanted->text);
  g_clear_pointer (&wanted->footnotes, g_ptr_array_unref);
  g_free (wanted);
}

static gpointer
correct (gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return entente_correction_new (wanted->store,
                                 wanted->chronicle,
                                 wanted->article,
                                 wanted->text,
                                 wanted->footnotes,
                                 cancellable,
                                 error);
}

void
entente_study_correct_async (EntenteStudy *study,
                             EntenteId article,
                             const char *text,
                             GPtrArray *footnotes,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ g_object_ref (entente_study_get_store (study)),
                      entente_chronicle_ref (entente_study_get_chronicle (study)),
                      article,
                      g_strdup (text),
                      footnotes ? g_ptr_array_ref (footnotes) : NULL };
  entente_study_run_in_thread (g_task_new (study, cancellable, callback, user_data),
                               correct,
                               wanted,
                               free_wanted,
                               (GDestroyNotify) entente_correction_free);
}

EntenteCorrection *
entente_study_correct_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
