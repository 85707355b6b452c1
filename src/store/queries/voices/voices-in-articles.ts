import type { TextSpan } from '../../../domain/record.ts'
import type { StandingTable, StoreDatabase, VoiceTable } from '../../schema.ts'
import { asSaid, findSaidOfVoices } from './said-of-voices.ts'

/** A source of an article, or a person whom it names. */
export interface VoiceInArticle
  extends Pick<VoiceTable, 'id' | 'name' | 'kind' | 'naming' | 'role' | 'affiliation' | 'gender' | 'function'> {
  readonly type: VoiceTable['source_type']
  /** The first full mention. */
  readonly first: TextSpan
}

/** Whose a claim is after its corrections. */
export interface VoiceOfClaim {
  readonly voiceId: string
  /** Words of its content that stand in quotation marks. */
  readonly quotedWords: number
}

/** The voices of some articles. */
export interface VoicesInArticles {
  /** By the article's `rowid`, in the order of their first mentions. */
  readonly ofArticle: ReadonlyMap<number, readonly VoiceInArticle[]>
  /** By the claim's id; those are missing that are nobody's. */
  readonly ofClaim: ReadonlyMap<string, VoiceOfClaim>
}

/**
 * Who speaks in these articles, and whose each claim is. A claim that somebody gave to another source is that one's, or nobody's
 * where the article has no such voice; what people say of a voice stands in the place of what was judged: the same as in `v_voice`.
 */
export async function readVoicesIn(
  database: StoreDatabase,
  articles: readonly { readonly rowid: number; readonly id: string }[],
): Promise<VoicesInArticles> {
  const rowids = articles.map(({ rowid }) => rowid)
  if (rowids.length === 0) return { ofArticle: new Map(), ofClaim: new Map() }
  const judged = await database
    .selectFrom('voice')
    .select(['id', 'article_rowid', 'name', 'kind', 'naming', 'start', 'end', 'text', 'role', 'affiliation'])
    .select(['gender', 'source_type', 'function'])
    .where('article_rowid', 'in', rowids)
    .orderBy('article_rowid')
    .orderBy('sequence')
    .execute()
  const said = await findSaidOfVoices(
    database,
    judged.map(({ id }) => id),
  )
  const rows = judged.map(row => asSaid(row, said.get(row.id)))
  const own = await database
    .selectFrom('voice_claim')
    .innerJoin('claim', 'claim.rowid', 'voice_claim.claim_rowid')
    .innerJoin('voice', 'voice.rowid', 'voice_claim.voice_rowid')
    .leftJoin('source', 'source.rowid', 'claim.source_rowid')
    .select(['claim.id', 'voice.id as voiceId', 'voice_claim.quoted_words as quotedWords', 'source.id as sourceId'])
    .where('claim.article_rowid', 'in', rowids)
    .orderBy('claim.rowid')
    .execute()
  const ofArticle = new Map(
    [...Map.groupBy(rows, ({ article_rowid }) => article_rowid)].map(([rowid, own]) => [rowid, own.map(toVoice)]),
  )
  const ofClaim = new Map(own.map(({ id, voiceId, quotedWords }) => [id, { voiceId, quotedWords }]))
  const given = await readGiven(database, articles)
  if (given.length > 0) {
    const rowidOf = new Map(articles.map(({ rowid, id }) => [id, rowid]))
    const ofSource = new Map(own.toReversed().map(({ sourceId, voiceId }) => [sourceId, voiceId]))
    for (const standing of given) {
      const { claim_id: id, article_id } = standing
      const voices = ofArticle.get(rowidOf.get(article_id) ?? -1) ?? []
      const voiceId = voiceNow(standing, ofClaim.get(id)?.voiceId ?? null, voices, ofSource)
      if (voiceId === null) ofClaim.delete(id)
      else ofClaim.set(id, { voiceId, quotedWords: ofClaim.get(id)?.quotedWords ?? 0 })
    }
  }
  return { ofArticle, ofClaim }
}

interface VoiceRow extends Omit<VoiceInArticle, 'type' | 'first'>, TextSpan {
  readonly article_rowid: number
  readonly source_type: VoiceInArticle['type']
}

function toVoice({ article_rowid: _, source_type: type, start, end, text, ...voice }: VoiceRow): VoiceInArticle {
  return { ...voice, type, first: { start, end, text } }
}

type Given = Pick<StandingTable, 'claim_id' | 'article_id' | 'source' | 'naming' | 'sets_source' | 'source_id'> & {
  /** Of the source that its words are. */
  readonly name: string | null
}

/** What was said of who says a claim, of claims of which something was. */
async function readGiven(
  database: StoreDatabase,
  articles: readonly { readonly id: string }[],
): Promise<readonly Given[]> {
  return await database
    .selectFrom('standing')
    .leftJoin('source', 'source.id', 'standing.source_id')
    .select(['standing.claim_id', 'standing.article_id', 'standing.source', 'standing.naming', 'standing.sets_source'])
    .select(['standing.source_id', 'source.name'])
    .where(
      'standing.article_id',
      'in',
      articles.map(({ id }) => id),
    )
    .where(said =>
      said.or([
        said('standing.source', 'is not', null),
        said('standing.naming', 'is not', null),
        said('standing.sets_source', '=', 1),
      ]),
    )
    .execute()
}

/** The id of the voice that a claim is given to, or null. */
function voiceNow(
  { source, naming, sets_source, source_id, name }: Given,
  machine: string | null,
  voices: readonly VoiceInArticle[],
  ofSource: ReadonlyMap<string | null, string>,
): string | null {
  const named = (asked: string | null) =>
    asked === null ? null : (voices.find(voice => voice.name === asked)?.id ?? null)
  if (naming !== null && naming !== 'named' && sets_source === 0)
    return voices.find(({ id }) => id === machine)?.name === null ? machine : null
  if (naming === 'named' && source !== null) return named(source)
  if (source_id !== null) return ofSource.get(source_id) ?? named(name)
  return null
}
