import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Chance } from './chance.ts'
import { type CorpusTalk, readTalk, sayLikeCorpus } from './corpus-sentences.ts'
import { CHARGED, NEUTRAL } from './cues.ts'
import { fill, firmOf, nameOf, sayOriginal } from './grammar.ts'
import { type Report, report, type Utterance } from './report.ts'
import { BOILERPLATE, DAYS, GENERIC, MONTHS } from './strangers.ts'
import type { Half } from './words.ts'

/** A claim of a generated article. */
export interface GeneratedClaim extends Report {
  readonly id: string
  /** The address of its article. */
  readonly article: string
}

const CLAIMS_OF_ARTICLE = 4
const DAY = 86_400_000
const BEGIN = Date.UTC(2026, 0, 1)
/** Articles that a day brings. */
const ARTICLES_OF_DAY = 300

/**
 * So many articles of four claims each, by a seed: originals that travel and originals that nobody repeats, what anybody says, and what
 * is said in the same words of different things.
 */
export function generate(articles: number, seed: number, half: Half): GeneratedClaim[] {
  const chance = new Chance(seed)
  const talk = readTalk(readdirSync(join(import.meta.dirname, '../../../corpus/gold')), half)
  const reports: Report[] = []
  const days = Math.max(20, articles / ARTICLES_OF_DAY)
  for (let number = 0; reports.length < articles * CLAIMS_OF_ARTICLE; number++) {
    const utterance = utter(number, BEGIN + chance.between(0, Math.floor(days * DAY)), talk, chance, half)
    const times = chance.happens(50) ? 1 : 2 + Math.floor(chance.waiting(utterance.isOriginal ? 3 : 0.7))
    for (let time = 0; time < times; time++) reports.push(report(utterance, time === 0, chance, half))
  }
  return layOut(reports, chance)
}

function utter(number: number, saidAt: number, talk: CorpusTalk, chance: Chance, half: Half): Utterance {
  const cue = chance.happens(90) ? chance.pick(NEUTRAL) : chance.pick(CHARGED)
  const base = { number, saidAt, cue }
  if (chance.happens(9))
    return { ...base, sentences: [chance.pick(GENERIC[half])], speaker: nameOf(chance, half), isOriginal: false }
  if (chance.happens(9)) {
    const firm = firmOf(chance, half)
    const pattern = chance.pick(BOILERPLATE[half]).replaceAll('{F}', firm)
    const said = fill(pattern, chance, half).replaceAll('{Q}', chance.pick(MONTHS)).replaceAll('{D}', chance.pick(DAYS))
    return { ...base, sentences: [said], speaker: firm, isFirm: true, isOriginal: false }
  }
  const sentences = Array.from({ length: chance.pick([1, 1, 1, 2, 3, 4]) }, () =>
    chance.happens(35) ? sayLikeCorpus(talk, chance, half) : sayOriginal(chance, half),
  )
  return { ...base, sentences, speaker: nameOf(chance, half), isOriginal: true }
}

/** Puts what was seen one after the other into one article, but an utterance only once. */
function layOut(reports: readonly Report[], chance: Chance): GeneratedClaim[] {
  const claims: GeneratedClaim[] = []
  let open: { taken: Report[]; seen: Set<number> }[] = []
  let articles = 0
  const close = ({ taken }: { taken: Report[] }) => {
    const article = `https://outlet-${chance.between(1, 400)}.example/${articles++}`
    const seenAt = Math.max(...taken.map(one => one.seenAt))
    for (const one of taken)
      claims.push({ ...one, article, seenAt, id: `claim-${String(claims.length).padStart(7, '0')}` })
  }
  for (const one of reports.toSorted((a, b) => a.seenAt - b.seenAt)) {
    let draft = open.find(({ seen }) => !seen.has(one.utterance))
    if (draft === undefined) {
      draft = { taken: [], seen: new Set() }
      open.push(draft)
    }
    draft.taken.push(one)
    draft.seen.add(one.utterance)
    if (draft.taken.length < CLAIMS_OF_ARTICLE) continue
    close(draft)
    open = open.filter(other => other !== draft)
  }
  for (const draft of open) close(draft)
  return claims
}
