import { afterAll, expect, it } from 'vitest'
import { OpenDesk, PASTED } from '../web/open-desk.ts'
import { wordsOf } from '../web/site.ts'
import { addReader } from './add-reader.ts'
import { describePostgres } from './describe-postgres.ts'
import { fill } from './twins.ts'

describePostgres('an article that is given on a site on PostgreSQL', server => {
  const desks: OpenDesk[] = []
  afterAll(async () => {
    for (const desk of desks) await desk.close()
  })

  async function openDesk(url: string): Promise<OpenDesk> {
    const desk = await OpenDesk.serve(url)
    desks.push(desk)
    return desk
  }

  it('is stored where the user may write, and the reason is said where they may not', async () => {
    const url = await server().createDatabase()
    await fill(url)
    const desk = await openDesk(url)
    const { address } = await desk.keep(await desk.preview({ text: PASTED, publisher: 'The Courier' }))
    expect(address).toMatch(/^\/articles\/[0-9a-f]{64}$/)
    expect(wordsOf((await desk.site.get(address)).body)).toContain('The Courier')

    const reader = await openDesk(await addReader(url, 'gives_none'))
    const { body } = await reader.keep(await reader.preview({ text: 'Rents fell, said Ms Roy.' }))
    expect(wordsOf(body)).toMatch(
      /It could not be kept\. .* does not allow it \(permission denied .*\); give the user the rights/,
    )
    expect((await reader.site.get('/articles')).status).toBe(200)
  })
})
