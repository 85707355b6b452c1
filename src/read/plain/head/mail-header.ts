import { bareSubject, beginsForward, nameInMailField, readMailField } from '../../mail/mail-field.ts'
import type { TextLine } from '../lines/text-lines.ts'
import type { Field } from './field-block.ts'

/** What a field of a mail's header names; the others are of no use for an article. */
const FIELDS: ReadonlyMap<string, Field['field']> = new Map<string, Field['field']>([
  ['from', 'byline'],
  ['date', 'publishedAt'],
  ['sent', 'publishedAt'],
  ['subject', 'title'],
])
/** Fewest fields of one: an article may begin with a letter that somebody published, which has its sender and receiver. */
const FEWEST = 3

/** The header that a text opens with where a mail was pasted, with the line that says that it is forwarded; empty where it has none. */
export function readMailHeader(text: string, lines: readonly TextLine[]): readonly Field[] {
  const lineAt = (index: number) => text.slice(lines[index]?.start, lines[index]?.end).trim()
  const isMarked = lines.length > 0 && beginsForward(lineAt(0))
  const fields: Field[] = isMarked ? [{ index: 0, label: '', field: null, value: '' }] : []
  const names = new Set<string>()
  for (let index = fields.length; index < lines.length; index += 1) {
    const found = readMailField(lineAt(index))
    if (found === null) break
    const { name } = found
    const value = bareValue(found)
    names.add(name)
    fields.push({ index, label: name, field: value === '' ? null : (FIELDS.get(name) ?? null), value })
  }
  return names.size >= FEWEST && names.has('from') && names.has('subject') ? fields : []
}

function bareValue({ name, value }: { readonly name: string; readonly value: string }): string {
  if (name === 'from') return nameInMailField(value) ?? ''
  // A narrow space, as mail programs write one before “PM”, is none that times are read with.
  return name === 'subject' ? bareSubject(value) : value.replace(/\u202f/g, ' ')
}
