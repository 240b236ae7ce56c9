/* EntenteEventList: the filtered events as a GListModel of EntenteEventItem, in the one order or as
 * they are sorted. Items are made only when asked for and are unique by id as long as somebody
 * holds them. Main thread. */
#pragma once

#include "entente-row-sort.h"
#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_EVENT_ITEM (entente_event_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteEventItem, entente_event_item, ENTENTE, EVENT_ITEM, GObject)
/* Properties, all read-only: "id" int64, "row" uint, "title" string (notifies when read), "when"
 * string (in words), "kind-label", "group" EntenteKindGroup as uint, "from-label" (initiators),
 * "to-label" (addressees), "evidence-label", "evidence" uint, "status-label", "answered-label",
 * "answer-label" (title of the first answer, what is proposed as one, or ""), "days-label" (days to
 * it, or "no word since ..."), "reports-label" (how many), "judgement-label", "mode-label",
 * "medium-label", "track-label", "place-label", "issues-label", "pinned-label", "private-label",
 * "number" uint (place in the filtered list, from 1), "hue" uint (0 to 7; 8 grey), "mode"
 * EntenteMode as uint, "accessible-label" string: name, kind, date with its vagueness, evidence, n
 * of N. */
EntenteId entente_event_item_get_id (EntenteEventItem *item);
guint entente_event_item_get_row (EntenteEventItem *item);
const char *entente_event_item_get_title (EntenteEventItem *item);
/* Text of one of the properties from @events (EntenteId -> EntenteEvent) that were read, of this
 * event and of the one that answers it; never what is still to be read. Free. */
char *entente_event_item_dup_text (EntenteEventItem *item,
                                   const char *property,
                                   GHashTable *events);
/* The first event that answers this one, or none. */
EntenteId entente_event_item_get_answer (EntenteEventItem *item);
/* Is its "answer-label" only proposed? */
gboolean entente_event_item_is_proposed (EntenteEventItem *item);
/* Borrowed as long as the item follows this chronicle. */
EntenteChronicle *entente_event_item_get_chronicle (EntenteEventItem *item);

#define ENTENTE_TYPE_EVENT_LIST (entente_event_list_get_type ())
G_DECLARE_FINAL_TYPE (EntenteEventList, entente_event_list, ENTENTE, EVENT_LIST, GObject)
/* Follows the session's filter with minimal items-changed. */
EntenteEventList *entente_event_list_new (EntenteSession *session);
/* The same, but only moves that expect an answer and what is planned: what a ledger shows; answers
 * are proposed for them (entente-loose-ends.h) as long as the list is there. */
EntenteEventList *entente_event_list_new_expecting (EntenteSession *session);
/* Sorts the list otherwise than in the one order (DATE, not descending), now and after every
 * change. A big one, and one by title, is sorted in a thread and stays as it is until then. */
void entente_event_list_sort (EntenteEventList *list, EntenteSortKey key, gboolean descending);
/* Is another order being made in a thread? "items-changed" tells when it is there, and the signal
 * "sorting-changed" () when it begins and ends; what is sorted by the order that the list has
 * meanwhile calls it off. */
gboolean entente_event_list_is_sorting (EntenteEventList *list);
/* Position of an event in the list, or GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint entente_event_list_find (EntenteEventList *list, EntenteId event);
/* Positions of many events in one pass over the list; those that are not in it are left out. The
 * caller's. */
GtkBitset *entente_event_list_find_all (EntenteEventList *list, const EntenteId *events, guint n);
/* EntenteId of the events at @positions, in order, without making items of them. The caller's. */
GArray *entente_event_list_get_ids (EntenteEventList *list, const GtkBitset *positions);
/* The item of any event of the study, also of one outside the filter (its number is 0); NULL when
 * there is none such. The caller's. */
EntenteEventItem *entente_event_list_get_event (EntenteEventList *list, EntenteId event);

G_END_DECLS
