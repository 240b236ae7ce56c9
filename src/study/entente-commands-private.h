/* What the files of the commands share among themselves; nobody else includes this. */
#pragma once

#include "entente-commands.h"

G_BEGIN_DECLS

/* An empty step with the label of what is done to a record of @entity: "Add event". */
EntenteStep *entente_commands_begin (EntenteEntity entity, EntenteOperation operation);
/* Gives a record without id a new one. */
void entente_commands_ensure_id (gpointer record);
/* The id of the @number-th part of what has the id @base; none when @base is none. Parts of a
 * record that is named by a key get these, so that they too have the same ids in every build of a
 * sample. */
EntenteId entente_commands_part_id (EntenteId base, guint number);
/* Text and notes of a draft, as parts of the article @article. */
void entente_commands_insert_text (EntenteStep *step,
                                   const EntenteArticleDraft *draft,
                                   EntenteId article,
                                   EntenteId base);

/* Does the record make sense by itself: a kind that exists, a name where one is needed? INVALID
 * else. */
gboolean entente_commands_check (gconstpointer record, GError **error);
gboolean entente_commands_check_kind (const char *kind, GError **error);

G_END_DECLS
