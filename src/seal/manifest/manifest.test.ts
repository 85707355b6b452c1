import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySeals, makeSeal, type SealedLeaves } from '../../../test/support/any-seals.ts'
import { checkManifest } from './check-manifest.ts'
import { readManifest, toSealLine, writeLine } from './manifest.ts'
import { MANIFEST_VERSION } from './manifest-form.ts'

const ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** The text of a manifest of these seals. */
function write(sealed: readonly SealedLeaves[], withLeaves: boolean): string {
  return [
    writeLine({ manifest: { version: MANIFEST_VERSION } }),
    ...sealed.flatMap(({ seal, leaves }) => [
      writeLine({ seal: toSealLine(seal) }),
      ...(withLeaves ? leaves.map(leaf => writeLine({ leaf: { seal: seal.number, ...leaf } })) : []),
    ]),
    writeLine({ corrections: { count: 0, head: null } }),
    writeLine({ contents: { articles: 0, root: ROOT } }),
    writeLine({ made: { at: '2026-11-30T12:00:00.000Z', by: 'hearsay' } }),
  ].join('')
}

describe('a manifest', () => {
  it('is read as it was written, also with other ends of lines, and agrees with itself', () => {
    fc.assert(
      fc.property(anySeals, fc.boolean(), fc.boolean(), (sealed, withLeaves, byMail) => {
        const text = write(sealed, withLeaves)
        const manifest = readManifest(byMail ? `${text.replaceAll('\n', '\r\n')}\r\n` : text, 'm')
        expect(manifest.seals).toEqual(sealed.map(({ seal }) => seal))
        expect(manifest.signed.toString()).toBe(text)
        const kept = sealed.filter(({ leaves }) => withLeaves && leaves.length > 0)
        expect([...manifest.leaves]).toEqual(kept.map(({ seal, leaves }) => [seal.number, leaves]))
        expect(checkManifest(manifest)).toEqual([])
      }),
    )
  })

  it('disagrees with itself when anything of a seal or a leaf is changed, or one is missing between others', () => {
    fc.assert(
      fc.property(anySeals, fc.nat(), fc.nat(), (sealed, chosen, place) => {
        // Without its only leaf a manifest is one that has none.
        fc.pre(sealed.flatMap(({ leaves }) => leaves).length > 1)
        const lines = write(sealed, true).split('\n')
        const at = 1 + (chosen % (lines.length - 5))
        const digits = [...(lines[at] as string).matchAll(/[0-9a-f]{64}/g)]
        const digest = digits[place % Math.max(1, digits.length)]
        const changed =
          digest === undefined
            ? lines.toSpliced(at, 1)
            : lines.with(
                at,
                (lines[at] as string).replace(
                  digest[0],
                  digest[0].replace(/^./, d => (d === '0' ? '1' : '0')),
                ),
              )
        expect(checkManifest(readManifest(changed.join('\n'), 'm'))).not.toEqual([])
      }),
    )
  })

  it.each<[string, (lines: string[]) => string[], string]>([
    ['nothing', () => [], 'its end is missing'],
    ['the beginning alone', lines => lines.slice(0, 2), 'its end is missing'],
    ['no beginning', lines => lines.slice(1), 'line 1: corrections cannot stand there'],
    ['a line twice', lines => [...lines, lines.at(-1) as string], 'line 5: made cannot stand there'],
    ['other JSON', lines => ['{"a":1}', ...lines], 'line 1: it has not the form'],
    ['no JSON', () => ['hello'], 'line 1: it is not JSON'],
    ['a later version', lines => ['{"manifest":{"version":2}}', ...lines.slice(1)], 'line 1: its version is 2'],
    ['something more', lines => lines.with(1, '{"corrections":{"count":0,"head":null,"x":1}}'), 'line 2: it has not'],
  ])('is refused when it is %s', (_, change, message) => {
    const lines = write([], false).trimEnd().split('\n')
    const text = change(lines).map(line => `${line}\n`)
    expect(() => readManifest(text.join(''), 'kept.jsonl')).toThrow(`kept.jsonl is no manifest: ${message}`)
    expect(() => readManifest(text.join(''), 'kept.jsonl')).toThrow('give a file that hearsay manifest printed')
  })

  it('shows a chain that was merged, and not one of which an end hangs loose', () => {
    const facts = {
      kind: 'run',
      sealedAt: '2026-11-30T12:00:00Z',
      run: null,
      corrections: { count: 0, head: null },
    } as const
    const [first, other] = [
      makeSeal(1, [], { ...facts, previous: [] }),
      makeSeal(2, [], { ...facts, run: ROOT, previous: [] }),
    ]
    const merge = makeSeal(3, [], { ...facts, kind: 'merge', previous: [first.digest, other.digest] })
    const check = (seals: readonly (typeof first)[]) =>
      checkManifest(
        readManifest(
          write(
            seals.map(seal => ({ seal, leaves: [] })),
            false,
          ),
          'm',
        ),
      )
    expect(check([first, other, merge])).toEqual([])
    expect(check([first, other])).toEqual(['no later seal goes on from seal 1 (run 1, 2026-11-30T12:00:00Z)'])
    expect(check([first, merge])).toEqual([
      'seal 3 (run 3, 2026-11-30T12:00:00Z) goes on from a seal that is not there before it',
    ])
    expect(check([other, first, merge]).join()).toContain('comes after seal 2')
  })
})
