import type { MarkupElement } from '../html/markup-node.ts'
import type { Block } from '../html/read-blocks.ts'
import { leaveOut, type Reasons } from './reasons.ts'

/*
 * What a page says to its readers about itself: to subscribe, to sign in, to follow, to accept, to comment. Each pattern is
 * bound to the beginning of a block or to words that no report uses of its matter.
 */
const INVITATIONS: readonly RegExp[] = [
  // Subscriptions and accounts.
  /^(?:please )?(?:subscribe|sign[ -]?up|register|log ?in|sign ?in|create (?:an|your|a free) account|join (?:now|today|us|our newsletter)|already (?:a|have)\b.{0,30}(?:subscriber|account|member)|become an? (?:subscriber|member|supporter|patron))\b/iu,
  /\b(?:subscribe|sign up|register|log in|sign in) (?:now |today |here )?(?:for (?:free|our|the|a|just|only|less|email|more)\b|to (?:our|the|get|receive|read|continue|unlock|view|access|keep|comment|email)\b|with your\b)/iu,
  /\bplease (?:subscribe|register|sign (?:in|up)|log in|whitelist|enable|turn on|disable|read our)\b/iu,
  /\b(?:reserved for|only for|available (?:only )?to|exclusive to) (?:our )?(?:subscribers|members|registered)\b/iu,
  /\b(?:unlimited|exclusive|full|instant)(?: \w+){0,2} access to\b.{0,80}\b(?:account|articles?|content|coverage|news|sites?|journalism|website|\.com)\b/iu,
  /^(?:unlimited|exclusive|full|instant)(?: \w+){0,3} access\b/iu,
  /^(?:unlimited|exclusive) (?:digital access|articles? (?:by|from))\b/iu,
  /^(?:access|get|enjoy|read|unlock)\b.{0,60}\b(?:with one account|additional articles|unlimited|the latest local, national)\b/iu,
  /^(?:share your thoughts|support (?:local|independent|our|quality) journalism|get email updates|get exclusive|enjoy insights)\b/iu,
  /\bto continue (?:with )?(?:your )?reading\b|\b(?:free|saved) articles? (?:limit|remaining|left|this month)\b|\b(?:free to read|register to unlock)\b/iu,
  /\byou(?:['’]ve| have) reached (?:the|your)\b.{0,30}\blimit\b|\b(?:manage|view) (?:your )?saved articles\b/iu,
  /^this (?:article|story|content|page) is (?:only |reserved |exclusively |available )*(?:for|to|free)\b.{0,40}\b(?:subscribers?|members?|read|premium)\b/iu,
  /\b(?:you(?:['’]re| are) already|already) a (?:subscriber|member)\b|\bsubscribers (?:also )?(?:receive|get)\b/iu,
  // Newsletters, applications, channels.
  /\b(?:our|the|daily|weekly|monthly|free|this|email) (?:\w+ )?newsletters?\b.{0,80}\b(?:inbox|subscrib|sign|deliver|receive|here|below|now)|\b(?:straight|direct(?:ly)?|right) (?:in)?to your (?:email )?(?:inbox|phone)\b/iu,
  /^(?:get|receive|want)\b.{0,80}\b(?:newsletter|in your inbox|by email|alerts|our app|updates? (?:from|by))\b/iu,
  /^(?:(?:please )?(?:like|follow|find|join|add|connect with)\b(?: and (?:like|follow))?.{0,60}\bon (?:facebook|twitter|x\b|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|bluesky|google|snapchat|social))/iu,
  /^(?:you can )?(?:follow|keep up with|reach|contact|email) (?:me|us|him|her|them|the (?:author|reporter|writer|journalist))\b/iu,
  /\b(?:get in touch|contact|write to)(?: with)? (?:us\b|our\b.{0,30}\b(?:team|desk|newsroom|staff)\b)|\bjoin us on (?:whatsapp|telegram|facebook)\b|\bour community members are treated\b/iu,
  /^check out (?:more|our|all)\b.{0,120}\b(?:here|by signing up|newsletters?|stories|coverage)\b|\bin my bookmarks\b/iu,
  /\bdownload (?:the|our)\b.{0,60}\bapps?\b.{0,40}\b(?:ios|android|iphone|app store|google play)\b/iu,
  /^download (?:the|our)\b.{0,40}\bapp\b/iu,
  /^for more (?:stories|articles|news|videos|on this)\b.{0,80}\b(?:check|click|follow|go to|head to|see|subscribe|tune|visit)\b/iu,
  // Comments and letters.
  /^(?:would you like|do you want|want) to (?:comment|be informed|contribute|share your)\b|^(?:leave|post|write|add|submit) (?:a|your|the first) (?:comment|reply|letter)/iu,
  /\b(?:read|see) our comment(?:s|ing)? (?:policy|guidelines)\b|\bbefore commenting\b|\bwhat (?:do )?you think (?:about|of) this (?:article|story)\b|\bletters?@|\bletter to the editor\b.{0,60}\b(?:submit|write|email|form|send)|^(?:submit|send) (?:us )?(?:your|a) (?:letter|tip|story)/iu,
  /^(?:have|got|do you have) (?:a|any|you got)\b.{0,60}\b(?:tips?|story|question|news)\b.{0,40}\?/iu,
  /^(?:is|was|did you find) this (?:page|article|story|information|content) (?:useful|helpful)\b.{0,40}$/iu,
  // Consent and law.
  /\bwe(?: and our partners)? (?:use|store|set)(?: and \w+)? (?:\w+ )?cookies\b|\bcookie (?:policy|settings|notice|preferences)\b|^(?:we value )?your privacy\b|\bprivacy choices\b|\bby (?:using|continuing|clicking|signing|submitting|providing)\b.{0,100}\b(?:you (?:agree|consent|accept)|terms)\b/iu,
  /\bsells? your personal information\b|^this (?:site|page|form) is protected by\b|\b(?:not responsible for (?:the )?(?:opinions|content of external)|does not (?:offer|provide|constitute) (?:medical|legal|financial|investment) advice)\b/iu,
  /^(?:we may (?:earn|receive)|this (?:post|article|page|story|site) (?:may )?contains? (?:affiliate|references to products|sponsored)|when you (?:buy|purchase)|if you (?:buy|click|purchase))\b/iu,
  /\baffiliate (?:links?|commission|disclosure)\b|\bearn (?:a|an)(?: small| affiliate)? commission\b|^advertis(?:ing|ement|er) disclosure\b/iu,
  // What stands for content of others until the reader lets it in.
  /\bto (?:display|load|play|see|show|view|watch) (?:this|the) (?:\w+ )?(?:content|embed|media|post|tweet|video)\b.{0,100}\b(?:accept|allow|click|consent|cookies|enable)\b/iu,
  /^(?:allow|load) \w+ content\?|^(?:this article|we) (?:contains|includes|may use)\b.{0,30}\bcontent provided by\b|\bwe ask for your permission before anything is loaded\b/iu,
  // Machinery.
  /\bopting[- ]out (?:may|of)\b.{0,60}\b(?:advertis|ads|sale|cookies)/iu,
  /^we apologi[sz]e, but this video\b|^try refreshing your browser\b|\byour browser (?:does not|doesn['’]t) support\b|\b(?:enable|turn on) javascript\b/iu,
  /^(?:advertisement|story continues below(?: advertisement)?|article continues (?:after|below).{0,30}|scroll (?:down )?to continue.{0,30}|continue reading(?: below)?|loading\.{0,3}|tap to (?:unmute|play)|click to (?:expand|share|play).{0,40}|share this (?:article|story|post|page)?:?|filed under:?.{0,80}|our standards:.{0,80})$/iu,
]
/** What feeds add below each item, with its headline. */
const SYNDICATED = /^the post\b.{1,300}\b(?:appeared first on|first appeared on)\b/iu
/** What tells what somebody said is no invitation, whatever its words. */
const REPORTS = /\b(?:said|says|told|tells|added|according to)\b/iu
/** Nothing longer is one, in UTF-16 units, and what is looked at of it. */
const LONGEST = 600

export function isInvitation(text: string): boolean {
  if (text.length > LONGEST) return false
  return SYNDICATED.test(text) || (!REPORTS.test(text) && INVITATIONS.some(pattern => pattern.test(text)))
}

/** Share of the blocks of an element that must be invitations for the whole to be one. */
const MOST = 0.5
/** More blocks than any box has that asks for something. */
const LARGEST_BOX = 40

/**
 * Leaves out what asks readers for something, with the boxes it stands in: a box's other lines (what a subscription
 * holds, what a newsletter is about) make no sense without.
 */
export function leaveOutInvitations(blocks: readonly Block[], reasons: Reasons): readonly Block[] {
  const asks = blocks.map(block => isInvitation(block.text))
  if (!asks.includes(true)) return blocks
  const counts = new Map<MarkupElement, { all: number; asking: number }>()
  for (const [i, { path }] of blocks.entries()) {
    for (const element of path) {
      const count = counts.get(element) ?? { all: 0, asking: 0 }
      count.all += 1
      if (asks[i] === true) count.asking += 1
      counts.set(element, count)
    }
  }
  const isBox = (element: MarkupElement): boolean => {
    const { all, asking } = counts.get(element) ?? { all: 0, asking: 0 }
    return all > 1 && all <= LARGEST_BOX && all <= blocks.length * MOST && asking >= all * MOST
  }
  return leaveOut(blocks, reasons, (block, i) => (asks[i] === true || block.path.some(isBox) ? 'invitation' : null))
}
