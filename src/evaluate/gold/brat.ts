import type { Span } from '../../domain/span.ts'
import { SCORED_ROLES, type ScoredRole } from '../words/match.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { ScoredAttribution } from './gold.ts'

export interface BratAnnotations {
  readonly attributions: readonly ScoredAttribution[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Line {
  readonly number: number
  readonly fields: readonly string[]
}

/**
 * Reads one brat stand-off file of attributions: `T` lines are spans (in several parts: `91 186;209 236`), `E` lines
 * join them to attributions. Several sources or contents of one event (`Content`, `Content2`) are one role in several
 * spans. Offsets are code points. Labels that brat doesn't hold (act, naming, …) are null.
 *
 * Events without any role are left out. Lines that cannot be read become diagnostics; nothing is thrown. Brat's other
 * annotations (attributes, relations, notes) are passed over.
 *
 * @param length Of the annotated text, in code points: spans beyond it are malformed.
 */
export function parseBrat(annotations: string, file: string, length: number): BratAnnotations {
  const diagnostics: Diagnostic[] = []
  const report = (line: Line, code: Diagnostic['code'], message: string) =>
    diagnostics.push({ file, line: line.number, code, message })
  const lines = annotations.split(/\r?\n/).map((text, index) => ({ number: index + 1, fields: text.split('\t') }))
  const spans = new Map<string, readonly Span[]>()
  for (const line of lines) {
    const [id = '', description = ''] = line.fields
    if (!/^(?:$|[TEARMN]\d|[#*])/.test(id)) report(line, 'unknown-line', 'this is no brat annotation and is ignored')
    if (!/^T\d/.test(id)) continue
    const parts = readSpans(description, length)
    if (parts === null) report(line, 'malformed-span', `${id} gives no usable offsets and is ignored`)
    else spans.set(id, parts)
  }
  const attributions: ScoredAttribution[] = []
  for (const line of lines) {
    const [id = '', description = ''] = line.fields
    if (!/^E\d/.test(id)) continue
    const roles: Record<ScoredRole, Span[]> = { source: [], cue: [], content: [] }
    for (const argument of description.trim().split(/ +/).slice(1)) {
      const [name = '', span = ''] = argument.split(':')
      const role = SCORED_ROLES.find(role => role === name.replace(/\d+$/, '').toLowerCase())
      const parts = spans.get(span)
      if (role === undefined) report(line, 'malformed-event', `${id} has an argument of no known role and loses it`)
      else if (parts === undefined) report(line, 'unknown-span', `${id} names ${span}, which is no readable span`)
      else roles[role].push(...parts)
    }
    if (SCORED_ROLES.every(role => roles[role].length === 0)) continue
    for (const role of SCORED_ROLES) roles[role].sort((a, b) => a.start - b.start || a.end - b.end)
    attributions.push({ id, ...roles, ...UNLABELLED })
  }
  return { attributions, diagnostics }
}

const UNLABELLED = { act: null, quotation: null, naming: null, entity: null, required: true } as const

/** The spans of `Content 209 236;91 186`, or null when they are malformed. */
function readSpans(description: string, length: number): readonly Span[] | null {
  const offsets = /^\S+ (\d+ \d+(?:;\d+ \d+)*)$/.exec(description.trim())?.[1]
  if (offsets === undefined) return null
  const spans = offsets.split(';').map(part => {
    const [start, end] = part.split(' ').map(Number) as [number, number]
    return { start, end }
  })
  return spans.every(({ start, end }) => start < end && end <= length) ? spans : null
}
