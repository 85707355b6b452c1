import { describe, expect, it } from 'vitest'
import { zipArchive } from '../../../test/support/zip-archive.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { isZip, namesInOpening, unzip } from './unzip.ts'

const all = () => true
const limits = { ...DEFAULT_LIMITS, maxBytes: 1_000_000 }

describe('unzip', () => {
  it('gives the wanted parts by their names', async () => {
    const archive = zipArchive([
      { name: 'a/b.xml', content: '<b>é</b>' },
      { name: 'c.png', content: new Uint8Array(50) },
    ])
    const parts = await unzip(archive, limits, name => name.endsWith('.xml'))
    expect([...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([['a/b.xml', '<b>é</b>']])
    expect(isZip(archive)).toBe(true)
    expect(namesInOpening(archive)).toEqual(['a/b.xml', 'c.png'])
  })

  it.each([
    ['parts that are too large together', zipArchive(twice(600_000)), 'too-large', 'limit of 1000000 bytes'],
    [
      'a part that is larger than it says',
      zipArchive([{ name: 'a', content: 'x'.repeat(9000), claimedSize: 10 }]),
      'malformed',
      'damaged',
    ],
    [
      'a part that is smaller than it says',
      zipArchive([{ name: 'a', content: 'x', claimedSize: 10 }]),
      'malformed',
      'damaged',
    ],
    ['a password', zipArchive([{ name: 'a', content: 'x', isLocked: true }]), 'malformed', 'locked with a password'],
    ['a missing end', zipArchive([{ name: 'a', content: 'x' }]).subarray(0, 40), 'malformed', 'damaged'],
    ['a name that leads out of the archive', zipArchive([{ name: '../a', content: 'x' }]), 'malformed', 'damaged'],
    ['no bytes', new Uint8Array(), 'malformed', 'damaged'],
  ])('refuses %s', async (_, archive, kind, words) => {
    const refusal = await unzip(archive, limits, all).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ name: 'Unreadable', kind })
    expect(String(refusal)).toContain(words)
  })

  it('refuses an archive that unpacks to many times its size', async () => {
    const archive = zipArchive([{ name: 'a', content: new Uint8Array(11_000_000) }])
    const refusal = await unzip(archive, DEFAULT_LIMITS, all).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ kind: 'too-large' })
    expect(String(refusal)).toContain('--max-ratio')
  })

  it('reads no part that is not wanted, whatever it is', async () => {
    const archive = zipArchive([
      { name: 'bomb', content: new Uint8Array(3_000_000) },
      { name: 'a', content: 'x' },
    ])
    expect([...(await unzip(archive, limits, name => name === 'a')).keys()]).toEqual(['a'])
  })
})

function twice(size: number) {
  const content = Buffer.from(Array.from({ length: size }, (_, index) => (index * 7919) % 251))
  return [
    { name: 'a', content },
    { name: 'b', content },
  ]
}
