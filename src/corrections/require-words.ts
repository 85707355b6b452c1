import { HearsayError } from '../domain/errors.ts'
import { isBlank } from '../domain/text/blank.ts'

/** What can be said in words of a claim or a voice, with what to do instead of saying nothing. */
const ADVICE = {
  source: 'write a name, or say that there is none: --naming unnamed, or no words of a source',
  role: 'write one, or leave it out; that somebody has none is said of the voice: correct --person ID --role none',
  affiliation:
    'write one, or leave it out; that somebody has none is said of the voice: correct --person ID --affiliation none',
  note: 'write a reason, or leave it out',
  by: 'write a name, or leave it out',
} as const

export type SaidInWords = keyof typeof ADVICE

/**
 * Refuses an entry of a ledger that gives a value in words and none of them: it would stand there as an empty role for good.
 *
 * @throws HearsayError (2) that says what to write
 */
export function requireWords(said: Readonly<Partial<Record<SaidInWords, string | null | undefined>>>): void {
  for (const field of Object.keys(ADVICE) as SaidInWords[]) {
    const value = said[field]
    if (value === undefined || value === null || !isBlank(value)) continue
    const what = field === 'by' ? 'name of who corrects' : field
    throw new HearsayError(`The ${what} that was given is blank; ${ADVICE[field]}.`, 'value-invalid')
  }
}
