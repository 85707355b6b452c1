import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { tellError } from '../src/cli/tell-error.ts'
import { ERROR_CODES, kindOfError } from '../src/domain/errors/catalogue.ts'
import { HearsayError } from '../src/domain/errors.ts'
import { toFailure } from '../src/mcp/to-failure.ts'
import { carryError, restoreError } from '../src/run/threads/carried-error.ts'
import { toProblem } from '../src/web/api/create-api.ts'
import { PROBLEM } from '../src/web/api/schemas/problem.ts'
import { answerError } from '../src/web/pages/failure.ts'
import type { Site } from '../src/web/site.ts'

/** Words that once decided on 404: what is answered follows from the code alone. */
const SENTENCE = 'No claim is known as "a<b"; look elsewhere.'
/** What a page of failure shows of its site. */
const SITE = { path: 'claims.db', intake: null, isEditable: false, version: '0.1.0' } as unknown as Site

describe.each(ERROR_CODES)('%s', code => {
  const error = new HearsayError(SENTENCE, code)
  const { exit, status } = kindOfError(code)

  it('ends a command with its exit code, and is named behind the sentence', () => {
    expect(tellError(error)).toEqual({ code, sentence: `${SENTENCE} [${code}]` })
    expect(error.exitCode).toBe(exit)
  })

  it('is a problem of the API with its status and its code', async () => {
    const answer = toProblem(error)
    expect(answer.status).toBe(status)
    expect(PROBLEM.parse(await answer.json())).toMatchObject({ status, code, detail: SENTENCE })
  })

  it('is a page of the site with its status', async () => {
    const { page, status: shown } = answerError(SITE, error)
    const text = String(await page)
    expect(shown).toBe(status)
    expect(text).toMatch(/<h1>[A-Z][a-z ]+<\/h1>/)
    expect(text).toContain(code)
    expect(text).not.toContain('a<b')
  })

  it('tells an assistant its code outside of what is quoted', () => {
    const { isError, structuredContent, content } = toFailure(code, SENTENCE)
    expect({ isError, structuredContent }).toEqual({ isError: true, structuredContent: { code } })
    expect(content).toMatchObject([
      { text: expect.stringMatching(`^Hearsay could not answer \\(${code}\\): <quoted-`) },
    ])
  })

  it('is the same on the other side of a thread', () => {
    const restored = restoreError(structuredClone(carryError(error)))
    expect(restored).toMatchObject({ name: 'HearsayError', message: SENTENCE, code, exitCode: exit })
  })
})

it('a command line that is none is told as one, help is no error, and all else is a defect', () => {
  const usage = new CommanderError(
    1,
    'commander.unknownOption',
    "error: unknown option '--jsn'\n(Did you mean --json?)",
  )
  expect(tellError(usage)).toEqual({
    code: 'command-line-invalid',
    sentence: "Unknown option '--jsn'; did you mean --json? [command-line-invalid]",
  })
  expect(tellError(new CommanderError(0, 'commander.helpDisplayed', ''))).toBeNull()
  expect(tellError(new TypeError('oh'))).toMatchObject({
    code: 'defect',
    sentence: expect.stringContaining('report it'),
  })
})
