import type { RolePaths } from '../record-fields.ts'

/** The form in which one service or tool gives its records, as far as the usual names do not tell. */
export interface Shape {
  /** As its makers call it. */
  readonly name: string
  /** Why the usual names are not enough. */
  readonly reason: string
  /** A record has this shape when it has all the fields of one of these lists. */
  readonly marks: readonly (readonly string[])[]
  /** Where the roles lie, before the usual names. */
  readonly roles: RolePaths
  /** Why records of this shape hold no article, to be read after `it is`. */
  readonly isNoArticle?: string
  /** A record and what must come of it, which its test reads. */
  readonly example: ShapeExample
}

export interface ShapeExample {
  readonly record: object
  /** Fields of the article, or words of the reason why it is none. */
  readonly article?: Readonly<Record<string, unknown>>
  readonly refused?: string
}
