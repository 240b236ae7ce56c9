/* What the files of the actor finder share; private to text. */
#pragma once

#include "entente-text-actors.h"

G_BEGIN_DECLS

/* Capitals that may be a name. */
typedef struct {
  guint first, last; /* tokens */
  int state; /* actor that stands before it, or -1 */
  gboolean has_title;
} EntenteDoubtfulName;

typedef struct {
  const EntenteTextTokens *tokens;
  guint n_title;
  const EntenteKnownName *known;
  GHashTable *known_names; /* first token -> GPtrArray of KnownEntry * */
  GHashTable *by_name; /* folded name -> index of actor + 1 */
  GHashTable *by_last_name; /* folded last name -> index of actor + 1, of persons */
  GHashTable *known_folds; /* keeps the folded words of known names */
  EntenteTextActors *made;
  GArray *doubtful; /* of EntenteDoubtfulName */
} EntenteActorFinder;

/* What a word in a name says that the name is. */
typedef enum {
  ENTENTE_NAME_HEAD_NONE,
  ENTENTE_NAME_HEAD_PLACE,
  ENTENTE_NAME_HEAD_THING,
  ENTENTE_NAME_HEAD_ORGANISATION,
} EntenteNameHead;

const EntenteToken *entente_finder_token (const EntenteActorFinder *self, gint64 index);
gboolean entente_finder_is (const EntenteActorFinder *self, gint64 index, EntenteWordClass of);
/* TRUE when the tokens at @a and @b stand in one sentence. */
gboolean entente_finder_same_sentence (const EntenteActorFinder *self, gint64 a, gint64 b);
/* The actor of this name, made when it is new. */
guint entente_finder_ensure (EntenteActorFinder *self, const char *name, EntenteActorKind kind);
void entente_finder_add (EntenteActorFinder *self,
                         guint first,
                         guint last,
                         guint actor,
                         EntenteMentionForm form,
                         const char *reason);
/* Makes @name another name of @actor. */
void entente_finder_alias (EntenteActorFinder *self, const char *name, guint actor);
/* 0, or the actor of that name, plus 1. */
guint entente_finder_look_up (EntenteActorFinder *self, const char *name);
void entente_finder_add_person (EntenteActorFinder *self,
                                guint first,
                                guint last,
                                int state,
                                const char *reason);
/* TRUE when a word like "bin" stands within the name. */
gboolean entente_finder_has_particle (const EntenteActorFinder *self, guint first, guint last);
/* "Security Affairs Anna Brennik": where the name itself begins. */
guint entente_finder_skip_to_given (const EntenteActorFinder *self, guint first, guint last);
/* TRUE when a sentence, or a quoted one, begins with the token. */
gboolean entente_finder_begins (const EntenteActorFinder *self, guint i);
gboolean entente_finder_is_place (const EntenteActorFinder *self, guint first);

/* A word with a capital. */
gboolean entente_finder_is_capital (const EntenteActorFinder *self, guint i);
/* A title, or a word that is part of one. */
gboolean entente_finder_is_title (const EntenteActorFinder *self, guint i);
/* The dash of "Jean-Yves". */
gboolean entente_finder_is_dash (const EntenteActorFinder *self, guint i);
/* The point of "Gen. Varga". */
gboolean entente_finder_is_title_point (const EntenteActorFinder *self, guint i);
/* The name of the table that stands at @i, or NULL. Acronyms must be written as they are. */
const EntenteLexiconName *entente_finder_find_name (const EntenteActorFinder *self, guint i);
/* What the word says; @kind is set unless it says nothing. */
EntenteNameHead entente_finder_get_head (const EntenteActorFinder *self,
                                         guint i,
                                         EntenteActorKind *kind);
/* The last word from @first to before @last that says what the name is, at @place. */
EntenteNameHead entente_finder_find_head (const EntenteActorFinder *self,
                                          guint first,
                                          guint last,
                                          guint *place,
                                          EntenteActorKind *kind);
/* The token behind the row of capitals that begins at @i; names joined by particles ("bin") are one
 * row. */
guint entente_finder_find_row_end (const EntenteActorFinder *self, guint i);
/* The token behind "of Foreign Affairs", "on Lake Fishing", "for Defence of Democracy" at @i. */
guint entente_finder_skip_complement (const EntenteActorFinder *self, guint i);

/* Names made of capital letters, from token @i; the token behind what was read. */
guint entente_finder_read_capitals (EntenteActorFinder *self, guint i);
/* Once all names are known: last names, single words, acronyms that were seen before they were
 * explained. */
void entente_finder_settle (EntenteActorFinder *self);
/* "Kenyan officials", "government of Kenya", "the rebels": widens mentions and adds descriptions.
 */
void entente_finder_read_groups (EntenteActorFinder *self);
/* Once names are in order: who stands behind the office of another ("Kenya's envoy to Uganda Anna
 * Brennik") belongs to Kenya. */
void entente_finder_find_owners (EntenteActorFinder *self);
/* Once all mentions are in order: an office beside a name is that of the person. */
void entente_finder_join_appositions (EntenteActorFinder *self);

G_END_DECLS
