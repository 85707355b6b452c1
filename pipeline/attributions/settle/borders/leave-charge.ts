import { type Span, sliceOf } from '../../../../src/domain/span.ts'
import type { UnlinkedAttribution } from '../../found.ts'

/** Verbs of charging somebody "of" a deed. */
const CHARGING: ReadonlySet<string> = new Set(['accuse', 'suspect'])
/** "Opponents | of hiding the report": who accuses, and of what. */
const CHARGE = /\sof\s(?:not\s)?\p{L}{2,20}ing\b/u

/** Leaves the charge of a passive of accusing to the content: in "was accused by rivals of lying" rivals accuse, of lying. */
export function leaveCharge(text: string, one: UnlinkedAttribution): UnlinkedAttribution {
  const [source, other] = one.source
  const cue = one.cue.at(-1)
  if (!CHARGING.has(one.cueLemma) || source === undefined || other !== undefined || cue === undefined) return one
  const words = sliceOf(text, source)
  const at = source.start < cue.end ? -1 : words.search(CHARGE)
  if (at < 1 || /[,;:]/u.test(words.slice(0, at))) return one
  const end = source.start + at
  const charge: Span = { start: end + 1, end: source.end }
  const content = [...one.content, charge].sort((a, b) => a.start - b.start)
  return { ...one, source: [{ start: source.start, end }], content }
}
