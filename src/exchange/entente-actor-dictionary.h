/* Dictionaries of actors in the form of PETRARCH and TABARI, as drafts.
 *
 * NAME_OF_ACTOR_ [CODE], or the name alone with lines below it: `+OTHER_NAME_` and `[CODE
 * 930101-970630]`; a date after
 * `>` is the beginning, after `<` the end, days are YYMMDD (years to 30 are of this century) or
 * YYYYMMDD, where 00 stands for what is not known. What follows `#`, and what stands between `<!--`
 * and `-->`, is a remark.
 *
 * A code with dates is an affiliation to who bears it: "[AFGGOVMIL 930101-970630]" to the
 * government of Afghanistan as military. A code without dates is an identifier. Names in capitals
 * are written as names are. Pure; any thread.
 */
#pragma once

#include "entente-actor-draft.h"

G_BEGIN_DECLS

/* @text: UTF-8. @name: of the file, for sentences and evidence. NULL only when cancelled, or when
 * there are too many. */
EntenteActorDrafts *entente_actor_dictionary_read (const char *text,
                                                   const char *name,
                                                   GCancellable *cancellable,
                                                   GError **error);

G_END_DECLS
