/* Keeps the session on an article that exists. Main thread; part of the article pane.
 */
#include "config.h"

#include "entente-article-choice.h"

void
entente_article_choice_ensure (EntenteSession *session)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  EntenteId article = entente_session_get_article (session);

  if (article != ENTENTE_ID_NONE &&
      entente_chronicle_find_article (chronicle, article) != ENTENTE_NO_INDEX)
    return;
  article = entente_chronicle_get_n_articles (chronicle) > 0
              ? entente_chronicle_get_article (chronicle, 0)->record.id
              : ENTENTE_ID_NONE;
  entente_session_set_article (session, article);
}

gboolean
entente_article_choice_is_concerned (const EntenteChangeSet *changes)
{
  static const EntenteEntity entities[] = {
    ENTENTE_ENTITY_ARTICLE, ENTENTE_ENTITY_REVISION, ENTENTE_ENTITY_FOOTNOTE,
    ENTENTE_ENTITY_PASSAGE, ENTENTE_ENTITY_CLAIM,    ENTENTE_ENTITY_ACTOR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (changes->ids[entities[i]] || changes->deleted[entities[i]])
      return TRUE;
  return changes->everything;
}
