import type { z } from 'zod'
import type { StoreReader } from '../store/reader.ts'

/** Something that an assistant can ask of the database; nothing of it writes. */
export interface Tool<Input = unknown> {
  readonly name: string
  readonly title: string
  /** Says to an assistant when to use it and what it gets. */
  readonly description: string
  readonly input: z.ZodType<Input>
  /** @throws HearsayError when what is asked for is unknown or makes no sense */
  answer(reader: StoreReader, input: Input): Promise<object>
}
