import { HearsayError } from '../../../domain/errors.ts'
import { ACTS, type Act, NAMINGS, type Naming, QUOTATION_TYPES, type QuotationType } from '../../../domain/labels.ts'
import type { Span } from '../../../domain/span.ts'

/** Longest text of a field, in UTF-16 units. */
export const LONGEST_TEXT = 1_000

/** What a form of the site says, field by field. A field that is empty, or not there, says nothing. */
export class FormFields {
  readonly #form: FormData

  constructor(form: FormData) {
    this.#form = form
  }

  /** @throws HearsayError (2) when it is too long */
  text(name: string): string | null {
    const value = this.#form.get(name)
    const words = typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd').trim() : ''
    if (words.length > LONGEST_TEXT)
      throw new HearsayError(
        `What was written is longer than ${LONGEST_TEXT} characters; write less.`,
        'value-too-long',
      )
    return words === '' ? null : words
  }

  all(name: string): string[] {
    return this.#form.getAll(name).filter(value => typeof value === 'string' && value !== '') as string[]
  }

  /** @throws HearsayError (2) when it is none of the labels */
  label<Label extends string>(name: string, labels: readonly Label[]): Label | null {
    const value = this.text(name)
    if (value === null) return null
    const label = labels.find(one => one === value)
    if (label === undefined)
      throw new HearsayError(`"${value}" is no ${name}; choose from ${labels.join(', ')}.`, 'value-unknown')
    return label
  }

  act(): Act | null {
    return this.label('act', ACTS)
  }

  naming(): Naming | null {
    return this.label('naming', NAMINGS)
  }

  quotation(): QuotationType | null {
    return this.label('quotation', QUOTATION_TYPES)
  }

  negated(): boolean | null {
    const value = this.label('negated', ['yes', 'no'] as const)
    return value === null ? null : value === 'yes'
  }

  /**
   * A place in the text, in code points.
   *
   * @throws HearsayError (2) when it is no whole number
   */
  offset(name: string): number | null {
    const value = this.text(name)
    if (value === null) return null
    if (!/^\d{1,9}$/.test(value))
      throw new HearsayError(`"${value}" is no place in the text; give a whole number of code points.`, 'value-invalid')
    return Number(value)
  }

  /**
   * Two places that stand together, each in its field.
   *
   * @param prefix of their names: `cue_` for `cue_start` and `cue_end`
   * @throws HearsayError (2) when only one is given, or they are no span
   */
  span(prefix = ''): Span | null {
    const [start, end] = [this.offset(`${prefix}start`), this.offset(`${prefix}end`)]
    if (start === null && end === null) return null
    const what = prefix === '' ? 'words' : prefix.replace('_', '')
    if (start === null || end === null)
      throw new HearsayError(
        `Of the ${what} both places are needed: where they begin and where they end.`,
        'span-invalid',
      )
    if (start >= end)
      throw new HearsayError(
        `The ${what} cannot end at ${end} when they begin at ${start}; the end is the place behind the last character.`,
        'span-invalid',
      )
    return { start, end }
  }
}
