/** What whoever bears a title or role is called besides: titles written short, and words for the same office. */
const ALSO_CALLED: ReadonlyMap<string, readonly string[]> = new Map([
  ['gov', ['governor']],
  ['sen', ['senator', 'lawmaker']],
  ['senator', ['lawmaker']],
  ['rep', ['representative', 'congressman', 'congresswoman', 'lawmaker']],
  ['representative', ['congressman', 'congresswoman', 'lawmaker']],
  ['congressman', ['representative', 'lawmaker']],
  ['congresswoman', ['representative', 'lawmaker']],
  ['mp', ['lawmaker', 'legislator', 'parliamentarian']],
  ['gen', ['general']],
  ['adm', ['admiral']],
  ['capt', ['captain']],
  ['cmdr', ['commander']],
  ['sgt', ['sergeant']],
  ['lt', ['lieutenant']],
  ['col', ['colonel']],
  ['maj', ['major']],
  ['insp', ['inspector']],
  ['supt', ['superintendent']],
  ['det', ['detective']],
  ['prof', ['professor', 'academic']],
  ['professor', ['academic']],
  ['dr', ['doctor', 'physician']],
  ['doctor', ['physician']],
  ['rev', ['reverend', 'pastor', 'priest', 'minister', 'vicar']],
  ['reverend', ['pastor', 'priest', 'vicar']],
  ['fr', ['priest']],
  ['father', ['priest']],
  ['pastor', ['reverend']],
  ['archbishop', ['bishop']],
  ['justice', ['judge']],
  ['magistrate', ['judge']],
  ['cllr', ['councillor']],
  ['councillor', ['councilor']],
  ['amb', ['ambassador', 'envoy']],
  ['ambassador', ['envoy']],
  ['ceo', ['executive']],
  ['king', ['monarch']],
  ['queen', ['monarch']],
  ['attorney', ['lawyer']],
  ['lawyer', ['attorney']],
  ['barrister', ['lawyer']],
  ['solicitor', ['lawyer']],
  ['chairman', ['chair', 'chairperson']],
  ['chairwoman', ['chair', 'chairperson']],
  ['chair', ['chairman', 'chairwoman', 'chairperson']],
  ['spokesman', ['spokesperson']],
  ['spokeswoman', ['spokesperson']],
  ['spokesperson', ['spokesman', 'spokeswoman']],
])

/** What else whoever bears a title or role (lower case, with its point or without) is called. */
export function alsoCalled(role: string): readonly string[] {
  return ALSO_CALLED.get(role.endsWith('.') ? role.slice(0, -1) : role) ?? []
}

const CALLED_SO: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...Map.groupBy(
      [...ALSO_CALLED].flatMap(([role, others]) => others.map(other => ({ role, other }))),
      ({ other }) => other,
    ),
  ].map(([other, pairs]) => [other, pairs.map(({ role }) => role)]),
)

/** The titles and roles whose bearer is called a word (lower case), the word itself among them. */
export function rolesCalled(word: string): readonly string[] {
  return [word, ...(CALLED_SO.get(word) ?? [])]
}
