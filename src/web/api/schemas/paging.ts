import { z } from 'zod'

/** Most that a page may hold, and what it holds unless told otherwise. */
const [MOST, USUAL] = [200, 50]

export const limit = z.int().min(1).max(MOST).default(USUAL).describe('Most items of the page.')

/** Farther than any list goes. */
const LAST = 1_000_000_000
export const offset = z.int().min(0).max(LAST).default(0).describe('How many items to pass over.')

/** Longest words to look for, in UTF-16 units. */
export const LONGEST_WORDS = 500

/** Words to look for. */
export const words = (description: string) => z.string().min(1).max(LONGEST_WORDS).describe(description)

const ID = /^[0-9a-f]{1,64}$/
const NO_ID = 'It is no id: an id is up to 64 of the characters 0-9 and a-f, as lists give it.'

/** An id of something that is stored. */
export const id = (description: string) => z.string().regex(ID, NO_ID).describe(description)

/** An id, or the beginning of one that nothing else begins with. */
export const reference = (what: string) => id(`Id of the ${what}, or as much of its beginning as no other has.`)

/** A cursor: the whole id of what the page goes on after. */
export const after = (what: string) =>
  id(`Id of the ${what} that the page goes on after, as links.next has it.`).optional()

export const day = (description: string) =>
  z.iso.date('It is no date of the calendar: write a day as 2026-05-31.').optional().describe(description)

/** One page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item, description: string) =>
  z
    .object({
      total: z.int().min(0).describe('All that match, on all pages.'),
      items: z.array(item),
      links: z.object({
        self: z.string(),
        next: z.string().nullable().describe('Address of the next page; null on the last.'),
      }),
    })
    .meta({ description })

/** A page with the links that lead on. */
export interface Page<Item> {
  readonly total: number
  readonly items: readonly Item[]
  readonly links: { readonly self: string; readonly next: string | null }
}
