import { HearsayError } from '../../domain/errors.ts'
import type { ArticleColumns } from '../../voices/columns/voice-columns.ts'
import { requireLabels } from '../../voices/require-labels.ts'
import type { VoiceSelection } from '../../voices/voice-selection.ts'
import type { Parameters } from '../page/address.ts'
import { readOnly } from '../parameters.ts'
import { firstDayOf, instantsOf, lastDayOf, requirePeriods } from '../period.ts'
import { readOneOf } from './read-one-of.ts'

/** Fields of articles by which an audit is narrowed. */
export const ARTICLE_FIELDS = ['outlet', 'section', 'byline'] as const
export type ArticleField = (typeof ARTICLE_FIELDS)[number]

/** Which articles an audit is of, as addresses say it. */
export interface AuditRequest {
  readonly outlet?: string
  readonly section?: string
  readonly byline?: string
  /** Fields that the articles do not have: those without an outlet. */
  readonly none: readonly ArticleField[]
  /** First and last day or month of publication, `2026-05-31` or `2026-05`; a month is meant whole. */
  readonly since?: string
  readonly until?: string
  /** Every text counts; otherwise the newest version of an article stands for it. */
  readonly versions?: 'all'
}

/** Which versions of an article count: the newest, unless every text is asked for. */
export const VERSIONS = ['newest', 'all'] as const

/** All that an address may say of the articles. */
export const AUDIT_PARAMETERS = [...ARTICLE_FIELDS, 'none', 'since', 'until', 'versions'] as const

/**
 * Reads which articles an audit is of.
 *
 * @param prefix before each name, where an address says it twice
 * @throws HearsayError (2) when a date is none or comes after the last, something is given twice, or a field is asked for and asked
 *   to be missing
 */
export function readAuditRequest(search: URLSearchParams, prefix = ''): AuditRequest {
  const one = (name: string) => readOnly(search, `${prefix}${name}`)
  const none = search
    .getAll(`${prefix}none`)
    .filter(name => name !== '')
    .map(name => {
      const field = ARTICLE_FIELDS.find(known => known === name)
      if (field === undefined)
        throw new HearsayError(
          `"${name}" is no value of none; choose from ${ARTICLE_FIELDS.join(', ')}.`,
          'value-unknown',
        )
      if (one(field) !== undefined)
        throw new HearsayError(
          `Articles of one ${field} are no articles without: give ${field} or none.`,
          'argument-conflict',
        )
      return field
    })
  const { since, until } = requirePeriods({ since: one('since'), until: one('until') }, prefix)
  const request = {
    outlet: one('outlet'),
    section: one('section'),
    byline: one('byline'),
    since,
    until,
    versions: readVersions(search, prefix),
  }
  const given = Object.entries(request).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given), none: [...new Set(none)] }
}

/** `all` where every text is to count. */
export function readVersions(search: URLSearchParams, prefix = ''): 'all' | undefined {
  return readOneOf(search, `${prefix}versions`, VERSIONS) === 'all' ? 'all' : undefined
}

/** The same as parameters of an address. */
export function toAuditParameters({ none, ...others }: AuditRequest, prefix = ''): Parameters {
  return Object.fromEntries(Object.entries({ ...others, none }).map(([name, value]) => [`${prefix}${name}`, value]))
}

/**
 * The same articles, as measures choose them.
 *
 * @throws HearsayError (2) when no article has the outlet, section or byline that is asked for
 */
export function selectFrom(articles: ArticleColumns, request: AuditRequest): VoiceSelection {
  const selection = toSelection(request)
  requireLabels(articles, selection)
  return selection
}

function toSelection(request: AuditRequest): VoiceSelection {
  const { none, since, until, versions } = request
  const fields: Partial<Record<ArticleField, string | null>> = {}
  for (const field of ARTICLE_FIELDS) {
    const asked = request[field]
    if (none.includes(field)) fields[field] = null
    else if (asked !== undefined) fields[field] = asked
  }
  return {
    ...fields,
    ...instantsOf({ since, until }),
    ...(versions === 'all' ? { allVersions: true } : {}),
  }
}

/** The same articles, as the page of claims chooses them. */
export function toClaimParameters({ outlet, section, byline, none, since, until, versions }: AuditRequest): Parameters {
  return {
    publisher: outlet,
    section,
    byline,
    none,
    since: since === undefined ? undefined : firstDayOf(since),
    until: until === undefined ? undefined : lastDayOf(until),
    versions,
  }
}

/** Which articles they are, in words; empty for all. */
export function describeRequest({ none, since, until, versions, ...fields }: AuditRequest): string {
  const words = [
    ...ARTICLE_FIELDS.flatMap(field => (fields[field] === undefined ? [] : [`${field} ${fields[field]}`])),
    ...none.map(field => `no ${field}`),
  ]
  if (since !== undefined || until !== undefined)
    words.push(since === until ? `published in ${since}` : `published ${since ?? '…'} to ${until ?? '…'}`)
  if (versions === 'all') words.push('all versions')
  return words.join('; ')
}

/** @throws HearsayError (2) when it is no month */
export function requireMonth(month: string | undefined): string | undefined {
  if (month !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new HearsayError(`"${month}" is no month; write it as 2026-05.`, 'date-invalid')
  return month
}
