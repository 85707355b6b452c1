/** Where results go, the database unless something else is said too: the one folder that is made where it is not there. */
export const DEFAULT_FOLDER = 'out'

/** Whether a database is kept on a PostgreSQL server: then it is called by a URL, else by the path of a file. */
export function isPostgres(db: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(db)
}

/**
 * What a database is called where people read it: a URL without its password.
 *
 * @example
 * nameOfDatabase('postgres://ann:secret@db.example/news') // → 'postgres://ann@db.example/news'
 */
export function nameOfDatabase(db: string): string {
  if (!isPostgres(db)) return db
  try {
    const url = new URL(db)
    url.password = ''
    for (const secret of ['password', 'sslpassword', 'sslkey']) url.searchParams.delete(secret)
    return url.href
  } catch {
    // Whatever it is, from the first colon to the last @ there may be a password.
    return db.replace(/:(?!\/\/).*@/s, '@').replace(/\?.*$/s, '')
  }
}
