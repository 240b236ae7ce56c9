/* The inside of backups, for those who make them; the rest is in entente-store.h. Any thread. */
#pragma once

#include "entente-store.h"

G_BEGIN_DECLS

/* Which of backups made at these times, the newest first, are kept: the newest of each of the last
 * 12 days, 10 weeks and 9 months that have any. Pure; for tests. */
void entente_backup_choose (const gint64 *times, guint n, gboolean *kept);
/* Of those @kept, the newest first, the oldest are given up until all together take no more than
 * @limit bytes; the newest stays whatever it takes. Pure; for tests. */
void entente_backup_choose_by_size (const guint64 *sizes, guint n, guint64 limit, gboolean *kept);

G_END_DECLS
