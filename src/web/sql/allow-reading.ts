import { constants, type DatabaseSync } from 'node:sqlite'

/** Functions of SQLite that read nothing but their arguments, keep nothing, and make nothing larger than these. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `abs avg bm25 cast ceil ceiling char coalesce concat concat_ws count cume_dist date datetime dense_rank exp first_value
  floor format glob group_concat hex highlight ifnull iif if instr json json_array json_array_length json_each
  json_error_position json_extract json_group_array json_group_object json_object json_patch json_pretty json_quote
  json_remove json_set json_insert json_replace json_tree json_type json_valid julianday lag last_value lead length like
  likelihood likely ln log log10 log2 lower ltrim match max median min mod nth_value ntile nullif octet_length
  percent_rank pow power printf quote rank regexp replace round row_number rtrim sign snippet sqlite_version sqrt
  strftime string_agg substr substring subtype sum time timediff total trim trunc typeof unhex unicode unixepoch
  unlikely upper -> ->>`.split(/\s+/),
)

/** Table-valued functions that read only their arguments. */
const TABLE_FUNCTIONS: ReadonlySet<string> = new Set(['json_each', 'json_tree'])

/** What a query may read about the schema, beside the schema's own tables and views. */
const SCHEMA_TABLES: ReadonlySet<string> = new Set(['sqlite_master', 'sqlite_schema'])

/** The full-text index asks for this by itself, with no argument. */
const OWN_PRAGMA = 'data_version'

/**
 * Lets a connection do nothing but read the tables and views that its schema names: no other database, no setting, no
 * virtual table that looks behind the tables, no function that is not listed.
 *
 * A read-only connection alone allows ATTACH, and `PRAGMA query_only` undoes itself; the authoriser is asked while a
 * statement is compiled, before anything of it runs.
 */
export function allowReadingOnly(database: DatabaseSync): void {
  const named = new Set(
    database
      .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
      .all()
      .map(row => String(row.name)),
  )
  const isReadable = (table: string) => named.has(table) || SCHEMA_TABLES.has(table) || TABLE_FUNCTIONS.has(table)
  database.setAuthorizer((action, first, second, schema) => {
    switch (action) {
      case constants.SQLITE_SELECT:
      case constants.SQLITE_RECURSIVE:
        return constants.SQLITE_OK
      case constants.SQLITE_READ:
        // Without a schema it is a name of the query's own, given by WITH.
        if (schema === null) return constants.SQLITE_OK
        return schema === 'main' && isReadable(first ?? '') ? constants.SQLITE_OK : constants.SQLITE_DENY
      case constants.SQLITE_FUNCTION:
        return FUNCTIONS.has((second ?? '').toLowerCase()) ? constants.SQLITE_OK : constants.SQLITE_DENY
      case constants.SQLITE_PRAGMA:
        return first === OWN_PRAGMA && second === null ? constants.SQLITE_OK : constants.SQLITE_DENY
      default:
        return constants.SQLITE_DENY
    }
  })
}
