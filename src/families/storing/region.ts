import { isAmong } from '../../store/dialect/write-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { NEAR_IN_TIME } from '../grouping/joins.ts'
import { areCompatible, bucketOf } from '../grouping/speaker.ts'
import { judgeSame } from '../wording/judge-wordings.ts'
import type { Wording } from '../wording/wording.ts'
import { findNear, findOfWordings, type StoredMember, type Window } from './stored-members.ts'
import type { StoredTie } from './stored-ties.ts'
import { readWordings } from './stored-wordings.ts'

/** Of whom others are sought: a claim, or one that has gone. */
export type Seed = Pick<StoredMember, 'wording_rowid' | 'family_rowid' | 'speaker' | 'seenAt'>

/**
 * Claims with all that ties join to them, directly or through others: whole components, and so whole families. Where strong ties
 * lead it may hold more than that, never less.
 */
export class Region {
  readonly members = new Map<string, StoredMember>()
  readonly wordings = new Map<number, Wording>()
  /** Of whom has gone; of what is in, see its members. */
  readonly lostFamilies = new Set<number>()
  readonly #database: StoreDatabase
  /** Of a wording, its ties with others and with itself. */
  readonly #tiesOf = new Map<number, readonly StoredTie[]>()
  /** Wordings all of whose members are in. */
  readonly #whole = new Set<number>()

  constructor(database: StoreDatabase) {
    this.#database = database
  }

  /** Takes these in, with all that they are joined to. */
  async take(members: readonly StoredMember[]): Promise<void> {
    for (let last = this.#add(members); last.length > 0; ) last = this.#add(await this.#findJoined(last))
  }

  /** Takes in all members of some wordings. */
  async takeWordings(rowids: readonly number[]): Promise<void> {
    await this.take(await this.#findWhole(rowids))
  }

  /** Takes in what was joined to claims that have gone. */
  async takeAround(gone: readonly Seed[]): Promise<void> {
    for (const { family_rowid } of gone) if (family_rowid !== null) this.lostFamilies.add(family_rowid)
    await this.take(await this.#findJoined(gone))
  }

  /** All ties of the wordings of members, those of a wording with itself first. */
  tiesWithin(): readonly StoredTie[] {
    const present = new Set([...this.members.values()].map(({ wording_rowid }) => wording_rowid))
    const own: StoredTie[] = []
    const others: StoredTie[] = []
    for (const rowid of present)
      for (const tie of this.#tiesOf.get(rowid) ?? [])
        if (tie.one_rowid === tie.other_rowid) own.push(tie)
        else if (tie.one_rowid === rowid && present.has(tie.other_rowid)) others.push(tie)
    return [...own, ...others]
  }

  #add(members: readonly StoredMember[]): StoredMember[] {
    const added = members.filter(({ id }) => !this.members.has(id))
    for (const member of added) this.members.set(member.id, member)
    return added
  }

  async #findJoined(seeds: readonly Seed[]): Promise<StoredMember[]> {
    const byWording = Map.groupBy(seeds, ({ wording_rowid }) => wording_rowid)
    await this.#readTies([...byWording.keys()])
    const whole = new Set<number>()
    const windows: Window[] = []
    for (const [rowid, own] of byWording)
      for (const { one_rowid, other_rowid, strength } of this.#tiesOf.get(rowid) ?? []) {
        const other = one_rowid === rowid ? other_rowid : one_rowid
        if (strength === 'strong') whole.add(other)
        else windows.push(...own.flatMap(seed => windowOf(seed, other)))
      }
    const all = await this.#findWhole([...whole])
    const others = await findNear(
      this.#database,
      windows.filter(([rowid]) => !this.#whole.has(rowid)),
    )
    return [...all, ...keepNear(seeds, others)]
  }

  async #findWhole(rowids: readonly number[]): Promise<StoredMember[]> {
    const missing = rowids.filter(rowid => !this.#whole.has(rowid))
    for (const rowid of missing) this.#whole.add(rowid)
    return await findOfWordings(this.#database, missing)
  }

  async #readTies(rowids: readonly number[]): Promise<void> {
    const missing = rowids.filter(rowid => !this.#tiesOf.has(rowid))
    if (missing.length === 0) return
    for (const [rowid, wording] of await readWordings(this.#database, missing)) this.wordings.set(rowid, wording)
    const ties = new Map<number, StoredTie[]>(missing.map(rowid => [rowid, this.#tieWithItself(rowid)]))
    for (const column of ['one_rowid', 'other_rowid'] as const) {
      const rows = await this.#database
        .selectFrom('wording_tie')
        .select(['one_rowid', 'other_rowid', 'strength', 'score'])
        .where(isAmong(this.#database, column, missing))
        .execute()
      for (const tie of rows) ties.get(tie[column])?.push(tie)
    }
    for (const [rowid, own] of ties) this.#tiesOf.set(rowid, own)
  }

  #tieWithItself(rowid: number): StoredTie[] {
    const wording = this.wordings.get(rowid)
    const strength = wording === undefined ? null : judgeSame(wording)
    return strength === null ? [] : [{ one_rowid: rowid, other_rowid: rowid, strength, score: 1 }]
  }
}

function windowOf({ speaker, seenAt }: Seed, rowid: number): Window[] {
  if (speaker === null || seenAt === null) return []
  const [from, to] = [seenAt - NEAR_IN_TIME, seenAt + NEAR_IN_TIME]
  return [[rowid, new Date(from).toISOString(), new Date(to).toISOString()]]
}

/** Those whom one of the seeds may have said something like it near in time with. */
function keepNear(seeds: readonly Seed[], members: readonly StoredMember[]): StoredMember[] {
  const buckets = Map.groupBy(
    seeds.filter(({ speaker }) => speaker !== null),
    ({ speaker }) => bucketOf(speaker as string),
  )
  return members.filter(({ speaker, seenAt }) => {
    if (speaker === null || seenAt === null) return false
    return (buckets.get(bucketOf(speaker)) ?? []).some(
      seed =>
        seed.seenAt !== null && Math.abs(seed.seenAt - seenAt) <= NEAR_IN_TIME && areCompatible(seed.speaker, speaker),
    )
  })
}
