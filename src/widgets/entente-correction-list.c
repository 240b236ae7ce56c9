/* A list for each grade: changed words, moved ones, words that were not found. Marks that are as
 * they were are only counted. Main thread.
 */
#include "config.h"

#include "entente-correction-list.h"
#include "entente-label.h"
#include <glib/gi18n.h>

#define MAX_LINES 3

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = entente_label_new (text, class);

  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* ---- what a row says ---- */

/* The titles of the events that rest on the mark; "" when only others do. */
static char *
describe_events (EntenteSession *session, const EntenteCorrectedMark *mark)
{
  EntenteStudy *study = entente_session_get_study (session);
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mark->bearers->len; i++) {
    const EntenteClaim *claim = mark->bearers->pdata[i];
    guint row = claim->record.entity == ENTENTE_ENTITY_CLAIM
                  ? entente_chronicle_find_row (chronicle, claim->event)
                  : ENTENTE_NO_INDEX;
    const char *title;
    g_autofree char *described = NULL;

    if (row == ENTENTE_NO_INDEX)
      continue;
    title = entente_study_get_event_title (study, claim->event);
    described = title ? NULL : entente_chronicle_describe (chronicle, row);
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", title ? title : described);
  }
  return g_string_free (text, FALSE);
}

static char *
describe_grade (const EntenteCorrectedMark *mark)
{
  switch (mark->found.grade) {
  case ENTENTE_REATTACHED_SAME:
  case ENTENTE_REATTACHED_MOVED:
    return g_strdup (_ ("the same words in another place"));
  case ENTENTE_REATTACHED_CHANGED:
    return mark->found.likeness == 100
             ? g_strdup (_ ("only spaces or signs differ"))
             : g_strdup_printf (_ ("%u %% of the words are alike"), mark->found.likeness);
  default:
    return g_strdup (_ ("not found: it keeps its old words"));
  }
}

static char *
describe_note (EntenteSession *session, const EntenteCorrectedMark *mark)
{
  g_autofree char *grade = describe_grade (mark);
  g_autofree char *events = describe_events (session, mark);

  return *events ? g_strdup_printf ("%s · %s", grade, events) : g_steal_pointer (&grade);
}

/* ---- rows ---- */

static void
switched_cb (GtkSwitch *toggle, GParamSpec *pspec, EntenteCorrectedMark *mark)
{
  mark->moves = gtk_switch_get_active (toggle);
}

static GtkWidget *
create_switch (EntenteCorrectedMark *mark)
{
  GtkWidget *toggle = gtk_switch_new ();
  g_autofree char *name = g_strdup_printf (_ ("Move “%s”"), mark->passage->quote);

  gtk_switch_set_active (GTK_SWITCH (toggle), mark->moves);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (switched_cb), mark);
  return toggle;
}

static GtkWidget *
create_words (EntenteSession *session, const EntenteCorrectedMark *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *before = g_strdup_printf ("“%s”", mark->passage->quote);
  g_autofree char *after = mark->fresh ? g_strdup_printf ("→ “%s”", mark->fresh->quote) : NULL;
  g_autofree char *note = describe_note (session, mark);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), create_label (before, NULL));
  if (after && mark->found.grade == ENTENTE_REATTACHED_CHANGED)
    gtk_box_append (GTK_BOX (box), create_label (after, NULL));
  gtk_box_append (GTK_BOX (box), create_label (note, "row-note"));
  return box;
}

static void
add_row (GtkListBox *list, EntenteSession *session, EntenteCorrectedMark *mark)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), create_words (session, mark));
  if (mark->fresh)
    gtk_box_append (GTK_BOX (box), create_switch (mark));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
}

static void
add_list (GtkBox *box,
          EntenteSession *session,
          EntenteCorrection *correction,
          EntenteReattachGrade grade)
{
  GtkWidget *list;

  if (entente_correction_count (correction, grade) == 0)
    return;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < correction->marks->len; i++) {
    EntenteCorrectedMark *mark = correction->marks->pdata[i];

    if (mark->found.grade == grade)
      add_row (GTK_LIST_BOX (list), session, mark);
  }
  gtk_box_append (box, list);
}

GtkWidget *
entente_correction_list_new (EntenteSession *session, EntenteCorrection *correction)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *summary = entente_correction_describe (correction);
  guint n = correction->n_notes_lost;

  gtk_box_append (GTK_BOX (box), create_label (summary, "heading"));
  if (n > 0) {
    g_autofree char *notes =
      g_strdup_printf (ngettext ("The mark of %u note is no longer in the text.",
                                 "The marks of %u notes are no longer in the text.",
                                 n),
                       n);

    gtk_box_append (GTK_BOX (box), create_label (notes, NULL));
  }
  add_list (GTK_BOX (box), session, correction, ENTENTE_REATTACHED_CHANGED);
  add_list (GTK_BOX (box), session, correction, ENTENTE_REATTACHED_MOVED);
  add_list (GTK_BOX (box), session, correction, ENTENTE_REATTACHED_LOST);
  return box;
}
