/** What an entry of the ledger of voices can say; null of what it does not speak of. */
export interface SaidOfVoice {
  readonly gender: string | null
  readonly source_type: string | null
  readonly function: string | null
  /** Empty where it is said to have none. */
  readonly role: string | null
  readonly affiliation: string | null
  readonly same_as: string | null
  readonly apart_from: string | null
  readonly withdraws: string | null
}

/** In words, part by part; without its reason. */
export function sayOfVoice(said: SaidOfVoice): string[] {
  const labels = { gender: said.gender, type: said.source_type, function: said.function }
  const texts = { role: said.role, affiliation: said.affiliation }
  return [
    ...(said.withdraws === null ? [] : ['last correction taken back']),
    ...Object.entries(labels).flatMap(([field, value]) => (value === null ? [] : [`${field} ${value}`])),
    ...Object.entries(texts).flatMap(([field, value]) =>
      value === null ? [] : [value === '' ? `no ${field}` : `${field} ${value}`],
    ),
    ...(said.same_as === null ? [] : [`same person as ${said.same_as.slice(0, 8)}`]),
    ...(said.apart_from === null ? [] : [`somebody else than ${said.apart_from.slice(0, 8)}`]),
  ]
}
