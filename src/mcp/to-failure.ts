import type { CallToolResult } from '@modelcontextprotocol/server'
import type { ErrorCode } from '../domain/errors.ts'
import { quoteText } from './quote-answer.ts'

/** A refusal repeats what it refuses; the code, which is ours, stands outside the marks. */
export function toFailure(code: ErrorCode, sentence: string): CallToolResult {
  const text = `Hearsay could not answer (${code}): ${quoteText(sentence)}`
  return { content: [{ type: 'text', text }], structuredContent: { code }, isError: true }
}
