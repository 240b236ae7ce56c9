/* A job at a time: the notes of the file, then the thread; a change in between calls it off and
 * begins anew. Main thread, but for run_job(). */
#include "config.h"

#include "entente-loose-ends.h"

#include "entente-scene.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteChronicle *chronicle;
  EntenteQuestionNotes *notes;
  EntenteAnswerProposals *proposals; /* what comes of it */
  EntenteQuestions *questions;
  gboolean cancelled; /* atomic */
} Job;

struct _EntenteLooseEnds {
  GObject parent_instance;

  EntenteStudy *study; /* weak: the study's data points here */
  EntenteQuestionNotes *notes; /* or NULL: not read yet */
  GCancellable *reading; /* or NULL */
  Job *job; /* in a thread, or NULL */
  EntenteAnswerProposals *proposals; /* or NULL */
  EntenteQuestions *questions; /* or NULL */
  GHashTable *steps; /* EntenteId of a move -> number of its proposal that shows */
};

G_DEFINE_FINAL_TYPE (EntenteLooseEnds, entente_loose_ends, G_TYPE_OBJECT)

enum { CHANGED, STEPPED, N_SIGNALS };
static guint signals[N_SIGNALS];
static G_DEFINE_QUARK (entente_loose_ends, ends_of_study)

  static void clear_job (gpointer data)
{
  Job *job = data;

  entente_chronicle_unref (job->chronicle);
  entente_question_notes_unref (job->notes);
  entente_answer_proposals_unref (job->proposals);
  entente_questions_unref (job->questions);
}

static void
unref_job (gpointer job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

static void
call_off (EntenteLooseEnds *self)
{
  if (!self->job)
    return;
  g_atomic_int_set (&self->job->cancelled, TRUE);
  g_clear_pointer (&self->job, unref_job);
}

/* ---- computing ---- */

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GArray) refusals = entente_question_notes_list_refusals (job->notes);

  job->proposals = entente_answer_proposals_new (job->chronicle, refusals, &job->cancelled);
  if (job->proposals)
    job->questions = entente_questions_new (job->chronicle, job->notes);
  g_task_return_boolean (task, job->questions != NULL);
}

static void
take (EntenteLooseEnds *self, Job *job)
{
  entente_answer_proposals_unref (self->proposals);
  entente_questions_unref (self->questions);
  self->proposals = g_steal_pointer (&job->proposals);
  self->questions = g_steal_pointer (&job->questions);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteLooseEnds) self = data;
  Job *job = g_task_get_task_data (G_TASK (result));

  if (job != self->job)
    return;
  g_atomic_rc_box_acquire (job);
  g_clear_pointer (&self->job, unref_job);
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    take (self, job);
  unref_job (job);
}

static void
compute (EntenteLooseEnds *self)
{
  g_autoptr (GTask) task = NULL;

  call_off (self);
  if (!self->study || !self->notes)
    return;
  self->job = g_atomic_rc_box_new0 (Job);
  self->job->chronicle = entente_chronicle_ref (entente_study_get_chronicle (self->study));
  self->job->notes = entente_question_notes_ref (self->notes);
  /* The thread may be the last to let go of the task; the source ends in the main thread. */
  task = g_task_new (NULL, NULL, done_cb, g_object_ref (self));
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->job), unref_job);
  g_task_run_in_thread (task, run_job);
}

/* ---- reading ---- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteLooseEnds) self = data;
  g_autoptr (GError) error = NULL;
  EntenteQuestionNotes *notes =
    entente_study_read_question_notes_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (!notes)
    return;
  g_clear_pointer (&self->notes, entente_question_notes_unref);
  self->notes = notes;
  compute (self);
}

static void
stop_reading (EntenteLooseEnds *self)
{
  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_notes (EntenteLooseEnds *self)
{
  stop_reading (self);
  call_off (self);
  self->reading = g_cancellable_new ();
  entente_study_read_question_notes_async (self->study,
                                           self->reading,
                                           read_cb,
                                           g_object_ref (self));
}

static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteLooseEnds *self)
{
  if (!self->notes || self->reading || entente_question_notes_are_changed (changes))
    read_notes (self);
  else
    compute (self);
}

/* ---- GObject ---- */

static void
entente_loose_ends_dispose (GObject *object)
{
  EntenteLooseEnds *self = ENTENTE_LOOSE_ENDS (object);

  stop_reading (self);
  call_off (self);
  if (self->study)
    g_object_set_qdata (G_OBJECT (self->study), ends_of_study_quark (), NULL);
  g_clear_weak_pointer (&self->study);
  g_clear_pointer (&self->notes, entente_question_notes_unref);
  g_clear_pointer (&self->proposals, entente_answer_proposals_unref);
  g_clear_pointer (&self->questions, entente_questions_unref);

  G_OBJECT_CLASS (entente_loose_ends_parent_class)->dispose (object);
}

static void
entente_loose_ends_finalize (GObject *object)
{
  g_hash_table_unref (ENTENTE_LOOSE_ENDS (object)->steps);

  G_OBJECT_CLASS (entente_loose_ends_parent_class)->finalize (object);
}

static void
entente_loose_ends_class_init (EntenteLooseEndsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->dispose = entente_loose_ends_dispose;
  object_class->finalize = entente_loose_ends_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STEPPED] = g_signal_new ("stepped",
                                   type,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_INT64);
}

static void
entente_loose_ends_init (EntenteLooseEnds *self)
{
  self->steps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

EntenteLooseEnds *
entente_loose_ends_get (EntenteStudy *study)
{
  EntenteLooseEnds *self = g_object_get_qdata (G_OBJECT (study), ends_of_study_quark ());

  if (self)
    return g_object_ref (self);
  self = g_object_new (ENTENTE_TYPE_LOOSE_ENDS, NULL);
  g_set_weak_pointer (&self->study, study);
  g_object_set_qdata (G_OBJECT (study), ends_of_study_quark (), self);
  g_signal_connect_object (study, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  read_notes (self);
  return self;
}

EntenteLooseEnds *
entente_loose_ends_peek (EntenteStudy *study)
{
  return g_object_get_qdata (G_OBJECT (study), ends_of_study_quark ());
}

EntenteAnswerProposals *
entente_loose_ends_get_proposals (EntenteLooseEnds *self)
{
  return self->proposals;
}

EntenteQuestions *
entente_loose_ends_get_questions (EntenteLooseEnds *self)
{
  return self->questions;
}

/* ---- proposals ---- */

const EntenteAnswerProposal *
entente_loose_ends_get_proposal (EntenteLooseEnds *self, EntenteId event, guint *number, guint *n)
{
  guint n_found = 0, at = GPOINTER_TO_UINT (g_hash_table_lookup (self->steps, &event));
  const EntenteAnswerProposal *found =
    self->proposals ? entente_answer_proposals_get (self->proposals, event, &n_found) : NULL;

  if (at >= n_found)
    at = 0;
  if (number)
    *number = at + 1;
  if (n)
    *n = n_found;
  return found ? found + at : NULL;
}

void
entente_loose_ends_step (EntenteLooseEnds *self, EntenteId event, int step)
{
  guint number, n;

  if (!entente_loose_ends_get_proposal (self, event, &number, &n) || n < 2)
    return;
  number = (number - 1 + n + (guint) (step < 0 ? -1 : 1)) % n;
  g_hash_table_insert (self->steps, g_memdup2 (&event, sizeof event), GUINT_TO_POINTER (number));
  g_signal_emit (self, signals[STEPPED], 0, event);
}

char *
entente_loose_ends_format_proposal (EntenteLooseEnds *self, EntenteId event)
{
  const EntenteAnswerProposal *proposal = entente_loose_ends_get_proposal (self, event, NULL, NULL);
  EntenteChronicle *chronicle;
  g_autofree char *described = NULL, *days = NULL;
  const char *title;

  if (!proposal || !self->study)
    return NULL;
  chronicle = entente_answer_proposals_get_chronicle (self->proposals);
  title = entente_study_get_event_title (self->study,
                                         entente_chronicle_get_id (chronicle, proposal->answer));
  described = title ? NULL : entente_chronicle_describe (chronicle, proposal->answer);
  days = entente_scene_format_days (chronicle, proposal->row, proposal->answer);
  /* TRANSLATORS: an answer that is only proposed: "perhaps: Kabul declines, 12 days" */
  return days ? g_strdup_printf (_ ("perhaps: %s, %s"), title ? title : described, days)
              : g_strdup_printf (_ ("perhaps: %s"), title ? title : described);
}
