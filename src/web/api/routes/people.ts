import { z } from 'zod'
import { HearsayError } from '../../../domain/errors.ts'
import { GENDERS, SOURCE_TYPES } from '../../../domain/voice-labels.ts'
import {
  findEvidenceOfVoices,
  findVoiceIds,
  findVoicesByRowid,
  type ListedVoice,
  type ShownEvidence,
} from '../../../store/queries/voices/voices-by-rowid.ts'
import {
  choosePeople,
  inNewest,
  newestFirst,
  type Person,
  personOf,
  showsAllVersions,
  voicesOfPerson,
} from '../../audit/voices/people.ts'
import type { VoiceIndex } from '../../audit/voices/voice-index.ts'
import { labelsOf } from '../../audit/voices/voices-table.ts'
import { defineRoute, type Frozen } from '../api-route.ts'
import { toPage } from '../links.ts'
import { ONE_PERSON, PERSON, versions } from '../schemas/audit.ts'
import { id, limit, offset, pageOf, words } from '../schemas/paging.ts'

export const listPeople = defineRoute({
  id: 'listPeople',
  method: 'get',
  at: '/people',
  summary: 'List the people whom articles name, those who say most first',
  description: 'Named people, quoted or not; those of one name stay apart where what is told of them contradicts.',
  path: z.strictObject({}),
  query: z.strictObject({
    q: words('Words of the name.').optional(),
    gender: z.enum(GENDERS).optional(),
    type: z.enum(SOURCE_TYPES).optional(),
    versions,
    limit,
    offset,
  }),
  body: null,
  answer: {
    status: 200,
    name: 'PersonPage',
    schema: pageOf(PERSON, 'People, most claims first.'),
    description: 'One page of people.',
  },
  problems: [],
  async answerTo({ site }, { query, url }) {
    const { columns } = await site.voices.get(await site.index.get())
    const people = choosePeople(columns, query)
    const end = query.offset + query.limit
    const shown = people.slice(query.offset, end)
    const rowids = shown.map(({ voice }) => columns.rowid[voice] as number)
    const ids = await findVoiceIds(site.database, rowids)
    const items = shown.flatMap(person => {
      const id = ids.get(columns.rowid[person.voice] as number)
      return id === undefined ? [] : [toPerson(id, person)]
    })
    return toPage(url, people.length, items, end < people.length ? { offset: end } : null)
  },
})

export const getPerson = defineRoute({
  id: 'getPerson',
  method: 'get',
  at: '/people/{person}',
  summary: 'Get a person across articles',
  description:
    'What each article says of them: role, affiliation, gender, source type and function, with its evidence. By a voice of an older version they are shown in all versions.',
  path: z.strictObject({
    person: id('Whole id of any of their voices.'),
  }),
  query: z.strictObject({ versions }),
  body: null,
  answer: { status: 200, name: 'Person', schema: ONE_PERSON, description: 'The person in all articles.' },
  problems: [404],
  async answerTo({ site }, { path, query }) {
    const voices = await site.voices.get(await site.index.get())
    const { columns } = voices
    const asked = await voices.find(path.person)
    const isAll = showsAllVersions(columns, asked, query.versions === 'all')
    const person = personOf(columns, asked, isAll)
    if (person === null)
      throw new HearsayError(
        `No person is known as "${path.person}"; GET /api/v1/people lists them.`,
        'person-not-found',
      )
    const everywhere = newestFirst(columns, voicesOfPerson(columns, person.voice))
    const own = isAll ? everywhere : inNewest(columns, everywhere)
    const rows = await findVoicesByRowid(
      site.database,
      own.map(voice => columns.rowid[voice] as number),
    )
    const evidence = await findEvidenceOfVoices(
      site.database,
      rows.map(({ rowid }) => rowid),
    )
    return {
      ...toPerson(path.person, person),
      voices: rows.map(row => toVoice(row, voices, evidence.get(row.rowid) ?? [])),
    }
  },
})

function toPerson(id: string, person: Person): Frozen<z.output<typeof PERSON>> {
  const { name, genders, types, articles, claims, quotedWords } = person
  return { id, name, genders, types, articles, claims, quoted_words: quotedWords }
}

function toVoice(row: ListedVoice, voices: VoiceIndex, evidence: readonly ShownEvidence[]) {
  const { columns } = voices
  const index = voices.indexOf(row.rowid)
  return {
    id: row.id,
    article: row.article_id,
    first: { text: row.text, span: [row.start, row.end] as const },
    naming: row.naming,
    role: placed(row.role, row.role_start, row.role_end),
    affiliation: placed(row.affiliation, row.affiliation_start, row.affiliation_end),
    ...labelsOf(columns, index),
    claims: columns.claims[index] as number,
    quoted_words: columns.quotedWords[index] as number,
    corrected: row.said === null ? null : { by: row.said.corrected_by, at: row.said.corrected_at, note: row.said.note },
    evidence: evidence.map(({ field, value, start, end, words: text, rule, reason }) => {
      return { field, value, span: toSpan(start, end), text, rule, reason }
    }),
  }
}

function placed(text: string | null, start: number | null, end: number | null) {
  return text === null ? null : { text, span: toSpan(start, end) }
}

function toSpan(start: number | null, end: number | null): readonly [number, number] | null {
  return start === null || end === null ? null : [start, end]
}
