/* The words of a record's type; its nick is what files and the command line call it. */
#include "config.h"

#include "entente-entity-labels.h"

#include <glib/gi18n-lib.h>

const char *
entente_entity_get_label (EntenteEntity entity)
{
  static const char *const labels[ENTENTE_N_ENTITIES] = {
    [ENTENTE_ENTITY_CODER] = NC_ ("record", "coder"),
    [ENTENTE_ENTITY_PLACE] = NC_ ("record", "place"),
    [ENTENTE_ENTITY_TRACK] = NC_ ("record", "track"),
    [ENTENTE_ENTITY_ISSUE] = NC_ ("record", "issue"),
    [ENTENTE_ENTITY_ERA] = NC_ ("record", "era"),
    [ENTENTE_ENTITY_ACTOR] = NC_ ("record", "actor"),
    [ENTENTE_ENTITY_ALIAS] = NC_ ("record", "other name"),
    [ENTENTE_ENTITY_AFFILIATION] = NC_ ("record", "affiliation"),
    [ENTENTE_ENTITY_TURNING_POINT] = NC_ ("record", "turning point"),
    [ENTENTE_ENTITY_ARTICLE] = NC_ ("record", "article"),
    [ENTENTE_ENTITY_REVISION] = NC_ ("record", "text of an article"),
    [ENTENTE_ENTITY_FOOTNOTE] = NC_ ("record", "footnote"),
    [ENTENTE_ENTITY_PASSAGE] = NC_ ("record", "passage"),
    [ENTENTE_ENTITY_EVENT] = NC_ ("record", "event"),
    [ENTENTE_ENTITY_PARTICIPATION] = NC_ ("record", "participation"),
    [ENTENTE_ENTITY_CLAIM] = NC_ ("record", "claim"),
    [ENTENTE_ENTITY_LINK] = NC_ ("record", "link between events"),
    [ENTENTE_ENTITY_ORDER] = NC_ ("record", "order of events"),
    [ENTENTE_ENTITY_POSITION] = NC_ ("record", "position"),
    [ENTENTE_ENTITY_QUESTION] = NC_ ("record", "open question"),
    [ENTENTE_ENTITY_VIEW] = NC_ ("record", "saved view"),
    [ENTENTE_ENTITY_TEMPLATE] = NC_ ("record", "template"),
    [ENTENTE_ENTITY_FIELD] = NC_ ("record", "field of your own"),
    [ENTENTE_ENTITY_FIELD_VALUE] = NC_ ("record", "value of a field of your own"),
    [ENTENTE_ENTITY_SETTING] = NC_ ("record", "setting"),
    [ENTENTE_ENTITY_REJECTION] = NC_ ("record", "rejected suggestion"),
    [ENTENTE_ENTITY_LEXICON] = NC_ ("record", "learnt word"),
  };

  if (entity >= ENTENTE_N_ENTITIES || labels[entity] == NULL)
    return "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "record", labels[entity]);
}
