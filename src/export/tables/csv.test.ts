import { expect, it } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../../../test/support/stored-database.ts'
import { csv } from './csv.ts'
import { LATER_SOURCE_COLUMNS } from './source-columns.ts'

/** What nobody said of a source in columns that came later. */
const NO_MORE = ','.repeat(LATER_SOURCE_COLUMNS.length)

it('writes a header and one line a claim', async () => {
  const records = [
    buildArticleRecord(
      '=HYPERLINK("x") is a trick, Ms Roy, an editor, told us, and so on.',
      [
        {
          source: 'Ms Roy, an editor',
          cue: 'told',
          addressee: 'us',
          content: ['=HYPERLINK("x") is a trick', 'and so on'],
          claim: { id: 'claim-1', cueLemma: 'tell', quotation: 'direct' },
        },
      ],
      {
        article: {
          id: 'text-hash',
          rawSha256: 'raw-hash',
          title: 'A "trick"',
          publisher: 'The Rift Wire',
          byline: 'Ann Lee',
        },
      },
    ),
    buildArticleRecord('It reportedly rained.', [{ cue: 'reportedly', content: 'It', claim: { id: 'claim-2' } }], {
      article: { id: 'other', rawSha256: 'other', uri: 'news/rain.txt' },
    }),
  ]
  const { database } = readUntilTestEnds(storeRecords(records))
  const lines: string[] = []
  const count = await csv.export(database, {}, piece => void lines.push(String(piece)))
  expect(count).toBe(2)
  expect(lines).toEqual([
    'id,article_id,article_uri,article_sha256,title,published_at,quotation,act,negated,hedged,confidence,status,' +
      'source,source_spans,naming,kind,name,role,affiliation,number,reason,knowledge,cue,cue_lemma,cue_spans,' +
      'content,content_spans,addressee,addressee_spans,rules,' +
      'verdict,note,corrected_by,machine_naming,machine_name,origin,machine_act,machine_negated,machine_quotation,' +
      'machine_source,machine_cue,machine_content,machine_content_spans,machine_addressee,publisher,byline' +
      `${LATER_SOURCE_COLUMNS.map(column => `,${column}`).join('')}\r\n`,
    'claim-1,text-hash,news/article.txt,raw-hash,"A ""trick""",,direct,statement,false,false,0.9,accepted,' +
      '"Ms Roy, an editor",28:45,named,person,,,,,,,told,tell,47:51,' +
      `"'=HYPERLINK(""x"") is a trick … and so on",0:26 56:65,us,52:54,source-cue-content,,,,,,machine,,,,,,,,,The Rift Wire,Ann Lee${NO_MORE}\r\n`,
    'claim-2,other,news/rain.txt,other,,,indirect,statement,false,false,0.9,accepted,' +
      ',,unstated,,,,,,,,reportedly,reportedly,3:13,It,0:2,,,source-cue-content,,,,,,machine,,,,,,,,,,' +
      `${NO_MORE}\r\n`,
  ])
})
