import type { Candidate, TokensLayer } from '../../../../src/domain/layers.ts'
import { overlaps, sliceOf } from '../../../../src/domain/span.ts'
import type { StageInfo } from '../../../../src/domain/stage.ts'
import type { Found, UnlinkedAttribution } from '../../found.ts'
import { type FormAttribution, toAttribution } from './form.ts'
import { findInterview } from './interviews.ts'
import { findLetters } from './letters.ts'
import { findPosts } from './posts.ts'
import { findSigned } from './signed.ts'
import { findTurns } from './turns.ts'

/** Attributions by the form of paragraphs, in text order; questions of a talk that nobody is named for are candidates. */
export function findForms(text: string, layer: TokensLayer, stage: StageInfo): Found<UnlinkedAttribution> {
  const { attributions, questions } = findTurns(text, layer)
  const talks = attributions.length === 0 ? findInterview(text, layer) : attributions
  const all = [...talks, ...findSigned(text, layer), ...findPosts(text, layer), ...findLetters(text, layer)]
  const kept = withoutOverlaps(all.toSorted((a, b) => startOf(a) - startOf(b)))
  return {
    attributions: kept.map(one => toAttribution(one, stage)),
    candidates: questions.map(({ span, content }): Candidate => {
      const reason = `“${sliceOf(text, span)}” asks for the paper, and nobody is named who does.`
      return { start: span.start, end: content.end, stage: stage.name, rule: 'question-line', reason }
    }),
  }
}

/** The first of forms that claim the same words. */
function withoutOverlaps(sorted: readonly FormAttribution[]): FormAttribution[] {
  const kept: FormAttribution[] = []
  for (const one of sorted) {
    const last = kept.at(-1)?.content.at(-1)
    if (last === undefined || one.content.every(span => !overlaps(span, last))) kept.push(one)
  }
  return kept
}

function startOf({ content }: FormAttribution): number {
  return content[0]?.start ?? 0
}
