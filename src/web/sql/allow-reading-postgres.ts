import { EXIT, HearsayError } from '../../domain/errors.ts'
import type { OwnTables } from '../../store/postgres/own-tables.ts'
import { calledFunctions } from './called-functions.ts'

/** Functions of PostgreSQL that read nothing but their arguments, keep nothing, and make little more than these. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `abs age array_agg array_length array_position array_to_string ascii avg bit_length bool_and bool_or btrim cardinality
  ceil ceiling char_length character_length chr coalesce concat concat_ws corr count cume_dist date date_bin date_part
  date_trunc dense_rank div every exp extract first_value floor format generate_series greatest grouping initcap
  json_agg json_array_elements json_array_elements_text json_array_length json_build_array json_build_object
  json_each json_each_text json_extract_path json_extract_path_text json_object_agg json_object_keys json_typeof
  jsonb_agg jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_object jsonb_each
  jsonb_each_text jsonb_extract_path_text jsonb_object_agg jsonb_object_keys jsonb_path_exists jsonb_path_query
  jsonb_pretty jsonb_typeof justify_days lag last_value lead least left length ln log log10 lower ltrim make_date max
  md5 min mod mode now nth_value ntile nullif octet_length overlay percent_rank percentile_cont percentile_disc
  phraseto_tsquery plainto_tsquery position power quote_literal rank regexp_count regexp_instr regexp_like
  regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr replace reverse
  right round row_number row_to_json rtrim sha256 sign split_part sqrt starts_with stddev stddev_pop stddev_samp
  string_agg string_to_array strpos strip substr substring sum to_char to_date to_json to_jsonb to_number to_timestamp
  to_tsquery to_tsvector translate trim trunc ts_headline ts_rank ts_rank_cd unistr unnest upper var_pop var_samp
  variance websearch_to_tsquery width_bucket`.split(/\s+/),
)

const NOT_ALLOWED = 'This is not allowed here: the console only reads the tables and views listed beside it'

/** Where such a text ends depends on what stands before a quotation mark in it, which is one more way to hide a call. */
const ESCAPED_TEXT = /(?<![\w$\u0080-\uffff])e'/i

/** @throws HearsayError (2) when the query calls a function that is not listed */
export function allowFunctions(query: string): void {
  if (ESCAPED_TEXT.test(query))
    throw new HearsayError("Texts in the form E'…' cannot be used here; write them without the E.", EXIT.usage)
  requireKnown(query)
}

/**
 * Looks at the plan of a query, in which no view hides what it reads and calls.
 *
 * @param plan as `EXPLAIN (VERBOSE, FORMAT JSON)` gives it
 * @throws HearsayError (2) when it reads anything but these tables of this schema, or calls a function that is not listed
 */
export function allowPlan(plan: unknown, { schema, tables }: OwnTables): void {
  if (Array.isArray(plan)) {
    for (const part of plan) allowPlan(part, { schema, tables })
  } else if (typeof plan === 'object' && plan !== null) {
    const node = plan as Readonly<Record<string, unknown>>
    const name = node['Relation Name']
    if (name !== undefined && !(node.Schema === schema && tables.has(String(name))))
      throw new HearsayError(`${NOT_ALLOWED}, and not ${String(name)}.`, EXIT.usage)
    if (node['Function Name'] !== undefined) requireKnown(`${String(node['Function Name'])}()`)
    if (Array.isArray(node.Output)) for (const expression of node.Output) requireKnown(String(expression))
    for (const part of Object.values(node)) allowPlan(part, { schema, tables })
  }
}

function requireKnown(query: string): void {
  const other = calledFunctions(query).find(name => !FUNCTIONS.has(name.replace(/^pg_catalog\./, '')))
  if (other !== undefined) throw new HearsayError(`${NOT_ALLOWED}, and knows no ${other}().`, EXIT.usage)
}
