import { expect, it } from 'vitest'
import { glossOfColumn } from '../../src/catalogue/glosses/gloss-of.ts'
import { ITEM_GLOSSES } from '../../src/catalogue/glosses/items.ts'
import { OWN_GLOSSES } from '../../src/catalogue/glosses/own-columns.ts'
import { COLUMN_GLOSSES } from '../../src/catalogue/glosses/shared-columns.ts'
import { TABLES } from '../../src/catalogue/tables.ts'
import { findSchema } from '../../src/store/queries/runs/schema-names.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'

const schema = () => findSchema(readUntilTestEnds(storeRecords([])).database)

it('every column of every table and view has a line in src/catalogue/', async () => {
  const silent = (await schema()).flatMap(({ name, columns }) =>
    columns.filter(column => glossOfColumn(name, column, columns) === null).map(column => `${name}.${column}`),
  )
  expect(silent, 'A column without a line: add one to src/catalogue/glosses/own-columns.ts.').toEqual([])
})

it('every table and view has one line, in src/catalogue/tables.ts or glosses/items.ts, and no line speaks of what is gone', async () => {
  const items = await schema()
  const glossed = [...Object.keys(TABLES), ...Object.keys(ITEM_GLOSSES)]
  expect(glossed.toSorted()).toEqual(items.map(({ name }) => name).toSorted())
  const places = new Set(items.flatMap(({ name, columns }) => columns.map(column => `${name}.${column}`)))
  // The full-text index of a server has a column of its own.
  const gone = Object.keys(OWN_GLOSSES).filter(place => !places.has(place) && !place.endsWith('_search.words'))
  expect(gone).toEqual([])
  const names = new Set(items.flatMap(({ columns }) => columns))
  expect(Object.keys(COLUMN_GLOSSES).filter(name => !names.has(name))).toEqual([])
})
