/* Lines that revise what is recorded: a corrected text, two events that are one. */
#include "config.h"

#include "entente-commands-line.h"

#include <glib/gi18n-lib.h>

#include "entente-correction.h"
#include "entente-merge.h"

/* ---- corrected texts ---- */

/* A file is read as on import, its notes included; "text" is the body itself. */
static EntenteCorrection *
read_correction (const EntenteLine *line, EntenteId article, GError **error)
{
  const char *text = entente_line_get_text (line, "text");
  const GPtrArray *footnotes = NULL;
  g_autoptr (EntenteArticleDraft) draft = NULL;

  if (!text) {
    if (!entente_line_require_text (line, "file", error) ||
        !(draft = entente_line_read_draft (line, error)))
      return NULL;
    text = draft->revision->text;
    footnotes = draft->footnotes->len > 0 ? draft->footnotes : NULL;
  }
  return entente_correction_new (line->store,
                                 entente_study_get_chronicle (line->study),
                                 article,
                                 text ? text : "",
                                 footnotes,
                                 NULL,
                                 error);
}

static void
choose_marks (EntenteCorrection *correction, json_int_t likeness)
{
  for (guint i = 0; i < correction->marks->len; i++) {
    EntenteCorrectedMark *mark = correction->marks->pdata[i];

    mark->moves = mark->found.grade != ENTENTE_REATTACHED_LOST && mark->found.likeness >= likeness;
  }
}

EntenteStep *
entente_line_correct_text (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  json_t *likeness = json_object_get (line->object, "likeness");
  EntenteId article = entente_line_require_id (line, "article", ENTENTE_ENTITY_ARTICLE, error);
  g_autoptr (EntenteCorrection) correction = NULL;

  if (article == ENTENTE_ID_NONE)
    return NULL;
  if (likeness && !json_is_integer (likeness)) {
    entente_line_set_invalid (error, _ ("The member “likeness” is a number of percent."));
    return NULL;
  }
  correction = read_correction (line, article, error);
  if (!correction)
    return NULL;
  if (likeness)
    choose_marks (correction, json_integer_value (likeness));
  return entente_commands_correct_text (correction, entente_line_get_text (line, "why"));
}

/* ---- two events that are one ---- */

EntenteStep *
entente_line_merge_events (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  EntenteId kept = entente_line_require_id (line, "event", ENTENTE_ENTITY_EVENT, error);
  EntenteId gone = kept != ENTENTE_ID_NONE
                     ? entente_line_require_id (line, "other", ENTENTE_ENTITY_EVENT, error)
                     : ENTENTE_ID_NONE;
  g_autoptr (EntenteMerge) merge =
    gone != ENTENTE_ID_NONE ? entente_merge_read (line->store, kept, gone, error) : NULL;

  return merge ? entente_commands_merge_events (merge) : NULL;
}
