-- The file of a study, version 3: turning points, each a departure with what precipitated it and what came of it.

CREATE TABLE turning_point (
  id INTEGER PRIMARY KEY,
  title TEXT,
  reason TEXT,
  cause INTEGER REFERENCES event (id) ON DELETE SET NULL,
  departure INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  consequence INTEGER REFERENCES event (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX turning_point_cause ON turning_point (cause) WHERE cause IS NOT NULL;
CREATE INDEX turning_point_departure ON turning_point (departure);
CREATE INDEX turning_point_consequence ON turning_point (consequence) WHERE consequence IS NOT NULL;
