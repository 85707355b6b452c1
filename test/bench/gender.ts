/**
 * How often the gender that is decided of a named person is that of the pronouns that mean them, by people's own annotation:
 * `npm run bench:gender -- gap gap-development.tsv [texts]` for a file of GAP (google-research-datasets/gap-coreference; so many
 * texts evenly out of it, all unless told otherwise), `-- gum FOLDER` for documents of GUM in Hearsay's annotation. Neither is kept here.
 */
import { globSync } from 'node:fs'
import process from 'node:process'
import { wilsonOrNull } from '../../src/evaluate/figures/wilson.ts'
import { formatTable } from './figures.ts'
import { type GoldText, readGap, readGum } from './gender/gold-people.ts'
import { groundOf, type JudgedPerson, judgePeople } from './gender/measure-genders.ts'

const [format, path, count] = process.argv.slice(2)
const isKnown = format === 'gap' || format === 'gum'
if (!isKnown || path === undefined) {
  process.stderr.write('usage: npm run bench:gender -- gap FILE [texts] | gum FOLDER\n')
  process.exit(2)
}

const texts = format === 'gap' ? evenly(readGap(path), Number(count ?? Number.POSITIVE_INFINITY)) : readGumFolder(path)
const people: JudgedPerson[] = []
for await (const person of judgePeople(texts)) people.push(person)
process.stdout.write(`${people.length} people in ${texts.length} texts\n`)
report('with first names', 'voice')
report('with first names off', 'withoutNames')

function readGumFolder(folder: string): GoldText[] {
  return globSync(`${folder}/*.json`).toSorted().map(readGum)
}

function evenly(all: readonly GoldText[], most: number): GoldText[] {
  const number = Math.min(most, all.length)
  return Array.from({ length: number }, (_, i) => all[Math.floor((i * all.length) / number)] as GoldText)
}

function report(title: string, key: 'voice' | 'withoutNames'): void {
  const found = people.filter(person => person[key] !== null)
  const decided = found.filter(person => person[key]?.gender.value !== 'unknown')
  const rightOf = (some: readonly JudgedPerson[]) =>
    some.filter(({ gold, [key]: voice }) => voice?.gender.value === gold).length
  const grounds = ['pronoun', 'word', 'first-name'] as const
  process.stdout.write(
    `\n${title}\n${formatTable([
      ['', 'of', 'number', 'share', '95%'],
      row('found', found.length, people.length),
      row('decided', decided.length, people.length),
      row('right', rightOf(decided), decided.length),
      ...grounds.map(ground => {
        const some = decided.filter(({ [key]: voice }) => voice !== null && groundOf(voice) === ground)
        return row(`right by ${ground}`, rightOf(some), some.length)
      }),
    ])}\n`,
  )
}

function row(name: string, hit: number, total: number): string[] {
  const interval = wilsonOrNull(hit, total)
  const percent = (share: number) => (100 * share).toFixed(1)
  return [
    name,
    String(total),
    String(hit),
    total === 0 ? '' : percent(hit / total),
    interval === null ? '' : `${percent(interval.low)}–${percent(interval.high)}`,
  ]
}
