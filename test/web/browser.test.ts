import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { borrow } from '../shared/borrow.ts'
import { storeRecords, storeRecordsAt } from '../support/stored-database.ts'
import { expectNothingToMend } from './axe.ts'
import { findChromium } from './browser.ts'
import { analyseNewsroom } from './newsroom.ts'
import { openSite, startSite, type TestSite } from './site.ts'

const executablePath = findChromium()
if (executablePath === null)
  console.warn(
    'Skipped: no Chromium is installed (apt-get install chromium, or HEARSAY_CHROMIUM), so no page is driven.',
  )

describe.skipIf(executablePath === null)('in a real browser', () => {
  let records: readonly ArticleRecord[] = []
  let browser: Browser
  /** Where nobody changes anything, and where somebody could. */
  let site: TestSite
  let editable: TestSite
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-browser-'))
  beforeAll(async () => {
    records = await analyseNewsroom(8)
    browser = await chromium.connect(await borrow('browser'))
    const path = join(folder, 'claims.db')
    storeRecordsAt(path, records)
    site = await openSite(path)
    editable = await openSite(path, { isEditable: true })
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await editable?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A page of a real site; what the browser complains of fails the test. */
  async function open(path: string, options: BrowserContextOptions & { readonly on?: TestSite } = {}) {
    const { on = site, ...rest } = options
    const context = await browser.newContext({
      baseURL: on.running.url,
      viewport: { width: 1280, height: 900 },
      ...rest,
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on(
      'console',
      message => message.type() === 'error' && !isAnswer(message.text()) && complaints.push(message.text()),
    )
    page.on('pageerror', error => complaints.push(error.message))
    onTestFinished(async () => {
      await context.close()
      expect(complaints).toEqual([])
    })
    await page.goto(path)
    return page
  }

  const heading = (page: Page) => page.locator('h1').innerText()

  it('searches, narrows by a facet, opens the article, follows a highlight to its card and on to the source', async () => {
    const page = await open('/claims')
    await page.getByLabel('Words of the content').fill('the')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    expect(await page.locator('.claim mark').first().innerText()).toMatch(/^the$/i)
    const facet = page.locator('.facet', { hasText: 'Naming' }).getByRole('link', { name: /^named/ })
    const claims = Number(await facet.locator('.number').innerText())
    await facet.click()
    expect(await heading(page)).toBe(`${claims} claims on the`)
    expect(new URL(page.url()).searchParams.get('naming')).toBe('named')
    await page.locator('.claim .where a').first().click()
    expect(page.url()).toContain('/articles/')
    const card = page.locator('.card').first()
    const id = await card.getAttribute('id')
    await page.locator(`.text .mark[data-claims~="${id}"]`).first().click()
    expect(await page.locator('.card.is-lit').getAttribute('id')).toBe(id)
    await page.locator('.card a.role.source').first().click()
    await page.waitForURL(/sources/)
    expect(page.url()).toContain('/sources/')
    expect(await page.locator('.claims .claim').count()).toBeGreaterThan(0)
  })

  it('lights every part of the claim under the pointer, and no other', async () => {
    const page = await open(`/articles/${records[1]?.article.id}`)
    const mark = page.locator('.text a.mark').first()
    const target = (await mark.getAttribute('href'))?.slice(1)
    await mark.hover()
    const lit = await page
      .locator('.text .mark.is-lit')
      .evaluateAll(marks => marks.map(mark => mark.getAttribute('data-claims')))
    expect(lit.length).toBeGreaterThan(0)
    expect(lit.every(claims => claims?.split(' ').includes(target ?? '') === true)).toBe(true)
  })

  it('runs SQL from the keyboard, shows rows and leads to files', async () => {
    const page = await open('/sql')
    await page.getByLabel('Query').fill('SELECT act, count(*) AS claims FROM claim GROUP BY act')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/q=SELECT/)
    expect(await page.locator('table.rows tbody tr').count()).toBeGreaterThan(2)
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV' }).click()
    expect((await downloading).suggestedFilename()).toBe('query.csv')
    await page.getByLabel('Query').fill('DROP TABLE claim')
    await page.getByRole('button', { name: 'Run' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('not allowed')
  })

  it('sorts the ledger by a click on a heading, and the other way round by a second one', async () => {
    const page = await open('/anonymous')
    const people = () => page.locator('table.ledger tbody td:nth-child(5)').allInnerTexts()
    await page.getByRole('columnheader').getByRole('link', { name: 'People' }).click()
    const descending = (await people()).map(Number)
    expect(descending).toEqual(descending.toSorted((a, b) => b - a))
    await page.getByRole('columnheader').getByRole('link', { name: 'People' }).click()
    const ascending = (await people()).map(Number)
    expect(ascending).toEqual(ascending.toSorted((a, b) => a - b))
    expect(ascending).not.toEqual(descending)
  })

  it('shows a run with its accounting', async () => {
    const page = await open('/runs')
    await page.getByRole('row').nth(1).getByRole('link').click()
    expect(await heading(page)).toContain('Run 1')
    expect(await page.locator('.accounting dd').allInnerTexts()).toContain(String(records.length))
  })

  it('corrects a claim, which says so from then on', async () => {
    const claim = records[0]?.claims[0]
    const page = await open(`/claims/${claim?.id}`, {
      on: await startSite(storeRecords(records), { isEditable: true }),
    })
    await page.getByLabel('Who really says it').fill('Ada Mwale')
    await page.locator('#note').fill('she is quoted in the next line')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    expect(await heading(page)).toContain('Ada Mwale')
    await page.getByRole('link', { name: 'Reject…' }).click()
    await page.getByRole('button', { name: 'Reject it' }).click()
    expect(await page.locator('.label.bad').innerText()).toBe('rejected')
    await page.getByRole('button', { name: 'Withdraw earlier corrections' }).click()
    expect(await heading(page)).not.toContain('Ada Mwale')
  })

  it('goes by the keyboard: / to the search, j to the next claim, Enter to open it', async () => {
    const page = await open('/claims')
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.id')).toBe('q')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/claims\/[0-9a-f]+$/)
  })

  it('works without scripts', async () => {
    const page = await open('/claims', { javaScriptEnabled: false })
    await page.getByLabel('Words of the content').fill('the')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.locator('.claim .where a').first().click()
    const mark = page.locator('.text a.mark').first()
    const target = (await mark.getAttribute('href')) as string
    await mark.click()
    expect(page.url().endsWith(target)).toBe(true)
    expect(await page.locator('.theme').isVisible()).toBe(false)
    await page.goto('/sql?q=select+41%2B1')
    expect(await page.locator('table.rows td').innerText()).toBe('42')
  })

  it('remembers the theme that was chosen', async () => {
    const page = await open('/claims')
    const theme = page.locator('.theme')
    await theme.click()
    await theme.click()
    await page.reload()
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
  })

  it.each([
    ['claims', () => '/claims?q=the&naming=named'],
    ['an article', () => `/articles/${records[5]?.article.id}`],
    ['a claim', () => `/claims/${records[5]?.claims[0]?.id}`],
    ['the ledger', () => '/anonymous'],
    ['a quotation', () => `/quote?q=${encodeURIComponent(alter(records))}&by=Somebody`],
    ['versions', () => `/articles/${records[5]?.article.id}/versions?whole=1&with=${records[4]?.article.id}`],
    ['a run', () => '/runs/1'],
    ['SQL', () => '/sql?q=SELECT+*+FROM+v_claim+LIMIT+3'],
  ])('fits the screen of a telephone: %s', async (_, path) => {
    const page = await open(path(), { viewport: { width: 390, height: 844 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    expect(await page.locator('.masthead .wordmark').isVisible()).toBe(true)
    // All places can be seen without scrolling, on two lines at most.
    const boxes = await Promise.all((await page.locator('.masthead nav a').all()).map(place => place.boundingBox()))
    expect(Math.max(...boxes.map(box => (box?.x ?? 390) + (box?.width ?? 0)))).toBeLessThanOrEqual(390)
    expect(new Set(boxes.map(box => box?.y)).size).toBeLessThanOrEqual(2)
    await expectNothingToMend(page)
  })

  it('shows how many claims rest on each source of the ledger on a narrow screen too, and sorts there', async () => {
    const page = await open('/anonymous', { viewport: { width: 390, height: 844 } })
    const box = await page.locator('td[data-label="claims"]').first().boundingBox()
    expect((box?.x ?? 390) + (box?.width ?? 0)).toBeLessThan(390)
    expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(10)
    await page.getByRole('columnheader').getByRole('link', { name: 'People' }).click()
    expect(await page.getByRole('columnheader', { name: 'People' }).getAttribute('aria-sort')).toBe('descending')
  })

  describe('axe finds nothing to mend, in light or dark', () => {
    const article = () => records[5]
    const named = () => article()?.entities.find(({ id }) => article()?.sources.some(({ entityId }) => entityId === id))
    const pages: readonly [string, () => string][] = [
      ['claims', () => '/claims?q=the&naming=named&since=2024-01-01'],
      ['an article', () => `/articles/${article()?.article.id}?rejected=1&claim=${article()?.claims[1]?.id}`],
      ['a claim', () => `/claims/${article()?.claims[0]?.id}`],
      ['a source without a name', () => `/sources/${article()?.sources.find(({ naming }) => naming !== 'named')?.id}`],
      ['the ledger', () => '/anonymous'],
      ['versions', () => `/articles/${records[5]?.article.id}/versions?whole=1&with=${records[4]?.article.id}`],
      ['a run', () => '/runs/1'],
      ['a quotation that is altered', () => `/quote?q=${encodeURIComponent(alter(records))}&by=Somebody`],
      ['SQL', () => '/sql?q=SELECT+*+FROM+v_claim+LIMIT+3'],
      ['what is wrong', () => '/claims?act=shouting'],
      ['claims that are none', () => '/claims?q=nowheretobefound'],
      ['sources', () => '/sources'],
      ['a source', () => `/sources/${named()?.id}`],
      ['runs', () => '/runs'],
      ['what counts as the same quotation', () => '/quote'],
      ['a quotation that is not found', () => '/quote?q=zephyrs+quickly+jumped'],
      ['SQL that is refused', () => '/sql?q=DROP+TABLE+claim'],
      ['examples of SQL', () => '/sql'],
    ]
    it.each(pages)('%s', async (_, path) => {
      const page = await open('/sql', { colorScheme: 'light', on: editable })
      const response = await page.goto(path())
      expect(response?.status()).toBeLessThan(path().includes('shouting') ? 401 : 400)
      await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
      await expectNothingToMend(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectNothingToMend(page, 'colours')
    })
  })
})

/** What somebody is quoted with, with a word that was not said and an ellipsis. */
function alter(records: readonly ArticleRecord[]): string {
  const contents = records.flatMap(({ claims }) =>
    claims.flatMap(({ spans }) => spans.filter(({ role }) => role === 'content')),
  )
  const words = contents.find(({ text }) => text.split(' ').length > 9)?.text.split(' ') ?? []
  return [...words.slice(0, 3), 'zebra', ...words.slice(3, 6), '…', ...words.slice(7)].join(' ')
}

/** The browser also reports that a page came with status 400, which the tests of such pages want. */
function isAnswer(message: string): boolean {
  return message.includes('the server responded with a status of 400')
}
