"""The tables of the desk.

A pair is what was read under one name: two texts and, as they are edited, the texts that take their place.
What was decided is kept by pair and by the content it is about (finding ids and the names of `tui.desk.keys`
are digests of what stands there), so it follows the passages that an edit left alone.
"""

MIGRATIONS = (
    (
        # `version` counts what was decided: readers look at it to see that another reader has written.
        "CREATE TABLE pair (id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL)",
        """CREATE TABLE edition (
            source TEXT NOT NULL, target TEXT NOT NULL, pair INTEGER NOT NULL,
            PRIMARY KEY (source, target)
        ) WITHOUT ROWID""",
        # Paths are bytes: a file's name need not be text.
        """CREATE TABLE place (
            source BLOB NOT NULL, target BLOB NOT NULL, pair INTEGER NOT NULL,
            source_title TEXT NOT NULL, target_title TEXT NOT NULL,
            source_language TEXT NOT NULL, target_language TEXT NOT NULL, opened REAL NOT NULL,
            PRIMARY KEY (source, target)
        ) WITHOUT ROWID""",
        """CREATE TABLE decision (
            pair INTEGER NOT NULL, finding TEXT NOT NULL,
            verdict TEXT NOT NULL DEFAULT 'open', note TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (pair, finding)
        ) WITHOUT ROWID""",
        """CREATE TABLE mark (
            pair INTEGER NOT NULL, side TEXT NOT NULL, paragraph TEXT NOT NULL,
            bookmarked INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (pair, side, paragraph)
        ) WITHOUT ROWID""",
        """CREATE TABLE correction (
            pair INTEGER NOT NULL, number INTEGER NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL,
            PRIMARY KEY (pair, number)
        ) WITHOUT ROWID""",
        "CREATE TABLE position (pair INTEGER PRIMARY KEY, body TEXT NOT NULL)",
    ),
)
