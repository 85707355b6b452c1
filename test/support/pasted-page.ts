/** An article as it is pasted. */
export const TITLE = 'Old baths at Orrin to close'
export const FIRST =
  'The swimming baths at Orrin will stay shut until spring, the pool manager, Hedda Frost, said on Monday.'
export const SECOND = '“Nobody from the council has looked at the boiler,” she said beside the turnstile.'
export const THIRD = 'Tom Reed, who teaches forty children, said he would take them to the lake before the term ends.'

/** A text whose paragraphs stand apart, with lines of a form where they are given. */
export const pastedPage = ({
  head = '',
  first = '',
  second = '',
  tail = '',
}: Partial<Record<'head' | 'first' | 'second' | 'tail', string>>) =>
  [TITLE, head, FIRST, first, SECOND, second, THIRD, tail].filter(part => part !== '').join('\n\n')
