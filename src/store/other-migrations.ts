/** What a store notes of a migration that it was brought up to date by. */
export interface AppliedMigration {
  readonly number: number
  readonly name: string
  readonly since: string
}

/** Where what is noted of migrations is not what this Hearsay would have noted, as clauses. */
export function findOtherMigrations(
  applied: readonly AppliedMigration[],
  known: readonly AppliedMigration[],
): string[] {
  const noted = new Map(applied.map(migration => [migration.number, migration]))
  return [
    ...known.flatMap(({ number, name, since }) => {
      const row = noted.get(number)
      if (row === undefined) return [`migration ${number} (${name}) is not noted`]
      return row.name === name && row.since === since
        ? []
        : [`migration ${number} is noted as ${row.name}, since ${row.since}`]
    }),
    ...applied
      .filter(({ number }) => !known.some(migration => migration.number === number))
      .map(({ number, name }) => `a migration ${number} (${name}) is noted, and there is none`),
  ]
}
