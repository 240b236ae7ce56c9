/* The reading of an article that a study has: with the names that the study knows, and the dates that its notes cite. */
#pragma once

#include "entente-chronicle.h"
#include "entente-detail.h"
#include "entente-reading.h"

G_BEGIN_DECLS

/* What the newest text of the article suggests; offsets are those of that text. Pure, any thread. NULL when cancelled; an
 * article without text gives a reading without suggestions. */
EntenteArticleReading *entente_article_reading_new (const EntenteChronicle *chronicle,
                                                    const EntenteArticleDetail *detail,
                                                    GCancellable *cancellable,
                                                    GError **error);

G_END_DECLS
