import { ARTICLE_TABLES, type ArticleTableName, articleTable } from '../../seal/article-tables.ts'
import { CORRECTION, DEAD_LETTER, INPUT, LEFT_OUT, RUN, VOICE_CORRECTION } from '../../seal/record-tables.ts'
import { runKey } from '../transfer/rank.ts'

/*
 * Queries of rows as they are sealed, in SQL of both stores: before the cells stands the number that the store knows
 * the row by.
 */

/** A condition on the number of an article. */
type Where = (article: string) => string

const ids = (...tables: readonly string[]) => Object.fromEntries(tables.map(table => [table, `${table}.id`]))

interface Origin {
  readonly from: string
  /** The number of the article. */
  readonly article: string
  /** What stands for rows that are referred to. */
  readonly named?: Readonly<Record<string, string>>
}

const OF_ARTICLE = 'JOIN article ON article.rowid = own.article_rowid'
const ENTITY = 'LEFT JOIN entity ON entity.rowid = own.entity_rowid'

const ORIGINS: Readonly<Record<Exclude<ArticleTableName, 'entity' | 'evidence'>, Origin>> = {
  article: { from: 'article AS own', article: 'own.rowid' },
  source: {
    from: `source AS own ${OF_ARTICLE} ${ENTITY} LEFT JOIN source AS antecedent ON antecedent.rowid = own.antecedent_rowid`,
    article: 'own.article_rowid',
    named: ids('article', 'antecedent', 'entity'),
  },
  source_span: {
    from: 'source_span AS own JOIN source ON source.rowid = own.source_rowid',
    article: 'source.article_rowid',
    named: ids('source'),
  },
  claim: {
    from: `claim AS own ${OF_ARTICLE} LEFT JOIN source ON source.rowid = own.source_rowid
      LEFT JOIN claim AS parent ON parent.rowid = own.parent_rowid
      LEFT JOIN source AS cited ON cited.rowid = own.cited_rowid
      LEFT JOIN claim AS corroborated ON corroborated.rowid = own.corroborated_rowid
      LEFT JOIN source AS relayed ON relayed.rowid = own.relayed_rowid`,
    article: 'own.article_rowid',
    named: ids('article', 'source', 'parent', 'cited', 'corroborated', 'relayed'),
  },
  claim_span: {
    from: 'claim_span AS own JOIN claim ON claim.rowid = own.claim_rowid',
    article: 'claim.article_rowid',
    named: ids('claim'),
  },
  mention: {
    from: `mention AS own ${OF_ARTICLE} ${ENTITY}`,
    article: 'own.article_rowid',
    named: ids('article', 'entity'),
  },
  candidate: { from: `candidate AS own ${OF_ARTICLE}`, article: 'own.article_rowid', named: ids('article') },
  voice: {
    from: `voice AS own ${OF_ARTICLE} ${ENTITY}`,
    article: 'own.article_rowid',
    named: ids('article', 'entity'),
  },
  voice_evidence: {
    from: 'voice_evidence AS own JOIN voice ON voice.rowid = own.voice_rowid',
    article: 'voice.article_rowid',
    named: ids('voice'),
  },
  voice_claim: {
    from: 'voice_claim AS own JOIN voice ON voice.rowid = own.voice_rowid JOIN claim ON claim.rowid = own.claim_rowid',
    article: 'voice.article_rowid',
    named: ids('voice', 'claim'),
  },
  done: { from: `done AS own ${OF_ARTICLE}`, article: 'own.article_rowid', named: ids('article') },
}

/** The query of each table's rows, the number of the article before the cells. */
export function selectArticleRows(where: Where): Readonly<Record<ArticleTableName, string>> {
  return Object.fromEntries(ARTICLE_TABLES.map(({ name }) => [name, selectTable(name, where)])) as Record<
    ArticleTableName,
    string
  >
}

function selectTable(table: ArticleTableName, where: Where): string {
  if (table === 'entity') return selectEntities(where)
  if (table === 'evidence') return `${selectEvidence('claim', where)} UNION ALL ${selectEvidence('source', where)}`
  const { from, article, named } = ORIGINS[table]
  return `SELECT ${article} AS article_rowid, ${select(columnsOf(table), named)} FROM ${from} WHERE ${where(article)}`
}

function selectEntities(where: Where): string {
  const used = (table: string) =>
    `SELECT article_rowid, entity_rowid FROM ${table} WHERE ${where('article_rowid')} AND entity_rowid IS NOT NULL`
  return `SELECT used.article_rowid, ${select(columnsOf('entity'))}
    FROM (${used('source')} UNION ${used('mention')} UNION ${used('voice')}) AS used JOIN entity AS own ON own.rowid = used.entity_rowid`
}

function selectEvidence(of: 'claim' | 'source', where: Where): string {
  const named = { claim: 'CAST(NULL AS TEXT)', source: 'CAST(NULL AS TEXT)', [of]: `${of}.id` }
  return `SELECT ${of}.article_rowid, ${select(columnsOf('evidence'), named)}
    FROM ${of} JOIN evidence AS own ON own.${of}_rowid = ${of}.rowid WHERE ${where(`${of}.article_rowid`)}`
}

/** Inputs by their numbers; what was left out of them is selected by {@link selectLeftOut}. */
export function selectInputs(where: string): string {
  return `SELECT own.id AS number, ${select(INPUT.columns, { first_run: runKey('first_run'), run: runKey('run') })}
    FROM input AS own LEFT JOIN run AS first_run ON first_run.id = own.first_run_id LEFT JOIN run ON run.id = own.run_id
    WHERE ${where}`
}

/** The number of the input before the cells; those of one input in their sequence. */
export function selectLeftOut(where: string): string {
  return `SELECT own.input_id AS number, ${select(LEFT_OUT.columns)} FROM left_out AS own WHERE ${where}
    ORDER BY own.input_id, own.sequence`
}

export function selectLetters(where: string): string {
  return `SELECT own.id AS number, ${select(DEAD_LETTER.columns, { run: runKey('run') })}
    FROM dead_letter AS own LEFT JOIN run ON run.id = own.run_id WHERE ${where}`
}

export function selectRuns(where: string): string {
  return `SELECT own.id AS number, ${select(RUN.columns)} FROM run AS own WHERE ${where}`
}

/** In the order of the ledger. */
export function selectCorrections(where: string): string {
  return `SELECT own.id AS number, ${select(CORRECTION.columns)} FROM correction AS own WHERE ${where} ORDER BY own.id`
}

/** The same of what was said of voices. */
export function selectVoiceCorrections(where: string): string {
  return `SELECT own.id AS number, ${select(VOICE_CORRECTION.columns)} FROM voice_correction AS own WHERE ${where} ORDER BY own.id`
}

function columnsOf(table: ArticleTableName): readonly string[] {
  return articleTable(table).columns
}

function select(columns: readonly string[], named: Readonly<Record<string, string>> = {}): string {
  return columns.map(column => `${named[column] ?? `own."${column}"`} AS "${column}"`).join(', ')
}
