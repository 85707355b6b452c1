/** Articles for tests of the command line, made up. */

export const BRIDGE = `Bridge to open in May

OSLO — Ministers met on Monday.

"The bridge will open in May," said Ingrid Solberg, the transport minister. She believes that trains will follow.

Two officials, who asked not to be named because they were not authorised to speak, told reporters that the cost had doubled.
`

export const DAM = `Engineers warn of dam

😀 “The dam is safe,” said Ada Mwale. Critics said the spillway was cracked.
`

export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
