/** UTF-16 offset of every code point, and of the text's end. */
export function startsOfCodePoints(text: string): number[] {
  const starts: number[] = []
  let offset = 0
  for (const point of text) {
    starts.push(offset)
    offset += point.length
  }
  starts.push(offset)
  return starts
}
