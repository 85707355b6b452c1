import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { borrow } from '../shared/borrow.ts'
import { expectNothingToMend } from './axe.ts'
import { findChromium } from './browser.ts'
import { select } from './desk-page.ts'
import { OpenDesk } from './open-desk.ts'

const executablePath = findChromium()

const ARTICLE = [
  'Ferry pier stays shut',
  'An official, who asked not to be named, accused the mayor of theft.',
  'Mayor Ruth Adeyemi said the pier would open in May, and that nobody had asked her.',
  '“The planks were rotten,” wrote the engineer Bo Dahl in a letter.',
].join('\n\n')

const SIZES: readonly [string, BrowserContextOptions][] = [
  ['in light', { colorScheme: 'light' }],
  ['in dark', { colorScheme: 'dark' }],
  ['on a telephone', { viewport: { width: 390, height: 844 } }],
]

describe.skipIf(executablePath === null)("an editor's whole way in a real browser", () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-day-'))
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.connect(await borrow('browser'))
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The front page of a desk without articles; what the browser complains of fails the test. */
  async function begin(options: BrowserContextOptions): Promise<Page> {
    const desk = await OpenDesk.open(join(mkdtempSync(join(folder, 'desk-')), 'claims.db'))
    const context = await browser.newContext({ baseURL: desk.site.running.url, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    onTestFinished(async () => {
      await context.close()
      await desk.close()
      expect(complaints).toEqual([])
    })
    await page.goto('/')
    return page
  }

  const said = (page: Page, words: string) => page.locator('.card .did', { hasText: words }).waitFor()

  it.each(SIZES)('leads from a pasted text to an export with what was corrected, %s', async (_, options) => {
    const page = await begin(options)
    const look = async () => {
      await expectNothingToMend(page)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(page.viewportSize()?.width)
    }
    await look()
    await page.getByRole('link', { name: 'New', exact: true }).click()
    await page.getByLabel('Text of the article').fill(ARTICLE)
    await page.getByRole('button', { name: 'Read it' }).click()
    await look()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.waitForURL(/\/articles\/[0-9a-f]{64}/)
    await look()

    await page.locator('.finding.is-error a').first().click()
    const card = page.locator('.card.is-current')
    expect(await card.innerText()).toContain('theft')
    await select(page, 'accused the mayor')
    await page.locator('.marking [data-mark="content"]').click()
    await said(page, 'Marked')
    expect(await card.innerText()).toContain('accused the mayor')
    await card.focus()
    await page.keyboard.press('u')
    await said(page, 'taken back')

    await select(page, 'had asked her')
    await page.locator('.marking [data-new]').click()
    await page.locator('.marking [data-mark="content"]').click()
    await select(page, 'Ruth Adeyemi')
    await page.locator('.marking [data-mark="source"]').click()
    await page.locator('#add-note').fill('a claim of its own')
    await page.getByRole('button', { name: 'Add the claim' }).click()
    await said(page, 'Added')
    await look()

    await page.getByRole('link', { name: 'Quote', exact: true }).first().click()
    await page.locator('#q').fill('The planks were rotten and wet')
    await page.locator('#by').fill('Bo Dahl')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    expect(await page.locator('.quote-check').innerText()).toMatch(/altered/i)
    await look()

    await page.goto(`/sql?q=${encodeURIComponent('SELECT name, content, note FROM v_claim ORDER BY start')}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV', exact: false }).first().click(),
    ])
    const file = join(mkdtempSync(join(folder, 'export-')), download.suggestedFilename())
    await download.saveAs(file)
    const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/)
    expect(rows[0]).toBe('name,content,note')
    expect(rows).toContain('Ruth Adeyemi,had asked her,a claim of its own')
    expect(rows.join('\n')).not.toContain('accused the mayor')
  })
})
