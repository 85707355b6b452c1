import type { ArticleWithClaims, ClaimInArticle } from '../store/queries/stream-articles-with-claims.ts'
import type { VoiceInArticle } from '../store/queries/voices/voices-in-articles.ts'

/** A source of an article, with those of its claims that a rule looks at. */
export interface HeardVoice {
  readonly voice: VoiceInArticle
  /** One at least, in the order of the text. */
  readonly claims: readonly ClaimInArticle[]
  /** Words in quotation marks in these claims. */
  readonly quotedWords: number
}

/**
 * Whose claims these are, in the order in which they are first heard. Claims of nobody (`unstated`) are left out.
 *
 * @param claims of the article
 */
export function hearVoices(
  { voices }: Pick<ArticleWithClaims, 'voices'>,
  claims: readonly ClaimInArticle[],
): HeardVoice[] {
  const known = new Map(voices.map(voice => [voice.id, voice]))
  return [...Map.groupBy(claims, ({ voiceId }) => voiceId)].flatMap(([id, own]) => {
    const voice = id === null ? undefined : known.get(id)
    if (voice === undefined) return []
    return [{ voice, claims: own, quotedWords: own.reduce((sum, { quotedWords }) => sum + quotedWords, 0) }]
  })
}

/** The ids of all their claims, voice after voice. */
export function claimIdsOf(voices: readonly HeardVoice[]): string[] {
  return voices.flatMap(({ claims }) => claims.map(({ id }) => id))
}
