/* entente-cli edtf: what a date means, or why it is none. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-cli.h"

/* A point as a day, or as a second when it is not at midnight; the last one that is still inside
 * for a latest point. */
static char *
write_point (gint64 time, gboolean is_latest, gboolean is_unknown)
{
  gboolean is_midnight = time == entente_time_to_day (time) * ENTENTE_SECONDS_PER_DAY;

  if (is_unknown)
    return g_strdup ("");
  if (time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX)
    return g_strdup ("..");
  if (is_latest)
    time -= is_midnight ? ENTENTE_SECONDS_PER_DAY : 1;
  return entente_time_format_iso (time);
}

static void
print_date (const EntenteDate *date)
{
  gboolean undated = !entente_date_is_dated (date);
  const EntenteDatePoints *told = &date->told;
  gboolean no_start = undated || date->start_unknown;
  gboolean no_end = undated || date->end_unknown;
  g_autofree char *earliest_start =
    write_point (told->earliest_start, FALSE, no_start && told->earliest_start == ENTENTE_TIME_MIN);
  g_autofree char *latest_start =
    write_point (told->latest_start, TRUE, no_start && told->latest_start == ENTENTE_TIME_MAX);
  g_autofree char *earliest_end =
    write_point (told->earliest_end, FALSE, no_end && told->earliest_end == ENTENTE_TIME_MIN);
  g_autofree char *latest_end =
    write_point (told->latest_end, TRUE, no_end && told->latest_end == ENTENTE_TIME_MAX);

  entente_cli_print ("%s\t%d\t%s\t%s\t%s\t%s\n",
                     date->edtf,
                     entente_date_get_level (date),
                     earliest_start,
                     latest_start,
                     earliest_end,
                     latest_end);
}

static gboolean
tell (const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteDate) date = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (g_utf8_validate (value, -1, NULL))
    date = entente_date_parse (value, &error);
  if (date) {
    print_date (date);
    return TRUE;
  }
  shown = g_utf8_make_valid (value, -1);
  message =
    entente_cli_clean (error ? error->message : _ ("This is not valid UTF-8; write it in UTF-8."));
  entente_cli_print ("%s\t%s\n", shown, message);
  return FALSE;
}

/* One value a line. */
static gboolean
tell_lines (gboolean *all_good, GError **error)
{
  gsize length;
  g_autofree char *text = entente_cli_read ("-", &length, error);
  g_auto (GStrv) lines = text ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines && lines[i]; i++) {
    g_strchomp (lines[i]);
    if (lines[i][0] || lines[i + 1])
      *all_good &= tell (lines[i]);
  }
  return text != NULL;
}

static gboolean
run_edtf (EntenteCli *cli, GError **error)
{
  gboolean all_good = TRUE;

  for (guint i = 0; i < entente_cli_get_n_arguments (cli); i++) {
    const char *value = entente_cli_get_argument (cli, i);

    if (!g_str_equal (value, "-"))
      all_good &= tell (value);
    else if (!tell_lines (&all_good, error))
      return FALSE;
  }
  return all_good;
}

const EntenteCliCommand entente_cli_edtf = {
  .name = "edtf",
  .usage = "VALUE...",
  .summary = N_ ("Tells what dates in EDTF mean: normal form, level, earliest and latest start, "
                 "earliest and latest end."),
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .takes_values = TRUE,
  .run = run_edtf,
};
