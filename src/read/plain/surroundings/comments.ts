import type { TextLine } from '../lines/text-lines.ts'

/** What heads the comments below an article. */
const MARKER =
  /^(?:(?:all |reader |readers[’'] |top |view |show |your |\d{1,6} )?comments?(?: ?[([]\d{1,6}[)\]]|:? ?\d{1,6})?:?|have your say|what do you think\?|join the (?:conversation|discussion|debate)|(?:leave|post|add|write) a (?:comment|reply)|\d{1,6} (?:responses|replies|thoughts)(?: (?:to|on) .{1,150})?|discussion|(?:the )?conversation(?: \(?\d{1,6}\)?)?)$/iu
/** What a reader may do about a comment: no report has a line of such words alone. */
const ACTION =
  /^(?:(?:reply|report|flag|upvote|downvote|permalink|recommend|dislike)(?: to .{1,40})?|(?:log|sign) in to (?:comment|reply|post|join)\b.{0,60}|(?:show|view|load|see|hide) (?:\d{1,5} )?(?:more |all )?(?:repl(?:y|ies)|comments)|(?:load|show) more|sort by:?.{0,40}|newest first|oldest first|most liked|(?:(?:newest|oldest|best rated|worst rated)(?: |$)){1,4}|click to rate|\d{1,6} (?:likes?|upvotes?|replies|repl(?:y|ies)))$/iu
const ACTION_WORDS: ReadonlySet<string> = new Set([
  'dislike',
  'flag',
  'like',
  'likes',
  'permalink',
  'recommend',
  'replies',
  'reply',
  'report',
  'share',
])
/** A reader's name and when it was written: `ferry_fan 2 hours ago`. */
const STAMPED =
  /^\S.{0,60}?[\s·•|,-](?:an?|\d{1,2}) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|years?) ago$|^(?:an?|\d{1,2}) ?(?:secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?) ago$/iu

/** How many lines below its head, or below a first name, a thread shows itself. */
const LOOK_AHEAD = 12

/**
 * Index of the line at which readers' comments begin, below running text, or -1. What heads them counts only when a reader may reply to
 * or report what follows: an article may have a part called Comments.
 */
export function findComments(lines: readonly TextLine[], firstRunning: number): number {
  for (let i = firstRunning + 1; i < lines.length; i += 1) {
    const { words } = lines[i] as TextLine
    const isMarker = MARKER.test(words)
    if (!isMarker && !STAMPED.test(words)) continue
    const below = lines.slice(i + 1, i + 1 + LOOK_AHEAD)
    const stamps = below.filter(line => STAMPED.test(line.words)).length
    if (below.some(isAction) || (isMarker && stamps >= 2)) return isMarker ? i : beforeName(lines, i)
  }
  return -1
}

function isAction({ words }: TextLine): boolean {
  if (ACTION.test(words)) return true
  if (words.length > 80) return false
  const all = words.toLowerCase().split(/[\s·•|,()/]+/u)
  const actions = all.filter(word => ACTION_WORDS.has(word))
  const counts = all.filter(word => word === '' || /^\d{1,6}$/.test(word)).length
  return actions.length + counts === all.length && actions.some(word => word !== 'share' && !/^likes?$/.test(word))
}

/** A name may have a line of its own above the time. */
function beforeName(lines: readonly TextLine[], index: number): number {
  const line = lines[index] as TextLine
  const above = lines[index - 1]
  const isTimeAlone = /^(?:an?|\d)/iu.test(line.words) && line.words.split(' ').length === 3
  return isTimeAlone && !line.isSetOff && above?.isSetOff === true && above.length <= 40 ? index - 1 : index
}
