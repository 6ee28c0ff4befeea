/** Words that begin a reading statement; every other beginning is refused. */
export const FIRST_WORDS: ReadonlySet<string> = new Set(['MATCH', 'OPTIONAL', 'WITH', 'UNWIND', 'RETURN', 'CALL'])

/** Clauses that are refused wherever they stand, with what they do. */
export const REFUSED_CLAUSES: ReadonlyMap<string, string> = new Map([
  ...['CREATE', 'INSERT', 'MERGE', 'SET', 'DELETE', 'DETACH', 'NODETACH', 'REMOVE', 'DROP', 'FOREACH'].map(
    (word): [string, string] => [word, 'it writes'],
  ),
  ['LOAD', 'it loads a file or an address'],
  ['ALTER', 'it administers the database'],
  ['GRANT', 'it administers the database'],
  ['DENY', 'it administers the database'],
  ['REVOKE', 'it administers the database'],
  ['TERMINATE', 'it administers the database'],
  ['DEALLOCATE', 'it administers the database'],
  ['REALLOCATE', 'it administers the database'],
])

/** Fine as names, refused as clauses: before one of these nouns, or where a clause must begin. */
export const CLAUSE_OR_NAME: ReadonlySet<string> = new Set([
  ...['SHOW', 'START', 'STOP', 'USE', 'RENAME', 'ENABLE', 'DISABLE', 'DRYRUN', 'COPY', 'IMPORT', 'EXPORT', 'KILL'],
  ...['BEGIN', 'COMMIT', 'ROLLBACK', 'SESSION', 'ATTACH', 'INSTALL', 'BACKUP', 'CHECKPOINT', 'EXPLAIN', 'PROFILE'],
])
export const ADMINISTRATIVE_NOUNS: ReadonlySet<string> = new Set([
  ...['DATABASE', 'DATABASES', 'USER', 'USERS', 'ROLE', 'ROLES', 'SERVER', 'SERVERS', 'PRIVILEGE', 'PRIVILEGES'],
  ...['TRANSACTION', 'TRANSACTIONS', 'PROCEDURE', 'PROCEDURES', 'FUNCTION', 'FUNCTIONS', 'SETTING', 'SETTINGS'],
  ...['INDEX', 'INDEXES', 'CONSTRAINT', 'CONSTRAINTS', 'ALIAS', 'ALIASES', 'GRAPH', 'GRAPHS', 'HOME', 'CURRENT'],
  ...['SUPPORTED', 'BUILT', 'EXECUTABLE', 'DEFAULT', 'FULLTEXT', 'VECTOR', 'LOOKUP', 'TEXT', 'POINT', 'RANGE'],
])

/** Procedures that may be called: they list what a graph holds, and exist on both stores. */
export const ALLOWED_PROCEDURES: ReadonlySet<string> = new Set(['DB.LABELS', 'DB.RELATIONSHIPTYPES', 'DB.PROPERTYKEYS'])

/** Functions with dots in their names that may be called: values in, value out. All others may reach out of the query. */
export const ALLOWED_NAMESPACES: ReadonlySet<string> = new Set([
  ...['DATE', 'DATETIME', 'LOCALDATETIME', 'LOCALTIME', 'TIME', 'DURATION', 'POINT', 'VECTOR.SIMILARITY', 'VECTOR'],
])
/** Functions without dots that tell of the machine, not of the graph. */
export const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set(['FILE', 'LINENUMBER'])
