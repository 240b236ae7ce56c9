/* What the files about clauses share; private to text. */
#pragma once

#include "entente-text-clauses.h"

G_BEGIN_DECLS

const EntenteToken *entente_clauses_get_token (const EntenteClauses *self, gint64 i);
gboolean entente_clauses_is_word (const EntenteClauses *self, gint64 i, const char *word);
gboolean entente_clauses_same_sentence (const EntenteClauses *self, gint64 a, gint64 b);
const EntenteMention *entente_clauses_get_mention (const EntenteClauses *self, guint index);
/* The mention that the token is part of, or -1. */
int entente_clauses_index_at (const EntenteClauses *self, gint64 token);
/* TRUE when the token is tagged as a verb in any form. */
gboolean entente_clauses_is_verb (const EntenteClauses *self, gint64 i);
/* Signs that no clause goes across. */
gboolean entente_clauses_is_hard_stop (const EntenteClauses *self, gint64 i);
/* TRUE for an adjective that only belongs to the name behind it: "Kenyan President Ole Varga". */
gboolean entente_clauses_is_within_name (const EntenteClauses *self, const EntenteMention *mention);
/* The mention that "and" or a comma before token @i joins to it, or -1. */
int entente_clauses_find_joined_before (const EntenteClauses *self, gint64 i);
/* The preposition before what begins at @first; "" where it has none, "~" where it is the object of
 * another verb than
 * @head (-1: of any). A row joined by "and" shares that of its first. */
const char *entente_clauses_find_preposition (const EntenteClauses *self, guint first, gint64 head);
/* The same of any verb, where nothing before @start counts. */
const char *entente_clauses_find_preposition_from (const EntenteClauses *self,
                                                   guint first,
                                                   gint64 start);
void entente_clauses_add_mention (const EntenteClauses *self,
                                  guint index,
                                  const char *preposition,
                                  GArray *parties);
/* The public functions of these names, for those that call each other: they give up when @depth is
 * too great. */
gboolean entente_clauses_find_subject_deep (const EntenteClauses *self,
                                            guint token,
                                            guint depth,
                                            GArray *parties);
gboolean entente_clauses_resolve_deep (const EntenteClauses *self,
                                       guint token,
                                       guint depth,
                                       GArray *parties);
/* TRUE for "both sides" and for pronouns: what stands for a party named before. */
gboolean entente_clauses_is_stand_in (const EntenteClauses *self, gint64 token);

G_END_DECLS
