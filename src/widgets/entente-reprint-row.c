/* A check box and the reason for it. The texts are compared in a thread, which is cancelled when
 * the row goes.
 */
#include "config.h"

#include "entente-label.h"
#include "entente-reprint-row.h"
#include "entente-reprints.h"
#include <glib/gi18n.h>

struct _EntenteReprintRow {
  GtkBox parent_instance;

  EntenteSession *session;
  GCancellable *cancellable;
  EntenteId origin; /* that the box stands for, or none */
  gboolean is_new; /* the article is not in the study yet */

  GtkWidget *check;
  GtkWidget *title;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (EntenteReprintRow, entente_reprint_row, GTK_TYPE_BOX)

static EntenteChronicle *
get_chronicle (EntenteReprintRow *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

/* "“Title” (The Herald, 3 May 2018)" */
static char *
describe_article (EntenteChronicle *chronicle, const EntenteArticle *article)
{
  guint32 outlet = entente_chronicle_find_actor (chronicle, article->publication);
  const char *name = outlet == ENTENTE_NO_INDEX
                       ? article->publication_name
                       : entente_chronicle_get_actor (chronicle, outlet)->name;
  g_autofree char *published = article->published ? entente_date_format (article->published) : NULL;
  const char *title = article->title ? article->title : _ ("Article without a title");

  if (name && published)
    return g_strdup_printf ("“%s” (%s, %s)", title, name, published);
  if (name || published)
    return g_strdup_printf ("“%s” (%s)", title, name ? name : published);
  return g_strdup_printf ("“%s”", title);
}

static void
show_origin (EntenteReprintRow *self, EntenteId origin, gboolean is_on, const char *note)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  guint32 index = entente_chronicle_find_article (chronicle, origin);
  g_autofree char *article = NULL;
  g_autofree char *text = NULL;

  if (index == ENTENTE_NO_INDEX)
    return;
  article = describe_article (chronicle, entente_chronicle_get_article (chronicle, index));
  text = g_strdup_printf (_ ("Reprint of %s"), article);
  self->origin = origin;
  gtk_label_set_text (GTK_LABEL (self->title), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  note ? note : "",
                                  -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), is_on);
  gtk_label_set_text (GTK_LABEL (self->note), note ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
propose (EntenteReprintRow *self, const EntenteReprint *found)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  EntenteId origin = entente_reprints_get_origin (chronicle, found->other);
  g_autofree char *note =
    g_strdup_printf (_ ("Nearly the same: %u %% of the words of the shorter text"), found->percent);

  /* The other one is a reprint of this. */
  if (origin == found->article && origin != ENTENTE_ID_NONE)
    return;
  show_origin (self, origin, self->is_new && found->percent >= ENTENTE_REPRINT_SAME, note);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteReprintRow) self = data;
  g_autoptr (GError) error = NULL;
  EntenteReprint found;

  if (entente_study_find_reprint_finish (ENTENTE_STUDY (source), result, &found, &error) &&
      !g_cancellable_is_cancelled (self->cancellable))
    propose (self, &found);
}

static void
entente_reprint_row_dispose (GObject *object)
{
  EntenteReprintRow *self = ENTENTE_REPRINT_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_reprint_row_parent_class)->dispose (object);
}

static void
entente_reprint_row_finalize (GObject *object)
{
  g_object_unref (ENTENTE_REPRINT_ROW (object)->cancellable);

  G_OBJECT_CLASS (entente_reprint_row_parent_class)->finalize (object);
}

static void
entente_reprint_row_class_init (EntenteReprintRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_reprint_row_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_reprint_row_finalize;
}

static void
entente_reprint_row_init (EntenteReprintRow *self)
{
  self->cancellable = g_cancellable_new ();
  self->check = gtk_check_button_new ();
  self->title = entente_label_new (NULL, NULL);
  self->note = entente_label_new (NULL, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->check), self->title);
  gtk_widget_add_css_class (self->note, "row-note");
  gtk_box_append (GTK_BOX (self), self->check);
  gtk_box_append (GTK_BOX (self), self->note);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
entente_reprint_row_new (EntenteSession *session,
                         EntenteId article,
                         const char *text,
                         EntenteId origin)
{
  EntenteReprintRow *self = g_object_new (ENTENTE_TYPE_REPRINT_ROW, NULL);

  self->session = g_object_ref (session);
  self->is_new = text != NULL;
  if (origin != ENTENTE_ID_NONE)
    show_origin (self, origin, TRUE, NULL);
  else
    entente_study_find_reprint_async (entente_session_get_study (session),
                                      text,
                                      article,
                                      self->cancellable,
                                      found_cb,
                                      g_object_ref (self));
  return GTK_WIDGET (self);
}

EntenteId
entente_reprint_row_get_origin (EntenteReprintRow *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)) ? self->origin
                                                                      : ENTENTE_ID_NONE;
}
