import type { ArticleRecord, VoiceRecord } from '../domain/record.ts'
import { hashVoice } from '../domain/record-id.ts'
import type { Span } from '../domain/span.ts'
import type { CodePointText } from '../domain/text/code-point-text.ts'
import type { ArticleBookkeeping } from '../store/queries/articles/article-bookkeeping.ts'
import { findVoiceFigures, type VoiceFigures } from '../store/rows/voice-figures.ts'
import { type Place, placeOf } from './columns/place.ts'
import type { Problem } from './verify-completeness.ts'

/** The figures of a voice, each with its column. */
const FIGURES = [
  ['claims', 'claims'],
  ['quotedWords', 'quoted_words'],
  ['isFirst', 'first_voice'],
  ['isLast', 'last_voice'],
  ['mentions', 'mentions'],
] as const satisfies readonly (readonly [keyof VoiceFigures, string])[]

/**
 * Checks the voices of an article: that ids are those of their words, that what their fields rest on lies in the text, that
 * each claim with a source is somebody's, and that what is counted of each is what its claims and mentions say. The words of
 * the first mentions are compared by the caller. `spans` is how many others were looked at.
 */
export function verifyVoices(
  record: ArticleRecord,
  text: CodePointText,
  kept: ArticleBookkeeping,
): { readonly problems: Problem[]; readonly spans: number } {
  const problems: Problem[] = []
  const report = (message: string, claimIds: readonly string[], ...places: readonly Place[]) =>
    problems.push({ kind: 'voice', message, claimIds, places })
  const figures = findVoiceFigures(record)
  let spans = 0
  for (const [index, voice] of record.voices.entries()) {
    const { id, first, chain } = voice
    const claimIds = voice.claims.map(({ claimId }) => claimId)
    const own = (...columns: string[]) => placeOf({ table: 'voice', row: id }, columns)
    const hashed = hashVoice(record.article.id, first, chain !== null)
    if (hashed !== id)
      report(`Voice ${id} does not have its words: these make ${hashed}.`, claimIds, own('id', 'start', 'end', 'chain'))
    for (const { what, span, place } of spansOf(voice)) {
      spans += 1
      if (span.end <= text.length) continue
      const message = `The ${what} of voice ${id} is said to stand at ${span.start}–${span.end}, beyond the end of ${record.article.uri}.`
      report(message, claimIds, place)
    }
    const stored = kept.voices.get(id)
    if (stored?.sequence !== index)
      report(`Voice ${id} is number ${stored?.sequence}, where ${index} comes next.`, claimIds, own('sequence'))
    const other = FIGURES.filter(([figure]) => stored?.figures[figure] !== figures[index]?.[figure])
    if (other.length > 0)
      report(
        `Of voice ${id} ${list(other.map(([figure, column]) => `${column} is ${Number(stored?.figures[figure])} where its claims make ${Number(figures[index]?.[figure])}`))}.`,
        claimIds,
        own(...other.map(([, column]) => column)),
        placeOf({ table: 'voice_claim', row: null }, ['claim', 'voice', 'quoted_words']),
      )
    if (claimIds.length === 0 && (voice.kind !== 'person' || voice.name === null))
      report(`Voice ${id} says nothing and is no person who is named.`, [], own('kind', 'name'), goneClaim())
  }
  return { problems: [...problems, ...checkClaims(record)], spans }
}

/** Places that are noted beside a value; the value may be other than the words there. */
function spansOf({ id, role, affiliation, evidence }: VoiceRecord): { what: string; span: Span; place: Place }[] {
  const fields = Object.entries({ role, affiliation }).map(([what, field]) => ({
    what,
    span: field?.span ?? null,
    place: placeOf({ table: 'voice', row: id }, [`${what}_start`, `${what}_end`]),
  }))
  const rests = evidence.map(({ field, span }, sequence) => ({
    what: `evidence of the ${field}`,
    span,
    place: placeOf({ table: 'voice_evidence', row: `${id} ${sequence}` }, ['start', 'end']),
  }))
  return [...fields, ...rests].flatMap(({ span, ...rest }) => (span === null ? [] : [{ ...rest, span }]))
}

/** Each claim with a source is that of one voice, with no more words in quotation marks than it can have. */
function checkClaims({ claims, voices, stages }: ArticleRecord): Problem[] {
  // An article that was analysed before there were voices has none.
  if (!stages.some(({ name }) => name === 'voices')) return []
  const said = new Map(voices.flatMap(({ claims }) => claims.map(one => [one.claimId, one.quotedWords] as const)))
  return claims.flatMap(({ id, sourceId, quotation }): Problem[] => {
    const quotedWords = said.get(id)
    const row = { table: 'voice_claim', row: id }
    const tell = (message: string, place: Place): Problem[] => [
      { kind: 'voice', message, claimIds: [id], places: [place] },
    ]
    if (sourceId === null)
      return quotedWords === undefined
        ? []
        : tell(`Claim ${id} has a voice and no source.`, placeOf({ ...row, change: 'added' }, ['claim', 'voice']))
    if (quotedWords === undefined) return tell(`Claim ${id} has a source and is nobody's voice.`, goneClaim())
    const isMarked = quotation === 'direct' || quotation === 'mixed'
    if (isMarked || quotedWords === 0) return []
    const message = `Claim ${id} is ${quotation} and is said to have ${quotedWords} words in quotation marks.`
    return tell(message, placeOf(row, ['quoted_words']))
  })
}

function goneClaim(): Place {
  return placeOf({ table: 'voice_claim', row: null, change: 'gone' }, ['claim', 'voice'])
}

function list(parts: readonly string[]): string {
  return parts.join(', ')
}
