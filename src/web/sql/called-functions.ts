/**
 * The functions that a query of PostgreSQL's names, in the order in which it names them: every name before an opening
 * parenthesis that is no word of SQL's own, no name of a query or of columns that the query itself gives.
 *
 * Texts of the form `E'…'` must not be in it. In doubt a name is taken for a function. Names in small letters, unless they are quoted; with the schema where the
 * query gives one.
 *
 * @example
 * calledFunctions("WITH t (n) AS (SELECT lower('f(')) SELECT max(n) FROM t") // → ['lower', 'max']
 */
export function calledFunctions(query: string): string[] {
  const tokens = readTokens(query)
  return tokens.flatMap((token, index) => {
    if (token.kind === 'other' || tokens[index + 1]?.text !== '(') return []
    if (tokens[index - 1]?.text === '.') return [`${tokens[index - 2]?.text ?? ''}.${token.text}`]
    if (token.kind === 'name' && WORDS.has(token.text)) return []
    return isNameOfQuery(tokens, index) ? [] : [token.text]
  })
}

interface Token {
  readonly kind: 'name' | 'quoted name' | 'other'
  readonly text: string
}

/** Words of SQL, or types, that may stand before an opening parenthesis and call nothing. */
const WORDS: ReadonlySet<string> = new Set(
  `all and any array as asc between bigint by case cast char character cross cube decimal desc distinct double else end
  escape except exists false filter float for from full group grouping having ilike in inner int integer intersect
  interval is isnull join lateral left like limit materialized natural not notnull null numeric offset on only or order
  ordinality outer over partition precision real recursive right rollup row rows select sets similar smallint some
  symmetric table text then time timestamp true union using values varchar varying when where window with within
  zone`.split(/\s+/),
)

/** `WITH name (columns) AS (SELECT`, or `, name (columns) AS (SELECT` behind it, or `AS name (columns)`. */
function isNameOfQuery(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text
  if (before === 'as') return true
  if (before !== 'with' && before !== 'recursive' && before !== ',') return false
  let at = index + 2
  while (tokens[at] !== undefined && tokens[at]?.text !== ')') {
    const { kind, text } = tokens[at] as Token
    if (kind === 'other' && text !== ',') return false
    at++
  }
  const after = tokens.slice(at + 1, at + 6).map(({ text }) => text)
  const body = after.filter(text => text !== 'not' && text !== 'materialized')
  return body[0] === 'as' && body[1] === '(' && /^(select|with|values|table|\()$/.test(body[2] ?? '')
}

const TOKEN = new RegExp(
  [
    /(?<space>[ \t\n\r\f\v]+|--[^\n\r]*)/,
    /(?<text>(?:[uU]&|[bBxXnN])?'(?:[^']|'')*(?:'|$))/,
    /(?<dollar>\$(?<tag>(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[\s\S]*?(?:\$\k<tag>\$|$))/,
    /(?<quoted>(?:[uU]&)?"(?:[^"]|"")*(?:"|$))/,
    /(?<name>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)/,
    /(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/,
    /(?<sign>[\s\S])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gy',
)

function readTokens(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) {
    if (query.startsWith('/*', at)) {
      at = skipComment(query, at)
      continue
    }
    TOKEN.lastIndex = at
    const groups = TOKEN.exec(query)?.groups ?? {}
    at = TOKEN.lastIndex
    const { name, quoted, text, dollar, number, sign } = groups
    if (name !== undefined) tokens.push({ kind: 'name', text: name.toLowerCase() })
    else if (quoted !== undefined) tokens.push({ kind: 'quoted name', text: unquote(quoted) })
    else if (text !== undefined || dollar !== undefined || number !== undefined)
      tokens.push({ kind: 'other', text: '' })
    else if (sign !== undefined) tokens.push({ kind: 'other', text: sign })
  }
  return tokens
}

/** Comments stand inside one another here. */
function skipComment(query: string, start: number): number {
  let depth = 0
  let at = start
  do {
    if (query.startsWith('/*', at)) {
      depth++
      at += 2
    } else if (query.startsWith('*/', at)) {
      depth--
      at += 2
    } else at++
  } while (depth > 0 && at < query.length)
  return at
}

/** One with `U&` can hide what it says, and so is left as it is, which no function is called. */
function unquote(quoted: string): string {
  return quoted.startsWith('"') ? quoted.slice(1, -1).replaceAll('""', '"') : quoted
}
