/* Templates of summaries: a kind with its options and its paper, saved under a name.
 *
 * Options are pairs of a name and a value, both words; what they mean is for who prints. Saving,
 * renaming and deleting are steps of the study; choosing a template is not.
 */
#pragma once

#include "entente-study-records.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* @options (char * -> char *) as a line of JSON, in the order of names. Free. */
char *entente_template_options_format (GHashTable *options);
/* What is understood of @text (NULL: nothing). Free with g_hash_table_unref. */
GHashTable *entente_template_options_parse (const char *text);

/* All of a study (EntenteTemplate), by name. */
void entente_study_read_templates_async (EntenteStudy *study,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *entente_study_read_templates_finish (EntenteStudy *study,
                                                GAsyncResult *result,
                                                GError **error);
/* The same, blocking; for the command line. */
GPtrArray *entente_study_list_templates (EntenteStudy *study, GError **error);
/* Borrowed, or NULL. Names are the same after folding. */
EntenteTemplate *entente_templates_find (const GPtrArray *templates, const char *name);

/* A step that saves @kind and @options as @name: a new template, or in place of the one of
 * @templates with this name. */
EntenteStep *entente_templates_save (const GPtrArray *templates,
                                     const char *name,
                                     const char *kind,
                                     GHashTable *options);
/* A step that gives @template_ another name; INVALID when another one of @templates has it. */
EntenteStep *entente_templates_rename (const GPtrArray *templates,
                                       EntenteTemplate *template_,
                                       const char *name,
                                       GError **error);

G_END_DECLS
