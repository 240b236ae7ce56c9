/* One window for all articles that were read together; its rows are made anew for each. Main
 * thread.
 */
#include "config.h"

#include "entente-article-charset.h"
#include "entente-article-fields.h"
#include "entente-article-import.h"
#include "entente-charset-choice.h"
#include "entente-form-grid.h"
#include "entente-form-state.h"
#include "entente-form-window.h"
#include "entente-import-text.h"
#include "entente-references.h"
#include "entente-reprint-row.h"
#include <glib/gi18n.h>

#define NOTICES_SHOWN 8

typedef struct {
  EntenteFormWindow *window; /* NULL once it is gone */
  EntenteSession *session;
  GPtrArray *drafts;
  guint index; /* of the one that is shown */
  GtkWidget *content; /* of the window; holds what follows */
  GtkWidget *reprint; /* EntenteReprintRow; a proposal that comes late is nothing that was typed, so
                         it stands above the rows */
  GtkWidget *rows;
  GtkWidget *keep_all; /* button, or NULL for a single article */
  EntenteArticleFields *fields;
  EntenteImportText *text;
  char *state; /* of the rows before anything was typed */
  GArray *ids; /* of what is being written */
  guint n_writing;
  EntenteArticle
    *proposed; /* as it was read, where somebody chose another character set; or NULL */
  GCancellable *reading; /* in another character set, or NULL */
} Import;

static void show_draft (Import *import);

static void
clear_import (gpointer data)
{
  Import *import = data;

  g_clear_object (&import->reading);
  g_clear_pointer (&import->proposed, entente_article_unref);
  g_object_unref (import->session);
  g_ptr_array_unref (import->drafts);
  g_array_unref (import->ids);
  g_free (import->state);
}

static void
import_unref (gpointer import)
{
  g_rc_box_release_full (import, clear_import);
}

static EntenteArticleDraft *
get_draft (Import *import)
{
  return g_ptr_array_index (import->drafts, import->index);
}

/* ---- rows ---- */

static void
add_notices (Import *import)
{
  GPtrArray *notices = get_draft (import)->notices;

  for (guint i = 0; i < MIN (notices->len, NOTICES_SHOWN); i++)
    entente_form_grid_add_wide (import->rows,
                                entente_import_sentence_new (notices->pdata[i], "row-note"));
}

/* ---- the article as it is filled in ---- */

static const char *
get_error (Import *import)
{
  const char *error = entente_article_fields_get_error (import->fields);

  return error ? error : entente_import_text_get_error (import->text);
}

static void
store_draft (Import *import)
{
  EntenteArticleDraft *draft = get_draft (import);
  EntenteArticle *article = entente_article_fields_create (import->fields, draft->article);

  article->origin = entente_reprint_row_get_origin (ENTENTE_REPRINT_ROW (import->reprint));
  entente_article_unref (draft->article);
  draft->article = article;
  entente_import_text_store (import->text);
}

static gboolean
is_touched (GtkWidget *content)
{
  Import *import = g_object_get_data (G_OBJECT (content), "entente-import");

  return entente_form_state_differs (import->rows, import->state);
}

static void
changed_cb (Import *import)
{
  if (import->window)
    entente_form_window_set_can_accept (import->window,
                                        import->n_writing == 0 && !import->reading &&
                                          !get_error (import));
}

/* An outlet that the study knows under this name is that actor. */
static void
find_outlet (Import *import, EntenteArticleDraft *draft)
{
  entente_references_resolve_outlet (
    entente_study_get_chronicle (entente_session_get_study (import->session)),
    draft->article);
}

/* ---- one after the other ---- */

static void
set_writing (Import *import, guint n)
{
  import->n_writing = n;
  if (!import->window)
    return;
  /* A field does not notice that it lost the keyboard by resting. */
  gtk_window_set_focus (GTK_WINDOW (import->window), NULL);
  gtk_widget_set_sensitive (import->content, n == 0);
  entente_form_window_set_can_accept (import->window, n == 0);
}

static void
go_on (Import *import, guint n)
{
  import->index += n;
  g_clear_pointer (&import->proposed, entente_article_unref);
  if (!import->window)
    return;
  entente_form_window_restart (import->window);
  if (import->index < import->drafts->len)
    show_draft (import);
  else
    entente_form_window_finish (import->window);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *import = data;
  EntenteSession *session = ENTENTE_SESSION (source);
  g_autoptr (GError) error = NULL;
  gboolean applied = entente_session_apply_finish (session, result, &error);
  guint n = import->n_writing;

  set_writing (import, 0);
  if (applied) {
    entente_session_set_article (session,
                                 g_array_index (import->ids, EntenteId, import->ids->len - 1));
    go_on (import, n);
  } else if (import->window) {
    entente_form_window_set_error (import->window, error->message);
  } else {
    entente_session_notify_user (session, error->message, 0);
  }
  import_unref (import);
}

/* The one that is shown and those behind it, as one step. */
static void
keep (Import *import, guint n)
{
  const char *error = get_error (import);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
  g_autofree char *message =
    g_strdup_printf (ngettext ("%u article added", "%u articles added", n), n);

  if (import->n_writing > 0 || import->reading)
    return;
  entente_form_window_set_error (import->window, error);
  if (error)
    return;
  store_draft (import);
  for (guint i = 0; i < n; i++) {
    EntenteArticleDraft *draft = import->drafts->pdata[import->index + i];

    if (i > 0)
      find_outlet (import, draft);
    g_ptr_array_add (drafts, draft);
  }
  g_array_set_size (import->ids, n);
  set_writing (import, n);
  entente_session_apply_async (
    import->session,
    entente_commands_add_articles (drafts, (EntenteId *) (gpointer) import->ids->data),
    message,
    applied_cb,
    g_rc_box_acquire (import));
}

static void
accept_cb (EntenteFormWindow *window, Import *import)
{
  keep (import, 1);
}

static void
keep_all_cb (Import *import)
{
  keep (import, import->drafts->len - import->index);
}

static void
skip_cb (Import *import)
{
  g_cancellable_cancel (import->reading);
  g_clear_object (&import->reading);
  entente_form_window_set_error (import->window, NULL);
  gtk_window_set_focus (GTK_WINDOW (import->window), NULL);
  go_on (import, 1);
}

/* ---- character sets ---- */

typedef struct {
  Import *import;
  GCancellable *reading;
} Rereading;

static void
take_draft (Import *import, EntenteArticleDraft *draft)
{
  EntenteArticleDraft *before = get_draft (import);
  g_autoptr (EntenteArticle) typed =
    entente_article_fields_create (import->fields, before->article);
  gboolean was_touched = entente_form_state_differs (import->rows, import->state);
  g_autoptr (EntenteArticle) proposed = import->proposed;

  find_outlet (import, draft);
  import->proposed = entente_article_copy (draft->article);
  entente_article_fields_keep_typed (draft->article, proposed ? proposed : before->article, typed);
  entente_article_draft_free (before);
  import->drafts->pdata[import->index] = draft;
  show_draft (import);
  if (!was_touched)
    return;
  g_free (import->state);
  import->state = g_strdup ("");
}

static void
reread_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Rereading *rereading = data;
  g_autoptr (GCancellable) reading = rereading->reading;
  Import *import = rereading->import;
  g_autoptr (GError) error = NULL;
  EntenteArticleDraft *draft = entente_article_read_in_charset_finish (result, &error);

  if (import->window && import->reading == reading) {
    g_clear_object (&import->reading);
    if (draft)
      take_draft (import, g_steal_pointer (&draft));
    else
      entente_form_window_set_error (import->window, error->message);
    changed_cb (import);
  }
  g_clear_pointer (&draft, entente_article_draft_free);
  import_unref (import);
}

/* What is chosen while another set is tried takes its place. */
static void
charset_cb (GtkWidget *choice, GParamSpec *pspec, Import *import)
{
  const char *charset = entente_charset_choice_get (choice);
  Rereading *rereading;

  if (!charset || import->n_writing > 0)
    return;
  g_cancellable_cancel (import->reading);
  g_clear_object (&import->reading);
  import->reading = g_cancellable_new ();
  entente_form_window_set_error (import->window, NULL);
  changed_cb (import);
  rereading = g_new (Rereading, 1);
  *rereading = (Rereading){ g_rc_box_acquire (import), g_object_ref (import->reading) };
  entente_article_read_in_charset_async (get_draft (import),
                                         charset,
                                         import->reading,
                                         reread_cb,
                                         rereading);
}

/* Only where it makes a difference. */
static void
add_charset (Import *import)
{
  EntenteArticleDraft *draft = get_draft (import);
  GtkWidget *choice;

  if (!draft->source)
    return;
  choice = entente_charset_choice_new (draft->charset);
  entente_form_grid_add (import->rows, _ ("Character set"), choice);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (charset_cb), import);
}

/* ---- the window ---- */

static void
add_head (Import *import)
{
  const char *file = get_draft (import)->revision->source_name;
  guint n = import->drafts->len;
  g_autofree char *place = g_strdup_printf (_ ("Article %u of %u"), import->index + 1, n);
  g_autofree char *head =
    n > 1 ? g_strdup_printf ("%s · %s", place, file ? file : "") : g_strdup (file);

  gtk_window_set_title (GTK_WINDOW (import->window), n > 1 ? place : _ ("Add Article"));
  if (head)
    entente_form_grid_add_wide (import->rows, entente_import_sentence_new (head, "form-head"));
  if (import->keep_all)
    gtk_widget_set_visible (import->keep_all, import->index + 1 < n);
}

/* Nearly the same as an article of the study? */
static void
add_reprint (Import *import)
{
  const EntenteArticleDraft *draft = get_draft (import);

  if (import->reprint)
    gtk_box_remove (GTK_BOX (import->content), import->reprint);
  import->reprint = entente_reprint_row_new (import->session,
                                             ENTENTE_ID_NONE,
                                             draft->revision->text,
                                             draft->article->origin);
  gtk_box_insert_child_after (GTK_BOX (import->content),
                              import->reprint,
                              gtk_widget_get_prev_sibling (import->rows));
}

/* What was typed stays, but for what other lines say now. */
static void
lines_changed_cb (Import *import)
{
  EntenteArticleDraft *draft = get_draft (import);
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (import->session));
  EntenteArticle *typed = entente_article_fields_create (import->fields, draft->article);
  g_autoptr (GError) error = NULL;

  entente_article_unref (draft->article);
  draft->article = typed;
  entente_import_text_use_lines (import->text, &error);
  g_free (import->state); /* what lines are is no field, and not to be lost either */
  import->state = g_strdup ("");
  find_outlet (import, draft);
  entente_article_fields_show (import->fields, draft->article, chronicle);
  entente_form_window_set_error (import->window, error ? error->message : NULL);
  changed_cb (import);
}

static void
connect_fields (Import *import)
{
  g_signal_connect_swapped (entente_article_fields_get_published (import->fields),
                            "changed",
                            G_CALLBACK (changed_cb),
                            import);
  g_signal_connect_swapped (import->text, "changed", G_CALLBACK (changed_cb), import);
  g_signal_connect_swapped (import->text, "lines-changed", G_CALLBACK (lines_changed_cb), import);
}

static void
show_draft (Import *import)
{
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (import->session));

  if (import->rows)
    gtk_box_remove (GTK_BOX (import->content), import->rows);
  import->rows = entente_form_grid_new ();
  gtk_box_append (GTK_BOX (import->content), import->rows);
  find_outlet (import, get_draft (import));
  add_reprint (import);
  add_head (import);
  add_notices (import);
  add_charset (import);
  import->fields = entente_article_fields_new (import->rows);
  entente_article_fields_show (import->fields, get_draft (import)->article, chronicle);
  import->text = ENTENTE_IMPORT_TEXT (entente_import_text_new (get_draft (import)));
  entente_form_grid_add_wide (import->rows, GTK_WIDGET (import->text));
  connect_fields (import);
  g_free (import->state);
  import->state = entente_form_state_dup (import->rows);
  entente_form_window_settle (import->window);
  changed_cb (import);
  gtk_widget_grab_focus (entente_article_fields_get_title (import->fields));
}

static GtkWidget *
add_button (Import *import, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  g_signal_connect_swapped (button, "clicked", callback, import);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_buttons (Import *import)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  add_button (import, box, _ ("_Skip This One"), G_CALLBACK (skip_cb));
  import->keep_all = add_button (import, box, _ ("Add A_ll That Follow"), G_CALLBACK (keep_all_cb));
  gtk_box_append (GTK_BOX (import->content), box);
}

static void
gone_cb (Import *import)
{
  g_cancellable_cancel (import->reading);
  import->window = NULL;
}

void
entente_article_import_present (GtkWidget *parent, EntenteSession *session, GPtrArray *drafts)
{
  Import *import;

  g_return_if_fail (drafts->len > 0);
  import = g_rc_box_new0 (Import);
  import->session = g_object_ref (session);
  import->drafts = g_ptr_array_ref (drafts);
  import->ids = g_array_new (FALSE, TRUE, sizeof (EntenteId));
  import->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_object_set_data_full (G_OBJECT (import->content), "entente-import", import, import_unref);
  import->window = entente_form_window_new (parent, _ ("Add Article"), _ ("Add"), import->content);
  entente_form_window_set_touched_func (import->window, is_touched);
  if (drafts->len > 1)
    add_buttons (import);
  show_draft (import);
  g_signal_connect (import->window, "accept", G_CALLBACK (accept_cb), import);
  /* The content goes before the window tells that it goes. */
  g_signal_connect_data (import->window,
                         "destroy",
                         G_CALLBACK (gone_cb),
                         g_rc_box_acquire (import),
                         (GClosureNotify) import_unref,
                         G_CONNECT_SWAPPED);
  entente_form_window_keep (import->window, session, "new-article", ENTENTE_ID_NONE);
  gtk_window_present (GTK_WINDOW (import->window));
}
