import { ACTS, NAMINGS, QUOTATION_TYPES } from '../../domain/labels.ts'
import type { CodePointText } from '../../domain/text/code-point-text.ts'
import { type ArticleClaims, partsOf, streamArticles } from '../article-claims.ts'
import type { FolderFormat } from '../export-format.ts'
import type { ExportedClaim, OffsetPair } from '../exported-claim.ts'
import { fileName } from '../file-name.ts'

/**
 * brat's stand-off: for each article a text and its annotations, laid out as in PolNeAR: spans, and one event a claim
 * whose trigger is the cue. Offsets are code points. brat wants no line end inside a span, so such a span is given in
 * parts; and every other character at which a reader may end a line or a field becomes a space, in the text and in the
 * annotations alike, which keeps every offset.
 */
export const brat: FolderFormat = {
  name: 'brat',
  description: 'brat stand-off, .txt and .ann for each article, to annotate and to score',
  writes: 'folder',
  async export(database, filter, put) {
    await put('annotation.conf', CONFIGURATION)
    const handedOut: Record<string, readonly string[]> = {}
    let count = 0
    for await (const of of streamArticles(database, filter)) {
      const name = fileName(of.article)
      await put(`${name}.txt`, withoutBreaks(of.article.text))
      await put(`${name}.ann`, toAnnotations(of))
      handedOut[name] = of.claims.map(({ id }) => id)
      count += of.claims.length
    }
    // So that what comes back without a claim is told from what never had it.
    await put('hearsay.json', `${JSON.stringify({ claims: handedOut })}\n`)
    return count
  },
}

const CONFIGURATION = `[entities]
Source
Cue
Content
Addressee

[relations]
<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
Attribution Source*:Source, Cue*:Cue, Content*:Content, Addressee*:Addressee

[attributes]
Act Arg:<EVENT>, Value:${ACTS.join('|')}
Quotation Arg:<EVENT>, Value:${QUOTATION_TYPES.join('|')}
Naming Arg:<EVENT>, Value:${NAMINGS.join('|')}
Negated Arg:<EVENT>
Hedged Arg:<EVENT>
`

const BREAKS = /[^\P{Cc}\n]|[\u2028\u2029]/gu

const ROLES = ['Source', 'Cue', 'Content', 'Addressee'] as const

function toAnnotations({ text, claims }: ArticleClaims): string {
  const lines: string[] = []
  let spans = 0
  let attributes = 0
  const addSpan = (type: string, words: { readonly spans: readonly OffsetPair[] }): string => {
    spans++
    lines.push(`T${spans}\t${type} ${toOffsets(text, words)}`)
    return `T${spans}`
  }
  claims.forEach((claim, index) => {
    const event = `E${index + 1}`
    // A claim that somebody added may have no cue: its content stands for it then.
    const trigger = addSpan('Attribution', claim.cue.spans.length > 0 ? claim.cue : (claim.content ?? claim.cue))
    const roles = ROLES.flatMap(role => {
      const words = wordsOf(claim, role)
      return words === null || words.spans.length === 0 ? [] : [`${role}:${addSpan(role, words)}`]
    })
    lines.push(`${event}\tAttribution:${trigger} ${roles.join(' ')}`)
    const labels = { Act: claim.act, Quotation: claim.quotation, Naming: claim.source?.naming ?? 'unstated' }
    for (const [label, value] of Object.entries(labels)) lines.push(`A${++attributes}\t${label} ${event} ${value}`)
    const flags = { Negated: claim.negated, Hedged: claim.hedged }
    for (const [flag, isSet] of Object.entries(flags)) if (isSet) lines.push(`A${++attributes}\t${flag} ${event}`)
    const name = claim.source?.name ?? null
    lines.push(
      `#${index + 1}\tAnnotatorNotes ${event}\tclaim ${claim.id}${name === null ? '' : `, ${withoutBreaks(name).replaceAll('\n', ' ')}`}`,
    )
  })
  return lines.map(line => `${line}\n`).join('')
}

function wordsOf(claim: ExportedClaim, role: (typeof ROLES)[number]) {
  switch (role) {
    case 'Source':
      return claim.source
    case 'Cue':
      return claim.cue
    case 'Content':
      return claim.content
    case 'Addressee':
      return claim.addressee
  }
}

/** `91 186;209 236` and the words, as brat writes spans in parts. */
function toOffsets(text: CodePointText, words: { readonly spans: readonly OffsetPair[] }): string {
  const parts = partsOf(text, words).flatMap(cutAtLineEnds)
  const offsets = parts.map(({ start, end }) => `${start} ${end}`).join(';')
  return `${offsets}\t${parts.map(part => withoutBreaks(part.text)).join(' ')}`
}

function cutAtLineEnds({ start, text }: { readonly start: number; readonly text: string }) {
  const parts: { start: number; end: number; text: string }[] = []
  let at = start
  for (const piece of text.split(/([\r\n]+)/)) {
    const length = Array.from(piece).length
    if (length > 0 && !/^\s+$/.test(piece)) parts.push({ start: at, end: at + length, text: piece })
    at += length
  }
  return parts
}

/** Python, in which brat is written, ends lines at many control characters and at these two; and a tab ends a field. */
export function withoutBreaks(text: string): string {
  return text.replace(BREAKS, ' ')
}
