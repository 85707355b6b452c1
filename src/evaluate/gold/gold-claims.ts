import { HearsayError } from '../../domain/errors.ts'
import { ACTS, NAMINGS, QUOTATION_TYPES } from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'
import type { CodePointText } from '../../domain/text/code-point-text.ts'
import type { ScoredAttribution } from './gold.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the `claims` of a gold file against the article's text. Every span must say the words that the text has there.
 * Fields that scores don't need (kind, role, …) are passed over.
 *
 * @throws HearsayError (usage) naming the file and the claim that does not fit.
 */
export function readClaims(file: string, claims: unknown, text: CodePointText): readonly ScoredAttribution[] {
  const known = new Set<string>()
  return listOf(file, 'claims', claims).map((entry, index) => {
    const fields = fieldsOf(file, `claim ${index + 1}`, entry)
    const id = String(fields.id ?? index + 1)
    const where = `claim ${id}`
    if (known.has(id)) refuse(file, where, 'is there twice')
    known.add(id)
    const spansOf = (role: string) => readSpans(file, where, role, fields[role], text)
    spansOf('addressee')
    const [source, cue, content] = [spansOf('source'), spansOf('cue'), spansOf('content')]
    if (cue.length === 0) refuse(file, where, 'has no cue')
    const quotation = readLabel(file, where, 'quotation', fields.quotation, QUOTATION_TYPES)
    if (quotation !== null && (quotation === 'none') !== (content.length === 0)) {
      refuse(file, where, `has quotation "${quotation}" but ${content.length === 0 ? 'no' : 'some'} content`)
    }
    return {
      id,
      source,
      cue,
      content,
      act: readLabel(file, where, 'act', fields.act, ACTS),
      quotation,
      naming: readLabel(file, where, 'naming', fields.naming, NAMINGS),
      entity: readText(file, where, 'entity', fields.entity),
      required: readFlag(file, where, 'required', fields.required),
      ...(readFlag(file, where, 'judged', fields.judged) ? {} : { judged: false }),
    }
  })
}

/** Reads the `not_claims` of a gold file; there may be none. */
export function readNotClaims(file: string, notClaims: unknown, text: CodePointText): readonly Span[] {
  return listOf(file, 'not_claims', notClaims ?? []).map((entry, index) =>
    readSpan(file, `not_claims ${index + 1}`, 'passage', entry, text),
  )
}

/** Throws the one kind of error that a gold file can cause. */
export function refuse(file: string, where: string | null, problem: string): never {
  throw new HearsayError(`${file}: ${where === null ? 'it' : where} ${problem}; correct the gold.`, 'gold-invalid')
}

/** The value as an object whose fields can be read. */
export function fieldsOf(file: string, where: string | null, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(file, where, 'is no JSON object')
  return value as Fields
}

function listOf(file: string, name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) refuse(file, name, 'is no list')
  return value
}

function readSpans(file: string, where: string, role: string, value: unknown, text: CodePointText): readonly Span[] {
  return listOf(file, `${where}, ${role}`, value ?? [])
    .map(entry => readSpan(file, where, role, entry, text))
    .sort((a, b) => a.start - b.start)
}

function readSpan(file: string, where: string, role: string, value: unknown, text: CodePointText): Span {
  const { start, end, text: words } = fieldsOf(file, `${where}, ${role}`, value)
  if (!isOffset(start) || !isOffset(end) || start >= end || end > text.length) {
    refuse(file, where, `has a ${role} with offsets ${start} to ${end}, which is no range of its article`)
  }
  const found = text.slice({ start, end })
  if (words !== found) {
    refuse(
      file,
      where,
      `gives its ${role} as ${quote(words)} where the article has ${quote(found)} (${start} to ${end})`,
    )
  }
  return { start, end }
}

function readLabel<Label extends string>(
  file: string,
  where: string,
  field: string,
  value: unknown,
  labels: readonly Label[],
): Label | null {
  if (value === undefined || value === null) return null
  const label = labels.find(label => label === value)
  return label ?? refuse(file, where, `has ${field} ${quote(value)}, which is none of ${labels.join(', ')}`)
}

function readText(file: string, where: string, field: string, value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : refuse(file, where, `has no text as ${field}`)
}

function readFlag(file: string, where: string, field: string, value: unknown): boolean {
  if (value === undefined) return true
  return typeof value === 'boolean' ? value : refuse(file, where, `has neither true nor false as ${field}`)
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function quote(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
