/* A block for each field: its name, a sign with words for how the claims stand to each other, then
 * a line for each value with the voices that give it. A field in which all agree is one line. Main
 * thread.
 */
#include "config.h"

#include "entente-claims-compare.h"
#include "entente-form-expander.h"
#include "entente-inspector-compare.h"
#include "entente-label.h"
#include <glib/gi18n.h>

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = entente_label_new (text, class);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  return label;
}

/* "in the event; Ilse Dahl · Harbour Times, Reuters" */
static char *
describe_voices (const EntenteChronicle *chronicle,
                 const EntenteEventDetail *detail,
                 const EntenteClaimsField *field,
                 const EntenteClaimsValue *value)
{
  g_autoptr (GString) text = g_string_new (value->is_of_event ? _ ("in the event") : NULL);

  for (guint i = 0; i < value->claims->len; i++) {
    guint claim = g_array_index (value->claims, guint, i);
    g_autofree char *voice = field->id == ENTENTE_CLAIMS_SPEAKER
                               ? g_strdup (entente_claims_get_outlet (chronicle, detail, claim))
                             : field->id == ENTENTE_CLAIMS_OUTLET
                               ? g_strdup (entente_claims_get_speaker (chronicle, detail, claim))
                               : entente_claims_describe_voice (chronicle, detail, claim);

    if (voice)
      g_string_append_printf (text,
                              "%s%s",
                              text->len == 0                 ? ""
                              : i == 0 && value->is_of_event ? "; "
                                                             : ", ",
                              voice);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_value (GtkGrid *grid,
           int *row,
           const EntenteChronicle *chronicle,
           const EntenteEventDetail *detail,
           const EntenteClaimsField *field,
           const EntenteClaimsValue *value)
{
  g_autofree char *voices = describe_voices (chronicle, detail, field, value);
  GtkWidget *label = create_label (voices, "row-note");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, create_label (value->text, NULL), 1, *row, 1, 1);
  gtk_grid_attach (grid, label, 2, (*row)++, 1, 1);
}

static void
add_field (GtkGrid *grid,
           int *row,
           const EntenteChronicle *chronicle,
           const EntenteEventDetail *detail,
           const EntenteClaimsField *field)
{
  g_autofree char *words = entente_claims_field_describe (field);
  g_autofree char *said =
    g_strdup_printf ("%s %s", entente_claims_relation_get_sign (field->relation), words);
  gboolean agrees = field->relation == ENTENTE_CLAIMS_AGREE;
  GtkWidget *relation = create_label (said, "row-note");

  if (field->relation == ENTENTE_CLAIMS_CONFLICT)
    gtk_widget_add_css_class (relation, "row-strong");
  gtk_grid_attach (grid,
                   create_label (entente_claims_field_get_label (field), "row-note"),
                   0,
                   *row,
                   1,
                   1);
  if (agrees) {
    const EntenteClaimsValue *value = field->values->pdata[0];

    gtk_grid_attach (grid, create_label (value->text, NULL), 1, *row, 1, 1);
    gtk_grid_attach (grid, relation, 2, (*row)++, 1, 1);
    return;
  }
  gtk_grid_attach (grid, relation, 1, (*row)++, 2, 1);
  for (guint i = 0; i < field->values->len; i++)
    add_value (grid, row, chronicle, detail, field, field->values->pdata[i]);
}

/* What is contested comes first. */
static GtkWidget *
create_grid (const EntenteChronicle *chronicle,
             const EntenteEventDetail *detail,
             const GPtrArray *fields)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_add_css_class (grid, "claims-compare");
  for (int relation = ENTENTE_CLAIMS_CONFLICT; relation >= ENTENTE_CLAIMS_AGREE; relation--)
    for (guint i = 0; i < fields->len; i++)
      if ((int) ((EntenteClaimsField *) fields->pdata[i])->relation == relation)
        add_field (GTK_GRID (grid), &row, chronicle, detail, fields->pdata[i]);
  return grid;
}

/* Whether there is anything to set side by side. */
static gboolean
is_worth_it (const EntenteEventDetail *detail, const GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (((EntenteClaimsField *) fields->pdata[i])->relation != ENTENTE_CLAIMS_AGREE)
      return TRUE;
  return detail->claims->len > 1;
}

static guint
count (const GPtrArray *fields, EntenteClaimsRelation relation)
{
  guint n = 0;

  for (guint i = 0; i < fields->len; i++)
    n += ((EntenteClaimsField *) fields->pdata[i])->relation == relation;
  return n;
}

void
entente_inspector_compare_fill (GtkExpander *expander,
                                EntenteSession *session,
                                const EntenteEventDetail *detail)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  g_autoptr (GPtrArray) fields = entente_claims_compare (chronicle, detail);
  guint n_conflicts = count (fields, ENTENTE_CLAIMS_CONFLICT);
  g_autofree char *label =
    n_conflicts > 0
      ? g_strdup_printf (
          ngettext ("Side by Side · ≠ %u conflict", "Side by Side · ≠ %u conflicts", n_conflicts),
          n_conflicts)
      : g_strdup (_ ("Side by Side"));
  GtkWidget *grid = create_grid (chronicle, detail, fields);

  gtk_expander_set_label (expander, label);
  entente_form_expander_set_child (GTK_WIDGET (expander), grid);
  gtk_expander_set_expanded (expander, n_conflicts > 0);
  gtk_widget_set_visible (GTK_WIDGET (expander), is_worth_it (detail, fields));
}
