import { describe, expect, it } from 'vitest'
import { storeRecords } from '../support/stored-database.ts'
import { cardOf, newsroom, startDesk } from './desk-newsroom.ts'
import { startSite, wordsOf } from './site.ts'

describe('the desk of an article', () => {
  it('shows who is meant, with the words beside it', async () => {
    const { site, desk, he } = await startDesk()
    expect(cardOf((await site.get(desk)).body, he.id)).toContain('Donald Trump as “He” said')
  })

  it('has each paragraph before its findings and claims, in reading order', async () => {
    const { site, desk } = await startDesk()
    const { body } = await site.get(desk)
    const words = wordsOf(body.slice(body.indexOf('<section class="rows"')))
    const places = ['He said', 'Donald Trump as', 'An official', 'Error', 'An official accused'].map(
      (part, index, all) => words.indexOf(part, index === 0 ? 0 : words.indexOf(all[index - 1] as string) + 1),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('says of a finding its rule, what that means, and which claim it concerns', async () => {
    const { site, desk, official } = await startDesk()
    const { body } = await site.get(desk)
    const finding = /<li class="finding is-error"[\s\S]*?<\/li>/.exec(body)?.[0] ?? ''
    expect(wordsOf(finding)).toContain('anonymous-accusation')
    expect(wordsOf(finding)).toMatch(/Somebody is accused|accusation/i)
    expect(finding).toContain(`data-claim="${official.id}"`)
    expect(body).toContain('class="flag is-error"')
  })

  it('takes findings by another policy', async () => {
    const { record } = newsroom()
    const policy = {
      version: 1,
      rules: [
        {
          id: 'too-many',
          check: 'share',
          severity: 'note',
          parameters: { naming: ['anonymous'], percent: 10, claims: 1 },
        },
      ],
    } as const
    const site = await startSite(storeRecords([record]), { policy })
    const words = wordsOf((await site.get(`/articles/${record.article.id}`)).body)
    expect(words).toContain('too-many')
    expect(words).not.toContain('anonymous-accusation')
  })

  it('narrows by naming and by findings, and says how many there are', async () => {
    const { site, desk, he, official } = await startDesk()
    const shown = async (query: string) => {
      const { body } = await site.get(`${desk}${query}`)
      return [he.id, official.id].filter(id => body.includes(`id="claim-${id}"`))
    }
    expect(await shown('?naming=anonymous')).toEqual([official.id])
    expect(await shown('?naming=named')).toEqual([he.id])
    expect(await shown('?naming=named&naming=anonymous')).toEqual([he.id, official.id])
    expect(await shown('?findings=1')).toEqual([official.id])
    // What is asked for by its id is shown all the same.
    expect(await shown(`?naming=unstated&claim=${he.id}`)).toEqual([he.id])
    expect(wordsOf((await site.get(desk)).body)).toMatch(/all 2 named 1 anonymous 1 with findings 1/)
    expect((await site.get(`${desk}?naming=shouted`)).status).toBe(400)
  })

  it('has no form where nothing may be changed', async () => {
    const { record, he } = newsroom()
    const site = await startSite(storeRecords([record]))
    const { body } = await site.get(`/articles/${record.article.id}?claim=${he.id}&edit=1`)
    expect(body.match(/method="post"/g)).toBeNull()
    expect((await site.get(`/claims/${he.id}/reject`)).status).toBe(404)
  })
})
