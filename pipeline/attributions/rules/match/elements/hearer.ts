import type { Token } from '../../../../../src/domain/layers.ts'
import { readSubject } from '../phrases/subject.ts'
import type { Range, Reading } from '../reading.ts'
import type { Taken } from '../taken.ts'

/** What is ordered, asked for or promised hears nothing: "an inquiry was ordered to find out why". */
const DEED = /(?:tion|sion|ment|ing|quiry|view|ban|curfew|audit|probe|lockdown|question)$/u

/** The subject of a passive of telling: who is told. */
export function readHearer(reading: Reading, at: number, first: number): Taken | null {
  const subject = readSubject(reading, at, first)
  if (subject === null) return null
  const range = withoutAside(reading, subject)
  const words = reading.tokens.slice(range.from, range.to)
  const preposition = words.findIndex(({ pos }) => pos === 'ADP')
  const head = words.slice(0, preposition === -1 ? words.length : preposition).findLast(isNominal)
  if (head === undefined || head.lower === 'it' || (head.pos === 'NOUN' && DEED.test(head.lemma))) return null
  return { at: range.from, role: 'addressee', ranges: [range] }
}

/** "The crew, a survivor said, were told": an aside with a verb is no apposition. */
function withoutAside({ tokens }: Reading, { from, to }: Range): Range {
  const words = tokens.slice(from, to)
  const comma = words.findIndex(({ text }) => text === ',')
  if (comma < 1 || !words.slice(comma).some(({ pos, lower }) => pos === 'VERB' && !/(?:ing|who)$/.test(lower)))
    return { from, to }
  return { from, to: from + comma }
}

function isNominal({ pos }: Token): boolean {
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM' || pos === 'ADJ' || pos === 'DET'
}
