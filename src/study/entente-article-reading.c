/* Gathers what a study knows for the reader: names with their aliases, and notes. */

#include "config.h"

#include "entente-article-reading.h"

#include <string.h>

static void
add_name (GArray *names, const EntenteActor *actor, const char *alias)
{
  EntenteKnownName name = { .actor = actor->record.id,
                            .kind = (EntenteActorKind) actor->kind,
                            .name = actor->name,
                            .alias = alias };

  if (alias && *alias)
    g_array_append_val (names, name);
}

static GArray *
list_names (const EntenteChronicle *chronicle)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (EntenteKnownName));

  for (guint i = 0; i < entente_chronicle_get_n_actors (chronicle); i++) {
    const EntenteActor *actor = entente_chronicle_get_actor (chronicle, i);
    guint n;
    const EntenteAlias *const *aliases = entente_chronicle_get_aliases (chronicle, i, &n);

    add_name (names, actor, actor->name);
    for (guint j = 0; j < n; j++)
      add_name (names, actor, aliases[j]->text);
  }
  return names;
}

static GArray *
list_notes (const EntenteArticleDetail *detail)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (EntenteReadingNote));

  for (guint i = 0; i < detail->footnotes->len; i++) {
    const EntenteFootnote *footnote = g_ptr_array_index (detail->footnotes, i);
    EntenteReadingNote note = { footnote->marker, footnote->cited_date };

    g_array_append_val (notes, note);
  }
  return notes;
}

EntenteArticleReading *
entente_article_reading_new (const EntenteChronicle *chronicle,
                             const EntenteArticleDetail *detail,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GArray) names = list_names (chronicle);
  g_autoptr (GArray) notes = list_notes (detail);
  const EntenteDate *published = detail->article->published;
  EntenteReadingInput input = { .text = "" };

  if (detail->revision && detail->revision->text)
    input.text = detail->revision->text;
  input.length = strlen (input.text);
  input.published = published && entente_date_is_dated (published) ? published : NULL;
  input.names = (const EntenteKnownName *) (gpointer) names->data;
  input.n_names = names->len;
  input.notes = (const EntenteReadingNote *) (gpointer) notes->data;
  input.n_notes = notes->len;
  return entente_reading_new (&input, cancellable, error);
}
