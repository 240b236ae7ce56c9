/* Taking from a session what its timeline shows, and making a picture of it. */
#include "config.h"

#include "entente-picture-inputs.h"
#include "entente-position-list.h"
#include "entente-summary-redaction.h"
#include <glib/gi18n.h>

struct _EntentePictureInputs {
  EntenteStudy *study;
  EntenteChronicle *chronicle;
  EntenteQuery *query;
  EntenteBitset *rows;
  EntentePictureChoice choice;
  GArray *selection; /* EntenteId */
  EntenteId article;
  guint shelf_days;
  EntentePositions *positions; /* or NULL */
  char *title, *filter, *remark, *lanes;
  gint64 version;
};

/* ---- on the main thread ---- */

/* The rows that the session shows; none while they are not those of the chronicle of now. */
static void
take_rows (EntentePictureInputs *self, EntenteSession *session)
{
  const EntenteBitset *filtered = entente_session_get_filtered (session);
  guint n_rows = entente_chronicle_get_n_rows (self->chronicle);

  if (!filtered || filtered->n_rows != n_rows)
    self->rows = entente_bitset_new (n_rows);
  else if (self->choice.leave_out_private)
    self->rows = entente_picture_leave_out_private (self->chronicle, filtered, &self->remark);
  else
    self->rows = entente_bitset_ref (filtered);
}

static GArray *
copy_ids (const GArray *ids)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (ids)
    g_array_append_vals (copy, ids->data, ids->len);
  return copy;
}

/* Those that the timeline shows. */
static EntentePositions *
find_positions (EntenteSession *session)
{
  EntentePositionList *list = entente_session_get_positions (session);

  return entente_position_list_is_on_timeline (list)
           ? entente_positions_ref (entente_position_list_get (list))
           : NULL;
}

/* A sentence on those that go by another name is added to the remark. */
static void
tell_pseudonyms (EntentePictureInputs *self)
{
  guint n = entente_summary_redaction_count (self->chronicle);
  g_autofree char *others = g_steal_pointer (&self->remark);
  g_autofree char *names =
    g_strdup_printf (ngettext ("%u actor goes by a pseudonym.", "%u actors go by a pseudonym.", n),
                     n);

  self->remark = others ? g_strdup_printf ("%s %s", others, names) : g_steal_pointer (&names);
}

EntentePictureInputs *
entente_picture_inputs_new (EntenteSession *session, const EntentePictureChoice *choice)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  EntentePictureInputs *self = g_new0 (EntentePictureInputs, 1);

  self->study = g_object_ref (entente_session_get_study (session));
  self->chronicle = entente_chronicle_ref (entente_study_get_chronicle (self->study));
  self->query = entente_query_ref ((EntenteQuery *) entente_session_get_query (session));
  self->choice = *choice;
  self->lanes = g_strdup (choice->lanes);
  self->choice.lanes = NULL;
  take_rows (self, session);
  if (choice->pseudonyms)
    tell_pseudonyms (self);
  self->positions = find_positions (session);
  self->selection = copy_ids (entente_session_get_selection (session));
  self->article = entente_session_get_article (session);
  self->shelf_days = (guint) g_settings_get_int (settings, "order-by-days-limit");
  self->title = g_strdup (entente_study_get_title (self->study));
  self->filter = entente_study_format_query (self->study, self->query);
  self->version = entente_study_get_version (self->study);
  return self;
}

void
entente_picture_inputs_free (EntentePictureInputs *self)
{
  g_object_unref (self->study);
  entente_chronicle_unref (self->chronicle);
  entente_query_unref (self->query);
  entente_bitset_unref (self->rows);
  g_clear_pointer (&self->positions, entente_positions_unref);
  g_array_unref (self->selection);
  g_free (self->title);
  g_free (self->filter);
  g_free (self->remark);
  g_free (self->lanes);
  g_free (self);
}

/* ---- in a thread ---- */

static char **
read_titles (gpointer study, const EntenteId *events, guint n, GError **error)
{
  return entente_study_read_titles (study, events, n, error);
}

static EntenteEvent *
read_event (gpointer study, EntenteId event, GError **error)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (study, event, error);

  return detail ? entente_event_ref (detail->event) : NULL;
}

static void
progress_cb (double fraction, gpointer permille)
{
  g_atomic_int_set ((int *) permille, (int) (fraction * 1000));
}

EntentePicture *
entente_picture_inputs_make (EntentePictureInputs *self,
                             int *permille,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (EntenteChronicle) shown = self->choice.pseudonyms
                                         ? entente_summary_redaction_apply (self->chronicle)
                                         : entente_chronicle_ref (self->chronicle);
  g_autofree char *redacted =
    self->choice.pseudonyms ? entente_query_format (self->query, shown) : NULL;
  EntentePictureOptions options;

  entente_picture_options_init (&options);
  options.chronicle = shown;
  options.rows = self->rows;
  options.positions = self->positions;
  options.source = (EntentePictureSource){ read_titles, read_event, self->study };
  options.has_span = self->choice.has_span;
  options.span = self->choice.span;
  options.width_px = self->choice.width_px;
  options.black = self->choice.black;
  options.transparent = self->choice.transparent;
  options.links = self->choice.links;
  options.selection = (const EntenteId *) (gpointer) self->selection->data;
  options.n_selection = self->selection->len;
  options.lanes = self->lanes;
  options.article = self->article;
  options.shelf_days = self->shelf_days;
  options.study = self->title;
  options.filter = redacted ? redacted : self->filter;
  options.remark = self->remark;
  options.version = self->version;
  options.progress = permille ? progress_cb : NULL;
  options.progress_data = permille;
  return entente_picture_new (&options, cancellable, error);
}
