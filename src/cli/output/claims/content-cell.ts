import type { ClaimView } from '../../../store/schema.ts'

type Listed = Pick<ClaimView, 'content' | 'act' | 'status'> & {
  readonly negated: boolean | number
  readonly hedged: boolean | number
}

/** A claim's content in a list, with what keeps it from being read as something that its source surely said. */
export function describeContent({ content, act, status, negated, hedged }: Listed): string {
  const marks = [
    ...(status === 'rejected' ? ['(rejected)'] : []),
    ...(Number(negated) === 1 ? ['(negated)'] : []),
    ...(Number(hedged) === 1 ? ['(hedged)'] : []),
  ]
  return [...marks, content ?? `(${act})`].join(' ')
}
