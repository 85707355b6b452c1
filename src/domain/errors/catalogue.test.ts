import { expect, it } from 'vitest'
import { HearsayError } from '../errors.ts'
import { ERROR_CODES, ERROR_GROUPS, kindOfError } from './catalogue.ts'
import { EXIT } from './exit-codes.ts'
import { FAILED_INPUTS } from './failed-inputs.ts'

it('names each kind of fault once, in words joined by hyphens', () => {
  const named = Object.values(ERROR_GROUPS).flatMap(group => Object.keys(group))
  expect(new Set(named).size).toBe(named.length)
  expect(named).toEqual(ERROR_CODES)
  expect(named.filter(code => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([])
})

it.each([...ERROR_CODES.map(code => [code, kindOfError(code)] as const), ...Object.entries(FAILED_INPUTS)])(
  '%s has a cause and a remedy, in whole sentences that a table can hold',
  (_, { cause, remedy }) => {
    for (const text of [cause, remedy]) {
      expect(text).toMatch(/^[A-Za-z"].*\.$/)
      expect(text).not.toMatch(/[|\n<>]/)
    }
  },
)

it.each(ERROR_CODES)('%s decides what a command ends with, whatever the words', code => {
  const error = new HearsayError('There is no such thing; look elsewhere.', code)
  expect([error.code, error.exitCode]).toEqual([code, kindOfError(code).exit])
  expect([EXIT.findings, EXIT.usage, EXIT.database, EXIT.defect, EXIT.io]).toContain(error.exitCode)
})

it('blames whoever asked only for what they can mend, and nobody who asks for the state of database and disk', () => {
  const wrong = ERROR_CODES.filter(code => {
    const { exit, status } = kindOfError(code)
    return exit === EXIT.usage ? false : exit === EXIT.findings ? status !== 409 : status < 500
  })
  expect(wrong).toEqual([])
})
