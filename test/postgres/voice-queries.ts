import { findVoiceCorrections } from '../../src/store/queries/corrections/voice-corrections.ts'
import { resolveVoice } from '../../src/store/queries/references/resolve-voice.ts'
import { streamStoredVoiceCorrections } from '../../src/store/queries/seals/sealed-rows.ts'
import { findPeopleDecisions, findSaidOfVoices } from '../../src/store/queries/voices/said-of-voices.ts'
import {
  findClaimVoices,
  findCorrectedClaimVoices,
  findEvidenceOfVoices,
  findVoiceIds,
  findVoiceOfClaim,
  findVoicesByRowid,
} from '../../src/store/queries/voices/voices-by-rowid.ts'
import { readVoicesIn } from '../../src/store/queries/voices/voices-in-articles.ts'
import { collect } from '../support/collect.ts'
import type { Ask, Twin } from './twin.ts'

/** The voices of a database by the order of their ids. */
async function voicesOf({
  database,
}: Twin): Promise<{ readonly rowids: number[]; readonly idOf: Map<number, string> }> {
  const rows = await database.selectFrom('voice').select(['rowid', 'id']).orderBy('id').execute()
  return { rowids: rows.map(({ rowid }) => rowid), idOf: new Map(rows.map(({ rowid, id }) => [rowid, id])) }
}

/** What the site's pages of the audit ask, without numbers of rows. */
export const VOICE_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  findVoicesByRowid: [
    async twin => {
      const { rowids } = await voicesOf(twin)
      const voices = await findVoicesByRowid(twin.database, rowids)
      return voices.map(({ rowid, article_rowid, entity_rowid, ...voice }) => voice)
    },
    ({ database }) => findVoicesByRowid(database, [999_999]),
  ],
  findEvidenceOfVoices: [
    async twin => {
      const { rowids, idOf } = await voicesOf(twin)
      const found = await findEvidenceOfVoices(twin.database, rowids)
      return rowids.map(rowid => [
        idOf.get(rowid),
        (found.get(rowid) ?? []).map(({ voice_rowid, ...evidence }) => evidence),
      ])
    },
    async ({ database }) => [...(await findEvidenceOfVoices(database, []))],
  ],
  findVoiceIds: [
    async twin => {
      const { rowids } = await voicesOf(twin)
      return [...(await findVoiceIds(twin.database, rowids))].map(([, id]) => id).toSorted()
    },
  ],
  findClaimVoices: [
    async twin => {
      const { idOf } = await voicesOf(twin)
      const rows = await findClaimVoices(twin.database, 0, 100_000)
      return rows.map(row => [twin.id('claim', row.claim_rowid), idOf.get(row.voice_rowid)].join(' ')).toSorted()
    },
  ],
  findCorrectedClaimVoices: [
    async twin => {
      const { idOf } = await voicesOf(twin)
      // Which claim it is follows from its number, which differs where somebody added it.
      return (await findCorrectedClaimVoices(twin.database))
        .map(({ voice_rowid }) => (voice_rowid === null ? 'nobody' : (idOf.get(voice_rowid) ?? '')))
        .toSorted()
    },
  ],
  readVoicesIn: [
    async twin => {
      const articles = twin.ids.article.map(id => ({ id, rowid: twin.rowid('article', id) }))
      const { ofArticle, ofClaim } = await readVoicesIn(twin.database, articles)
      return [
        articles.map(({ rowid }) => ofArticle.get(rowid) ?? []),
        twin.ids.claim.map(id => ofClaim.get(id) ?? null),
      ]
    },
    ({ database }) => readVoicesIn(database, []),
  ],
  findVoiceCorrections: [({ database }) => findVoiceCorrections(database)],
  findSaidOfVoices: [
    async twin => {
      const { idOf } = await voicesOf(twin)
      return [...(await findSaidOfVoices(twin.database, [...idOf.values()]))].toSorted()
    },
    async ({ database }) => [...(await findSaidOfVoices(database, ['none']))],
  ],
  findPeopleDecisions: [
    async twin => {
      const { idOf } = await voicesOf(twin)
      const decisions = await findPeopleDecisions(twin.database)
      return decisions.map(({ voice, other, isSame }) => [idOf.get(voice), idOf.get(other), isSame])
    },
  ],
  streamStoredVoiceCorrections: [({ database }) => collect(streamStoredVoiceCorrections(database))],
  resolveVoice: [
    async twin => {
      const { idOf } = await voicesOf(twin)
      return await Promise.all([...idOf.values()].slice(0, 20).map(id => resolveVoice(twin.database, id)))
    },
    ({ database }) => resolveVoice(database, 'none'),
  ],
  findVoiceOfClaim: [
    async twin =>
      await Promise.all(twin.ids.claim.map(async id => (await findVoiceOfClaim(twin.database, id))?.id ?? null)),
    ({ database }) => findVoiceOfClaim(database, 'none'),
  ],
}
