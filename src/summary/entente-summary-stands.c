/* Positions with their words: each passage is read once, each note made at its first mention. */

#include "config.h"

#include "entente-summary-stands.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 32 /* of issues above an issue; a ring of them ends here */

EntenteSummaryStands *
entente_summary_stands_new (EntenteSummaryBuilder *builder, GError **error)
{
  const EntenteSummarySource *source = builder->source;
  g_autoptr (GPtrArray) records = source->read_positions != NULL
                                    ? source->read_positions (source->data, error)
                                    : g_ptr_array_new ();
  EntenteSummaryStands *stands;
  guint n;

  if (records == NULL)
    return NULL;
  n = MAX (records->len, 1);
  stands = g_new0 (EntenteSummaryStands, 1);
  stands->builder = builder;
  stands->positions = entente_positions_new (records);
  stands->passages = g_new0 (EntentePassage *, n);
  stands->articles = g_new (guint32, n);
  stands->notes = g_new0 (guint, n);
  for (guint i = 0; i < n; i++)
    stands->articles[i] = ENTENTE_NO_INDEX;
  return stands;
}

void
entente_summary_stands_free (EntenteSummaryStands *stands)
{
  for (guint i = 0; i < entente_positions_get_n (stands->positions); i++)
    g_clear_pointer (&stands->passages[i], entente_passage_unref);
  g_free (stands->passages);
  g_free (stands->articles);
  g_free (stands->notes);
  entente_positions_unref (stands->positions);
  g_free (stands);
}

static void
read_words (EntenteSummaryStands *stands, guint position, EntenteBitset *cited)
{
  const EntenteSummarySource *source = stands->builder->source;
  EntenteId passage = entente_positions_get (stands->positions, position)->passage;
  EntenteId article = ENTENTE_ID_NONE;

  if (passage == ENTENTE_ID_NONE || source->read_passage == NULL ||
      stands->passages[position] != NULL)
    return;
  stands->passages[position] = source->read_passage (source->data, passage, &article);
  if (article != ENTENTE_ID_NONE)
    stands->articles[position] =
      entente_chronicle_find_article (stands->builder->chronicle, article);
  if (stands->articles[position] != ENTENTE_NO_INDEX)
    entente_bitset_add (cited, stands->articles[position]);
}

gboolean
entente_summary_stands_read (EntenteSummaryStands *stands,
                             const gboolean *wanted,
                             EntenteBitset *cited,
                             GError **error)
{
  for (guint i = 0; i < entente_positions_get_n (stands->positions); i++) {
    if (g_cancellable_set_error_if_cancelled (stands->builder->cancellable, error))
      return FALSE;
    if (wanted[i])
      read_words (stands, i, cited);
  }
  return TRUE;
}

/* ---- words ---- */

/* Number of its note; 0 when its words stand nowhere. */
static guint
cite (EntenteSummaryStands *stands, guint position)
{
  EntenteSummaryBuilder *builder = stands->builder;
  EntenteCitationStyle style = entente_summary_builder_get_style (builder);
  guint32 article = stands->articles[position];
  g_autofree char *text = NULL;

  if (stands->notes[position] > 0 || stands->passages[position] == NULL)
    return stands->notes[position];
  text = entente_citation_format_passage (
    stands->passages[position],
    article != ENTENTE_NO_INDEX ? entente_chronicle_get_article (builder->chronicle, article)
                                : NULL,
    &style);
  if (*text != '\0')
    stands->notes[position] =
      entente_document_take_note (builder->document, g_strconcat (text, ".", NULL));
  return stands->notes[position];
}

void
entente_summary_stands_add (EntenteSummaryStands *stands, EntenteTable *table, guint position)
{
  const EntentePosition *record = entente_positions_get (stands->positions, position);
  const char *kind = entente_enum_label (ENTENTE_ENUM_POSITION_KIND, record->kind);
  char *text = record->text != NULL && *record->text != '\0'
                 ? g_strdup_printf ("%s: %s", kind, record->text)
                 : g_strdup (kind);

  entente_table_take (table, text, cite (stands, position));
}

static char *
format_when (const EntentePosition *position)
{
  return position->when != NULL && entente_date_is_dated (position->when)
           ? entente_date_format (position->when)
           : g_strdup (_ ("undated"));
}

void
entente_summary_stands_add_date (const EntenteSummaryStands *stands,
                                 EntenteTable *table,
                                 guint position)
{
  const EntentePosition *record = entente_positions_get (stands->positions, position);
  g_autofree char *when = format_when (record);
  const char *told = record->when != NULL ? record->when->wording : NULL;

  if (stands->builder->options->told && told != NULL && *told != '\0')
    entente_table_take (table, g_strdup_printf (_ ("%s, “%s”"), when, told), 0);
  else
    entente_table_take (table, g_steal_pointer (&when), 0);
}

char *
entente_summary_stands_format_next (const EntenteSummaryStands *stands, guint position)
{
  gboolean is_sure;
  const EntentePosition *next =
    entente_positions_get_replacement (stands->positions, position, &is_sure);
  g_autofree char *when = next != NULL ? format_when (next) : NULL;

  if (next == NULL)
    return g_strdup (_ ("not replaced in this record"));
  /* Translators: what replaced a position: its kind and its date. */
  return g_strdup_printf (is_sure ? _ ("replaced by %s, %s") : _ ("perhaps replaced by %s, %s"),
                          entente_enum_label (ENTENTE_ENUM_POSITION_KIND, next->kind),
                          when);
}

char *
entente_summary_stands_format_issue (const EntenteChronicle *chronicle, EntenteId issue)
{
  guint32 index = entente_chronicle_find_issue (chronicle, issue);
  char *text = NULL;

  for (guint depth = 0; index != ENTENTE_NO_INDEX && depth < MAX_DEPTH; depth++) {
    const EntenteIssue *record = entente_chronicle_get_issue (chronicle, index);
    g_autofree char *below = text;
    const char *name = record->name != NULL ? record->name : "?";

    text = below != NULL ? g_strdup_printf ("%s › %s", name, below) : g_strdup (name);
    index = entente_chronicle_find_issue (chronicle, record->parent);
  }
  return text != NULL ? text : g_strdup (_ ("No issue"));
}

const char *
entente_summary_stands_get_actor (const EntenteChronicle *chronicle, EntenteId actor)
{
  guint32 index = entente_chronicle_find_actor (chronicle, actor);

  return index == ENTENTE_NO_INDEX ? "?" : entente_chronicle_get_actor (chronicle, index)->name;
}
