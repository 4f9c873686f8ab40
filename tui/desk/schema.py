"""The tables of the desk.

A pair is what was read under one name: two texts and, as they are edited, the texts that take their place;
read the other way round it is the same pair. What was decided is kept by pair and by the content it is about
(finding ids and the names of `tui.desk.keys` are digests of what stands there), so it follows the passages
that an edit left alone.
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
    (
        # A pair has its sides as it was first read. `mirrored`: opened from there the other way round.
        "ALTER TABLE place ADD COLUMN mirrored INTEGER NOT NULL DEFAULT 0",
        # A finding has another id when the pair is read the other way round (`mirrored`): what is decided
        # stands under both. `former`: whether version 1 may have meant a finding that has another id now:
        # 1 not looked for yet, 2 only a back-translation may still find it.
        "ALTER TABLE decision RENAME TO decision_1",
        """CREATE TABLE decision (
            pair INTEGER NOT NULL, mirrored INTEGER NOT NULL DEFAULT 0, finding TEXT NOT NULL,
            verdict TEXT NOT NULL DEFAULT 'open', note TEXT NOT NULL DEFAULT '',
            former INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (pair, mirrored, finding)
        ) WITHOUT ROWID""",
        "INSERT INTO decision (pair, finding, verdict, note, former) "
        "SELECT pair, finding, verdict, note, 1 FROM decision_1",
        "DROP TABLE decision_1",
        # What was decided, in order, to be undone and redone: `cells` are the places in the other tables with
        # what stood there before and after.
        """CREATE TABLE step (
            pair INTEGER NOT NULL, number INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0,
            words TEXT NOT NULL, cells TEXT NOT NULL,
            PRIMARY KEY (pair, number)
        ) WITHOUT ROWID""",
        "INSERT INTO step SELECT pair, number, undone, 'a correction', "
        """'[["correction", {"pair": ' || pair || ', "number": ' || number || '}, "undone", 1, 0]]' """
        "FROM correction",
        # Forms that say the same; pair 0: in every pair.
        """CREATE TABLE same (
            pair INTEGER NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
            source_language TEXT NOT NULL, target_language TEXT NOT NULL, figures INTEGER NOT NULL,
            gone INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (pair, source, target, source_language, target_language, figures)
        ) WITHOUT ROWID""",
        # How often it has changed: whoever knows that need not read all of it again.
        "CREATE TABLE same_changes (id INTEGER PRIMARY KEY CHECK (id = 1), changes INTEGER NOT NULL)",
        "INSERT INTO same_changes VALUES (1, 0)",
        *(
            f"CREATE TRIGGER same_{verb} AFTER {verb} ON same "
            "BEGIN UPDATE same_changes SET changes = changes + 1; END"
            for verb in ("insert", "update", "delete")
        ),
        # Entries that could not be read, out of the way of the others.
        "CREATE TABLE aside (name TEXT NOT NULL, entry TEXT NOT NULL)",
    ),
    (
        # A chapter of two books is a pair of its own; 0: all of a file.
        "ALTER TABLE place RENAME TO place_2",
        """CREATE TABLE place (
            source BLOB NOT NULL, target BLOB NOT NULL,
            source_chapter INTEGER NOT NULL DEFAULT 0, target_chapter INTEGER NOT NULL DEFAULT 0,
            pair INTEGER NOT NULL, source_title TEXT NOT NULL, target_title TEXT NOT NULL,
            source_language TEXT NOT NULL, target_language TEXT NOT NULL, opened REAL NOT NULL,
            mirrored INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (source, target, source_chapter, target_chapter)
        ) WITHOUT ROWID""",
        "INSERT INTO place (source, target, pair, source_title, target_title, source_language, "
        "target_language, opened, mirrored) SELECT source, target, pair, source_title, target_title, "
        "source_language, target_language, opened, mirrored FROM place_2",
        "DROP TABLE place_2",
    ),
    (
        # Characters of both texts: texts of another size need no names to be known as new. Older rows have 0,
        # which may be any size.
        "ALTER TABLE edition ADD COLUMN size INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX by_size ON edition (size)",
    ),
)
