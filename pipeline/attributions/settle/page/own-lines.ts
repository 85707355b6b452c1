import type { Span } from '../../../../src/domain/span.ts'
import { contains } from '../../../../src/domain/span.ts'
import { firstAfter } from '../../../positions/first-after.ts'
import type { UnlinkedAttribution } from '../../found.ts'
import { isByForm } from '../../rules/forms/form.ts'

/**
 * Contents without lines that say by their form who speaks: a model that reads a quotation on goes into the next one. What a cue inside
 * such a line attributes stays. Null where nothing is left of a content.
 *
 * @param forms contents of attributions by form, in text order, none over another
 */
export function leaveLinesToTheirSpeakers(
  one: UnlinkedAttribution,
  forms: readonly Span[],
): UnlinkedAttribution | null {
  if (forms.length === 0 || one.content.length === 0 || isByForm(one)) return one
  const lineAt = (place: number) => forms[firstAfter(forms, place, ({ start }) => start) - 1]
  const content = one.content.filter(span => {
    const line = lineAt(span.start)
    return line === undefined || !contains(line, span) || one.cue.some(cue => contains(line, cue))
  })
  if (content.length === one.content.length) return one
  return content.length === 0 ? null : { ...one, content }
}

/** Where attributions by form have their contents, in text order. */
export function listOwnLines(attributions: readonly UnlinkedAttribution[]): Span[] {
  return attributions
    .filter(isByForm)
    .flatMap(({ content }) => content)
    .sort((a, b) => a.start - b.start)
}
