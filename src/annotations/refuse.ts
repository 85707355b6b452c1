import { HearsayError } from '../domain/errors.ts'

/**
 * Throws the one kind of error that a file of annotations can cause. Nothing of the file is taken over then.
 *
 * @param where the file, and the place in it
 * @param problem what is wrong, as the rest of a sentence that begins with it
 */
export function refuse(where: string, problem: string): never {
  throw new HearsayError(`${where} ${problem}; nothing was taken over.`, 'annotations-invalid')
}

/** A value of the file in a message: short, and on one line. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** The label, or a refusal that names those that there are. */
export function readLabel<Label extends string>(where: string, labels: readonly Label[], value: unknown): Label {
  const label = labels.find(label => label === value)
  return label ?? refuse(where, `has ${quoted(value)}, which is none of ${labels.join(', ')}`)
}
