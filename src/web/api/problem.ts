import { STATUS_CODES } from 'node:http'
import { type ErrorCode, kindOfError } from '../../domain/errors/catalogue.ts'
import type { Problem } from './schemas/problem.ts'

export const PROBLEM_TYPE = 'application/problem+json'

/** An answer that says what went wrong, by RFC 9457; its status follows from the code. */
export function problem(
  code: ErrorCode,
  detail: string,
  { errors, headers = {} }: { readonly errors?: Problem['errors']; readonly headers?: Record<string, string> } = {},
): Response {
  const { status } = kindOfError(code)
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    ...(errors === undefined ? {} : { errors }),
  }
  return new Response(`${JSON.stringify(body)}\n`, { status, headers: { ...headers, 'Content-Type': PROBLEM_TYPE } })
}
