/* EntenteJournal: who did what when, and what can be undone and redone. */
#pragma once

#include "entente-chunks.h"
#include "entente-db.h"
#include "entente-table.h"

G_BEGIN_DECLS

/* Tables of content, children before parents: the order in which changesets hold them. */
extern const char *const entente_journal_tables[];
extern const guint entente_journal_n_tables;

typedef struct {
  EntenteDb *db;
  gint64 version; /* number of the newest row */
  GArray *undo; /* numbers of the steps that can be undone, the next one last */
  GArray *redo; /* numbers of the steps that were undone and can be done again, the next one last */
} EntenteJournal;

/* A row of the journal to be. */
typedef struct {
  gint64 number;
  const char *coder; /* or NULL */
  const char *label;
  gint64 undoes, redoes; /* 0 for none */
} EntenteJournalRow;

/* Reads the history. */
EntenteJournal *entente_journal_new (EntenteDb *db, GError **error);
void entente_journal_free (EntenteJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteJournal, entente_journal_free)

/* Reads it anew, after a foreign change. */
gboolean entente_journal_reload (EntenteJournal *journal, GError **error);

/* Within the transaction of the step: its row. The number of the next row is version + 1. */
gboolean entente_journal_insert (EntenteJournal *journal,
                                 const EntenteJournalRow *row,
                                 GError **error);
/* Does the newest row say the same? */
gboolean entente_journal_holds (EntenteJournal *journal, const EntenteJournalRow *row);
/* After the commit: moves what can be undone and redone. */
void entente_journal_note (EntenteJournal *journal, const EntenteJournalRow *row);
/* Number of the step to be undone or redone next; 0 when there is none. */
gint64 entente_journal_get_undo (EntenteJournal *journal);
gint64 entente_journal_get_redo (EntenteJournal *journal);
/* Never NULL without an error. */
char *entente_journal_get_label (EntenteJournal *journal, gint64 number, GError **error);
/* Does the changeset of that step take more than one chunk? */
gboolean entente_journal_is_large (EntenteJournal *journal, gint64 number);
/* Of EntenteJournalEntry, oldest first. */
GPtrArray *entente_journal_list (EntenteJournal *journal, GError **error);

/* Records what is done to the tables of content from here on. */
typedef struct _EntenteRecording EntenteRecording;

EntenteRecording *entente_recording_new (EntenteDb *db, GError **error);
/* Writes the changeset as chunks of @number; *@empty when nothing was changed. */
gboolean entente_recording_write (EntenteRecording *recording,
                                  gint64 number,
                                  gboolean *empty,
                                  GError **error);
void entente_recording_free (EntenteRecording *recording);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRecording, entente_recording_free)

/* Carries out the changeset of step @number, inverted or as it is; CONFLICT when a row is not as
 * the changeset left or found it. Within a transaction. */
gboolean entente_journal_apply (EntenteJournal *journal,
                                gint64 number,
                                gboolean invert,
                                GError **error);

G_END_DECLS
