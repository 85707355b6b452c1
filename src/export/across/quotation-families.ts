import type { ClaimSpan } from '../../domain/record.ts'
import { readDifferenceKinds } from '../../families/differences/difference-kinds.ts'
import { readFamilyPage } from '../../store/queries/across/pages-across.ts'
import { findSpansOfClaims } from '../../store/queries/claims/spans-of-claims.ts'
import type { QuotationFamilyTable, StoreDatabase, VariantView } from '../../store/schema.ts'
import type { AcrossFile } from './across-file.ts'
import { wordsOf } from './exported-words.ts'

const FAMILIES_A_PAGE = 200

/** A family a line, by its id; its claims in the order in which they were seen. */
export const quotationFamilies: AcrossFile = {
  name: 'quotation-families.jsonl',
  description: 'claims of several articles whose words are the same or nearly so, a family a line',
  async write(database, write) {
    let count = 0
    for (let after = ''; ; ) {
      const page = await database.transaction().execute(snapshot => readPage(snapshot, after))
      const last = page.families.at(-1)
      if (last === undefined) return count
      after = last.id
      for (const family of page.families) await write(`${JSON.stringify(toLine(family, page))}\n`)
      count += page.families.length
    }
  },
}

interface Page {
  readonly families: readonly QuotationFamilyTable[]
  readonly members: ReadonlyMap<string, readonly VariantView[]>
  readonly spans: ReadonlyMap<string, readonly ClaimSpan[]>
}

async function readPage(snapshot: StoreDatabase, after: string): Promise<Page> {
  const { families, members } = await readFamilyPage(snapshot, after, FAMILIES_A_PAGE)
  const spans = await findSpansOfClaims(
    snapshot,
    members.map(({ claim_id }) => claim_id),
  )
  return { families, members: Map.groupBy(members, ({ family_id }) => family_id), spans }
}

function toLine(family: QuotationFamilyTable, { members, spans }: Page) {
  return {
    id: family.id,
    claims: family.claims,
    articles: family.articles,
    publishers: family.publishers,
    variants: family.variants,
    first_seen: family.first_seen,
    last_seen: family.last_seen,
    speakers: family.speakers,
    speakers_differ: family.speakers_differ === 1,
    meaning_differs: family.meaning_differs === 1,
    members: (members.get(family.id) ?? []).map(member => toMember(member, spans.get(member.claim_id))),
  }
}

function toMember(member: VariantView, spans: readonly ClaimSpan[] | undefined) {
  const { article_id: id, article_uri: uri, title, publisher, differs } = member
  return {
    claim: member.claim_id,
    article: { id, uri, title, publisher },
    variant: member.variant,
    seen_at: member.seen_at,
    seen_by: member.seen_by,
    name: member.name,
    quotation: member.quotation,
    act: member.act,
    content: wordsOf(spans, 'content'),
    score: member.score,
    differs: readDifferenceKinds(differs),
  }
}
