/* EntenteArticlePlaces: where reading stopped in each article. Plain value of its owner; the latest
 * 1,000 are kept. */
#pragma once

#include "entente-record.h"

G_BEGIN_DECLS

typedef struct _EntenteArticlePlaces EntenteArticlePlaces;

EntenteArticlePlaces *entente_article_places_new (void);
void entente_article_places_free (EntenteArticlePlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteArticlePlaces, entente_article_places_free)

/* @position in code points; 0, the beginning, need not be kept. */
void entente_article_places_set (EntenteArticlePlaces *places, EntenteId article, gint64 position);
/* 0 for an article that was not read yet. */
gint64 entente_article_places_get (const EntenteArticlePlaces *places, EntenteId article);
/* As text, to be kept with the state of a window. Free. */
char *entente_article_places_dup_text (const EntenteArticlePlaces *places);
/* Instead of all that is there; what cannot be read is passed over. @text may be NULL. */
void entente_article_places_read_text (EntenteArticlePlaces *places, const char *text);

G_END_DECLS
