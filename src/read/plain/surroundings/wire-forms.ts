import type { Form } from './form.ts'

/** Lines that news agencies and press offices write around an article for editors. */
export const WIRE_FORMS: readonly Form[] = [
  {
    // ANPA 1312: a slug with its version, `BC-Orrin-Bridge, 2nd Ld-Writethru, a0421`.
    reason: 'wire header',
    places: ['head'],
    pattern:
      /^(?:[a-z]\d{4}[a-z]{0,3} ?)?(?:[a-z ]{0,8} )?(?:BC|AM|PM|AP|UPI|HFR|US|EU|AS)--?[A-Z][\w’'./-]{1,60}(?:,? ?(?:\d(?:st|nd|rd|th) (?:Ld|Lead|Add|Sub|Opt|Write)[\w-]*|[A-Z]?d?Writethru|Bjt|Advisory|URGENT|FLASH|a\d{4}|\d{2,4}|Correction|Adv\d+))*,?$/u,
    examples: ['BC-Orrin-Bridge', 'BC-EU--Orrin-Bridge,2nd Ld-Writethru', 'AM-Bridge, 2nd Ld, a0421,450'],
    nearMisses: ['PM-elect Ida Holm spoke', 'AM radio is back', 'US-China talks resume in Orrin'],
  },
  {
    reason: 'wire header',
    places: ['head'],
    maySentence: true,
    pattern:
      /^(?:\(?(?:EDS|Eds|EDITORS|Editors|DESKS|Desks)\s?[:;–—-] ?\S.{2,400}|\d(?:st|nd|rd|th) (?:Ld|LD|Lead|LEAD|Add|ADD)\b[\w ,–-]{0,40}|(?:[A-Z]?d?)?Writethru|(?:AP|AFP|PA|DPA|dpa|EFE|ANSA|UPI) (?:Photos?|Video|Graphic)s?\b[\w ,.–-]{0,60}|With[: ](?:AP|AFP|PA) (?:Photos?|Video).{0,60}|\((?:AP|AFP|Reuters|UPI|PA|dpa|EFE|Xinhua|ANSA|TASS|PTI|IANS|ANI|CP|AAP)\)|(?:Wordcount|Word count|Length|Slug|Priority|Category|Keywords?)[:] ?.{1,120})$/u,
    examples: [
      'Eds: Updates with quotes from mayor.',
      '(AP)',
      '2nd Ld-Writethru',
      'Slug: ORRIN-BRIDGE',
      'AP Photos ORR101-104',
    ],
    nearMisses: ['Editors at the Echo resigned', '(AP) – Two men', 'Length matters'],
  },
  {
    // A slug with what is new in brackets: `ORRIN-BRIDGE/ (UPDATE 2, PIX)`.
    reason: 'wire header',
    places: ['head'],
    pattern:
      /^\p{Lu}[\p{Lu}\d]{1,19}(?:[-/]\p{Lu}[\p{Lu}\d]{1,19}){1,5}\/? ?\((?:(?:UPDATE|WRAPUP|REFILE|CORRECTED|REPEAT|PIX|PICTURE|PICTURES|TV|VIDEO|GRAPHIC|URGENT|ANALYSIS|FEATURE|INTERVIEW|EXCLUSIVE|FACTBOX)(?: ?\d{1,2})?(?:, ?|(?=\))))+\)$/u,
    examples: ['ORRIN-BRIDGE/ (UPDATE 2, PIX)', 'EX-ORRIN-FERRY (WRAPUP 1)'],
    nearMisses: ['UK-EU (TALKS)', 'ORRIN-BRIDGE', 'NATO-UKRAINE (AND OTHERS)'],
  },
  {
    reason: 'embargo line',
    places: ['head', 'tail'],
    maySentence: true,
    pattern:
      /^[*([ ]{0,4}(?:(?:STRICTLY |Strictly )?(?:EMBARGO(?:ED)?|Embargo(?:ed)?|embargoed)(?: ?: ?| (?:UNTIL|Until|until|TO|to|FOR|for|TILL|till) ).{2,120}|(?:FOR|For) (?:IMMEDIATE|Immediate|immediate) (?:RELEASE|Release|release).{0,60}|HOLD FOR RELEASE.{0,80}|NOT FOR (?:PUBLICATION|RELEASE|BROADCAST)\b.{0,120}|(?:PRESS|NEWS|MEDIA) RELEASE(?: ?[:|–—-] ?.{1,80})?)$/u,
    examples: [
      'EMBARGOED UNTIL 00.01 MONDAY 4 MAY',
      'For immediate release',
      'Embargo: 6 p.m. on Tuesday',
      'NEWS RELEASE',
    ],
    nearMisses: ['Embargoed goods were seized', 'Embargo on oil lifted'],
  },
  {
    reason: 'end mark',
    places: ['body', 'tail'],
    pattern:
      /^(?:[-–—*#/(<]+ ?(?:30|ENDS?|Ends?|ends?|MORE|more) ?[-–—*#/)>]+|(?:ENDS?|Ends?|MORE|more) ?[-–—*#/>]+|(?:ENDS|\/ends|\/ENDS|ends\/|ENDS\/)|-30|###?#?|# # #|# #)$/u,
    examples: ['ENDS', '-30-', '- ENDS -', '###', '(MORE)', '-more-'],
    nearMisses: ['ENDS OF THE EARTH', '2030 ENDS', 'The End', '* * *'],
  },
  {
    reason: 'end mark',
    places: ['tail'],
    pattern: /^(?:ends?|fin|\[ends\])$/iu,
    examples: ['Ends', 'END'],
    nearMisses: ['Ends meet'],
  },
]
