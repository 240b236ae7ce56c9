/* Finds articles again by what they are called and where they stand, and merges field by field. */

#include "config.h"

#include "entente-references.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_TITLE_CHARS 6 /* a shorter one is no proof */

EntenteId
entente_references_find_outlet (const EntenteChronicle *chronicle, const char *name)
{
  g_autoptr (GArray) found = name ? entente_chronicle_find_actors_by_name (chronicle, name) : NULL;
  EntenteId outlet = ENTENTE_ID_NONE;

  for (guint i = 0; found && i < found->len; i++) {
    const EntenteActor *actor =
      entente_chronicle_get_actor (chronicle, g_array_index (found, guint32, i));

    if (actor->kind != ENTENTE_ACTOR_MEDIA)
      continue;
    if (outlet != ENTENTE_ID_NONE)
      return ENTENTE_ID_NONE;
    outlet = actor->record.id;
  }
  return outlet;
}

void
entente_references_resolve_outlet (const EntenteChronicle *chronicle, EntenteArticle *article)
{
  if (article->publication == ENTENTE_ID_NONE)
    article->publication = entente_references_find_outlet (chronicle, article->publication_name);
}

/* ---- the same article ---- */

/* Without scheme, "www.", fragment and last bar. */
static char *
make_url_key (const char *url)
{
  const char *start = url ? strstr (url, "://") : NULL;
  g_autofree char *key = NULL;
  gsize length;

  if (!start)
    return NULL;
  start += 3;
  if (g_ascii_strncasecmp (start, "www.", 4) == 0)
    start += 4;
  key = g_strndup (start, strcspn (start, "#"));
  for (length = strlen (key); length > 0 && key[length - 1] == '/';)
    key[--length] = '\0';
  return length > 0 ? g_strconcat ("url ", key, NULL) : NULL;
}

/* Letters and figures alone. */
static char *
make_title_key (const char *title)
{
  g_autofree char *folded = title ? g_utf8_casefold (title, -1) : NULL;
  g_autoptr (GString) key = g_string_new ("title ");
  guint n = 0;

  for (const char *at = folded; at && *at; at = g_utf8_next_char (at)) {
    if (!g_unichar_isalnum (g_utf8_get_char (at)))
      continue;
    g_string_append_unichar (key, g_utf8_get_char (at));
    n++;
  }
  return n >= MIN_TITLE_CHARS ? g_strdup (key->str) : NULL;
}

static gboolean
can_be_of_one_date (const EntenteDate *a, const EntenteDate *b)
{
  EntenteSpan one, other;

  if (!a || !b || !entente_date_is_dated (a) || !entente_date_is_dated (b))
    return TRUE;
  one = entente_date_get_window (a);
  other = entente_date_get_window (b);
  return one.start < other.end && other.start < one.end;
}

/* Key -> EntenteArticle, borrowed. The first with a key keeps it, unless @article is that one as it
 * is now. */
static void
index_article (GHashTable *index, const EntenteArticle *article)
{
  char *keys[] = { make_url_key (article->url), make_title_key (article->title) };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const EntenteArticle *first = keys[i] ? g_hash_table_lookup (index, keys[i]) : NULL;

    if (keys[i] && (!first || first->record.id == article->record.id))
      g_hash_table_replace (index, keys[i], (gpointer) article);
    else
      g_free (keys[i]);
  }
}

static GHashTable *
index_articles (const EntenteChronicle *chronicle)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entente_chronicle_get_n_articles (chronicle); i++)
    index_article (index, entente_chronicle_get_article (chronicle, i));
  return index;
}

static const EntenteArticle *
find_article (GHashTable *index, const EntenteArticle *reference)
{
  g_autofree char *url = make_url_key (reference->url);
  g_autofree char *title = make_title_key (reference->title);
  const EntenteArticle *found = url ? g_hash_table_lookup (index, url) : NULL;

  if (found)
    return found;
  found = title ? g_hash_table_lookup (index, title) : NULL;
  return found && can_be_of_one_date (found->published, reference->published) ? found : NULL;
}

/* ---- merging ---- */

static void
fill_text (char **field, const char *value)
{
  if (!*field && value)
    *field = g_strdup (value);
}

static void
fill_date (EntenteDate **field, const EntenteDate *value)
{
  if (!value || (*field && entente_date_is_dated (*field)))
    return;
  g_clear_pointer (field, entente_date_unref);
  *field = entente_date_ref (value);
}

static void
fill_outlet (EntenteArticle *article, const EntenteChronicle *chronicle, const char *name)
{
  if (article->publication != ENTENTE_ID_NONE || article->publication_name || !name)
    return;
  article->publication = entente_references_find_outlet (chronicle, name);
  if (article->publication == ENTENTE_ID_NONE)
    article->publication_name = g_strdup (name);
}

static EntenteArticle *
merge (const EntenteArticle *old,
       const EntenteArticle *reference,
       const EntenteChronicle *chronicle)
{
  EntenteArticle *article = old ? entente_article_copy (old) : entente_article_new ();

  fill_text (&article->title, reference->title);
  fill_text (&article->authors, reference->authors);
  fill_outlet (article, chronicle, reference->publication_name);
  fill_date (&article->published, reference->published);
  fill_date (&article->retrieved, reference->retrieved);
  fill_text (&article->url, reference->url);
  fill_text (&article->language, reference->language);
  fill_text (&article->note, reference->note);
  return article;
}

/* Takes one in. What is added or filled in is found again by those that follow; @merged keeps it.
 */
static void
take_reference (EntenteStep *step,
                GHashTable *index,
                GPtrArray *merged,
                const EntenteChronicle *chronicle,
                const EntenteArticle *reference,
                EntenteReferenceCounts *counts)
{
  const EntenteArticle *old = find_article (index, reference);
  g_autoptr (EntenteArticle) article = merge (old, reference, chronicle);
  EntenteFieldMask fields = old ? entente_record_compare_fields (old, article) : 0;

  if (old && (fields == 0 || g_ptr_array_find (merged, old, NULL)))
    counts->n_known++;
  else if (old)
    counts->n_filled++;
  else
    counts->n_added++;
  if (old && fields == 0)
    return;
  if (old) {
    entente_step_update_fields (step, article, fields);
  } else {
    article->record.id = entente_id_new ();
    entente_step_insert (step, article);
  }
  index_article (index, article);
  g_ptr_array_add (merged, g_steal_pointer (&article));
}

EntenteStep *
entente_references_merge (const EntenteChronicle *chronicle,
                          const GPtrArray *references,
                          EntenteReferenceCounts *counts)
{
  g_autoptr (GHashTable) index = index_articles (chronicle);
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func (entente_record_unref);
  EntenteStep *step = entente_step_new (_ ("Import references"));

  *counts = (EntenteReferenceCounts){ 0 };
  for (guint i = 0; i < references->len; i++)
    take_reference (step, index, merged, chronicle, references->pdata[i], counts);
  return step;
}

/* ---- collecting ---- */

static EntenteArticle *
dup_with_outlet (const EntenteChronicle *chronicle, guint32 index)
{
  EntenteArticle *article = entente_article_copy (entente_chronicle_get_article (chronicle, index));
  guint32 outlet = article->publication == ENTENTE_ID_NONE
                     ? ENTENTE_NO_INDEX
                     : entente_chronicle_find_actor (chronicle, article->publication);

  if (outlet == ENTENTE_NO_INDEX)
    return article;
  g_free (article->publication_name);
  article->publication_name = g_strdup (entente_chronicle_get_actor (chronicle, outlet)->name);
  return article;
}

static void
mark_articles (const EntenteChronicle *chronicle, const EntenteBitset *rows, gboolean *wanted)
{
  for (guint row = entente_bitset_next (rows, 0); row != ENTENTE_NO_INDEX;
       row = entente_bitset_next (rows, row + 1)) {
    guint n;
    const EntenteVoice *voices = entente_chronicle_get_voices (chronicle, row, &n);

    for (guint i = 0; i < n; i++)
      if (voices[i].article != ENTENTE_NO_INDEX)
        wanted[voices[i].article] = TRUE;
  }
}

GPtrArray *
entente_references_collect (const EntenteChronicle *chronicle, const EntenteBitset *rows)
{
  guint n = entente_chronicle_get_n_articles (chronicle);
  GPtrArray *articles = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autofree gboolean *wanted = g_new0 (gboolean, n + 1);

  if (rows)
    mark_articles (chronicle, rows, wanted);
  for (guint i = 0; i < n; i++)
    if (!rows || wanted[i])
      g_ptr_array_add (articles, dup_with_outlet (chronicle, i));
  return articles;
}
