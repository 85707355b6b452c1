import { z } from 'zod'
import type { AuditReport, BreakdownRow, LabelShare, Share, Shares } from '../../../voices/audit-report.ts'
import { ARTICLE_FIELDS, type AuditRequest } from '../../audit/audit-address.ts'
import { requirePeriods } from '../../period.ts'
import { defineRoute, type Frozen } from '../api-route.ts'
import { AUDIT, versions } from '../schemas/audit.ts'

const period = (description: string) =>
  z
    .string()
    .regex(
      /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/,
      'It is no date: write a day as 2026-05-31, or a month as 2026-05.',
    )
    .optional()
    .describe(description)

const text = z.string().min(1).max(500).optional()

const QUERY = z.strictObject({
  outlet: text.describe('Publisher of the articles.'),
  section: text,
  byline: text,
  none: z
    .array(z.enum(ARTICLE_FIELDS))
    .min(1)
    .max(ARTICLE_FIELDS.length)
    .optional()
    .describe('Articles without these; stronger than the fields themselves.'),
  since: period('First day or month of publication, 2026-05; articles without a date are left out.'),
  until: period('Last day or month of publication.'),
  versions,
})

export const getAudit = defineRoute({
  id: 'getAudit',
  method: 'get',
  at: '/audit',
  summary: 'Count who gets a voice',
  description:
    'A source counts once in each article; gender is what the text gives. Every share has its 95% interval. Also as a page: /audit.',
  path: z.strictObject({}),
  query: QUERY,
  body: null,
  answer: { status: 200, name: 'Audit', schema: AUDIT, description: 'The figures of the chosen articles.' },
  problems: [],
  async answerTo({ site }, { query }) {
    const { none = [], versions: counted, ...fields } = query
    const given = Object.entries(fields).filter(([, value]) => value !== undefined)
    const all = counted === 'all' ? { versions: counted } : {}
    const request: AuditRequest = { ...Object.fromEntries(given), none, ...all }
    requirePeriods({ since: request.since, until: request.until })
    return toAudit(await site.voices.measure(await site.index.get(), request))
  },
})

function toAudit(report: AuditReport): Frozen<z.output<typeof AUDIT>> {
  const { counts, breakdowns, sourcesPerArticle, singleSource, experts, concentration, anonymity, unquoted } = report
  return {
    counts: {
      articles: counts.articles,
      older_versions: counts.olderVersions,
      articles_with_sources: counts.articlesWithSources,
      sources: counts.sources,
      claims: counts.claims,
      quoted_words: counts.quotedWords,
      people: counts.people,
      people_quoted: counts.peopleQuoted,
      speakers: counts.speakers,
    },
    breakdowns: breakdowns.map(({ dimension, rows }) => ({ by: dimension, rows: rows.map(toRow) })),
    sources_per_article: sourcesPerArticle,
    single_source: toShare(singleSource),
    experts: {
      sources: toShare(experts.sources),
      gender: toLabelled(experts.gender),
      type: toLabelled(experts.type),
      without_affiliation: toShare(experts.withoutAffiliation),
    },
    concentration: {
      top_ten: toShare(concentration.topTen),
      herfindahl: concentration.herfindahl,
      top: concentration.top.map(({ name, articles, claims }) => ({ name, articles, claims })),
      tied: concentration.tied,
    },
    anonymity: {
      sources: toShare(anonymity.sources),
      claims: toShare(anonymity.claims),
      quoted_words: toShare(anonymity.quotedWords),
      explained: toShare(anonymity.explained),
      reasons: anonymity.reasons,
    },
    unquoted: {
      people: toShare(unquoted.people),
      gender: toLabelled(unquoted.gender),
      type: toLabelled(unquoted.type),
    },
  }
}

function toRow({ label, all, known }: BreakdownRow) {
  return { label, all: toShares(all), known: known === null ? null : toShares(known) }
}

function toShares({ sources, claims, quotedWords, first, last }: Shares) {
  return {
    sources: toShare(sources),
    claims: toShare(claims),
    quoted_words: toShare(quotedWords),
    first: toShare(first),
    last: toShare(last),
  }
}

function toShare({ hits, n, share, low, high, few }: Share): Share {
  return { hits, n, share, low, high, few }
}

function toLabelled(shares: readonly LabelShare[]): LabelShare[] {
  return shares.map(({ label, share }) => ({ label, share: toShare(share) }))
}
