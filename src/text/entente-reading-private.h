/* What the files of the reading share; private to text. */
#pragma once

#include "entente-reading.h"
#include "entente-text-moves.h"

G_BEGIN_DECLS

/* The text that is looked through: title and body, cut out of the source and put behind each other.
 */
typedef struct {
  char *text;
  gsize length;
  gsize title_length; /* bytes of the title and the line end behind it, or 0 */
  gsize title_start; /* of the source */
  const EntenteStructure *structure; /* or NULL */
} EntenteReadingText;

void entente_reading_text_init (EntenteReadingText *self, const EntenteReadingInput *input);
void entente_reading_text_clear (EntenteReadingText *self);
/* The byte of the source that @byte was cut from. */
gsize entente_reading_text_to_source (const EntenteReadingText *self, gsize byte);

/* Everything that is known while suggestions are made. */
typedef struct {
  const EntenteReadingInput *input;
  EntenteReadingText text;
  EntenteLearntWords *learnt;
  EntenteTextTokens *tokens;
  EntenteTextActors *actors;
  EntenteClauses *clauses;
  EntenteTextMoves *moves;
  EntenteArticleReading *made;
  GArray *time_tokens; /* for each time its first token, or -1 */
} EntenteReader;

/* When the move is told to have happened; NULL when nothing is known. @reason receives why,
 * translated, or NULL. */
EntenteDate *entente_reader_date_move (const EntenteReader *self,
                                       const EntenteTextMove *move,
                                       char **reason);
/* The move as a sentence, once @suggestion has its parties; NULL when none can be made. Free. */
char *entente_reader_tell_move (const EntenteReader *reader,
                                const EntenteTextMove *move,
                                const EntenteSuggestion *suggestion);
/* Finds out which suggestion answers which. */
void entente_reader_link_answers (EntenteReader *self);

G_END_DECLS
