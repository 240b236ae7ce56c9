/* Bounds of a date out of the article that tells it. Main thread; part of the forms of events and
 * claims.
 */
#include "config.h"

#include "entente-form-source.h"
#include <glib/gi18n.h>

EntenteId
entente_form_source_find_article (const EntenteEventDetail *detail,
                                  EntenteId claim,
                                  EntentePassage **passage)
{
  for (guint i = 0; i < detail->claims->len; i++) {
    const EntenteArticle *article = detail->articles->pdata[i];

    if (!article || (claim != ENTENTE_ID_NONE &&
                     ((EntenteClaim *) detail->claims->pdata[i])->record.id != claim))
      continue;
    if (passage)
      *passage = detail->passages->pdata[i];
    return article->record.id;
  }
  return ENTENTE_ID_NONE;
}

const EntenteDate *
entente_form_source_get_published (EntenteSession *session, EntenteId article)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  guint32 index = entente_chronicle_find_article (chronicle, article);

  return index == ENTENTE_NO_INDEX ? NULL
                                   : entente_chronicle_get_article (chronicle, index)->published;
}

static void
offer_publication (EntenteDateField *when, const EntenteDate *published)
{
  g_autofree char *words = NULL;
  g_autofree char *reason = NULL;

  if (!published || published->points.latest_end == ENTENTE_TIME_MAX)
    return;
  words = entente_date_format (published);
  reason = g_strdup_printf (_ ("publication, %s"), words);
  entente_date_field_add_bound (when, published->points.latest_end, reason);
}

/* ---- notes ---- */

typedef struct {
  EntenteDateField *when;
  EntentePassage *passage;
} Wanted;

static void
free_wanted (Wanted *wanted)
{
  g_object_unref (wanted->when);
  entente_passage_unref (wanted->passage);
  g_free (wanted);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, free_wanted)

static void
offer_note (EntenteDateField *when, const EntenteFootnote *note)
{
  g_autofree char *words = NULL;
  g_autofree char *reason = NULL;

  if (!note || !note->cited_date || note->cited_date->points.latest_end == ENTENTE_TIME_MAX)
    return;
  words = entente_date_format (note->cited_date);
  reason = g_strdup_printf (_ ("note %s, %s"), note->marker ? note->marker : "", words);
  entente_date_field_add_bound (when, note->cited_date->points.latest_end, reason);
}

static void
article_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wanted) wanted = data;
  g_autoptr (EntenteArticleDetail) article =
    entente_study_read_article_finish (ENTENTE_STUDY (source), result, NULL);

  if (article && article->revision && article->revision->record.id == wanted->passage->revision)
    offer_note (wanted->when, entente_passage_find_footnote (wanted->passage, article->footnotes));
}

void
entente_form_source_offer_bounds (EntenteDateField *when,
                                  EntenteSession *session,
                                  EntenteId article,
                                  EntentePassage *passage)
{
  Wanted *wanted;

  offer_publication (when, entente_form_source_get_published (session, article));
  if (article == ENTENTE_ID_NONE || !passage)
    return;
  wanted = g_new (Wanted, 1);
  *wanted = (Wanted){ g_object_ref (when), entente_passage_ref (passage) };
  entente_study_read_article_async (entente_session_get_study (session),
                                    article,
                                    NULL,
                                    article_cb,
                                    wanted);
}
