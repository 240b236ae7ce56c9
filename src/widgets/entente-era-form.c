/* The form of an era: its name, from when to when, and whether it comes back each year. The list
 * above it lets the keyboard reach what the pointer finds in the timeline. Main thread.
 */
#include "config.h"

#include "entente-era-form.h"

#include "entente-date-field.h"
#include "entente-form-grid.h"
#include "entente-list-form.h"
#include <glib/gi18n.h>

#define YEAR_SECONDS (366 * ENTENTE_SECONDS_PER_DAY)

typedef struct {
  GtkWidget *extent;
  GtkWidget *recurring;
} Fields;

static gconstpointer
get_era (const EntenteChronicle *chronicle, guint i)
{
  return entente_chronicle_get_era (chronicle, i);
}

/* A year has one stripe only of what begins and ends, and is over before it begins again. */
static gboolean
can_recur (const EntenteDate *extent)
{
  EntenteSpan window = entente_date_get_window (extent);

  return window.start != ENTENTE_TIME_MIN && window.end != ENTENTE_TIME_MAX &&
         window.end - window.start <= YEAR_SECONDS;
}

static const char *
get_error (gpointer data, gconstpointer record, const EntenteChronicle *chronicle)
{
  const Fields *fields = data;
  const EntenteEra *era = record;
  const char *unread = entente_date_field_get_error (ENTENTE_DATE_FIELD (fields->extent));

  if (unread)
    return unread;
  if (!era->extent || !entente_date_is_dated (era->extent))
    return _ ("Say from when to when, such as 2018-05-01/2018-10-31.");
  if (era->recurring && !can_recur (era->extent))
    return _ ("What comes back each year begins and ends within one year.");
  return NULL;
}

static void
fill (gpointer data, gpointer record)
{
  const Fields *fields = data;
  EntenteEra *era = record;

  g_clear_pointer (&era->extent, entente_date_unref);
  era->extent = entente_date_field_dup_date (ENTENTE_DATE_FIELD (fields->extent));
  era->recurring = gtk_check_button_get_active (GTK_CHECK_BUTTON (fields->recurring));
}

static void
show (gpointer data, gconstpointer record, const EntenteChronicle *chronicle)
{
  const Fields *fields = data;
  const EntenteEra *era = record;

  entente_date_field_set_date (ENTENTE_DATE_FIELD (fields->extent), era->extent);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fields->recurring), era->recurring);
}

static void
add_rows (gpointer data, GtkWidget *grid)
{
  Fields *fields = data;

  fields->extent = entente_date_field_new_plain ();
  entente_date_field_set_label (ENTENTE_DATE_FIELD (fields->extent), _ ("From and to"));
  entente_date_field_set_placeholder (ENTENTE_DATE_FIELD (fields->extent), "2018-05-01/2018-10-31");
  entente_form_grid_add (grid, _ ("From and to"), fields->extent);
  fields->recurring = gtk_check_button_new_with_label (_ ("Comes back each year"));
  entente_form_grid_add_wide (grid, fields->recurring);
}

void
entente_era_form_present (GtkWidget *parent, EntenteSession *session, EntenteId era)
{
  EntenteListFormType *type = g_new0 (EntenteListFormType, 1);

  *type = (EntenteListFormType){
    .entity = ENTENTE_ENTITY_ERA,
    .title = _ ("Eras"),
    .list = _ ("Era"),
    .fresh = _ ("New era"),
    .delete_label = _ ("_Delete This Era"),
    .deleted = _ ("Era deleted"),
    .get_n = entente_chronicle_get_n_eras,
    .get = get_era,
    .add_rows = add_rows,
    .show = show,
    .fill = fill,
    .get_error = get_error,
  };
  entente_list_form_present (parent, session, type, era, g_new0 (Fields, 1));
}
