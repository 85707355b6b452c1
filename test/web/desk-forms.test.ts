import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeRecordsAt } from '../support/stored-database.ts'
import { at, cardOf, type Desk, newsroom, stands, startDesk } from './desk-newsroom.ts'
import { type Answer, openSite, wordsOf } from './site.ts'

const idOf = (answer: Answer) => /[?&]claim=([0-9a-f]+)/.exec(String(answer.headers.location))?.[1] ?? ''

describe('without a script', () => {
  it('words are marked by two places, and undone', async () => {
    const { site, desk, he } = await startDesk()
    const content = at('that jobs would come')
    const done = await site.post(`/claims/${he.id}/mark`, {
      role: 'content',
      ...content,
      back: desk,
      note: 'half of it',
      by: 'Ann',
    })
    expect(done.headers.location).toBe(`${desk}?claim=${he.id}&did=marked#claim-${he.id}`)
    expect(await stands(site, he.id, 'content, corrected_by')).toEqual(['that jobs would come', 'Ann'])
    expect((await site.get(String(done.headers.location))).body).toContain('role="status">Marked;')
    await site.post(`/claims/${he.id}/mark`, { role: 'content', how: 'add', ...at('that taxes would fall') })
    expect(await stands(site, he.id, 'content')).toEqual(['that jobs would come … that taxes would fall'])
    await site.post(`/claims/${he.id}/undo`, { by: 'Ann' })
    expect(await stands(site, he.id, 'content')).toEqual(['that jobs would come'])
    await site.post(`/claims/${he.id}/mark`, { role: 'addressee', ...at('Council') })
    await site.post(`/claims/${he.id}/mark`, { role: 'addressee', how: 'none' })
    expect(await stands(site, he.id, 'addressee')).toEqual([null])
  })

  it('what differs from the machine stands on the claim’s page, field by field, with the reason', async () => {
    const { site, he } = await startDesk()
    await site.post(`/claims/${he.id}/correct`, {
      ...{
        act: 'promise',
        naming: 'unnamed',
        negated: 'yes',
        quotation: 'mixed',
        role: 'president',
        affiliation: 'US',
      },
      ...{ note: 'read again', by: 'Ann' },
    })
    const { body } = await site.get(`/claims/${he.id}`)
    const rows = [
      ...body
        .slice(body.indexOf('class="diff"'))
        .matchAll(/<th scope="row">(.*?)<\/th><td>(.*?)<\/td><td>(.*?)<\/td><td[^>]*>([\s\S]*?)<\/td>/g),
    ]
    const table = new Map(
      rows.map(([, field, machine, editor, by]) => [
        field,
        [machine, editor, by].map(cell => wordsOf(cell as string).trim()),
      ]),
    )
    expect(table.get('act')?.slice(0, 2)).toEqual(['statement', 'promise'])
    expect(table.get('negated')?.slice(0, 2)).toEqual(['no', 'yes'])
    expect(table.get('role')?.slice(0, 2)).toEqual(['none', 'president'])
    expect(table.get('affiliation')?.slice(0, 2)).toEqual(['none', 'US'])
    expect(table.get('naming')?.slice(0, 2)).toEqual(['named', 'unnamed'])
    expect(table.get('quotation')?.slice(0, 2)).toEqual(['indirect', 'mixed'])
    for (const [, , by] of table.values()) expect(by).toMatch(/^Ann, .*: “read again”$/)
  })

  it('fields that say what stands already say nothing', async () => {
    const { site, he } = await startDesk()
    const same = { act: 'statement', naming: 'named', negated: 'no', quotation: 'indirect', source: 'Donald Trump' }
    expect((await site.post(`/claims/${he.id}/correct`, { verdict: 'save', ...same })).status).toBe(400)
    await site.post(`/claims/${he.id}/correct`, { verdict: 'save', ...same, act: 'denial' })
    expect(await stands(site, he.id, 'act, machine_act, name')).toEqual(['denial', 'statement', 'Donald Trump'])
  })

  it('a claim that was missed is added, shown as added, and gone when that is undone', async () => {
    const { site, desk } = await startDesk()
    const [cue, content] = [at('wrote'), at('“Nobody asked us,”')]
    const added = await site.post(`${desk}/claims`, {
      ...{ cue_start: cue.start, cue_end: cue.end, content_start: content.start, content_end: content.end },
      ...{ source: 'Ada Mwale', act: 'statement', note: 'missed', by: 'Ann', back: desk },
    })
    const id = idOf(added)
    expect(await stands(site, id, 'name, cue, content, quotation, origin')).toEqual([
      ...['Ada Mwale', 'wrote', '“Nobody asked us,”', 'direct', 'editor'],
    ])
    expect(cardOf((await site.get(desk)).body, id)).toContain('added')
    expect(wordsOf((await site.get(`/claims/${id}`)).body)).toContain('The machine did not find this claim')
    const undone = await site.post(`/claims/${id}/undo`, { back: desk })
    expect(undone.headers.location).toBe(`${desk}?did=undone`)
    expect((await site.get(desk)).body).not.toContain(`id="claim-${id}"`)
  })

  it('a claim is split, and joined again', async () => {
    const { site, he } = await startDesk()
    const { start } = at('that taxes would fall')
    await site.post(`/claims/${he.id}/split`, { at: start, note: 'two claims' })
    const { rows } = JSON.parse(
      (
        await site.get(
          `/sql.json?q=${encodeURIComponent("select id, content from v_claim where cue = 'said' order by start, id")}`,
        )
      ).body,
    )
    expect(rows.map(([, content]: [string, string]) => content.trim()).toSorted()).toEqual(
      ['that jobs would come, and', 'that taxes would fall'].toSorted(),
    )
    const other = rows.find(([id]: [string]) => id !== he.id)[0]
    expect((await site.post(`/claims/${he.id}/join`, { other, note: 'one after all' })).status).toBe(303)
    expect((await stands(site, he.id, 'content'))[0]).toMatch(/jobs.*taxes/)
    expect(await stands(site, other, 'status')).toEqual(['rejected'])
  })

  it('claims of different sources are joined only where it is said who says all of it', async () => {
    const { site, he, official } = await startDesk()
    await site.post(`/claims/${official.id}/correct`, { source: 'Ann Lee' })
    const refused = await site.post(`/claims/${he.id}/join`, { other: official.id })
    expect(refused.status).toBe(400)
    expect(wordsOf(refused.body)).toMatch(/is said by Donald Trump, claim \w{8} by Ann Lee, and a joined claim has one/)
    expect(await stands(site, official.id, 'status')).toEqual(['accepted'])
    const joined = await site.post(`/claims/${he.id}/join`, { other: official.id, source: 'Ann Lee' })
    expect(joined.status).toBe(303)
    expect(await stands(site, he.id, 'name')).toEqual(['Ann Lee'])
  })

  it('a rejection asks once, and keeps the reason', async () => {
    const { site, desk, he } = await startDesk()
    const { body } = await site.get(`/claims/${he.id}/reject?seen=0&back=${encodeURIComponent(desk)}`)
    expect(wordsOf(body)).toContain('Reject this claim?')
    expect(await stands(site, he.id, 'status')).toEqual(['accepted'])
    await site.post(`/claims/${he.id}/correct`, { verdict: 'reject', note: 'a film title', seen: '0', back: desk })
    expect(await stands(site, he.id, 'status, note')).toEqual(['rejected', 'a film title'])
  })

  it('remembers who corrects, for this browser alone', async () => {
    const { site, desk, he } = await startDesk()
    const done = await site.post(`/claims/${he.id}/correct`, { verdict: 'accept', by: 'Ann Ek; “x”' })
    const [cookie = ''] = done.headers['set-cookie'] as string[]
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    const { body } = await site.ask(desk, { headers: { cookie: cookie.split(';')[0] as string } })
    expect(body).toContain('name="by" maxlength="1000" value="Ann Ek; “x”"')
  })
})

const LONG = 'x'.repeat(1001)

describe('what a form says is refused, and nothing changed', () => {
  // Nothing changes here, so that one site is enough.
  let refusing: Desk
  const path = join(mkdtempSync(join(tmpdir(), 'hearsay-desk-')), 'claims.db')
  beforeAll(async () => {
    const { record, he, official } = newsroom()
    storeRecordsAt(path, [record])
    const site = await openSite(path, { isEditable: true })
    refusing = { site, desk: `/articles/${record.article.id}`, he, official }
  })
  afterAll(async () => {
    await refusing.site.close()
    rmSync(dirname(path), { recursive: true })
  })

  it('with 409 where the claim was corrected meanwhile', async () => {
    const { site, he } = await startDesk()
    await site.post(`/claims/${he.id}/correct`, { verdict: 'accept', seen: '0', by: 'Ben' })
    for (const [form, fields] of [
      ['correct', { act: 'denial' }],
      ['mark', { role: 'content', ...at('taxes') }],
      ['undo', {}],
      ['split', { at: at('taxes').start }],
    ] as const) {
      const { status, body } = await site.post(`/claims/${he.id}/${form}`, { ...fields, seen: '0' })
      expect(status).toBe(409)
      expect(wordsOf(body)).toContain('corrected by somebody else while you looked at it')
    }
    expect(await stands(site, he.id, 'act, verdict')).toEqual(['statement', 'accepted'])
  })

  it('with 400 where what was seen is no number, and as ever where nothing is said of it', async () => {
    const { site, he } = await startDesk()
    for (const [address, fields] of [
      ['correct', { act: 'denial', seen: 'abc' }],
      ['correct?seen=abc', { act: 'denial' }],
      ['undo?seen=-1', {}],
    ] as const) {
      const { status, body } = await site.post(`/claims/${he.id}/${address}`, fields)
      expect([address, status]).toEqual([address, 400])
      expect(wordsOf(body)).toContain('is no number of corrections')
    }
    expect((await site.post(`/claims/${he.id}/correct?seen=`, { act: 'denial', seen: '' })).status).toBe(303)
  })

  it('even when two come at the same time', async () => {
    const { site, he } = await startDesk()
    const answers = await Promise.all(
      ['denial', 'promise', 'order'].map(act => site.post(`/claims/${he.id}/correct`, { act, seen: '0' })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
  })

  it.each([
    ['mark', {}, /What the words are was not said/],
    ['mark', { role: 'content' }, /No words were chosen/],
    ['mark', { role: 'shout', start: '1', end: '2' }, /no role/],
    ['mark', { role: 'content', start: '9' }, /both places are needed/],
    ['mark', { role: 'content', start: '9', end: '9' }, /cannot end at 9/],
    ['mark', { role: 'content', start: '1e3', end: '2000' }, /no place in the text/],
    ['mark', { role: 'content', start: '0', end: '999999' }, /text ends at/],
    ['mark', { role: 'content', start: '0', end: '3', note: LONG }, /longer than 1000/],
    ['correct', { act: 'shouting' }, /no act/],
    ['join', {}, /No other claim/],
    ['join', { other: 'ffff' }, /No claim/i],
    ['split', {}, /Where to split/],
    ['split', { at: '2' }, /content/],
    ['undo', {}, /./],
  ])('%s %#', async (form, fields, words) => {
    const { site, he } = refusing
    const { status, body } = await site.post(`/claims/${he.id}/${form}`, fields as Record<string, string>)
    expect([400, 404]).toContain(status)
    expect(wordsOf(body)).toMatch(words)
    expect(await stands(site, he.id, 'corrected_at')).toEqual([null])
  })

  it.each([
    [{}, /needs words/],
    [{ cue_start: '1' }, /both places/],
    [{ cue_start: '0', cue_end: '99999' }, /text ends at/],
  ])('an added claim %j', async (fields, words) => {
    const { site, desk } = refusing
    const { status, body } = await site.post(`${desk}/claims`, fields as Record<string, string>)
    expect(status).toBe(400)
    expect(wordsOf(body)).toMatch(words)
  })

  it('and leads nowhere but to this site', async () => {
    const { site, he } = await startDesk()
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/articles/../x',
      '/articles/abc\\@evil',
      'javascript:1',
    ]) {
      const { headers } = await site.post(`/claims/${he.id}/correct`, { note: 'n', back })
      expect(headers.location).toMatch(new RegExp(`^/claims/${he.id}\\?did=corrected$`))
    }
  })
})
