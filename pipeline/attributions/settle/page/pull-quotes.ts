import { sliceOf } from '../../../../src/domain/span.ts'
import type { UnlinkedAttribution } from '../../found.ts'
import { isByForm } from '../../rules/forms/form.ts'

/** A pull quote stands near what it repeats: time stays linear. */
const AROUND = 100
/** Shorter words come again by chance. */
const SHORTEST = 15

/**
 * Those that are no pull quotes, and the pull quotes: a signed block whose words are said in the running text, too, is set in the page to
 * be seen and is no claim of its own.
 */
export function partPullQuotes(
  text: string,
  attributions: readonly UnlinkedAttribution[],
): { readonly claims: readonly UnlinkedAttribution[]; readonly repeated: readonly UnlinkedAttribution[] } {
  if (!attributions.some(isSigned)) return { claims: attributions, repeated: [] }
  const sorted = attributions.toSorted((a, b) => placeOf(a) - placeOf(b))
  const words = sorted.map(({ content }) => bareWords(content.map(span => sliceOf(text, span)).join(' ')))
  const repeated = new Set(
    sorted.filter((one, i) => {
      const own = words[i] as string
      if (!isSigned(one) || own.length < SHORTEST) return false
      for (let other = Math.max(0, i - AROUND); other <= Math.min(sorted.length - 1, i + AROUND); other += 1)
        if (!isSigned(sorted[other] as UnlinkedAttribution) && words[other]?.includes(own) === true) return true
      return false
    }),
  )
  return { claims: attributions.filter(one => !repeated.has(one)), repeated: [...repeated] }
}

function isSigned(one: UnlinkedAttribution): boolean {
  return isByForm(one) && one.evidence[0]?.rule.startsWith('signed') === true
}

function placeOf({ cue }: UnlinkedAttribution): number {
  return cue[0]?.start ?? 0
}

function bareWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
