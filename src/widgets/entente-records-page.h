/* EntenteRecordsPage: one page of the window of records: a list of them with the number of moves of
 * each, or what to do when there is none. Main thread.
 *
 * Signals: "chosen-changed" (): another record is selected, or none; "activate" (): Enter or a
 * double click on it; "updated" (): it lists the study as it is now. */
#pragma once

#include "entente-record-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_RECORDS_PAGE (entente_records_page_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRecordsPage, entente_records_page, ENTENTE, RECORDS_PAGE, GtkWidget)

GtkWidget *entente_records_page_new (EntenteSession *session, EntenteRecords records);
EntenteRecords entente_records_page_get_records (EntenteRecordsPage *page);
/* Borrowed. */
EntenteRecordList *entente_records_page_get_list (EntenteRecordsPage *page);
/* The record that is selected, or NULL. Borrowed. */
EntenteRecordItem *entente_records_page_get_chosen (EntenteRecordsPage *page);
void entente_records_page_set_search (EntenteRecordsPage *page, const char *words);
/* "3 of 12" records are listed. Free. */
char *entente_records_page_format_count (EntenteRecordsPage *page);
/* Is the keyboard in the list? */
gboolean entente_records_page_has_keyboard (EntenteRecordsPage *page);
void entente_records_page_focus (EntenteRecordsPage *page);

G_END_DECLS
