import type { z } from 'zod'
import type { Site } from '../site.ts'

/** What routes answer from. */
export interface ApiContext {
  readonly site: Site
}

/** What a request gave, by the route's own schemas, and its address for links. */
export interface Given<Path, Query, Body> {
  readonly path: Path
  readonly query: Query
  readonly body: Body
  readonly url: URL
}

/** The same, all the way down, of what nobody writes to. */
export type Frozen<Value> = unknown extends Value ? unknown : { readonly [Key in keyof Value]: Frozen<Value[Key]> }

/** Path and query are flat: texts, whole numbers, yes or no, labels, and lists of these in the query. */
type Fields = z.ZodObject

/** A route: the schemas that check a request and describe its answer are the very ones that the document is made from. */
export interface RouteDefinition<
  Path extends Fields,
  Query extends Fields,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> {
  /** `operationId` of the document. */
  readonly id: string
  readonly method: 'get' | 'post'
  /** Under `/api/v1`, as in `/claims/{claim}`. */
  readonly at: string
  readonly summary: string
  readonly description?: string
  readonly path: Path
  readonly query: Query
  /** Of what a request sends as JSON; null where it sends nothing. */
  readonly body: Body | null
  readonly answer: {
    readonly status: 200 | 201 | 202
    /** Its name among the document's schemas; null of a text. */
    readonly name: string | null
    readonly schema: Answer
    readonly description: string
  }
  /** Whether the answer changes though the database does not, and so has no entity tag. */
  readonly isVolatile?: boolean
  /** What may go wrong beside what may anywhere. */
  readonly problems: readonly (404 | 409 | 413 | 415)[]
  answerTo(
    context: ApiContext,
    given: Given<z.output<Path>, z.output<Query>, z.output<Body>>,
  ): Promise<Frozen<z.output<Answer>>>
}

/** A route of any types. */
export interface ApiRoute extends Omit<RouteDefinition<Fields, Fields, z.ZodType, z.ZodType>, 'answerTo'> {
  answerTo(context: ApiContext, given: Given<unknown, unknown, unknown>): Promise<unknown>
}

/** Checks a route's types against its schemas, and forgets them: who calls it has checked the request. */
export function defineRoute<
  Path extends Fields,
  Query extends Fields,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(route: RouteDefinition<Path, Query, Body, Answer>): ApiRoute {
  return { ...route, answerTo: (context, given) => route.answerTo(context, given as never) }
}
