import { HearsayError } from '../domain/errors.ts'

/**
 * For readers, who change nothing: the schema must be exactly the one that the queries expect.
 *
 * @param name of the database, for people
 * @param found number of its schema, 0 for none; a newer one than `newest` was refused before
 * @throws HearsayError (4) when there is none, or an older one
 */
export function requireCurrentSchema(name: string, found: number, newest: number): void {
  if (found === 0)
    throw new HearsayError(`${name} is empty; fill it first: hearsay run PATH --db ${name}`, 'database-empty')
  if (found < newest)
    throw new HearsayError(
      `${name} has schema ${found}, and this Hearsay reads schema ${newest}; bring it up to date with: hearsay run PATH --db ${name}`,
      'database-outdated',
    )
}
