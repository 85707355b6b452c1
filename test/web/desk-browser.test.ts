import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { borrow } from '../shared/borrow.ts'
import { storeRecordsAt } from '../support/stored-database.ts'
import { expectNothingToMend } from './axe.ts'
import { findChromium } from './browser.ts'
import { boxOf, DESK, focused, OFFICIAL, RECORD, SHE, select, stored, TEXT, THEY } from './desk-page.ts'
import { openSite, type TestSite } from './site.ts'

const executablePath = findChromium()

describe.skipIf(executablePath === null)('the desk in a real browser', () => {
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    browser = await chromium.connect(await borrow('browser'))
    folder = mkdtempSync(join(tmpdir(), 'hearsay-desk-'))
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A desk of its own; what the browser complains of fails the test. */
  async function open(path = DESK, options: BrowserContextOptions = {}): Promise<{ page: Page; site: TestSite }> {
    const database = join(mkdtempSync(join(folder, 'desk-')), 'claims.db')
    storeRecordsAt(database, [RECORD])
    const site = await openSite(database, { isEditable: true })
    const context = await browser.newContext({
      baseURL: site.running.url,
      viewport: { width: 1280, height: 900 },
      ...options,
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    onTestFinished(async () => {
      await context.close()
      await site.close()
      expect(complaints.filter(complaint => !complaint.includes('status of 409'))).toEqual([])
    })
    await page.goto(path)
    return { page, site }
  }

  const current = (page: Page) => page.locator('.card.is-current')
  const said = (page: Page, words: string) => page.locator('.card .did', { hasText: words }).waitFor()

  it('goes from findings to new content, back, to a claim that was missed, and to what is stored of it', async () => {
    const { page, site } = await open()
    await page.locator('#desk-by').fill('Ann Ek')
    await page.locator('.finding.is-error a').click()
    expect(await current(page).getAttribute('data-claim')).toBe(OFFICIAL)

    await select(page, 'accused the mayor')
    await page.locator('.marking [data-mark="content"]').click()
    await said(page, 'Marked')
    expect(await stored(site, OFFICIAL, 'content, corrected_by')).toEqual(['accused the mayor', 'Ann Ek'])
    await page.keyboard.press('u')
    await said(page, 'taken back')
    expect(await stored(site, OFFICIAL, 'content')).toEqual(['the mayor of theft'])

    await select(page, 'wrote')
    await page.locator('.marking [data-new]').click()
    await page.locator('.marking [data-mark="cue"]').click()
    await select(page, '“Nobody asked us,”')
    await page.locator('.marking [data-mark="content"]').click()
    await select(page, 'Bo Dahl')
    await page.locator('.marking [data-mark="source"]').click()
    expect(await page.locator('.add-claim output').allInnerTexts()).toEqual([
      'wrote',
      '“Nobody asked us,”',
      'Bo Dahl',
      '',
    ])
    await page.locator('#add-name').fill('Bo Dahl')
    await page.locator('#add-note').fill('missed')
    await page.getByRole('button', { name: 'Add the claim' }).click()
    await said(page, 'Added')
    const id = (await current(page).getAttribute('data-claim')) as string
    expect(await stored(site, id, 'name, source, cue, content, quotation, note, origin')).toEqual([
      ...['Bo Dahl', 'Bo Dahl', 'wrote', '“Nobody asked us,”', 'direct', 'missed', 'editor'],
    ])
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/claims/${id}`)
    expect(await page.locator('.diff').innerText()).toContain('The machine did not find this claim')
  })

  it('marks exactly what is selected, from either end, across marks, signs and line ends', async () => {
    const { page, site } = await open(`${DESK}?claim=${SHE}`)
    for (const words of [
      'said\r\nthat the cafe\u0301 👩‍👧 would',
      '👩‍👧',
      'e\u0301 👩‍👧 w',
      'Ana Ibañez welcomed',
      'plan. She said',
    ]) {
      await select(page, words)
      await page.locator('.marking [data-mark="content"]').click()
      await said(page, 'Marked')
      expect(await stored(site, SHE, 'content')).toEqual([words])
      await page.keyboard.press('u')
      await said(page, 'taken back')
    }
    // By the mouse, over more than a paragraph; what stands between them in the margin is no part of it.
    const [from, to] = [await boxOf(page, 'welcomed'), await boxOf(page, 'official')]
    await page.mouse.move(from.x + 1, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 8 })
    await page.mouse.up()
    await page.locator('.marking [data-mark="content"]').click()
    await said(page, 'Marked')
    const [content] = await stored(site, SHE, 'content')
    expect(TEXT).toContain(content)
    expect(content).toMatch(/^welcomed the plan\.[\s\S]*rents would fall\.\s+An official$/)
  })

  it('is driven by the keyboard alone: step, mark, accept, edit, reject once, undo, help', async () => {
    const { page, site } = await open()
    await page.keyboard.press('j')
    expect(await focused(page)).toBe(SHE)
    await page.keyboard.press('n')
    expect(await focused(page)).toBe(OFFICIAL)
    await page.keyboard.press('k')
    await page.keyboard.press('p')
    expect(await focused(page)).toBe(SHE)
    // Of the cards the tab key stops at one.
    expect(await page.locator('.card[tabindex="0"]').count()).toBe(1)

    await page.keyboard.press('m')
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
      await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    for (const key of ['ArrowRight', 'Enter']) await page.keyboard.press(key)
    await said(page, 'Marked')
    expect(await stored(site, SHE, 'content')).toEqual(['that the cafe\u0301'])
    expect(await focused(page)).toBe(SHE)

    await page.keyboard.press('a')
    await said(page, 'Accepted')
    expect(await stored(site, SHE, 'verdict')).toEqual(['accepted'])
    await page.keyboard.press('r')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('r')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Enter')
    await said(page, 'Rejected')
    expect(await stored(site, SHE, 'status')).toEqual(['rejected'])
    await page.keyboard.press('u')
    await said(page, 'taken back')

    await page.keyboard.press('e')
    await page.locator('.edit #source').waitFor()
    // In a field a key writes its letter.
    await page.keyboard.type('jane amaru')
    expect(await page.locator('.edit #source').inputValue()).toBe('jane amaru')
    await page.keyboard.press('Enter')
    await said(page, 'Saved')
    expect(await stored(site, SHE, 'name')).toEqual(['jane amaru'])

    await page.keyboard.press('?')
    expect(await page.locator('.keys-box').isVisible()).toBe(true)
    await page.locator('.keys-on').uncheck()
    await page.keyboard.press('Escape')
    await current(page).focus()
    await page.keyboard.press('j')
    expect(await focused(page)).toBe(SHE)
  })

  it('marks what the last key chose, however fast the keys come', async () => {
    const { page, site } = await open(`${DESK}?claim=${SHE}`)
    // In one task, so that the browser tells of no selection in between.
    await page.evaluate(`
      const press = (key, shiftKey = false) =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
      for (const key of ['m', 'ArrowRight', 'ArrowRight']) press(key)
      for (const _ of ['the', 'cafe']) press('ArrowRight', true)
      document.querySelector('.marking [data-mark="content"]').click()`)
    await said(page, 'Marked')
    expect(await stored(site, SHE, 'content')).toEqual(['that the cafe\u0301'])
  })

  it('leaves scrolling and the tab key alone, and lets nobody be caught', async () => {
    const { page } = await open(`${DESK}?claim=${SHE}`, { viewport: { width: 1280, height: 400 } })
    await page.keyboard.press('m')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className !== "rows"')).toBe(true)
    await page.keyboard.press('Escape')
    await page.evaluate('document.activeElement.blur(); scrollTo({ top: 0, behavior: "instant" })')
    await page.keyboard.press('PageDown')
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(100)
  })

  it('tells who cannot see what was done, and who comes too late that nothing was', async () => {
    const { page, site } = await open()
    await page.keyboard.press('j')
    await site.post(`/claims/${SHE}/correct`, { verdict: 'accept', by: 'Ben' })
    await page.keyboard.press('a')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('corrected by somebody else')
    await page.reload()
    await page.keyboard.press('j')
    await page.keyboard.press('u')
    await said(page, 'taken back')
    await expect.poll(() => page.locator('body > [role="status"]').innerText()).toContain('taken back')
  })

  it('works without scripts', async () => {
    const { page, site } = await open(DESK, { javaScriptEnabled: false })
    await page.locator('#desk-by').fill('Ann Ek')
    await page.locator(`#claim-${THEY}`).getByRole('button', { name: 'Accept' }).click()
    expect(await stored(site, THEY, 'verdict, corrected_by')).toEqual(['accepted', 'Ann Ek'])
    await page.locator(`#claim-${THEY}`).getByRole('link', { name: 'Edit' }).click()
    expect(await page.locator('#by').inputValue()).toBe('Ann Ek')
    await page.getByText('Its words').click()
    await page.locator('#mark-start').fill('0')
    await page.locator('#mark-end').fill('7')
    await page.locator('#mark-role').selectOption('addressee')
    await page.getByRole('button', { name: 'Mark', exact: true }).click()
    expect(await stored(site, THEY, 'addressee')).toEqual(['Harbour'])
    await page.locator(`#claim-${THEY}`).getByRole('button', { name: 'Undo' }).click()
    expect(await stored(site, THEY, 'addressee')).toEqual([null])
    await page.locator(`#claim-${THEY}`).getByRole('link', { name: 'Reject…' }).click()
    await page.getByRole('button', { name: 'Reject it' }).click()
    expect(await stored(site, THEY, 'status')).toEqual(['rejected'])
  })

  it('has the first claim on the first screen of a telephone, and steps there by touch', async () => {
    const { page } = await open(DESK, { viewport: { width: 390, height: 844 }, hasTouch: true })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    const box = await page.locator('.card').first().boundingBox()
    expect((box?.y ?? 844) + (box?.height ?? 844)).toBeLessThan(844)
    const strip = page.locator('.strip')
    expect(await strip.innerText()).toContain('Ana Ibañez')
    await strip.getByLabel('Next claim').tap()
    expect(await strip.innerText()).toContain('An official')
    expect(await focused(page)).toBe(OFFICIAL)
  })

  const views: readonly [string, string, BrowserContextOptions][] = [
    ['as it is', DESK, {}],
    ['with its forms open', `${DESK}?claim=${SHE}&edit=1&rejected=1`, {}],
    ['on a telephone', `${DESK}?claim=${SHE}&edit=1`, { viewport: { width: 390, height: 844 } }],
    ['where it asks', `/claims/${SHE}/reject`, {}],
    ['narrowed to nothing', `${DESK}?naming=unstated`, {}],
  ]
  it.each(views)('axe finds nothing to mend, in light and dark: %s', async (_, path, options) => {
    const { page, site } = await open(path, options)
    await site.post(`/claims/${SHE}/correct`, { act: 'promise', note: 'read again' })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
      await expectNothingToMend(page)
      if (!path.startsWith(DESK) || path.includes('unstated')) continue
      await select(page, 'welcomed')
      await expectNothingToMend(page)
      await page.goto(`/claims/${SHE}`)
      await expectNothingToMend(page)
      await page.goto(path)
    }
  })
})
