import { HearsayError } from '../../domain/errors.ts'
import { isPostgres } from '../../store/database-name.ts'

/**
 * The address of the database, of a command that needs several machines' one.
 *
 * @throws HearsayError (2) when it is a file
 */
export function requirePostgres(command: string, db: string): string {
  if (isPostgres(db)) return db
  throw new HearsayError(
    `hearsay ${command} shares work between processes, which takes PostgreSQL: give --db postgres://USER:PASSWORD@HOST/DATABASE, or use hearsay run for ${db}.`,
    'database-unsuitable',
  )
}
