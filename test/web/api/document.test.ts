import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { storeRecords } from '../../support/stored-database.ts'
import { analyseNewsroom } from '../newsroom.ts'
import { DOCUMENT, OPERATIONS } from './api-document.ts'
import { startApiSite } from './api-site.ts'

it('is OpenAPI 3.1 by the schema of its makers', async () => {
  const validator = new Validator()
  expect(await validator.validate(structuredClone(DOCUMENT))).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
})

it('is what the site gives out, whatever else it holds', async () => {
  const site = await startApiSite(storeRecords(await analyseNewsroom(1)))
  expect(await site.get('/api/v1/openapi.json')).toEqual(DOCUMENT)
})

it('says of every operation what it does, what it takes and what may come back', () => {
  const ids = OPERATIONS.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { path, parameters, responses } of OPERATIONS) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(parameters.filter(one => one.in === 'path').map(({ name }) => name)).toEqual(named)
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '500']))
  }
})
