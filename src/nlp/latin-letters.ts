/** Latin letters with marks that Western European languages do not have: those of Polish, Turkish, Romanian, Vietnamese names. */
const MARKED = /[\u0100-\u024f\u0259\u1e00-\u1eff]/gu
/** Those that no decomposition takes a plain letter from. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  [...'ĐDđdĦHħhıiŁLłlŊNŋnØOøoŒOœoŦTŧtƏEəeſsƀbƁBƊDƒfƓGƘKƙkǤGǥgȺAɃBɆEɇeɌRɍrɎYɏy'].flatMap((letter, i, all) =>
    i % 2 === 0 ? [[letter, all[i + 1] as string] as const] : [],
  ),
)

/**
 * A text of the same length (UTF-16) with plain letters for marked ones: "Łukasz Wiśniewski" as "Lukasz Wisniewski".
 */
export function toPlainLetters(text: string): string {
  return text.replace(MARKED, letter => {
    const plain = PLAIN.get(letter) ?? (letter.normalize('NFD')[0] as string)
    return plain.length === letter.length ? plain : letter
  })
}
