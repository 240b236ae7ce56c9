/* A choice and its words: one table says how each field is written. */
#include "config.h"

#include "entente-print-choice.h"

#include <math.h>
#include <string.h>

#define POSTER "poster"
#define DAY "on"

/* ---- names of values ---- */

static const char *
get_form (int value)
{
  static const char *const forms[] = { "full", "short", "columns" };

  return forms[value];
}

static const char *
get_citations (int value)
{
  static const char *const citations[] = { "notes", "author-date" };

  return citations[value];
}

static const char *
get_paper (int value)
{
  return entente_paper_get_nick ((EntentePaper) value);
}

static const char *
get_face (int value)
{
  return entente_face_get_nick ((EntenteFace) value);
}

static const char *
get_flag (int value)
{
  return value != 0 ? "yes" : "no";
}

/* Fields whose values have names; those of a number have none. */
typedef struct {
  const char *name;
  gsize offset; /* of an int in EntentePrintChoice */
  const char *(*get_nick) (int value); /* NULL: a number */
  int n_values; /* a number goes up to this */
  int least; /* of a number */
} Field;

/* Flags and enumerations are ints by their size. */
G_STATIC_ASSERT (sizeof (EntentePaper) == sizeof (int));
G_STATIC_ASSERT (sizeof (EntenteFace) == sizeof (int));
G_STATIC_ASSERT (sizeof (EntenteSummaryForm) == sizeof (int));
G_STATIC_ASSERT (sizeof (EntenteCitations) == sizeof (int));

#define TENTHS(points) ((int) ((points) *10))
#define AT(field) G_STRUCT_OFFSET (EntentePrintChoice, field)
#define FLAG(name, field)                                                                          \
  {                                                                                                \
    name, AT (field), get_flag, 2                                                                  \
  }

static const Field fields[] = {
  FLAG ("figure", summary.figure),
  FLAG ("told", summary.told),
  FLAG ("quotes", summary.quotes),
  FLAG ("answers", summary.answers),
  FLAG ("undated", summary.undated),
  FLAG ("leave-out-private", summary.leave_out_private),
  FLAG ("pseudonyms", summary.pseudonyms),
  FLAG ("landscape", landscape),
  FLAG ("notes-at-foot", notes_at_foot),
  FLAG ("poster-landscape", sheets.landscape),
  FLAG ("poster-black", black),
  { "form", AT (summary.form), get_form, ENTENTE_FORM_COLUMNS + 1 },
  { "citations", AT (summary.citations), get_citations, ENTENTE_CITATIONS_AUTHOR_DATE + 1 },
  { "paper", AT (paper), get_paper, ENTENTE_N_PAPERS },
  { "poster-paper", AT (sheets.paper), get_paper, ENTENTE_N_POSTER_PAPERS },
  { "font", AT (face), get_face, ENTENTE_N_FACES },
  { "columns", AT (n_columns), NULL, 2, 1 },
  { "size", AT (size), NULL, TENTHS (ENTENTE_SIZE_MAX_PT), TENTHS (ENTENTE_SIZE_MIN_PT) },
  { "margins", AT (margin), NULL, TENTHS (ENTENTE_MARGIN_MAX_PT), TENTHS (ENTENTE_MARGIN_MIN_PT) },
  { "poster-across", AT (sheets.across), NULL, ENTENTE_POSTER_ACROSS_MAX },
  { "poster-down", AT (sheets.down), NULL, ENTENTE_POSTER_ACROSS_MAX },
};

static int
get_value (const EntentePrintChoice *choice, const Field *field)
{
  int value;

  memcpy (&value, (const char *) choice + field->offset, sizeof value);
  return value;
}

static void
set_value (EntentePrintChoice *choice, const Field *field, int value)
{
  memcpy ((char *) choice + field->offset, &value, sizeof value);
}

/* ---- the choice ---- */

void
entente_print_choice_init (EntentePrintChoice *choice)
{
  EntentePageStyle style;

  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  *choice = (EntentePrintChoice){
    .notes_at_foot = style.notes_at_foot,
    .face = style.face,
    .n_columns = style.n_columns,
    .size = (guint) lround (style.base_size_pt * 10),
    .margin = (guint) lround (style.margin_pt * 10),
    .sheets = { .paper = ENTENTE_PAPER_A2, .landscape = TRUE, .across = 1, .down = 1 },
  };
  entente_summary_options_init (&choice->summary);
}

const char *
entente_print_choice_get_kind (const EntentePrintChoice *choice)
{
  return choice->poster ? POSTER : entente_summary_kind_get_nick (choice->summary.kind);
}

gboolean
entente_print_choice_set_kind (EntentePrintChoice *choice, const char *nick)
{
  gboolean poster = g_strcmp0 (nick, POSTER) == 0;

  if (!poster && !entente_summary_kind_parse (nick, &choice->summary.kind))
    return FALSE;
  choice->poster = poster;
  return TRUE;
}

void
entente_print_choice_get_style (const EntentePrintChoice *choice, EntentePageStyle *style)
{
  entente_page_style_init (style, choice->paper, choice->landscape);
  style->notes_at_foot = choice->notes_at_foot;
  style->face = choice->face;
  style->n_columns = choice->n_columns;
  style->base_size_pt = choice->size / 10.0;
  style->margin_pt = choice->margin / 10.0;
  style->shelf_days = choice->summary.shelf_days;
}

EntenteDate *
entente_print_choice_dup_day (const EntentePrintChoice *choice)
{
  EntenteSpan on = choice->summary.on;
  EntenteDay day = entente_time_get_day (on.end - 1);

  return on.start < on.end ? entente_date_new_day (day.year, day.month, day.day)
                           : entente_date_new_undated ();
}

gboolean
entente_print_choice_set_day (EntentePrintChoice *choice, const EntenteDate *date)
{
  EntenteSpan window = entente_date_get_window (date);

  choice->summary.on = (EntenteSpan){ 0 };
  if (!entente_date_is_dated (date))
    return TRUE;
  if (window.end == ENTENTE_TIME_MAX)
    return FALSE;
  choice->summary.on = window;
  return TRUE;
}

EntenteSceneLinks
entente_print_choice_get_links (const EntentePrintChoice *choice)
{
  return choice->summary.answers ? ENTENTE_SCENE_LINKS_ALL : ENTENTE_SCENE_LINKS_NONE;
}

/* ---- words ---- */

GHashTable *
entente_print_choice_to_words (const EntentePrintChoice *choice)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (EntenteDate) day = entente_print_choice_dup_day (choice);

  g_hash_table_insert (words, g_strdup (DAY), g_strdup (day->edtf));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    int value = get_value (choice, &fields[i]);

    g_hash_table_insert (words,
                         g_strdup (fields[i].name),
                         fields[i].get_nick != NULL ? g_strdup (fields[i].get_nick (value))
                                                    : g_strdup_printf ("%d", value));
  }
  return words;
}

/* The value that @word names; -1 for none. */
static int
parse_value (const Field *field, const char *word)
{
  gint64 number;

  if (field->get_nick == NULL)
    return g_ascii_string_to_signed (word, 10, field->least, field->n_values, &number, NULL)
             ? (int) number
             : -1;
  for (int value = 0; value < field->n_values; value++)
    if (g_str_equal (word, field->get_nick (value)))
      return value;
  return -1;
}

static void
take_day (EntentePrintChoice *choice, const char *word)
{
  g_autoptr (EntenteDate) day =
    word != NULL && *word != '\0' ? entente_date_parse (word, NULL) : entente_date_new_undated ();

  if (day != NULL)
    entente_print_choice_set_day (choice, day);
}

void
entente_print_choice_take_words (EntentePrintChoice *choice, GHashTable *words)
{
  take_day (choice, g_hash_table_lookup (words, DAY));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    const char *word = g_hash_table_lookup (words, fields[i].name);
    int value = word != NULL ? parse_value (&fields[i], word) : -1;

    if (value >= 0)
      set_value (choice, &fields[i], value);
  }
}
