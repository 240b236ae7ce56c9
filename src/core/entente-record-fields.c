/* The one description of every record: its nick, its size and its fields in the order of the
 * struct.
 *
 * A new field is a line here and a line in the struct; copying, comparing, JSON, columns and
 * history follow. Names are those of the struct, but for EntenteEvent.private_, whose name is
 * "private".
 */
#include "config.h"

#include "entente-record-fields.h"

#include "entente-actor.h"
#include "entente-article.h"
#include "entente-context.h"
#include "entente-event.h"
#include "entente-study-records.h"

#define FIELD(Type, member, TYPE)                                                                  \
  {                                                                                                \
    .name = #member, .type = ENTENTE_FIELD_##TYPE, .offset = G_STRUCT_OFFSET (Type, member)        \
  }
#define FIELD_ENUM(Type, member, VOCABULARY)                                                       \
  {                                                                                                \
    .name = #member, .type = ENTENTE_FIELD_ENUM, .offset = G_STRUCT_OFFSET (Type, member),         \
    .vocabulary = ENTENTE_ENUM_##VOCABULARY                                                        \
  }
#define FIELD_IDS(Type, member, TARGET)                                                            \
  {                                                                                                \
    .name = #member, .type = ENTENTE_FIELD_IDS, .offset = G_STRUCT_OFFSET (Type, member),          \
    .target = ENTENTE_ENTITY_##TARGET                                                              \
  }
#define FIELD_ID(Type, member, TARGET)                                                             \
  {                                                                                                \
    .name = #member, .type = ENTENTE_FIELD_ID, .offset = G_STRUCT_OFFSET (Type, member),           \
    .target = ENTENTE_ENTITY_##TARGET                                                              \
  }

static const EntenteFieldInfo coder_fields[] = {
  FIELD (EntenteCoder, name, STRING),
  FIELD (EntenteCoder, initials, STRING),
};

static const EntenteFieldInfo place_fields[] = {
  FIELD (EntentePlace, name, STRING),
  FIELD_ID (EntentePlace, parent, PLACE),
  FIELD (EntentePlace, latitude, REAL),
  FIELD (EntentePlace, longitude, REAL),
};

static const EntenteFieldInfo track_fields[] = {
  FIELD (EntenteTrack, name, STRING),       FIELD_ENUM (EntenteTrack, kind, TRACK_KIND),
  FIELD (EntenteTrack, secret, BOOLEAN),    FIELD_ID (EntenteTrack, host, ACTOR),
  FIELD_ID (EntenteTrack, mediator, ACTOR), FIELD (EntenteTrack, extent, DATE),
};

static const EntenteFieldInfo issue_fields[] = {
  FIELD (EntenteIssue, name, STRING),
  FIELD_ID (EntenteIssue, parent, ISSUE),
  FIELD (EntenteIssue, note, STRING),
};

static const EntenteFieldInfo era_fields[] = {
  FIELD (EntenteEra, name, STRING),
  FIELD (EntenteEra, extent, DATE),
  FIELD (EntenteEra, recurring, BOOLEAN),
};

static const EntenteFieldInfo actor_fields[] = {
  FIELD_ENUM (EntenteActor, kind, ACTOR_KIND), FIELD (EntenteActor, name, STRING),
  FIELD (EntenteActor, short_label, STRING),   FIELD (EntenteActor, colour, STRING),
  FIELD (EntenteActor, wikidata, STRING),      FIELD (EntenteActor, iso3166, STRING),
  FIELD (EntenteActor, cameo, STRING),         FIELD (EntenteActor, grade, STRING),
  FIELD (EntenteActor, pseudonym, STRING),     FIELD (EntenteActor, lane_order, INT),
  FIELD (EntenteActor, note, STRING),
};

static const EntenteFieldInfo alias_fields[] = {
  FIELD_ID (EntenteAlias, actor, ACTOR),       FIELD (EntenteAlias, text, STRING),
  FIELD (EntenteAlias, language, STRING),      FIELD (EntenteAlias, script, STRING),
  FIELD_ENUM (EntenteAlias, kind, ALIAS_KIND), FIELD (EntenteAlias, valid_from, DATE),
  FIELD (EntenteAlias, valid_to, DATE),
};

static const EntenteFieldInfo affiliation_fields[] = {
  FIELD_ID (EntenteAffiliation, actor, ACTOR),
  FIELD_ID (EntenteAffiliation, parent, ACTOR),
  FIELD (EntenteAffiliation, role, STRING),
  FIELD (EntenteAffiliation, from, DATE),
  FIELD (EntenteAffiliation, to, DATE),
  FIELD (EntenteAffiliation, evidence, STRING),
  FIELD_ENUM (EntenteAffiliation, certainty, CERTAINTY),
};

static const EntenteFieldInfo article_fields[] = {
  FIELD (EntenteArticle, title, STRING),         FIELD (EntenteArticle, authors, STRING),
  FIELD_ID (EntenteArticle, publication, ACTOR), FIELD (EntenteArticle, publication_name, STRING),
  FIELD (EntenteArticle, published, DATE),       FIELD (EntenteArticle, retrieved, DATE),
  FIELD (EntenteArticle, url, STRING),           FIELD (EntenteArticle, language, STRING),
  FIELD_ID (EntenteArticle, origin, ARTICLE),    FIELD (EntenteArticle, note, STRING),
};

static const EntenteFieldInfo revision_fields[] = {
  FIELD_ID (EntenteRevision, article, ARTICLE),    FIELD (EntenteRevision, number, INT),
  FIELD (EntenteRevision, text, STRING),           FIELD (EntenteRevision, sha256, STRING),
  FIELD_ID (EntenteRevision, made_from, REVISION), FIELD (EntenteRevision, why, STRING),
  FIELD (EntenteRevision, source_name, STRING),
};

static const EntenteFieldInfo footnote_fields[] = {
  FIELD_ID (EntenteFootnote, revision, REVISION), FIELD (EntenteFootnote, marker, STRING),
  FIELD (EntenteFootnote, position, INT),         FIELD (EntenteFootnote, text, STRING),
  FIELD (EntenteFootnote, cited_date, DATE),      FIELD (EntenteFootnote, cited_source, STRING),
};

static const EntenteFieldInfo passage_fields[] = {
  FIELD_ID (EntentePassage, revision, REVISION),
  FIELD (EntentePassage, start, INT),
  FIELD (EntentePassage, end, INT),
  FIELD (EntentePassage, quote, STRING),
  FIELD (EntentePassage, prefix, STRING),
  FIELD (EntentePassage, suffix, STRING),
};

static const EntenteFieldInfo event_fields[] = {
  FIELD (EntenteEvent, kind, STRING),
  FIELD (EntenteEvent, title, STRING),
  FIELD (EntenteEvent, summary, STRING),
  FIELD (EntenteEvent, when, DATE),
  FIELD (EntenteEvent, planned, DATE),
  FIELD_ID (EntenteEvent, place, PLACE),
  FIELD_ID (EntenteEvent, track, TRACK),
  FIELD_ENUM (EntenteEvent, medium, MEDIUM),
  FIELD_ENUM (EntenteEvent, mode, MODE),
  FIELD_IDS (EntenteEvent, issues, ISSUE),
  FIELD_ENUM (EntenteEvent, judgement, JUDGEMENT),
  FIELD (EntenteEvent, judgement_reason, STRING),
  FIELD (EntenteEvent, telling, INT),
  FIELD (EntenteEvent, pinned, BOOLEAN),
  { .name = "private",
    .type = ENTENTE_FIELD_BOOLEAN,
    .offset = G_STRUCT_OFFSET (EntenteEvent, private_) },
};

static const EntenteFieldInfo participation_fields[] = {
  FIELD_ID (EntenteParticipation, event, EVENT),
  FIELD_ID (EntenteParticipation, actor, ACTOR),
  FIELD_ENUM (EntenteParticipation, role, ROLE),
  FIELD_ID (EntenteParticipation, speaks_for, ACTOR),
};

static const EntenteFieldInfo claim_fields[] = {
  FIELD_ID (EntenteClaim, event, EVENT),       FIELD_ID (EntenteClaim, passage, PASSAGE),
  FIELD_ID (EntenteClaim, outlet, ACTOR),      FIELD (EntenteClaim, outlet_name, STRING),
  FIELD_ID (EntenteClaim, speaker, ACTOR),     FIELD (EntenteClaim, speaker_class, STRING),
  FIELD_ENUM (EntenteClaim, naming, NAMING),   FIELD_ENUM (EntenteClaim, stance, STANCE),
  FIELD_ENUM (EntenteClaim, hedge, HEDGE),     FIELD (EntenteClaim, claimed_when, DATE),
  FIELD (EntenteClaim, claimed_kind, STRING),  FIELD (EntenteClaim, claimed_text, STRING),
  FIELD (EntenteClaim, note, STRING),          FIELD_IDS (EntenteClaim, claimed_who, ACTOR),
  FIELD_IDS (EntenteClaim, claimed_to, ACTOR), FIELD_ID (EntenteClaim, claimed_place, PLACE),
};

static const EntenteFieldInfo link_fields[] = {
  FIELD_ID (EntenteLink, from, EVENT),       FIELD_ID (EntenteLink, to, EVENT),
  FIELD_ENUM (EntenteLink, type, LINK_TYPE), FIELD_ENUM (EntenteLink, basis, LINK_BASIS),
  FIELD_ID (EntenteLink, passage, PASSAGE),
};

static const EntenteFieldInfo order_fields[] = {
  FIELD_ID (EntenteOrder, event, EVENT),
  FIELD_ID (EntenteOrder, other, EVENT),
  FIELD_ENUM (EntenteOrder, relation, ORDER_RELATION),
  FIELD (EntenteOrder, days, INT),
  FIELD_ID (EntenteOrder, passage, PASSAGE),
};

static const EntenteFieldInfo position_fields[] = {
  FIELD_ID (EntentePosition, actor, ACTOR), FIELD_ID (EntentePosition, issue, ISSUE),
  FIELD (EntentePosition, when, DATE),      FIELD_ENUM (EntentePosition, kind, POSITION_KIND),
  FIELD (EntentePosition, text, STRING),    FIELD_ID (EntentePosition, passage, PASSAGE),
};

static const EntenteFieldInfo question_fields[] = {
  FIELD (EntenteQuestion, text, STRING),
  FIELD (EntenteQuestion, kind, STRING),
  FIELD_ID (EntenteQuestion, event, EVENT),
  FIELD_ENUM (EntenteQuestion, status, QUESTION_STATUS),
  FIELD_ID (EntenteQuestion, resolved_by, CLAIM),
  FIELD (EntenteQuestion, reason, STRING),
  FIELD_ID (EntenteQuestion, passage, PASSAGE),
  FIELD_ID (EntenteQuestion, footnote, FOOTNOTE),
  FIELD_ID (EntenteQuestion, answer, EVENT),
};

static const EntenteFieldInfo turning_point_fields[] = {
  FIELD (EntenteTurningPoint, title, STRING),
  FIELD (EntenteTurningPoint, reason, STRING),
  FIELD_ID (EntenteTurningPoint, cause, EVENT),
  FIELD_ID (EntenteTurningPoint, departure, EVENT),
  FIELD_ID (EntenteTurningPoint, consequence, EVENT),
};

static const EntenteFieldInfo view_fields[] = {
  FIELD (EntenteView, name, STRING),
  FIELD (EntenteView, query, STRING),
  FIELD (EntenteView, layout, STRING),
  FIELD (EntenteView, key, INT),
};

static const EntenteFieldInfo template_fields[] = {
  FIELD (EntenteTemplate, name, STRING),
  FIELD (EntenteTemplate, kind, STRING),
  FIELD (EntenteTemplate, options, STRING),
};

static const EntenteFieldInfo field_fields[] = {
  FIELD (EntenteField, name, STRING),
  FIELD (EntenteField, entity, STRING),
  FIELD (EntenteField, type, STRING),
  FIELD (EntenteField, choices, STRING),
};

/* The subject is a record of the field's own entity, so the target names none of them. */
static const EntenteFieldInfo field_value_fields[] = {
  FIELD_ID (EntenteFieldValue, field, FIELD),
  { .name = "subject",
    .type = ENTENTE_FIELD_ID,
    .offset = G_STRUCT_OFFSET (EntenteFieldValue, subject),
    .target = ENTENTE_N_ENTITIES },
  FIELD (EntenteFieldValue, value, STRING),
};

static const EntenteFieldInfo setting_fields[] = {
  FIELD (EntenteSetting, name, STRING),
  FIELD (EntenteSetting, value, STRING),
};

static const EntenteFieldInfo rejection_fields[] = {
  FIELD_ID (EntenteRejection, revision, REVISION),
  FIELD (EntenteRejection, start, INT),
  FIELD (EntenteRejection, end, INT),
  FIELD (EntenteRejection, kind, STRING),
  FIELD (EntenteRejection, quote, STRING),
};

static const EntenteFieldInfo lexicon_fields[] = {
  FIELD (EntenteLexicon, text, STRING),        FIELD (EntenteLexicon, language, STRING),
  FIELD (EntenteLexicon, kind, STRING),        FIELD_ID (EntenteLexicon, actor, ACTOR),
  FIELD_ID (EntenteLexicon, passage, PASSAGE),
};

#define ENTITY(ENTITY_, Type, nick_, fields_)                                                      \
  [ENTENTE_ENTITY_##ENTITY_] = { .nick = nick_,                                                    \
                                 .size = sizeof (Type),                                            \
                                 .fields = fields_,                                                \
                                 .n_fields = G_N_ELEMENTS (fields_) }

static const EntenteEntityInfo entities[ENTENTE_N_ENTITIES] = {
  ENTITY (CODER, EntenteCoder, "coder", coder_fields),
  ENTITY (PLACE, EntentePlace, "place", place_fields),
  ENTITY (TRACK, EntenteTrack, "track", track_fields),
  ENTITY (ISSUE, EntenteIssue, "issue", issue_fields),
  ENTITY (ERA, EntenteEra, "era", era_fields),
  ENTITY (ACTOR, EntenteActor, "actor", actor_fields),
  ENTITY (ALIAS, EntenteAlias, "alias", alias_fields),
  ENTITY (AFFILIATION, EntenteAffiliation, "affiliation", affiliation_fields),
  ENTITY (ARTICLE, EntenteArticle, "article", article_fields),
  ENTITY (REVISION, EntenteRevision, "revision", revision_fields),
  ENTITY (FOOTNOTE, EntenteFootnote, "footnote", footnote_fields),
  ENTITY (PASSAGE, EntentePassage, "passage", passage_fields),
  ENTITY (EVENT, EntenteEvent, "event", event_fields),
  ENTITY (PARTICIPATION, EntenteParticipation, "participation", participation_fields),
  ENTITY (CLAIM, EntenteClaim, "claim", claim_fields),
  ENTITY (LINK, EntenteLink, "link", link_fields),
  ENTITY (ORDER, EntenteOrder, "order", order_fields),
  ENTITY (POSITION, EntentePosition, "position", position_fields),
  ENTITY (QUESTION, EntenteQuestion, "question", question_fields),
  ENTITY (TURNING_POINT, EntenteTurningPoint, "turning-point", turning_point_fields),
  ENTITY (VIEW, EntenteView, "view", view_fields),
  ENTITY (TEMPLATE, EntenteTemplate, "template", template_fields),
  ENTITY (FIELD, EntenteField, "field", field_fields),
  ENTITY (FIELD_VALUE, EntenteFieldValue, "field-value", field_value_fields),
  ENTITY (SETTING, EntenteSetting, "setting", setting_fields),
  ENTITY (REJECTION, EntenteRejection, "rejection", rejection_fields),
  ENTITY (LEXICON, EntenteLexicon, "lexicon", lexicon_fields),
};

/* Boxed types, for properties and signals. */
#define DEFINE_RECORD_TYPE(Type, prefix)                                                           \
  G_DEFINE_BOXED_TYPE (Type, prefix, prefix##_ref, prefix##_unref)

DEFINE_RECORD_TYPE (EntenteCoder, entente_coder)
DEFINE_RECORD_TYPE (EntentePlace, entente_place)
DEFINE_RECORD_TYPE (EntenteTrack, entente_track)
DEFINE_RECORD_TYPE (EntenteIssue, entente_issue)
DEFINE_RECORD_TYPE (EntenteEra, entente_era)
DEFINE_RECORD_TYPE (EntenteActor, entente_actor)
DEFINE_RECORD_TYPE (EntenteAlias, entente_alias)
DEFINE_RECORD_TYPE (EntenteAffiliation, entente_affiliation)
DEFINE_RECORD_TYPE (EntenteArticle, entente_article)
DEFINE_RECORD_TYPE (EntenteRevision, entente_revision)
DEFINE_RECORD_TYPE (EntenteFootnote, entente_footnote)
DEFINE_RECORD_TYPE (EntentePassage, entente_passage)
DEFINE_RECORD_TYPE (EntenteEvent, entente_event)
DEFINE_RECORD_TYPE (EntenteParticipation, entente_participation)
DEFINE_RECORD_TYPE (EntenteClaim, entente_claim)
DEFINE_RECORD_TYPE (EntenteLink, entente_link)
DEFINE_RECORD_TYPE (EntenteOrder, entente_order)
DEFINE_RECORD_TYPE (EntentePosition, entente_position)
DEFINE_RECORD_TYPE (EntenteQuestion, entente_question)
DEFINE_RECORD_TYPE (EntenteTurningPoint, entente_turning_point)
DEFINE_RECORD_TYPE (EntenteView, entente_view)
DEFINE_RECORD_TYPE (EntenteTemplate, entente_template)
DEFINE_RECORD_TYPE (EntenteField, entente_field)
DEFINE_RECORD_TYPE (EntenteFieldValue, entente_field_value)
DEFINE_RECORD_TYPE (EntenteSetting, entente_setting)
DEFINE_RECORD_TYPE (EntenteRejection, entente_rejection)
DEFINE_RECORD_TYPE (EntenteLexicon, entente_lexicon)

const EntenteEntityInfo *
entente_entity_get_info (EntenteEntity entity)
{
  g_return_val_if_fail ((guint) entity < ENTENTE_N_ENTITIES, NULL);
  return &entities[entity];
}

gsize
entente_field_get_size (const EntenteFieldInfo *field)
{
  static const gsize sizes[] = {
    [ENTENTE_FIELD_STRING] = sizeof (char *), [ENTENTE_FIELD_BOOLEAN] = sizeof (gboolean),
    [ENTENTE_FIELD_INT] = sizeof (gint64),    [ENTENTE_FIELD_REAL] = sizeof (double),
    [ENTENTE_FIELD_ENUM] = sizeof (int),      [ENTENTE_FIELD_ID] = sizeof (EntenteId),
    [ENTENTE_FIELD_IDS] = sizeof (GArray *),  [ENTENTE_FIELD_DATE] = sizeof (EntenteDate *),
  };

  return sizes[field->type];
}
