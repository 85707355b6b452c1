import type { ArticleRecord, SourceRecord } from '../../src/domain/record.ts'
import { createPipeline } from '../../src/run/create-pipeline.ts'

/** A claim as an editor reads it: the parts' words, with ` … ` between the pieces of one part. */
export interface ReadClaim {
  readonly source: string | null
  /** Name of the source, or of whom it was resolved to. */
  readonly name: string | null
  readonly naming: string
  readonly kind: string | null
  readonly cue: string
  readonly content: string
  readonly addressee: string | null
  readonly act: string
  readonly quotation: string
  readonly negated: boolean
  readonly affiliation: string | null
  readonly number: number | null
  readonly rules: readonly string[]
}

/** What is said of a claim; of `absent` claims source, name and content need only hold the words. */
export type ExpectedClaim = Partial<Omit<ReadClaim, 'rules'>>

export interface ReadingCase {
  readonly text: string
  readonly claims?: readonly ExpectedClaim[]
  readonly absent?: readonly ExpectedClaim[]
}

let pipeline: ReturnType<typeof createPipeline> | null = null

/** Claims of a text by the engine that is run when none is asked for. */
export async function readClaims(text: string): Promise<ReadClaim[]> {
  pipeline ??= createPipeline({ engine: 'encoder' })
  return toReadClaims(await (await pipeline).analyse(text))
}

function toReadClaims({ claims, sources }: ArticleRecord): ReadClaim[] {
  const byId = new Map(sources.map(source => [source.id, source]))
  return claims.map(claim => {
    const source = claim.sourceId === null ? null : (byId.get(claim.sourceId) ?? null)
    const words = (role: string) => {
      const spans = claim.spans.filter(span => span.role === role)
      return spans.length === 0 ? null : spans.map(({ text }) => text.replace(/\s+/g, ' ')).join(' … ')
    }
    return {
      source: words('source'),
      name: source === null ? null : nameOf(source, byId),
      naming: source?.naming ?? 'unstated',
      kind: source?.kind ?? null,
      cue: words('cue') ?? '',
      content: words('content') ?? '',
      addressee: words('addressee'),
      act: claim.act,
      quotation: claim.quotation,
      negated: claim.negated,
      affiliation: source?.affiliation?.value ?? null,
      number: source?.number?.value ?? null,
      rules: claim.evidence.map(({ rule }) => rule),
    }
  })
}

function nameOf(source: SourceRecord, byId: ReadonlyMap<string, SourceRecord>): string | null {
  const antecedent = source.antecedentId === null ? undefined : byId.get(source.antecedentId)
  return source.name?.value ?? antecedent?.name?.value ?? null
}

/** What of a case doesn't hold, in words; empty when all does. */
export async function faultsOf({ text, claims = [], absent = [] }: ReadingCase): Promise<string[]> {
  const found = await readClaims(text)
  const free = new Set(found)
  const faults: string[] = []
  for (const expected of claims) {
    const match = [...free].find(claim => agrees(claim, expected, isSame))
    if (match === undefined) faults.push(`missing ${JSON.stringify(expected)}`)
    else free.delete(match)
  }
  for (const expected of absent) {
    const match = found.find(claim => agrees(claim, expected, holds))
    if (match !== undefined) faults.push(`must not be: ${JSON.stringify(match)}`)
  }
  return faults.length === 0 ? [] : [...faults, ...found.map(claim => `found ${JSON.stringify(claim)}`)]
}

function agrees(
  claim: ReadClaim,
  expected: ExpectedClaim,
  sameWords: (found: string, wanted: string) => boolean,
): boolean {
  return Object.entries(expected).every(([field, wanted]) => {
    const value = claim[field as keyof ReadClaim]
    return typeof value === 'string' && typeof wanted === 'string' ? sameWords(value, wanted) : value === wanted
  })
}

/** Marks, case and a leading "that" or article make no difference. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\p{L}\p{N}…’' :$£€%–—-]/gu, '')
    .replace(/’/g, "'")
    .replace(/^(?:that|the|an?) /, '')
    .trim()
}

const isSame = (found: string, wanted: string) => plain(found) === plain(wanted)
const holds = (found: string, wanted: string) => plain(found).includes(plain(wanted))
