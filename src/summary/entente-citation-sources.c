/* EntenteSources: short names of articles, told apart by letters where two are alike. */

#include "config.h"

#include "entente-citation-sources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const EntenteArticle *article;
  char *label;
} Source;

struct _EntenteSources {
  EntenteChronicle *chronicle;
  GArray *list; /* Source, by label, then by id */
  GHashTable *labels; /* id of article -> label, of the list */
};

/* ---- names ---- */

/* "Yiğit" of "Dilek Yiğit" and of "Yiğit, Dilek". Free. */
static char *
get_surname (const char *author)
{
  g_autofree char *name = g_strstrip (g_strdup (author));
  const char *comma = strchr (name, ',');
  const char *space = strrchr (name, ' ');

  if (comma != NULL)
    return g_strndup (name, (gsize) (comma - name));
  return g_strdup (space != NULL ? space + 1 : name);
}

static char *
format_authors (const char *authors)
{
  g_auto (GStrv) names = g_strsplit (authors, ";", -1);
  g_autofree char *first = get_surname (names[0]);
  g_autofree char *second = names[1] != NULL ? get_surname (names[1]) : NULL;

  if (second == NULL || *second == '\0')
    return g_steal_pointer (&first);
  if (names[2] != NULL)
    return g_strdup_printf (_ ("%s et al."), first);
  return g_strdup_printf (_ ("%s and %s"), first, second);
}

static char *
format_year (const EntenteArticle *article)
{
  gint64 place;

  if (article->published == NULL || !entente_date_is_dated (article->published))
    return g_strdup (C_ ("year of an article", "n.d."));
  place = entente_date_get_place (article->published);
  return g_strdup_printf ("%" G_GINT64_FORMAT, entente_time_get_day (place).year);
}

char *
entente_sources_make_label (const EntenteArticle *article)
{
  g_autofree char *year = format_year (article);
  g_autofree char *name = NULL;

  if (article->authors != NULL && *article->authors != '\0')
    name = format_authors (article->authors);
  else if (article->publication_name != NULL)
    name = g_strdup (article->publication_name);
  else if (article->title != NULL)
    name = g_strdup_printf (_ ("“%s”"), article->title);
  else
    name = g_strdup (_ ("Unnamed article"));
  return g_strdup_printf ("%s %s", name, year);
}

/* ---- the list ---- */

static void
clear_source (gpointer data)
{
  g_free (((Source *) data)->label);
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const Source *one = a;
  const Source *other = b;
  int order = g_utf8_collate (one->label, other->label);

  if (order == 0)
    order = strcmp (one->label, other->label);
  if (order != 0)
    return order;
  return one->article->record.id < other->article->record.id ? -1 : 1;
}

EntenteBitset *
entente_sources_find (const EntenteChronicle *chronicle, const EntenteBitset *rows)
{
  EntenteBitset *cited = entente_bitset_new (entente_chronicle_get_n_articles (chronicle));

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    guint n;
    const EntenteVoice *voices = entente_chronicle_get_voices (chronicle, row, &n);

    for (guint i = 0; i < n; i++)
      if (voices[i].article != ENTENTE_NO_INDEX)
        entente_bitset_add (cited, voices[i].article);
  }
  return cited;
}

static void
collect (EntenteSources *sources, const EntenteBitset *cited)
{
  for (guint i = entente_bitset_next (cited, 0); i != G_MAXUINT;
       i = entente_bitset_next (cited, i + 1)) {
    Source source = { entente_chronicle_get_article (sources->chronicle, i), NULL };

    source.label = entente_sources_make_label (source.article);
    g_array_append_val (sources->list, source);
  }
}

/* Those from @first to before @end have one name: 2018a, 2018b and so on, after z with two letters.
 */
static void
letter (EntenteSources *sources, guint first, guint end)
{
  for (guint i = first; end - first > 1 && i < end; i++) {
    Source *source = &g_array_index (sources->list, Source, i);
    guint k = i - first;
    char letters[3] = { (char) ('a' + k % 26), '\0', '\0' };
    char *label;

    if (k >= 26) {
      letters[1] = letters[0];
      letters[0] = (char) ('a' + (k / 26 - 1) % 26);
    }
    label = g_strconcat (source->label, letters, NULL);
    g_free (source->label);
    source->label = label;
  }
}

static void
tell_apart (EntenteSources *sources)
{
  guint first = 0;

  for (guint i = 1; i <= sources->list->len; i++) {
    if (i < sources->list->len && strcmp (g_array_index (sources->list, Source, i).label,
                                          g_array_index (sources->list, Source, first).label) == 0)
      continue;
    letter (sources, first, i);
    first = i;
  }
}

EntenteSources *
entente_sources_new (EntenteChronicle *chronicle, const EntenteBitset *rows)
{
  g_autoptr (EntenteBitset) cited = entente_sources_find (chronicle, rows);

  return entente_sources_new_of (chronicle, cited);
}

EntenteSources *
entente_sources_new_of (EntenteChronicle *chronicle, const EntenteBitset *articles)
{
  EntenteSources *sources = g_new0 (EntenteSources, 1);

  sources->chronicle = entente_chronicle_ref (chronicle);
  sources->list = g_array_new (FALSE, TRUE, sizeof (Source));
  g_array_set_clear_func (sources->list, clear_source);
  sources->labels = g_hash_table_new (g_int64_hash, g_int64_equal);
  collect (sources, articles);
  g_array_sort (sources->list, compare_sources);
  tell_apart (sources);
  for (guint i = 0; i < sources->list->len; i++) {
    Source *source = &g_array_index (sources->list, Source, i);

    g_hash_table_insert (sources->labels, (gpointer) &source->article->record.id, source->label);
  }
  return sources;
}

void
entente_sources_free (EntenteSources *sources)
{
  g_hash_table_unref (sources->labels);
  g_array_unref (sources->list);
  entente_chronicle_unref (sources->chronicle);
  g_free (sources);
}

guint
entente_sources_get_n (const EntenteSources *sources)
{
  return sources->list->len;
}

const EntenteArticle *
entente_sources_get_article (const EntenteSources *sources, guint i)
{
  return g_array_index (sources->list, Source, i).article;
}

const char *
entente_sources_get_label (const EntenteSources *sources, EntenteId article)
{
  return g_hash_table_lookup (sources->labels, &article);
}
