/* One line of an apply file, as the makers of steps read it. All errors are sentences about the
 * line. */
#pragma once

#include "entente-record-json.h"
#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  EntenteStudy *study;
  EntenteStore *store;
  json_t *object;
  const char *base_dir; /* that file names start from, or NULL */
} EntenteLine;

void entente_line_set_invalid (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A text member; NULL when there is none. */
const char *entente_line_get_text (const EntenteLine *line, const char *member);
const char *entente_line_require_text (const EntenteLine *line, const char *member, GError **error);
/* The record that a member refers to by key, number or, for an actor, name; none on error. */
EntenteId entente_line_require_id (const EntenteLine *line,
                                   const char *member,
                                   EntenteEntity entity,
                                   GError **error);
gboolean entente_line_find (const EntenteLine *line,
                            EntenteEntity entity,
                            EntenteId id,
                            gboolean *exists,
                            GError **error);
/* The id of the line's key, none without a key; FALSE when the key is taken. */
gboolean entente_line_get_key (const EntenteLine *line,
                               EntenteEntity entity,
                               EntenteId *id,
                               GError **error);

/* Fills @record from @object, whose members are its fields but for those in @ignore, and checks it.
 */
gboolean entente_line_fill (const EntenteLine *line,
                            gpointer record,
                            json_t *object,
                            const char *const *ignore,
                            GError **error);
/* A new record filled from the line, with the id of its key. */
gpointer entente_line_make_record (const EntenteLine *line,
                                   EntenteEntity entity,
                                   const char *const *ignore,
                                   GError **error);

/* The article in "file", or in "text" as in a file; an empty draft when the line has neither. */
EntenteArticleDraft *entente_line_read_draft (const EntenteLine *line, GError **error);

/* The words that "article", "quote" and "occurrence" point at. *passage stays NULL when nothing is
 * quoted; it has an id when these words are marked already. *article becomes the article, or none.
 */
gboolean entente_line_read_quote (const EntenteLine *line,
                                  EntenteId *article,
                                  EntentePassage **passage,
                                  GError **error);

/* Makers of steps in entente-commands-json-revise.c; @entity is not asked for. */
EntenteStep *entente_line_correct_text (const EntenteLine *line,
                                        EntenteEntity entity,
                                        GError **error);
EntenteStep *entente_line_merge_events (const EntenteLine *line,
                                        EntenteEntity entity,
                                        GError **error);
EntenteStep *entente_line_merge_actors (const EntenteLine *line,
                                        EntenteEntity entity,
                                        GError **error);
EntenteStep *entente_line_split_actor (const EntenteLine *line,
                                       EntenteEntity entity,
                                       GError **error);

G_END_DECLS
