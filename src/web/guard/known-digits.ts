/** Digits of each; as many as of a token are measured, and some more. */
const LENGTH = 300
const ONE = 10n ** BigInt(LENGTH)

/** Digits that people know or find in any table: those of constants, and of sequences written one number after another. */
export const KNOWN_DIGITS: readonly string[] = [
  pi(),
  euler(),
  ...[2n, 3n, 5n].map(squareRoot),
  (ONE + squareRoot(5n)) / 2n,
  [...numbers(100n)].join(''),
  [...numbers(300n)].filter(isPrime).join(''),
  [...numbers(100n)].map(number => number ** 2n).join(''),
  [...numbers(130n)].map(number => 2n ** number).join(''),
  fibonacci(100).join(''),
].map(String)

/** After Machin (1706): π/4 = 4 arctan 1/5 − arctan 1/239. */
function pi(): bigint {
  return 4n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n))
}

function arctanOfInverse(number: bigint): bigint {
  let sum = 0n
  let term = ONE / number
  for (let odd = 1n; term !== 0n; odd += 2n) {
    sum += (odd % 4n === 1n ? term : -term) / odd
    term /= number ** 2n
  }
  return sum
}

function euler(): bigint {
  let sum = 0n
  let term = ONE
  for (let index = 1n; term !== 0n; index += 1n) {
    sum += term
    term /= index
  }
  return sum
}

/** After Newton, from above. */
function squareRoot(number: bigint): bigint {
  const square = number * ONE ** 2n
  let root = number * ONE
  for (let next = (root + square / root) / 2n; next < root; next = (root + square / root) / 2n) root = next
  return root
}

function* numbers(last: bigint): Generator<bigint> {
  for (let number = 1n; number <= last; number += 1n) yield number
}

function isPrime(number: bigint): boolean {
  return number > 1n && [...numbers(number - 1n)].every(divisor => divisor === 1n || number % divisor !== 0n)
}

function fibonacci(count: number): bigint[] {
  const sequence = [1n, 1n]
  while (sequence.length < count) sequence.push((sequence.at(-1) as bigint) + (sequence.at(-2) as bigint))
  return sequence
}
