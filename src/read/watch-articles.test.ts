import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { discoverFolders } from './discover.ts'
import { WatchedInputs } from './watch-articles.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-watch-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

const watch = () => {
  const watched = new WatchedInputs()
  const inputs = discoverFolders(['.'], folder)
  return () => watched.look(inputs).map(({ uri }) => uri)
}
const write = (name: string, text = 'Some text.') => writeFileSync(join(folder, name), text)

it('takes a file that has just been written at the second look, and only once', () => {
  const look = watch()
  expect(look()).toEqual([])
  write('new.txt')
  expect([look(), look(), look()]).toEqual([[], ['new.txt'], []])
})

it('waits while a file grows', () => {
  const look = watch()
  write('growing.txt')
  const looks = [1, 2, 3].map(() => {
    const ready = look()
    appendFileSync(join(folder, 'growing.txt'), ' And more.')
    return ready
  })
  expect(looks).toEqual([[], [], []])
  expect([look(), look(), look()]).toEqual([[], ['growing.txt'], []])
})

it('takes a file that changed once more, also when its size stays the same', () => {
  const look = watch()
  write('a.txt', 'The old text.')
  expect([look(), look()]).toEqual([[], ['a.txt']])
  write('a.txt', 'The new text.')
  utimesSync(join(folder, 'a.txt'), 1, 1)
  expect([look(), look(), look()]).toEqual([[], ['a.txt'], []])
})

it('takes a file that went and came again', () => {
  const look = watch()
  write('a.txt')
  expect([look(), look()]).toEqual([[], ['a.txt']])
  rmSync(join(folder, 'a.txt'))
  expect(look()).toEqual([])
  write('a.txt')
  expect([look(), look()]).toEqual([[], ['a.txt']])
})

it('finds new folders, and says once that a watched one has gone', () => {
  const watched = new WatchedInputs()
  mkdirSync(join(folder, 'in'))
  const look = () => watched.look(discoverFolders(['.'], folder)).map(({ kind, uri }) => ({ kind, uri }))
  mkdirSync(join(folder, 'in/today'))
  write('in/today/a.txt')
  expect([look(), look()]).toEqual([[], [{ kind: 'file', uri: 'in/today/a.txt' }]])

  const gone = discoverFolders(['in'], folder)
  rmSync(join(folder, 'in'), { recursive: true })
  const inputs = [watched.look(gone), watched.look(gone)]
  expect(inputs).toMatchObject([[{ kind: 'unreadable', uri: 'in' }], []])
})

it('watches nothing but folders', () => {
  write('a.txt')
  const refused = expect.objectContaining({ exitCode: 2, message: expect.stringContaining('only folders') })
  expect(() => discoverFolders(['a.txt'], folder)).toThrow(refused)
  expect(() => discoverFolders(['nowhere'], folder)).toThrow(refused)
})
