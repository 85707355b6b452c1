import { listedActs } from '../../domain/listed-acts.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { extentOf } from './record-columns.ts'

/** What follows for a voice from the claims and mentions of its article. */
export interface VoiceFigures {
  /** Of its claims those whose act is listed. */
  readonly claims: number
  /** Words of these that stand in quotation marks. */
  readonly quotedWords: number
  /** Whether the article's first listed claim that has a voice is its own; in text order, then by id. */
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Of its chain; 0 for who has no name. */
  readonly mentions: number
}

type Voiced = Pick<ArticleRecord, 'voices' | 'claims' | 'mentions'>

const LISTED = new Set(listedActs())

/** The figures of every voice of an article, in the order of `voices`. */
export function findVoiceFigures({ voices, claims, mentions }: Voiced): VoiceFigures[] {
  if (voices.length === 0) return []
  const listed = new Map(claims.filter(({ act }) => LISTED.has(act)).map(claim => [claim.id, extentOf(claim).start]))
  const mentionsOf = new Map<number, number>()
  for (const { chain } of mentions) if (chain !== null) mentionsOf.set(chain, (mentionsOf.get(chain) ?? 0) + 1)
  let first: Said | null = null
  let last: Said | null = null
  for (const [voice, { claims: own }] of voices.entries())
    for (const { claimId } of own) {
      const start = listed.get(claimId)
      if (start === undefined) continue
      const said = { voice, start, claimId }
      if (first === null || isBefore(said, first)) first = said
      if (last === null || isBefore(last, said)) last = said
    }
  return voices.map(({ chain, claims: own }, voice) => {
    const counted = own.filter(({ claimId }) => listed.has(claimId))
    return {
      claims: counted.length,
      quotedWords: counted.reduce((sum, { quotedWords }) => sum + quotedWords, 0),
      isFirst: first?.voice === voice,
      isLast: last?.voice === voice,
      mentions: chain === null ? 0 : (mentionsOf.get(chain) ?? 0),
    }
  })
}

interface Said {
  readonly voice: number
  readonly start: number
  readonly claimId: string
}

function isBefore(one: Said, other: Said): boolean {
  return one.start < other.start || (one.start === other.start && one.claimId < other.claimId)
}
