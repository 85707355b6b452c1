import { type Cell, encodeCell, type Reals, saidCells, withoutNul } from './canonical-form.ts'
import { crcOf } from './crc.ts'

const [NOTHING, WHOLE, TEXT, END, BEHIND_LENGTH, ZERO] = [...'nit;:0'].map(letter => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
]
/** Also of what stands before a text; a number beyond what is exact can have 309 digits. */
const MOST_IN_NUMBER = 320
const MOST_IN_UTF8 = 3
/** How the rows of a table are written. */
export interface RowForm {
  /** What each row begins with. */
  readonly head: Uint8Array
  readonly reals: Reals
  /** What rows begin with that say nothing behind the first cells, and are written without the others; null where there are no others. */
  readonly later: { readonly firstCells: number; readonly head: Uint8Array } | null
}

/**
 * Rows of one table in canonical form, written as bytes into memory that is used again and again: an article has two thousand
 * cells, and to make a text of each, and of all, takes twice as long.
 */
export class RowBytes {
  #bytes: Buffer = Buffer.allocUnsafeSlow(1 << 16)
  #rows = 0
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  /** Where the cells of each begin. */
  readonly #cells: number[] = []
  readonly #order: number[] = []
  /** What all rows begin with, without what tells them apart. */
  #same = 0

  /**
   * Takes the rows of a table in the place of those before, and puts them in the order of their bytes.
   *
   * @throws RangeError when a number that is to be whole is not
   */
  fill(form: RowForm, rows: readonly (readonly Cell[])[]): void {
    this.#rows = rows.length
    this.#order.length = rows.length
    let at = 0
    let isUniform = true
    for (let row = 0; row < rows.length; row += 1) {
      const all = rows[row] as readonly Cell[]
      const cells = form.later === null ? all : saidCells(all, form.later.firstCells)
      const head = form.later === null || cells === all ? form.head : form.later.head
      isUniform &&= head === form.head
      this.#makeRoom(at, head.length + mostBytes(cells))
      this.#starts[row] = at
      this.#bytes.set(head, at)
      this.#cells[row] = at + head.length
      at = writeCells(this.#bytes, at + head.length, cells, form.reals)
      this.#ends[row] = at
      this.#order[row] = row
    }
    if (this.#bytes.subarray(0, at).includes(0)) {
      this.fill(
        form,
        rows.map(cells => cells.map(withoutNul)),
      )
      return
    }
    if (rows.length < 2) return
    this.#same = isUniform ? form.head.length : 0
    const first = rows[0]?.[0]
    if (isUniform && typeof first === 'string' && rows.every(cells => cells[0] === first)) this.#same += first.length
    this.#order.sort(this.#compare)
  }

  /** Appends the rows in their order. */
  copyTo(target: GrowingBytes): void {
    for (let place = 0; place < this.#rows; place += 1) {
      const row = this.#order[place] as number
      target.add(this.#bytes, this.#starts[row] as number, this.#ends[row] as number)
    }
  }

  /** The lowest byte of the CRC-32 of each row's cells, in the order of the rows. */
  addSums(sums: number[]): void {
    for (let place = 0; place < this.#rows; place += 1) {
      const row = this.#order[place] as number
      sums.push(crcOf(this.#bytes, this.#cells[row] as number, this.#ends[row] as number) & 0xff)
    }
  }

  readonly #compare = (one: number, other: number): number => {
    const bytes = this.#bytes
    let a = (this.#starts[one] as number) + this.#same
    let b = (this.#starts[other] as number) + this.#same
    const endOfOne = this.#ends[one] as number
    const endOfOther = this.#ends[other] as number
    for (; a < endOfOne && b < endOfOther; a += 1, b += 1) {
      const difference = (bytes[a] as number) - (bytes[b] as number)
      if (difference !== 0) return difference
    }
    return endOfOne - a - (endOfOther - b)
  }

  #makeRoom(used: number, more: number): void {
    if (used + more > this.#bytes.length) this.#bytes = enlarge(this.#bytes, used, more)
  }
}

/** No row takes more. */
function mostBytes(cells: readonly Cell[]): number {
  let most = MOST_IN_NUMBER * cells.length
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place]
    if (typeof cell === 'string') most += MOST_IN_UTF8 * cell.length
  }
  return most
}

/** @returns where what was written ends */
function writeCells(bytes: Buffer, from: number, cells: readonly Cell[], reals: Reals): number {
  let at = from
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place] as Cell
    if (typeof cell === 'string') at = writeText(bytes, at, cell)
    else if (cell === null) {
      bytes[at] = NOTHING
      bytes[at + 1] = END
      at += 2
    } else at = writeNumber(bytes, at, cell, reals.size > 0 && reals.has(place))
  }
  return at
}

function writeText(bytes: Buffer, from: number, text: string): number {
  bytes[from] = TEXT
  const { length } = text
  const at = writeDigits(bytes, from + 1, length)
  bytes[at] = BEHIND_LENGTH
  const written = bytes.write(text, at + 1)
  return written === length ? at + 1 + length : tellLength(bytes, from, at + 1, written)
}

/** A text that has more bytes than characters, once it has been written: what stands before it may be longer then. */
function tellLength(bytes: Buffer, from: number, start: number, length: number): number {
  const to = from + 1 + countDigits(length) + 1
  if (to !== start) bytes.copyWithin(to, start, start + length)
  writeDigits(bytes, from + 1, length)
  bytes[to - 1] = BEHIND_LENGTH
  return to + length
}

function writeNumber(bytes: Buffer, from: number, number: number, isReal: boolean): number {
  if (isReal || number < 0 || number > 999_999_999 || !Number.isInteger(number))
    return from + bytes.write(encodeCell(number, isReal), from)
  bytes[from] = WHOLE
  const at = writeDigits(bytes, from + 1, number)
  bytes[at] = END
  return at + 1
}

/** @param number whole, and not less than 0 */
function writeDigits(bytes: Buffer, from: number, number: number): number {
  const end = from + countDigits(number)
  let rest = number
  for (let at = end - 1; at >= from; at -= 1) {
    const next = Math.floor(rest / 10)
    bytes[at] = ZERO + rest - next * 10
    rest = next
  }
  return end
}

function countDigits(number: number): number {
  let digits = 1
  for (let power = 10; power <= number; power *= 10) digits += 1
  return digits
}

/** Bytes that others are appended to. */
export class GrowingBytes {
  #bytes: Buffer = Buffer.allocUnsafeSlow(1 << 16)
  #size = 0

  /** Begins anew, with these bytes. */
  begin(bytes: Uint8Array): void {
    this.#size = 0
    this.add(bytes, 0, bytes.length)
  }

  add(source: Uint8Array, start: number, end: number): void {
    if (this.#size + end - start > this.#bytes.length) this.#bytes = enlarge(this.#bytes, this.#size, end - start)
    this.#bytes.set(source.subarray(start, end), this.#size)
    this.#size += end - start
  }

  /** All of them, until they begin anew. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#size)
  }
}

function enlarge(bytes: Buffer, used: number, more: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(2 * (used + more))
  bytes.copy(larger, 0, 0, used)
  return larger
}
