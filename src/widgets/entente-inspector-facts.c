/* Rows of name and value, only for what is known. Main thread; part of the inspector.
 */
#include "config.h"

#include "entente-inspector-facts.h"
#include <glib/gi18n.h>

static void
add_fact (GtkGrid *grid, int *n, const char *name, const char *value)
{
  GtkWidget *left, *right;

  if (!value || !*value)
    return;
  left = gtk_label_new (name);
  right = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_yalign (GTK_LABEL (left), 0);
  gtk_label_set_xalign (GTK_LABEL (right), 0);
  gtk_label_set_wrap (GTK_LABEL (right), TRUE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_widget_add_css_class (left, "row-note");
  gtk_grid_attach (grid, left, 0, *n, 1, 1);
  gtk_grid_attach (grid, right, 1, *n, 1, 1);
  ++*n;
}

static const char *
find_place (const EntenteChronicle *chronicle, EntenteId id)
{
  guint32 index = entente_chronicle_find_place (chronicle, id);

  return index == ENTENTE_NO_INDEX ? NULL
                                   : entente_chronicle_get_place_record (chronicle, index)->name;
}

static const char *
find_track (const EntenteChronicle *chronicle, EntenteId id)
{
  guint32 index = entente_chronicle_find_track (chronicle, id);

  return index == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_track (chronicle, index)->name;
}

static char *
format_issues (const EntenteChronicle *chronicle, const GArray *issues)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; issues && i < issues->len; i++) {
    guint32 index = entente_chronicle_find_issue (chronicle, g_array_index (issues, EntenteId, i));

    if (index != ENTENTE_NO_INDEX)
      g_string_append_printf (text,
                              "%s%s",
                              text->len > 0 ? ", " : "",
                              entente_chronicle_get_issue (chronicle, index)->name);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
format_flags (const EntenteEvent *event)
{
  if (event->pinned && event->private_)
    return _ ("pinned, private");
  if (event->pinned)
    return _ ("pinned");
  return event->private_ ? _ ("private") : NULL;
}

/* Which of its events the event is; NULL: none. */
static const char *
get_part (const EntenteTurningPoint *point, EntenteId event)
{
  if (point->departure == event)
    return _ ("departure");
  if (point->cause == event)
    return _ ("cause");
  return point->consequence == event ? _ ("consequence") : NULL;
}

static void
add_turning_points (GtkGrid *grid, int *n, const EntenteChronicle *chronicle, EntenteId event)
{
  for (guint i = 0; i < entente_chronicle_get_n_turning_points (chronicle); i++) {
    const EntenteTurningPoint *point = entente_chronicle_get_turning_point (chronicle, i);
    const char *part = get_part (point, event);
    g_autofree char *text = NULL;

    if (part == NULL)
      continue;
    text = point->title != NULL ? g_strdup_printf ("%s: %s", part, point->title) : g_strdup (part);
    add_fact (grid, n, _ ("Turning point"), text);
  }
}

void
entente_inspector_facts_fill (GtkGrid *grid,
                              const EntenteChronicle *chronicle,
                              const EntenteEvent *event,
                              guint row)
{
  g_autofree char *issues = format_issues (chronicle, event->issues);
  EntenteStatus status = entente_chronicle_get_status (chronicle, row);
  GtkWidget *child;
  int n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))))
    gtk_grid_remove (grid, child);
  if (status != ENTENTE_STATUS_NONE)
    add_fact (grid, &n, _ ("Status"), entente_enum_label (ENTENTE_ENUM_STATUS, (int) status));
  if (event->mode != ENTENTE_MODE_FACTUAL)
    add_fact (grid, &n, _ ("Told"), entente_enum_label (ENTENTE_ENUM_MODE, event->mode));
  if (event->medium != ENTENTE_MEDIUM_NONE)
    add_fact (grid, &n, _ ("By"), entente_enum_label (ENTENTE_ENUM_MEDIUM, event->medium));
  add_fact (grid, &n, _ ("Place"), find_place (chronicle, event->place));
  add_fact (grid, &n, _ ("Track"), find_track (chronicle, event->track));
  add_fact (grid, &n, _ ("Issues"), issues);
  add_turning_points (grid, &n, chronicle, event->record.id);
  add_fact (grid, &n, _ ("Marked"), format_flags (event));
  gtk_widget_set_visible (GTK_WIDGET (grid), n > 0);
}
