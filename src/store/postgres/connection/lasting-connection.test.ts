import { expect, it, onTestFinished } from 'vitest'
import { describeOwnPostgres } from '../../../../test/postgres/describe-postgres.ts'
import { EXIT } from '../../../domain/errors.ts'
import { connectForWriting } from '../connect.ts'
import { LastingConnection } from './lasting-connection.ts'

describeOwnPostgres('a connection that lasts', server => {
  async function open(patience = 60_000) {
    const url = await server().createDatabase()
    const connection = new LastingConnection(url, () => connectForWriting(url), { patience })
    onTestFinished(() => connection.close())
    await connection.open()
    return connection
  }
  const answer = (connection: LastingConnection) =>
    connection.perform(async client => (await client.query<{ seven: number }>('SELECT 7 AS seven')).rows)

  it('asks again when the server is back', async () => {
    const connection = await open()
    await server().stop('immediate')
    const asked = answer(connection)
    await server().start()
    expect(await asked).toEqual([{ seven: 7 }])
  })

  it('gives up when the server stays away, and does not wait a second time', async () => {
    const connection = await open(1_000)
    await server().stop()
    const lost = { exitCode: EXIT.database, message: expect.stringMatching(/answers at|was lost/) }
    let tries = 0
    await expect(
      connection.perform(async client => {
        tries += 1
        await client.query('SELECT 1')
      }),
    ).rejects.toMatchObject(lost)
    expect(tries).toBe(1)
    await expect(answer(connection)).rejects.toMatchObject(lost)
    await server().start()
    expect(await answer(connection)).toEqual([{ seven: 7 }])
  })

  it('does not ask again what the server refuses', async () => {
    const connection = await open()
    let tries = 0
    const asked = connection.perform(client => {
      tries += 1
      return client.query('SELECT nothing')
    })
    await expect(asked).rejects.toThrow('column "nothing" does not exist')
    expect(tries).toBe(1)
  })
})
