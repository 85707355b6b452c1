import type { ClaimView } from '../../store/schema.ts'

type Listed = Pick<ClaimView, 'content' | 'act' | 'status'> & { readonly negated: boolean | number }

/** A claim's content in a list, with what keeps it from being read as something that its source said. */
export function describeContent({ content, act, status, negated }: Listed): string {
  const marks = [...(status === 'rejected' ? ['(rejected)'] : []), ...(Number(negated) === 1 ? ['(negated)'] : [])]
  return [...marks, content ?? `(${act})`].join(' ')
}
