const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Functions of `pg_catalog` that read nothing but their arguments, keep nothing, and make little more than these, in all
 * their forms: whatever types they take. Those in the second part are called by SQL's own syntax, those in the last one
 * convert to the type of that name.
 */
export const FUNCTIONS = words(`
  abs age array_agg array_length array_position array_to_string ascii avg bit_length bool_and bool_or btrim cardinality
  ceil ceiling char_length character_length chr concat concat_ws corr count cume_dist date_bin date_part
  date_trunc dense_rank div every exp extract first_value floor generate_series initcap
  json_agg json_array_elements json_array_elements_text json_array_length json_build_array json_build_object
  json_each json_each_text json_extract_path json_extract_path_text json_object_agg json_object_keys json_typeof
  jsonb_agg jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object
  jsonb_each jsonb_each_text jsonb_extract_path jsonb_extract_path_text jsonb_object_agg jsonb_object_keys
  jsonb_path_exists jsonb_path_query jsonb_pretty jsonb_typeof justify_days lag last_value lead left length ln log log10
  lower ltrim make_date max md5 min mod mode now nth_value ntile octet_length percent_rank percentile_cont
  percentile_disc phraseto_tsquery plainto_tsquery power quote_literal rank regexp_count regexp_instr regexp_like
  regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr replace reverse
  right round row_number row_to_json rtrim sha256 sign split_part sqrt starts_with stddev stddev_pop stddev_samp
  string_agg string_to_array strpos strip substr sum to_char to_date to_json to_jsonb to_number to_timestamp to_tsquery
  to_tsvector translate trunc ts_headline ts_rank ts_rank_cd unistr unnest upper var_pop var_samp variance
  websearch_to_tsquery width_bucket

  is_normalized like_escape normalize overlaps overlay position similar_to_escape substring timezone

  bool date float4 float8 int2 int4 int8 interval json jsonb name numeric text time timestamp timestamptz varchar`)

/** Operators of `pg_catalog`, whatever types they take: each calls a function that reads nothing but its arguments. */
const SIGNS = words(`
  = <> < > <= >= + - * / % ^ || ~ !~ ~* !~* ~~ !~~ ~~* !~~* ^@ @@ @> <@ && & | -> ->> #> #>> #- ? ?| ?& @? <->`)

/** The parser names these as if they were operators; the server makes <= and >= of them. */
const RANGES = ['BETWEEN', 'NOT BETWEEN', 'BETWEEN SYMMETRIC', 'NOT BETWEEN SYMMETRIC']

export const OPERATORS: ReadonlySet<string> = new Set([...SIGNS, ...RANGES])

/** Types of `pg_catalog` that a value may be converted to: none looks anything up in the database to read its text. */
export const TYPES = words(`
  bool bpchar bytea char date float4 float8 int2 int4 int8 interval json jsonb jsonpath name numeric text time timestamp
  timestamptz timetz tsquery tsvector uuid varchar`)

/** Values that SQL names without parentheses, as the parser does; others tell who asks, and where. */
export const VALUE_FUNCTIONS = words(`
  SVFOP_CURRENT_DATE SVFOP_CURRENT_TIME SVFOP_CURRENT_TIME_N SVFOP_CURRENT_TIMESTAMP SVFOP_CURRENT_TIMESTAMP_N
  SVFOP_LOCALTIME SVFOP_LOCALTIME_N SVFOP_LOCALTIMESTAMP SVFOP_LOCALTIMESTAMP_N`)
