/* Rows of links, both ways: what kind of answer, the other move, and the days between as far as
 * both dates allow. Main thread; part of the inspector.
 */
#include "config.h"

#include "entente-inspector-answers.h"
#include "entente-inspector-rows.h"
#include "entente-order-words.h"
#include "entente-scene.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>

#define MAX_THREAD 500

static const char *
get_label (const EntenteLink *link, gboolean answers)
{
  return answers ? entente_enum_label (ENTENTE_ENUM_LINK_TYPE, link->type)
                 : entente_link_type_passive_label (link->type);
}

/* ---- what a row says ---- */

static EntenteChronicle *
get_chronicle (EntenteSession *session)
{
  return entente_study_get_chronicle (entente_session_get_study (session));
}

static char *
format_days (EntenteSession *session, const EntenteLink *link)
{
  EntenteChronicle *chronicle = get_chronicle (session);
  guint from = entente_chronicle_find_row (chronicle, link->from);
  guint to = entente_chronicle_find_row (chronicle, link->to);

  if (from == ENTENTE_NO_INDEX || to == ENTENTE_NO_INDEX)
    return NULL;
  return entente_scene_format_days (chronicle, to, from);
}

/* "Taleban open letter, by 14 Feb" */
static char *
describe_other (EntenteSession *session, const EntenteEvent *other)
{
  g_autofree char *title =
    entente_study_dup_event_title (entente_session_get_study (session), other);
  g_autoptr (EntenteDate) date =
    entente_order_bound_date_of (get_chronicle (session), other->record.id, other->when);
  g_autofree char *when = entente_date_is_bounded (date) ? entente_date_format_short (date) : NULL;

  return when ? g_strdup_printf ("%s, %s", title, when) : g_steal_pointer (&title);
}

static GtkWidget *
create_label (const char *text, const char *class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
create_side (const char *upper, const char *lower, float xalign, gboolean is_first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  const char *upper_class = is_first ? "row-note" : "row-strong";
  const char *lower_class = is_first ? "row-title" : "row-note";

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, is_first);
  if (upper)
    gtk_box_append (GTK_BOX (box), create_label (upper, upper_class, xalign));
  gtk_box_append (GTK_BOX (box), create_label (lower, lower_class, xalign));
  return box;
}

static GtkWidget *
create_content (EntenteSession *session,
                const EntenteLink *link,
                const EntenteEvent *other,
                gboolean answers)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *days = format_days (session, link);
  g_autofree char *title = describe_other (session, other);

  gtk_box_append (
    GTK_BOX (box),
    gtk_image_new_from_icon_name (answers ? "edit-undo-symbolic" : "edit-redo-symbolic"));
  gtk_box_append (GTK_BOX (box), create_side (get_label (link, answers), title, 0, TRUE));
  gtk_box_append (
    GTK_BOX (box),
    create_side (days, entente_enum_label (ENTENTE_ENUM_LINK_BASIS, link->basis), 1, FALSE));
  return box;
}

static void
add_row (GtkListBox *list,
         EntenteSession *session,
         const EntenteLink *link,
         const EntenteEvent *other,
         gboolean answers)
{
  g_autofree char *title = describe_other (session, other);
  g_autofree char *said = g_strdup_printf ("%s %s", get_label (link, answers), title);
  const EntenteInspectorRow row = {
    .entity = ENTENTE_ENTITY_LINK,
    .record = link->record.id,
    .other = other->record.id,
    .said = said,
    .delete_label = _ ("Delete this link"),
    .deleted = _ ("Link deleted"),
  };

  entente_tooltip_set_text (
    entente_inspector_rows_add (list,
                                session,
                                &row,
                                create_content (session, link, other, answers)),
    said);
}

/* A round is no answer: each sort of link has its list. */
static void
add_rows (GtkListBox *list,
          EntenteSession *session,
          EntenteEventDetail *detail,
          gboolean answers,
          gboolean rounds)
{
  for (guint i = 0; i < detail->links->len; i++) {
    const EntenteLink *link = detail->links->pdata[i];

    if ((link->type == ENTENTE_LINK_PART_OF) == rounds &&
        (link->from == detail->event->record.id) == answers && detail->linked->pdata[i])
      add_row (list, session, link, detail->linked->pdata[i], answers);
  }
}

/* First what the event answers, then what answers it. */
static void
fill (GtkListBox *list, EntenteSession *session, EntenteEventDetail *detail, gboolean rounds)
{
  entente_inspector_rows_clear (list);
  add_rows (list, session, detail, TRUE, rounds);
  add_rows (list, session, detail, FALSE, rounds);
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_list_box_get_row_at_index (list, 0) != NULL);
}

void
entente_inspector_answers_fill (GtkListBox *list,
                                EntenteSession *session,
                                EntenteEventDetail *detail)
{
  fill (list, session, detail, FALSE);
}

void
entente_inspector_rounds_fill (GtkListBox *list,
                               EntenteSession *session,
                               EntenteEventDetail *detail)
{
  fill (list, session, detail, TRUE);
}

char *
entente_inspector_answers_note (EntenteSession *session, EntenteId event)
{
  EntenteChronicle *chronicle = get_chronicle (session);
  guint row = entente_chronicle_find_row (chronicle, event);
  g_autoptr (GArray) thread =
    row == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_thread (chronicle, row, MAX_THREAD);

  if (!thread)
    return NULL;
  if (thread->len > 1)
    return g_strdup_printf (ngettext ("thread of %u move", "thread of %u moves", thread->len),
                            thread->len);
  if (entente_chronicle_get_answered (chronicle, row) == ENTENTE_ANSWERED_NO)
    return g_strdup (_ ("no word since"));
  return g_strdup (_ ("none"));
}
