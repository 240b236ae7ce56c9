/* Rows of claims. Each keeps a reference to the detail and the number of its claim in it; a click
 * goes to the words, the buttons at its end edit and delete. Main thread; part of the inspector.
 */
#include "config.h"

#include "entente-claim-form.h"
#include "entente-claims-compare.h"
#include "entente-commands.h"
#include "entente-icon-button.h"
#include "entente-inspector-claims.h"
#include "entente-old-text-window.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>

#define ROW_DATA "entente-row"

typedef struct {
  EntenteSession *session;
  EntenteEventDetail *detail;
  guint index;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_object_unref (row->session);
  entente_event_detail_unref (row->detail);
  g_free (row);
}

static Row *
new_row (EntenteSession *session, EntenteEventDetail *detail, guint index)
{
  Row *row = g_new (Row, 1);

  row->session = g_object_ref (session);
  row->detail = entente_event_detail_ref (detail);
  row->index = index;
  return row;
}

static const EntenteClaim *
get_claim (const Row *row)
{
  return row->detail->claims->pdata[row->index];
}

/* ---- what a row says ---- */

static char *
describe_voice (const Row *row)
{
  EntenteStudy *study = entente_session_get_study (row->session);

  return entente_claims_describe_voice (entente_study_get_chronicle (study),
                                        row->detail,
                                        row->index);
}

static const char *
get_stance_icon (int stance)
{
  switch (stance) {
  case ENTENTE_STANCE_ASSERTS:
    return "media-record-symbolic";
  case ENTENTE_STANCE_CONFIRMS:
    return "object-select-symbolic";
  case ENTENTE_STANCE_DENIES:
  case ENTENTE_STANCE_RETRACTS:
    return "window-close-symbolic";
  case ENTENTE_STANCE_CORRECTS:
    return "document-edit-symbolic";
  case ENTENTE_STANCE_PREDICTS:
  case ENTENTE_STANCE_PROMISES:
    return "go-next-symbolic";
  default:
    return "list-remove-symbolic";
  }
}

static char *
describe_place (const Row *row)
{
  const EntenteFootnote *note = row->detail->footnotes->pdata[row->index];

  if (entente_event_detail_is_outdated (row->detail, row->index))
    return g_strdup (_ ("in an old text"));
  if (note && note->marker)
    return g_strdup_printf (_ ("note %s"), note->marker);
  return g_strdup (row->detail->passages->pdata[row->index] ? _ ("in text") : _ ("no words"));
}

static char *
describe_fully (const Row *row)
{
  const EntenteClaim *claim = get_claim (row);
  const EntentePassage *passage = row->detail->passages->pdata[row->index];
  g_autofree char *voice = describe_voice (row);
  g_autofree char *when = claim->claimed_when ? entente_date_format (claim->claimed_when) : NULL;
  g_autoptr (GString) text = g_string_new (voice);

  g_string_append_printf (text,
                          "\n%s · %s",
                          entente_enum_label (ENTENTE_ENUM_STANCE, claim->stance),
                          entente_enum_label (ENTENTE_ENUM_NAMING, claim->naming));
  if (claim->hedge != ENTENTE_HEDGE_NONE)
    g_string_append_printf (text, " · %s", entente_enum_label (ENTENTE_ENUM_HEDGE, claim->hedge));
  if (when)
    g_string_append_printf (text, _ ("\ngives the date %s"), when);
  if (claim->claimed_text)
    g_string_append_printf (text, "\n%s", claim->claimed_text);
  if (passage)
    g_string_append_printf (text, "\n“%s”", passage->quote);
  if (entente_event_detail_is_outdated (row->detail, row->index))
    g_string_append_printf (text,
                            "\n%s",
                            _ ("These words stand in a text that was corrected since."));
  if (claim->note)
    g_string_append_printf (text, "\n%s", claim->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- callbacks ---- */

static void
activated_cb (GtkListBox *list, GtkListBoxRow *widget)
{
  Row *row = g_object_get_data (G_OBJECT (widget), ROW_DATA);
  EntentePassage *passage = row->detail->passages->pdata[row->index];
  const EntenteArticle *article = row->detail->articles->pdata[row->index];
  /* Selecting may fill the list anew and take the row away. */
  g_autoptr (EntenteSession) session = g_object_ref (row->session);
  EntenteId event = row->detail->event->record.id, id;

  if (!passage)
    return;
  if (entente_event_detail_is_outdated (row->detail, row->index)) {
    entente_old_text_window_present (GTK_WIDGET (list), row->session, passage, article);
    return;
  }
  id = passage->record.id;
  if (article)
    entente_session_set_article (session, article->record.id);
  entente_session_select_passage (session, id, event);
  entente_session_reveal_words (session);
}

static void
edit_cb (GtkWidget *button, Row *row)
{
  entente_claim_form_present (button,
                              row->session,
                              row->detail->event->record.id,
                              get_claim (row)->record.id,
                              ENTENTE_ID_NONE,
                              NULL);
}

static void
old_text_cb (GtkWidget *button, Row *row)
{
  entente_old_text_window_present (button,
                                   row->session,
                                   row->detail->passages->pdata[row->index],
                                   row->detail->articles->pdata[row->index]);
}

static void
delete_cb (GtkWidget *button, Row *row)
{
  entente_session_apply (row->session,
                         entente_commands_delete (ENTENTE_ENTITY_CLAIM, get_claim (row)->record.id),
                         _ ("Claim deleted"));
}

/* ---- rows ---- */

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
create_button (Row *row, const char *icon, const char *tip, GCallback callback)
{
  GtkWidget *button = entente_icon_button_new (icon, tip);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "row-button");
  /* The button goes with its row. */
  g_signal_connect (button, "clicked", callback, row);
  return button;
}

static GtkWidget *
create_content (Row *row)
{
  const EntenteClaim *claim = get_claim (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *voice = describe_voice (row);
  g_autofree char *place = describe_place (row);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_stance_icon (claim->stance));
  GtkWidget *label = gtk_label_new (voice);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), claim->stance == ENTENTE_STANCE_ASSERTS ? 8 : 14);
  gtk_widget_set_size_request (icon, 16, -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  if (claim->hedge != ENTENTE_HEDGE_NONE)
    gtk_box_append (
      GTK_BOX (box),
      create_label (entente_enum_label (ENTENTE_ENUM_HEDGE, claim->hedge), "hedge-chip"));
  gtk_box_append (
    GTK_BOX (box),
    create_label (entente_enum_label (ENTENTE_ENUM_STANCE, claim->stance), "row-note"));
  gtk_box_append (GTK_BOX (box), create_label (place, "row-note"));
  return box;
}

/* These lie over the end of the row and show when it is pointed at or has the keyboard. */
static GtkWidget *
create_buttons (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "row-buttons");
  if (entente_event_detail_is_outdated (row->detail, row->index))
    gtk_box_append (GTK_BOX (box),
                    create_button (row,
                                   "document-open-recent-symbolic",
                                   _ ("Show these words in the old text"),
                                   G_CALLBACK (old_text_cb)));
  gtk_box_append (
    GTK_BOX (box),
    create_button (row, "user-trash-symbolic", _ ("Delete this claim"), G_CALLBACK (delete_cb)));
  return box;
}

static void
add_row (GtkListBox *list, EntenteSession *session, EntenteEventDetail *detail, guint index)
{
  Row *row = new_row (session, detail, index);
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *overlay = gtk_overlay_new ();
  g_autofree char *full = describe_fully (row);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), create_content (row));
  gtk_box_append (GTK_BOX (box), overlay);
  if (!entente_study_is_read_only (entente_session_get_study (session))) {
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_buttons (row));
    gtk_box_append (
      GTK_BOX (box),
      create_button (row, "document-edit-symbolic", _ ("Edit this claim"), G_CALLBACK (edit_cb)));
  }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  entente_tooltip_set_text (widget, full);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data_full (G_OBJECT (widget), ROW_DATA, row, free_row);
  gtk_list_box_append (list, widget);
}

void
entente_inspector_claims_fill (GtkListBox *list,
                               EntenteSession *session,
                               EntenteEventDetail *detail)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
  g_signal_handlers_disconnect_by_func (list, activated_cb, NULL);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
  for (guint i = 0; i < detail->claims->len; i++)
    add_row (list, session, detail, i);
  gtk_widget_set_visible (GTK_WIDGET (list), detail->claims->len > 0);
}

char *
entente_inspector_claims_count (const EntenteEventDetail *detail)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_voices = detail->claims->len, n_articles;
  g_autofree char *voices =
    g_strdup_printf (ngettext ("%u voice", "%u voices", n_voices), n_voices);

  for (guint i = 0; i < detail->articles->len; i++) {
    EntenteArticle *article = detail->articles->pdata[i];

    if (article)
      g_hash_table_add (articles, &article->record.id);
  }
  n_articles = g_hash_table_size (articles);
  if (n_voices == 0)
    return g_strdup (_ ("no words yet"));
  if (n_articles == 0)
    return g_steal_pointer (&voices);
  return g_strdup_printf (ngettext ("%s, %u article", "%s, %u articles", n_articles),
                          voices,
                          n_articles);
}
