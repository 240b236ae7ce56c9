/* Records of a study whole, as JSON with the stable names of entente-cli(1).
 *
 * A record has its fields by name (entente-record-json.h) and beside them what belongs to it: an
 * event its participants, claims, links and articles, an actor its names, an article its text,
 * notes and marks. Each function gives a new object. Blocking, but for those that take a detail.
 */
#pragma once

#include "entente-record-json.h"
#include "entente-reprints.h"
#include "entente-study.h"

G_BEGIN_DECLS

json_t *entente_study_event_to_json (EntenteStudy *study, const EntenteEventDetail *detail);
json_t *entente_study_article_to_json (EntenteStudy *study, const EntenteArticleDetail *detail);
/* @actor is an index of the chronicle. */
json_t *entente_study_actor_to_json (EntenteStudy *study, guint32 actor);
/* An article of a list: without its text. @article is an index of the chronicle. */
json_t *entente_study_article_summary_to_json (EntenteStudy *study, guint32 article);
/* A claim and a link as they stand under their event. @index is that of the array in @detail. */
json_t *entente_study_claim_to_json (EntenteStudy *study,
                                     const EntenteEventDetail *detail,
                                     guint index);
json_t *entente_study_link_to_json (EntenteStudy *study,
                                    const EntenteEventDetail *detail,
                                    guint index);
/* A kind of move, with how many events have it. */
json_t *entente_study_kind_to_json (const EntenteKind *kind, guint n_events);

/* An article and another one that is nearly the same; "told": the study says already that one
 * reprints the other. */
json_t *entente_study_reprint_to_json (EntenteStudy *study, const EntenteReprint *reprint);

/* Writes the study (@rows NULL), or the events of @rows and what they rest on (entente-extract.h)
 * and nothing else, as one object: every entity an array under its name in the plural. @write gets
 * the text piece by piece and gives FALSE to stop. */
typedef gboolean (*EntenteWriteFunc) (gpointer data, const void *bytes, gsize length);
gboolean entente_study_write_json (EntenteStudy *study,
                                   const EntenteBitset *rows,
                                   EntenteWriteFunc write,
                                   gpointer data,
                                   GError **error);

G_END_DECLS
