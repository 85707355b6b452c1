/** Characters of a time and of a digest, which come before a value and decide which of several is the last. */
const BEFORE_VALUE = 24 + 64

/** The last value of a column: of what is null nothing is joined, and `max` passes over that. */
const last = (column: string) => `substr(max(own.corrected_at || link.entry || ${column}), ${BEFORE_VALUE + 1})`

/** Whether an entry (`own`, with its `link`) counts: none takes it back, and it takes none back itself. */
export const VOICE_ENTRY_STANDS = `own.withdraws IS NULL AND NOT EXISTS (
  SELECT 1 FROM voice_correction AS other JOIN voice_correction_link AS others ON others.correction_id = other.id
  WHERE other.voice_id = own.voice_id AND other.withdraws = link.entry)`

/**
 * What people say of each voice. An entry without a link, which somebody put into the table past all programs, moves nothing,
 * and one that another takes back is as if it had never been.
 */
export const VOICE_CORRECTED = `
SELECT own.voice_id, ${['gender', 'source_type', 'function', 'role', 'affiliation', 'note']
  .map(column => `${last(`own.${column}`)} AS ${column}`)
  .join(', ')},
  nullif(${last("coalesce(own.corrected_by, '')")}, '') AS corrected_by, max(own.corrected_at) AS corrected_at
FROM voice_correction AS own
JOIN voice_correction_link AS link ON link.correction_id = own.id
WHERE ${VOICE_ENTRY_STANDS}
GROUP BY own.voice_id`
