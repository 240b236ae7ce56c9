/* What the list of suggestions knows of its items; nobody else includes this. */
#pragma once

#include "entente-suggestion-list.h"

G_BEGIN_DECLS

struct _EntenteSuggestionItem {
  GObject parent_instance;

  EntenteProposals *proposals; /* as they were read last */
  guint index; /* among them */
  gint64 span_start; /* of the words of the move: with the kind, what it is known by in another
                        reading */
  gint64 start, end;
  const EntenteKind *kind;
  EntenteMode mode;
  EntenteDate *when; /* or NULL */
  EntenteId lead; /* or none */
  gboolean is_rejected;
  gboolean is_selected;
  char *words, *description; /* NULL: not told yet */
};

EntenteSuggestionItem *entente_suggestion_item_new (EntenteProposals *proposals, guint index);
/* @fresh says the same of a later reading. */
void entente_suggestion_item_follow (EntenteSuggestionItem *item,
                                     const EntenteSuggestionItem *fresh);
/* The same suggestion, perhaps of another reading. */
gboolean entente_suggestion_item_is_like (const EntenteSuggestionItem *item,
                                          const EntenteSuggestionItem *other);
/* The same for a table of items: GHashFunc and GEqualFunc. */
guint entente_suggestion_item_hash (gconstpointer item);
gboolean entente_suggestion_item_is_same (gconstpointer item, gconstpointer other);
gboolean entente_suggestion_item_says_same (const EntenteSuggestionItem *item,
                                            const EntenteSuggestionItem *other);
void entente_suggestion_item_set_selected (EntenteSuggestionItem *item, gboolean is_selected);

/* A decision on its way to the study. */
typedef struct {
  EntenteSuggestionList *list; /* NULL: what comes of it is nobody's business any more */
} EntenteSuggestionWriting;

struct _EntenteSuggestionList {
  GObject parent_instance;

  EntenteSession *session; /* weak: it owns the list */
  EntenteId article; /* or none */
  EntenteProposals *proposals; /* of the article, or NULL */
  GListStore *items;
  EntenteSuggestionItem *selected; /* of the items, or NULL */
  gint64 place; /* where the last selected one stood */
  guint n_open;
  gboolean shows_rejected;

  GCancellable *reading; /* or NULL */
  GError *error; /* why the words could not be read, or NULL */
  gboolean is_old; /* the study changed while it was read */
  GQueue tasks; /* decisions; the first one is being written while there is a @writing, and
                   is_written until it is seen in the study */
  gboolean is_written;
  EntenteSuggestionWriting *writing; /* what is being written; NULL: nothing */
  GPtrArray
    *leaving; /* lists nobody sees, which write what was decided in articles left meanwhile */
  EntenteSuggestionList *seen; /* the list that keeps this one while it is leaving; weak */
};

/* entente-suggestion-list.c: lists the items of the proposals anew. */
void entente_suggestion_list_refresh (EntenteSuggestionList *list);
/* entente-suggestion-list-decide.c: table of the items that are about to be written. Free. */
GHashTable *entente_suggestion_list_dup_decided (EntenteSuggestionList *list);
/* Writes the next decision, once nothing is written or read. */
void entente_suggestion_list_run (EntenteSuggestionList *list);
/* The proposals were read after the last decision was written. */
void entente_suggestion_list_end_written (EntenteSuggestionList *list);
void entente_suggestion_list_forget (EntenteSuggestionList *list);
/* What is decided cannot be written without a reading: says so, unless nothing is. */
void entente_suggestion_list_give_up (EntenteSuggestionList *list);
/* entente-suggestion-list-leave.c: what is still to be written of this article goes on behind the
 * list, which has none then. */
void entente_suggestion_list_leave (EntenteSuggestionList *list);
/* A list that is leaving, with nothing left to write, is let go of. */
void entente_suggestion_list_end_leaving (EntenteSuggestionList *list);
/* Follows the study of @session. */
void entente_suggestion_list_follow (EntenteSuggestionList *list, EntenteSession *session);
/* Reads the article once more. */
void entente_suggestion_list_read (EntenteSuggestionList *list);
/* What waits and is of one decision is written as one step. */
void entente_suggestion_list_gather (EntenteSuggestionList *list);

G_END_DECLS
