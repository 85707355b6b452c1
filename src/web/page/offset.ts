import { HearsayError } from '../../domain/errors.ts'
import { readOnly } from '../parameters.ts'
import { address, type Parameters } from './address.ts'
import type { Html } from './html.ts'
import { renderPager } from './pager.ts'

/**
 * Where a page of a list begins, from its address.
 *
 * @throws HearsayError (2) when it is no number.
 */
export function readOffset(search: URLSearchParams, name = 'from'): number {
  const from = readOnly(search, name) ?? '1'
  const place = Number(from)
  if (!/^\d{1,9}$/.test(from) || place < 1)
    throw new HearsayError(`"${from}" is no place in the list; it must be a number from 1 on.`, 'value-invalid')
  return place - 1
}

export interface OffsetPage {
  readonly path: string
  readonly parameters?: Parameters
  readonly name?: string
  readonly offset: number
  readonly size: number
  readonly shown: number
  readonly total: number
}

function lastPage(total: number, size: number): number {
  return Math.floor(Math.max(0, total - 1) / size) * size
}

/** The ways on and back in a list that is paged by place. */
export function renderOffsetPager(
  { path, parameters = {}, name = 'from', offset, size, shown, total }: OffsetPage,
  what: string,
): Html {
  const at = (place: number) => address(path, { ...parameters, ...(place === 0 ? {} : { [name]: place + 1 }) })
  return renderPager(
    {
      before: offset,
      shown,
      total,
      // From beyond the end there is a way back to the last page.
      previous: offset > 0 ? at(Math.max(0, Math.min(offset - size, lastPage(total, size)))) : null,
      next: offset + shown < total ? at(offset + size) : null,
    },
    what,
  )
}
