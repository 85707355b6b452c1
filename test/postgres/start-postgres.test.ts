import { expect, it } from 'vitest'
import { describeOwnPostgres } from './describe-postgres.ts'
import { query } from './start-postgres.ts'

describeOwnPostgres('the server of the tests', server => {
  it('answers, and keeps what it was told through a crash', async () => {
    const url = await server().createDatabase()
    expect(await query(url, "SELECT current_setting('fsync') AS fsync")).toEqual([{ fsync: 'on' }])
    await query(url, 'CREATE TABLE kept AS SELECT 7 AS number')
    await server().stop('immediate')
    await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
    await server().start()
    expect(await query(url, 'SELECT number FROM kept')).toEqual([{ number: 7 }])
  })

  it('lets in nobody with another password', async () => {
    await expect(query(server().urlOf('postgres', 'hearsay', 'guess'), 'SELECT 1')).rejects.toThrow('password')
  })

  it('gives databases of their own', async () => {
    const [one, other] = [await server().createDatabase(), await server().createDatabase()]
    await query(one, 'CREATE TABLE only_here (number int)')
    await expect(query(other, 'SELECT * FROM only_here')).rejects.toThrow('does not exist')
  })
})
