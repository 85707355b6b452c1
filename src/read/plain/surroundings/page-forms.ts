import { ANYWHERE, type Form } from './form.ts'

/** A link at the foot of a mail to many. */
const MAIL_LINK =
  '(?:unsubscribe(?: here| from this list)?|(?:manage|update|change|edit) (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)|(?:view|read|open)(?: (?:this|it|the)(?: e-?mail| newsletter)?)? (?:in (?:your |the |a )?browser|online)|forward (?:this e-?mail )?to a friend)'
const NETWORK =
  '(?:facebook|twitter|x(?: \\(formerly twitter\\))?|bluesky|threads|whatsapp|linkedin|reddit|telegram|pinterest|instagram|flipboard|messenger|youtube|tiktok|mastodon|email|e-mail|copy link|print|sms)'
const THIS = '(?:article|story|page|post|report|piece|video|gallery)'
/** What leads to another article, before its headline. */
const LEADS =
  "(?:read more|read next|read also|read this|also read|see (?:also|more(?: on)?)|must read|more on this|don[’']t miss|related(?: (?:article|coverage|content|link|news|reading|story|topic)s?)?|recommended(?: (?:for you|reading|stories|story))?|you (?:may|might) also like)"

const PICTURE =
  '(?:Photo(?:graph)?s?|PHOTO(?:GRAPH)?S?|Pictures?|PICTURES?|Pics?|Images?|IMAGES?|Illustrations?|Graphics?|Video)'
const AGENCY =
  'Getty(?: Images)?|AP(?: Photo)?|Reuters|REUTERS|AFP|EPA|PA(?: Wire| Media)?|Shutterstock|Alamy|Bloomberg|Anadolu'

/** Buttons of a page: to share, to save, to listen. */
const SHARES: readonly Form[] = [
  {
    reason: 'share line',
    places: ANYWHERE,
    maySentence: true,
    pattern: new RegExp(
      `^(?:share (?:this|the|full|free) ${THIS}(?: (?:on|via|with|by) .{1,40})?|share (?:on|via|to) ${NETWORK}(?:[ ,/|·•]+(?:and )?${NETWORK}){0,8}|share on social media|share options|close share panel|share page|about sharing|share or comment on this ${THIS}(?:: .{1,150})?|click to (?:share on|email a link|print).{0,60}|like (?:this:?|loading[.…]{0,3})|share this:?|reuse this content|order reprints.{0,60}|share:(?: ?${NETWORK}[,/|·•]?){0,9}|(?:share|save|print|email|tweet)(?: ?[,/|·•] ?| )(?:(?:and )?(?:share|save|print|email|tweet|comment|comments|listen|bookmark|${NETWORK})(?: ?[,/|·•] ?| |$)){1,9})$`,
      'iu',
    ),
    examples: ['Share this article', 'Share on Facebook', 'SHARE: Facebook, X', 'Share Save', 'Share | Print | Email'],
    nearMisses: ['Share prices fell', 'Share this with nobody, she said', 'Share on Facebook was what he did first'],
  },
  {
    reason: 'share line',
    places: ANYWHERE,
    pattern: new RegExp(
      `^(?:copy (?:this )?link(?: to clipboard)?|link copied!?|(?:gift|save|print|email|bookmark|favou?rite) (?:this )?${THIS}(?: (?:to a friend|for later))?|save for later|listen to (?:this|the) ${THIS}(?: ?[·•:(|-] ?\\d.{0,30})?|listen ?[(:·•–-] ?\\d{1,3}(?::\\d{2})?(?: ?min(?:ute)?s?)?\\)?|add (?:as|us as) (?:a )?preferred (?:source )?on google|text size|resize text|hear this story)$`,
      'iu',
    ),
    examples: [
      'Listen (5 min)',
      'Listen to this article',
      'Copy link',
      'Save this story for later',
      'Gift this article',
    ],
    nearMisses: ['Listen to this article of faith, he told them', 'Save for later generations', 'Copy link roads'],
  },
  {
    reason: 'share line',
    places: ANYWHERE,
    pattern: new RegExp(`^${NETWORK}(?:[ ,/|·•]+${NETWORK}){1,9}$`, 'iu'),
    examples: ['Facebook Twitter WhatsApp', 'X | LinkedIn | Email'],
    nearMisses: ['Facebook and Twitter fined'],
  },
  {
    reason: 'share line',
    places: ['head', 'tail'],
    isWeak: true,
    pattern: new RegExp(
      `^(?:save|saved|print|email|listen|bookmark|follow|following|like|likes|tweet|pin|comment|comments|play|gift|reply|subscribe|${NETWORK}|shares|\\+?\\d{1,5}|\\d{1,6} (?:shares?|likes?|views?|reactions?)|view gallery|view comments)$`,
      'iu',
    ),
    examples: ['Save', 'Print', 'Facebook', '214 shares', '23'],
    nearMisses: ['Save our school', 'Print is dead'],
  },
  {
    reason: 'share line',
    places: ANYWHERE,
    isWeak: true,
    pattern: /^(?:share)$/iu,
    examples: ['Share', 'SHARE'],
    nearMisses: ['Share of the vote'],
  },
  {
    reason: 'share line',
    places: ['head', 'tail'],
    pattern:
      /^(?:\d{1,6} comments?|comments? ?[([]\d{1,6}[)\]]|(?:view|see|read|show) (?:all )?(?:\d{1,6} )?comments(?: \(\d{1,6}\))?|(?:jump|go) to comments|leave a comment|join the conversation)$/iu,
    examples: ['23 comments', 'Comments (23)', 'View all comments', 'Join the conversation'],
    nearMisses: ['23 comments were read out', 'Comments by the mayor (2019)'],
  },
  {
    reason: 'reading time',
    places: ['head'],
    pattern:
      /^(?:\d{1,3}[ -]min(?:ute)?s?\.? (?:read|listen|watch)|(?:reading|read|listening) time:? ?\d{1,3} ?min(?:ute)?s?\.?|\d{1,3} minutes? to read)$/iu,
    examples: ['5 min read', 'Reading time: 4 minutes', '3-minute listen'],
    nearMisses: ['5 minutes to go'],
  },
]

const ADVERTISEMENTS: readonly Form[] = [
  {
    reason: 'advertisement',
    places: ANYWHERE,
    pattern:
      /^\(?\[?(?:advertisements?|advert|sponsored content|paid content|skip (?:past )?(?:ad|advert|advertisement|newsletter promotion)|after newsletter promotion|ad feedback|report this ad)(?: ?[–—:|·•-] ?(?:continue reading below|article continues below|story continues below|scroll (?:down )?(?:to|for) (?:continue|more)(?: reading)?|keep reading below))?\]?\)?$/iu,
    examples: ['Advertisement', 'ADVERTISEMENT - CONTINUE READING BELOW', '[Advertisement]', 'Skip advertisement'],
    nearMisses: ['Advertisement spending rose', 'Advertisement: a history', 'Advert banned after complaints'],
  },
  {
    reason: 'advertisement',
    places: ANYWHERE,
    maySentence: true,
    pattern:
      /^\(?(?:(?:story|article|content) continues (?:below|after)(?: (?:the |this )?(?:ad|advert|advertisement|video|gallery|newsletter|promotion))?|continue reading(?: below| the main story)?|scroll (?:down )?to continue(?: (?:reading|with content))?|keep scrolling for more)\.?\)?$/iu,
    examples: ['Article continues below', 'Story continues below advertisement', 'Continue reading the main story'],
    nearMisses: ['Story continues below the surface', 'Continue reading books, he said'],
  },
]

const RELATED: readonly Form[] = [
  {
    reason: 'related link',
    places: ANYWHERE,
    pattern: new RegExp(`^\\(?\\[?${LEADS} ?[:|»>–—-] ?\\S.{2,200}$`, 'iu'),
    examples: [
      'READ MORE: Ferry fares to double',
      'Related: How the levy works',
      'See also | The long wait for a bridge',
    ],
    nearMisses: ['Related parties said no', 'Read more books, she said', 'Related: the two men are brothers.'],
  },
  {
    // In capitals it is a label whatever the headline ends with.
    reason: 'related link',
    places: ANYWHERE,
    maySentence: true,
    pattern:
      /^\(?\[?(?:READ MORE|READ NEXT|READ ALSO|ALSO READ|SEE ALSO|MUST READ|RELATED|RECOMMENDED|DON[’']T MISS|MORE ON THIS) ?[:|»>–—-] ?\S.{2,200}$/u,
    examples: ['READ MORE: Who pays for the bridge?', 'RELATED: ‘We will not go.’'],
    nearMisses: ['RELATED TO: nobody'],
  },
  {
    reason: 'related link',
    places: ANYWHERE,
    pattern:
      /^(?:WATCH|LISTEN|PODCAST|VIDEO|IN PICTURES|GALLERY|PHOTOS|EXPLAINER|OPINION|ANALYSIS|MORE FROM [A-Z ]{3,40}|MORE|TOP STORY|EXCLUSIVE READ) ?[:|»>] ?\S.{11,200}$/u,
    examples: ['WATCH: The moment the wall gave way', 'MORE FROM SPORT: Late goal sinks Rovers'],
    nearMisses: ['Watch: it is slow', 'MORE: I did not.', 'VIDEO: no'],
  },
]

const PICTURES: readonly Form[] = [
  {
    reason: 'image caption',
    places: ANYWHERE,
    maySentence: true,
    pattern:
      /^(?:(?:image|media|video|photo|picture|figure) (?:source|caption|copyright|credit)(?:[,:](?: ?\S.{0,400})?)?|(?:FILE PHOTO|FILE PICTURE|File photo|FILE) ?(?::|--?|–|—) ?\S.{5,400}|caption: ?\S.{2,400}|photo caption ?[:–-] ?\S.{2,400})$/iu,
    examples: [
      'Image source, Getty Images',
      'Image caption, The hall has been shut since May.',
      'Image caption,',
      'FILE PHOTO: The mill at Orrin',
    ],
    nearMisses: [
      'Image caption writers are scarce',
      'File photos were lost in the fire.',
      'Video caption errors cost votes',
    ],
  },
  {
    reason: 'picture credit',
    places: ANYWHERE,
    maySentence: true,
    pattern: new RegExp(
      `^[([]?(?:${PICTURE}|Credits?|CREDITS?|${PICTURE} (?:[Cc]redit|CREDIT|[Cc]ourtesy|by)) ?: ?(?:by |[Cc]ourtesy (?:of )?)?[\\p{Lu}@©][^.!?:“”"]{1,100}\\.?[)\\]]?$`,
      'u',
    ),
    examples: [
      'Photograph: Jo Marsh/The Orrin Echo',
      'Picture: Jo Marsh',
      '(Photo: Jo Marsh)',
      'Credit: Orrin Council',
    ],
    nearMisses: ['Picture: a quiet street. A dog barks.', 'Credit: where it is due, she said.'],
  },
  {
    reason: 'picture credit',
    places: ANYWHERE,
    pattern: new RegExp(
      `^[([]?(?:${PICTURE} (?:by|courtesy of) [\\p{Lu}@][^.!?:“”"]{1,60}(?:/[^.!?:“”"]{2,60})|${PICTURE} by(?: \\p{Lu}[\\p{L}’'-]+){2,3}|\\p{Lu}[^.!?:“”"]{1,60} via (?:${AGENCY})|(?:Getty Images|GETTY IMAGES|Shutterstock|iStock|Alamy|PA Media|PA Wire|AP Photo|AFP|Reuters|EPA|Unsplash)(?:/[\\p{Lu}][^.!?:“”"]{1,60})?|\\p{Lu}[^.!?:“”"]{1,60}/(?:${AGENCY}))[)\\]]?$`,
      'u',
    ),
    examples: [
      'Getty Images',
      'Photo by Jo Marsh/Getty Images',
      '(AP Photo/Jo Marsh)',
      'Jo Marsh/Reuters',
      'Orrin Council via AP',
    ],
    nearMisses: ['Reuters reported on Monday', 'Photo by photo, the case was built', 'AFP/Reuters said so.'],
  },
  {
    // A caption that ends with its credit.
    reason: 'image caption',
    places: ANYWHERE,
    maySentence: true,
    pattern:
      /^[^“”"]{10,350}(?:[([](?:AP Photo|AFP|Getty|Image|Photo|Picture|Reuters|PA|File|Pool|EPA|Credit)(?: by| courtesy of|:| Images| Photo| credit:)?[/ ,:][^()[\]]{0,100}[)\]]\.?|(?:Photograph|Photo|Picture|Image|Credit): ?\p{Lu}[^.!?“”"]{2,80})$/u,
    examples: ['Police at the quay on Sunday. (AP Photo/Jo Marsh)', 'The mill at Orrin. Photograph: Jo Marsh/PA'],
    nearMisses: ['The firm was sold (AP, May 3) and closed.', 'She took a picture: he smiled'],
  },
]

const NAVIGATION: readonly Form[] = [
  {
    reason: 'navigation',
    places: ['head', 'tail'],
    pattern:
      /^(?:skip to (?:(?:the )?(?:main )?content|navigation|main navigation|footer|search|key events)|skip navigation|jump to (?:content|navigation)|accessibility (?:links|help)|toggle (?:navigation|menu|search)|(?:main|open|close|show) (?:menu|navigation)|back to (?:top|homepage|the top)|return to (?:homepage|home)|you are here:?(?: .{1,60})?|print subscriptions|search jobs)$/iu,
    examples: ['Skip to content', 'Skip to main content', 'Toggle navigation', 'Back to top'],
    nearMisses: ['Skip to the good part', 'Back to top of the league'],
  },
  {
    reason: 'navigation',
    places: ['head', 'tail'],
    isWeak: true,
    pattern:
      /^(?:menu|search|close|home|sign in|sign up|log ?in|log ?out|register|subscribe(?: now)?|my account|donate|newsletters?|e-?edition|today[’']s paper|(?:accept|reject|allow) all|manage options|more options|i agree)$/iu,
    examples: ['Menu', 'Sign in', 'Subscribe now'],
    nearMisses: ['Home Office', 'Search called off'],
  },
]

const ASKS: readonly Form[] = [
  {
    reason: 'newsletter box',
    places: ANYWHERE,
    maySentence: true,
    pattern:
      /^(?:(?:please |free )?(?:sign[ -]?up|subscribe|register)(?: now| here| today| free)? (?:to|for|with) (?:our|the|your|a|free|breaking|daily|weekly|all|this|email|news)\b.{0,160}\b(?:newsletters?|briefings?|bulletins?|alerts|inbox|emails?)\b.{0,100}|(?:get|receive|want) .{0,120}\b(?:in|into|to|straight to|direct to|delivered to) your inbox\b.{0,60}|(?:subscribe|sign up) (?:now|today|here|for free|to read more|to continue(?: reading)?)[.!]?|already (?:a subscriber|subscribed|a member|registered|have an account)\?.{0,40}|.{0,20}newsletter sign[ -]?up)$/iu,
    examples: ['Sign up to our newsletter', 'Get the day’s headlines in your inbox', 'Already a subscriber? Log in'],
    nearMisses: ['Sign up for the scheme has been slow', 'Sign Olsen has died', 'Subscribe to the theory and you lose'],
  },
  {
    reason: 'newsletter box',
    places: ['head', 'tail'],
    maySentence: true,
    pattern: new RegExp(
      `^${MAIL_LINK}(?: ?[|·•/,] ?(?:${MAIL_LINK}|privacy(?: policy)?|contact(?: us)?|help|forward))*\\.?$`,
      'iu',
    ),
    examples: ['Unsubscribe', 'Unsubscribe | Manage preferences | View in browser', 'View this email in your browser'],
    nearMisses: ['Unsubscribe and you miss the fun', 'View in browser history', 'Manage preferences of voters'],
  },
  {
    reason: 'follow line',
    places: ANYWHERE,
    maySentence: true,
    pattern:
      /^(?:(?:follow|like|join|find) (?:us|[\w.’' -]{2,40}) on (?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|bluesky|google news|snapchat)\b.{0,120}|download (?:the|our) .{0,40}\bapp\b.{0,80}|follow (?:us|me|him|her|them) @\w{2,30}|follow @\w{2,30}(?: on .{1,30})?)$/iu,
    examples: ['Follow us on X', 'Download our app', 'Like the Orrin Echo on Facebook'],
    nearMisses: ['Join the party on Friday', 'Follow the money, he said'],
  },
  {
    reason: 'cookie notice',
    places: ANYWHERE,
    maySentence: true,
    pattern:
      /^(?:(?:we(?: and our (?:\d+ )?partners)?|this (?:web)?site|our (?:web)?site) (?:use|uses|store|stores)\b.{0,60}\bcookies\b.{0,100}\b(?:site|website|experience|adverts?|advertising|partners|consent|privacy|browser|traffic|preferences|policy)\b.{0,250}|by (?:using|continuing to use|clicking) .{0,80}\bcookies\b.{0,150}|(?:accept|reject|allow|manage|customi[sz]e)(?: all| my| non-essential| optional)? ?(?:cookies|cookie settings|cookie preferences)|cookie (?:policy|settings|notice|preferences)|(?:we value )?your privacy(?: choices)?)$/iu,
    examples: ['We use cookies to improve your experience on this site.', 'Accept all cookies', 'Cookie settings'],
    nearMisses: ['We use cookies to bait the bears.', 'Cookie sales fell', 'Your privacy was sold'],
  },
]

const LEGAL: readonly Form[] = [
  {
    reason: 'legal notice',
    places: ANYWHERE,
    maySentence: true,
    pattern:
      /^(?:©.{2,300}|(?:\(c\)|copyright(?: ©| \(c\))?) ?(?:19|20)\d{2}\b[^“”"]{0,250}|copyright ©.{0,250}|.{0,150}\ball rights reserved\.?(?: .{0,250})?|this material may not be published, broadcast.{0,200}|our standards: .{0,80}|terms (?:of (?:use|service)|and conditions)(?: ?[|·•] ?.{1,120})?|privacy (?:policy|notice)(?: ?[|·•] ?.{1,120})?)$/iu,
    examples: [
      '© 2026 The Orrin Echo',
      'Copyright 2026 The Orrin Echo. All rights reserved.',
      'Terms of use | Privacy policy',
    ],
    nearMisses: ['Copyright law is old', 'Terms of use were changed, she said'],
  },
]

const CREDITS: readonly Form[] = [
  {
    reason: 'credit line',
    places: ['tail'],
    maySentence: true,
    pattern:
      /^\(?(?:additional )?(?:reporting|writing) by [^“”"]{3,200}[;,.] ?(?:additional reporting by [^“”"]{3,200}[;,.] ?)?(?:(?:writing|written) by [^“”"]{3,100}[;,.] ?)?(?:edited|editing) by [^“”"]{3,120}\)?$/iu,
    examples: ['Reporting by Jo Marsh; Editing by Ada Roe', '(Reporting by Jo Marsh in Orrin; editing by Ada Roe.)'],
    nearMisses: ['Reporting by the Echo led to the inquiry.'],
  },
  {
    reason: 'print note',
    places: ['tail'],
    maySentence: true,
    pattern:
      /^(?:a version of this (?:article|story|review) (?:appears|appeared|was (?:first )?published) (?:in|on)\b.{0,300}|this (?:article|story) (?:first|originally) appeared (?:in|on)\b.{0,150})$/iu,
    examples: ['A version of this article appears in print on May 5, 2026, Section A.'],
    nearMisses: ['A version of this article was denied by the mayor.'],
  },
  {
    reason: 'archive line',
    places: ['head'],
    pattern: /^(?:\d{1,5} of \d{1,5} documents?|document \d{1,5} of \d{1,5})$/iu,
    examples: ['3 of 40 DOCUMENTS', 'Document 1 of 1'],
    nearMisses: ['3 of 40 documents leaked'],
  },
  {
    reason: 'address line',
    places: ['head', 'tail'],
    pattern: /^<?https?:\/\/[^\s<>]{4,480}>?$/iu,
    maySentence: true,
    examples: ['https://echo.example/news/quay', '<https://echo.example/news/quay?a=b>'],
    nearMisses: ['https://echo.example was shut down'],
  },
  {
    reason: 'signature',
    places: ['tail'],
    maySentence: true,
    pattern:
      /^(?:sent from (?:my )?(?:\p{L}+ )?(?:iphone|ipad|phone|mobile|android|galaxy|blackberry|outlook|mail|yahoo)\b.{0,40}|get outlook for (?:ios|android))$/iu,
    examples: ['Sent from my iPhone', 'Get Outlook for iOS', 'Sent from Outlook'],
    nearMisses: ['Sent from my home at gunpoint'],
  },
  {
    reason: 'tag line',
    places: ['tail'],
    pattern:
      /^(?:tags?|topics?|categories|keywords|filed under|posted in|load-date|document [\w]{20,40}) ?: ?.{1,200}$|^end of document$/iu,
    examples: ['Tags: Orrin, ports', 'Filed under: Local news', 'Load-Date: May 4, 2026'],
    nearMisses: ['Tags were cut from the coats'],
  },
]

/** Lines of web pages. */
export const PAGE_FORMS: readonly Form[] = [
  ...SHARES,
  ...ADVERTISEMENTS,
  ...RELATED,
  ...PICTURES,
  ...NAVIGATION,
  ...ASKS,
  ...LEGAL,
  ...CREDITS,
]
