/* EntenteRecordList: tracks, rounds, places, issues or eras of a study as a list (GListModel of
 * EntenteRecordItem), with the number of moves of each. Follows the study, its filter and a search;
 * in a big study the counts come from a thread a moment later, and items stay as they are until
 * then. Main thread. */
#pragma once

#include "entente-session.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_RECORDS_TRACKS,
  ENTENTE_RECORDS_ROUNDS, /* by track, then in order of time */
  ENTENTE_RECORDS_PLACES, /* each under its parent */
  ENTENTE_RECORDS_ISSUES,
  ENTENTE_RECORDS_ERAS,
  ENTENTE_N_RECORDS
} EntenteRecords;

#define ENTENTE_TYPE_RECORD_ITEM (entente_record_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRecordItem, entente_record_item, ENTENTE, RECORD_ITEM, GObject)

EntenteId entente_record_item_get_id (EntenteRecordItem *item);
/* Never NULL. Borrowed. */
const char *entente_record_item_get_name (EntenteRecordItem *item);
/* What else is known in a line: "back channel, secret · 2018"; "" for nothing. */
const char *entente_record_item_get_detail (EntenteRecordItem *item);
/* "3 of 12"; "" where moves are not counted: a period that comes back each year. */
const char *entente_record_item_get_count (EntenteRecordItem *item);
/* How many moves of the study have it. */
guint entente_record_item_get_total (EntenteRecordItem *item);
/* How deep it stands under others. */
guint entente_record_item_get_depth (EntenteRecordItem *item);

#define ENTENTE_TYPE_RECORD_LIST (entente_record_list_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRecordList, entente_record_list, ENTENTE, RECORD_LIST, GObject)

/* Signal "updated" (): it shows the study as it is now. */
EntenteRecordList *entente_record_list_new (EntenteSession *session, EntenteRecords records);
/* Lists what has these words in its name or detail, and what that stands under; NULL or "":
 * everything. */
void entente_record_list_set_search (EntenteRecordList *list, const char *words);
gboolean entente_record_list_is_searched (EntenteRecordList *list);
/* How many there are, listed or not. */
guint entente_record_list_get_n_all (EntenteRecordList *list);
/* Place of the first that the search finds itself, not for what stands under it; G_MAXUINT for
 * none. */
guint entente_record_list_find_match (EntenteRecordList *list);
/* Place of a record in the list, or G_MAXUINT. */
guint entente_record_list_find (EntenteRecordList *list, EntenteId id);
/* What the page of @records lists: EVENT for rounds. */
EntenteEntity entente_records_get_entity (EntenteRecords records);

G_END_DECLS
