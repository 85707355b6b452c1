import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { loadVoices } from '../../src/voices/load-voices.ts'
import { measureVoices } from '../../src/voices/measure-voices.ts'
import { writeAuditReport } from '../../src/web/report/write-audit-report.ts'
import { borrow } from '../shared/borrow.ts'
import { readUntilTestEnds, storeRecordsAt } from '../support/stored-database.ts'
import { expectNothingToMend } from './axe.ts'
import { findChromium } from './browser.ts'
import { openSite, type TestSite } from './site.ts'
import { analyseVoicedNewsroom } from './voiced-newsroom.ts'

const executablePath = findChromium()
if (executablePath === null) console.warn('Skipped: no Chromium is installed, so no page of the audit is driven.')

describe.skipIf(executablePath === null)('the audit in a real browser', () => {
  let browser: Browser
  let site: TestSite
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-audit-browser-'))
  const path = join(folder, 'claims.db')
  beforeAll(async () => {
    browser = await chromium.connect(await borrow('browser'))
    storeRecordsAt(path, await analyseVoicedNewsroom(10))
    site = await openSite(path)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    onTestFinished(async () => {
      await context.close()
      expect(complaints).toEqual([])
    })
    await page.goto(address.startsWith('file:') ? address : `${site.running.url.slice(0, -1)}${address}`)
    return page
  }

  /** Counts, page by page, what a list holds: its items, or what a column of it adds up to. */
  async function countList(page: Page, column: number | null): Promise<number> {
    let total = 0
    for (;;) {
      if (column === null) total += await page.locator('ol.claims > li, table.voices tbody tr').count()
      else {
        const cells = await page.locator(`table.voices tbody td:nth-child(${column})`).allInnerTexts()
        total += cells.reduce((sum, cell) => sum + Number(cell.replaceAll(/[^\d]/g, '')), 0)
      }
      const next = page.locator('a[rel=next]')
      if ((await next.count()) === 0) return total
      await next.click()
    }
  }

  it.each([
    ['women among the sources', '#by-gender', 'woman', 'sources', null],
    ['claims of men', '#by-gender', 'man', 'claims', null],
    ['quoted words of politicians', '#by-type', 'politician', 'quoted words', 5],
    ['articles that an unnamed source begins', '#by-naming', 'unnamed', 'first voice', null],
    ['claims of experts', '#by-function', 'expert', 'claims', null],
    ['articles that a named source ends', '#by-naming', 'named', 'last voice', null],
  ] as const)('its bar leads to as many: %s', async (_, section, label, measure, column) => {
    const page = await open('/audit', { javaScriptEnabled: false })
    const part = page.locator('.audit-part', { has: page.locator(section) })
    const bar = part.getByRole('link', { name: new RegExp(`^${label}, ${measure}`) })
    const href = await bar.getAttribute('href')
    const row = part.locator('details tbody tr', { has: page.locator('th', { hasText: new RegExp(`^${label}$`) }) })
    // What the table beneath says of the same bar.
    const said = await row.locator(`a[href="${href}"]`).textContent()
    await bar.click()
    expect(await countList(page, column)).toBe(Number(said?.replaceAll(',', '')))
  })

  it('narrows by its form, and counts the articles that were asked for alone', async () => {
    const page = await open('/audit')
    await page.getByLabel('Outlet').fill('Meridian Wire')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(new URL(page.url()).searchParams.get('outlet')).toBe('Meridian Wire')
    expect(await page.locator('.lead').first().innerText()).toContain('outlet Meridian Wire')
    await page.locator('.headline a').first().click()
    const outlets = await page.locator('table.voices .in-article .meta').allInnerTexts()
    expect(outlets.length).toBeGreaterThan(0)
    expect(outlets.every(outlet => outlet.startsWith('Meridian Wire'))).toBe(true)
  })

  const pages: readonly [string, string][] = [
    ['the audit', '/audit?over=anonymous'],
    ['sources', '/audit/sources?gender=woman&person=1'],
    ['two parts', '/audit/compare?a.outlet=Meridian+Wire&b.outlet=Northgate+Post'],
    ['people', '/people'],
    ['claims by gender', '/claims?gender=woman&person=1'],
  ]
  it.each(pages)('axe finds nothing to mend, in light, dark and on a telephone: %s', async (_, address) => {
    const page = await open(address, { colorScheme: 'light' })
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
    await expectNothingToMend(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNothingToMend(page, 'colours')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNothingToMend(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  })

  it('shows a person with words and places, where axe finds nothing to mend either', async () => {
    const page = await open('/people')
    await page.locator('tbody a[href^="/people/"]').first().click()
    expect(await page.locator('.told-article .offsets').count()).toBeGreaterThan(0)
    await expectNothingToMend(page)
  })

  it('is a file by itself, which asks for nothing, opens its figures and prints', async () => {
    const { database } = readUntilTestEnds(path)
    const columns = await loadVoices(database)
    const parts: string[] = []
    const options = { chosen: '', database: 'claims.db', version: '0.1.0', madeAt: '2026-11-30T20:00:00.000Z' }
    await writeAuditReport(columns, measureVoices(columns), options, async part => void parts.push(String(part)))
    const file = join(folder, 'audit.html')
    writeFileSync(file, parts.join(''))
    const page = await open(pathToFileURL(file).href)
    expect(await page.locator('h1').innerText()).toBe('Who gets a voice')
    expect(await page.locator('a[href]:not([href^="#"])').count()).toBe(0)
    expect(await page.locator('details.figures:not([open])').count()).toBe(0)
    await expectNothingToMend(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('details.figures table').first().isVisible()).toBe(true)
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
  })
})
