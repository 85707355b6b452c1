import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { storeVariety } from '../support/variety.ts'
import { makeWorkspace } from './hearsay.ts'

it('hearsay report writes an article to a file, and what was chosen to standard output', async () => {
  const workspace = makeWorkspace()
  const database = storeVariety()
  const report = async (...args: readonly string[]) => await workspace.run(['report', '--db', database, ...args])
  const { status, stderr } = await report('talks.txt', '-o', 'talks.html')
  expect([status, stderr]).toEqual([0, '4 claims of 1 article in talks.html.\n'])
  const file = readFileSync(join(workspace.folder, 'talks.html'), 'utf8')
  expect(file).toMatch(/^<!doctype html>\n<html lang="en">/)
  expect(file).toContain('from <span class="path">claims.db</span>')
  expect((await report('talks.txt', '--attitudes', '-o', 'all.html')).stderr).toBe(
    '5 claims of 1 article in all.html.\n',
  )
  const { stdout } = await report('--naming', 'anonymous', '--attitudes')
  expect(stdout).toContain('1 claim, chosen by naming anonymous; belief, intention, feeling too')
  expect(stdout.trimEnd()).toMatch(/<\/html>$/)
  expect(await report('talks.txt', '--article', 'talks.txt')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'hearsay: The article is given twice; leave --article out. [argument-conflict]\n',
  })
  expect(await report('--cue', 'shouted', '-o', 'none.html')).toMatchObject({
    status: 2,
    stderr: 'hearsay: No claim was chosen, so there is nothing to report; choose others. [nothing-chosen]\n',
  })
  expect(readdirSync(workspace.folder)).toEqual(['all.html', 'talks.html'])
  expect((await report('talks.txt', '-o', database)).stderr).toContain('is the database itself')
})
