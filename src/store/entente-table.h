/* EntenteTable: how an entity lies in its table; and the road of every record into and out of one.
 */
#pragma once

#include "entente-cells.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_COLUMN_FIELD, /* the field of that name */
  ENTENTE_COLUMN_SECONDARY, /* the same, an id by which records are not listed */
  ENTENTE_COLUMN_POINTS, /* what a date was computed to: not read back */
  ENTENTE_COLUMN_WORDS, /* what a date was told to be */
  ENTENTE_COLUMN_SEQUENCE, /* number of the row in order of insertion: no field */
} EntenteColumnRole;

typedef struct {
  const char *field;
  EntenteColumnRole role;
} EntenteColumn;

/* Records of this table that belong to @parent through other tables. */
typedef struct {
  EntenteEntity parent;
  const char *condition; /* SQL with the parent as ?1 */
} EntenteRelation;

typedef struct {
  EntenteEntity entity;
  const char *name;
  const EntenteColumn *columns; /* in the order of the file, after id */
  guint n_columns;
  const EntenteRelation *relations;
  guint n_relations;
  /* Records of this table that name one of @parent in rows of other tables that are part of them.
   */
  const EntenteRelation *part_names;
  guint n_part_names;
  const char *own_reference; /* column that refers to the same table, or NULL */
  /* Cells of the columns POINTS and WORDS, and the date that they make; or NULL. */
  void (*add_points) (EntenteCells *cells, gconstpointer record);
  void (*add_words) (EntenteCells *cells, gconstpointer record);
  gboolean (*read_when) (EntenteStatement *statement,
                         int points,
                         int words,
                         gpointer record,
                         GError **error);
  /* Rows of other tables that are part of the record; or NULL. */
  gboolean (*insert_parts) (EntenteDb *db,
                            gconstpointer record,
                            const EntenteRecorder *recorder,
                            GError **error);
  gboolean (*delete_parts) (EntenteDb *db, EntenteId id, GError **error);
  gboolean (*read_parts) (EntenteDb *db, gpointer record, GError **error);
} EntenteTable;

/* Ends of the names of the columns POINTS and WORDS: when_earliest_start … */
#define ENTENTE_POINTS_SUFFIXES                                                                    \
  "earliest_start", "latest_start", "earliest_end", "latest_end", "form", "precision", "basis",    \
    "flags", "day_order"
#define ENTENTE_WORDS_SUFFIXES                                                                     \
  "edtf", "wording", "calendar", "entered", "not_before", "not_after", "bound_reason"

extern const EntenteTable entente_table_coder, entente_table_place, entente_table_track,
  entente_table_issue, entente_table_era, entente_table_actor, entente_table_alias,
  entente_table_affiliation, entente_table_article, entente_table_revision, entente_table_footnote,
  entente_table_passage, entente_table_event, entente_table_participation, entente_table_claim,
  entente_table_link, entente_table_order, entente_table_position, entente_table_question,
  entente_table_turning_point, entente_table_view, entente_table_template, entente_table_field,
  entente_table_field_value, entente_table_setting, entente_table_rejection, entente_table_lexicon;

const EntenteTable *entente_table_get (EntenteEntity entity);
/* The table called @name; NULL for one that is no entity's. */
const EntenteTable *entente_table_find (const char *name);

/* The cells of the record in the order of the columns that entente_table_select() gives; before the
 * others the @sequence, unless that is 0. Texts are borrowed from the record. */
void entente_table_fill (EntenteCells *cells,
                         const EntenteTable *table,
                         gconstpointer record,
                         gint64 sequence);

/* Each changes one row, within a transaction. @recorder may be NULL. */
gboolean entente_table_insert (EntenteDb *db,
                               gconstpointer record,
                               const EntenteRecorder *recorder,
                               GError **error);
/* NOT_FOUND when the row is gone. */
gboolean entente_table_update (EntenteDb *db, gconstpointer record, GError **error);
/* With all that hangs on it, by the foreign keys of the schema. */
gboolean entente_table_delete (EntenteDb *db, EntenteEntity entity, EntenteId id, GError **error);

/* All columns, beginning with id, of the rows that the SQL @tail chooses ("WHERE id = ?1"). */
EntenteStatement *entente_table_select (EntenteDb *db,
                                        const EntenteTable *table,
                                        const char *tail,
                                        GError **error);
/* The record at the present row of such a statement; CORRUPT when a cell cannot be read. */
gpointer entente_table_read (EntenteDb *db,
                             const EntenteTable *table,
                             EntenteStatement *statement,
                             GError **error);
/* WHERE clause for the records of @table that belong to a record of @parent; NULL when none can. */
char *entente_table_get_relation (const EntenteTable *table, EntenteEntity parent);
/* The same for the records that name one of @target in any of their fields. */
char *entente_table_get_naming (const EntenteTable *table, EntenteEntity target);

/* Deletes values of the user's own fields whose subject is gone: no foreign key says whose they
 * are. */
gboolean entente_table_delete_orphaned_values (EntenteDb *db, GError **error);

G_END_DECLS
