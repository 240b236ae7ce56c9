/* EntenteEnumChoice: a drop-down list of the values of a vocabulary. Functions over GtkDropDown.
 * Main thread. */
#pragma once

#include "entente-enums.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @name: for the screen reader. */
GtkWidget *entente_enum_choice_new (EntenteEnum type, const char *name);
/* Names any drop down for the screen reader, once: "Medium: Letter"; and its tip. */
void entente_enum_choice_set_name (GtkDropDown *choice, const char *name);
int entente_enum_choice_get (GtkWidget *choice);
void entente_enum_choice_set (GtkWidget *choice, int value);
/* The labels, in the order of the values: model of any list of choices. The caller's. */
GListModel *entente_enum_choice_new_model (EntenteEnum type);
/* A label of a vocabulary as a heading: "corroborated" -> "Corroborated". Free. */
char *entente_enum_choice_capitalize (const char *label);

G_END_DECLS
