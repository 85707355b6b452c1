/** What XML 1.0 cannot hold in any way: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Else read back as a plain line end, or in an attribute as a space.
  '\r': '&#13;',
}

/** Any text as XML 1.0 has it, in an element or an attribute; what it cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"'\r]/g, character => ENTITIES[character] ?? character)
}
