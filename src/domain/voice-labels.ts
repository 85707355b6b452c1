/*
 * Labels of voices, each with its gloss. Source types and functions are those of the Global Media Monitoring Project
 * (WACC, GMMP 2020 coding guide), drawn together where its occupations are finer than a newsroom counts.
 */

/** Gender as the text gives it, which is no statement about the person. */
export const GENDERS = ['woman', 'man', 'nonbinary', 'unknown'] as const
export type Gender = (typeof GENDERS)[number]
export const GENDER_GLOSSARY: Record<Gender, string> = {
  woman: 'the text speaks of a woman or girl: "she", "Ms.", "spokeswoman"',
  man: 'the text speaks of a man or boy: "he", "Mr.", "spokesman"',
  nonbinary: 'the text speaks of one person as "they", as "Mx.", or says so',
  unknown: 'the text does not say, or says more than one thing',
}

export const SOURCE_TYPES = [
  'politician',
  'government',
  'police-military',
  'academic',
  'health',
  'science-technology',
  'media',
  'law',
  'business',
  'worker',
  'religious',
  'civil-society',
  'celebrity',
  'sport',
  'student',
  'resident',
  'suspect',
  'family',
  'document',
  'other',
  'unknown',
] as const
export type SourceType = (typeof SOURCE_TYPES)[number]
export const SOURCE_TYPE_GLOSSARY: Record<SourceType, string> = {
  politician: 'elected or standing for office, head of government, minister, party',
  government: 'employee, agency or spokesperson of a government, diplomat, public servant',
  'police-military': 'police, military, prison, fire and security services',
  academic: 'teacher or researcher of a university, school or institute, historian, economist',
  health: 'doctor, nurse, psychologist, hospital, health officer',
  'science-technology': 'scientist, engineer, technician, forecaster',
  media: 'journalist, editor, commentator, news organisation',
  law: 'lawyer, judge, prosecutor, court',
  business: 'owner, executive, economist or spokesperson of a company, trader, farmer who sells',
  worker: 'employee, tradesperson, driver, service or office worker, union of them',
  religious: 'priest, imam, rabbi, nun, church',
  'civil-society': 'activist, charity, campaign, think tank with a cause, international aid body',
  celebrity: 'artist, actor, writer, musician, royal, influencer',
  sport: 'sportsperson, coach, club, referee',
  student: 'pupil, student',
  resident: 'neighbour, voter, shopper, villager, tenant, ordinary person',
  suspect: 'suspect, defendant, convict, criminal',
  family: 'parent, child, partner or other relative of somebody',
  document: 'report, poll, study, statement, filing, data',
  other: 'what the text says is none of these',
  unknown: 'the text does not say',
}

/** What a source is in an article for (GMMP's functions). */
export const VOICE_FUNCTIONS = [
  'subject',
  'spokesperson',
  'expert',
  'experience',
  'witness',
  'opinion',
  'unknown',
] as const
export type VoiceFunction = (typeof VOICE_FUNCTIONS)[number]
export const VOICE_FUNCTION_GLOSSARY: Record<VoiceFunction, string> = {
  subject: 'the article is about them or what they did',
  spokesperson: 'speaks for a body or for somebody else',
  expert: 'speaks of what they know by profession and are no part of',
  experience: 'tells what they live through themselves',
  witness: 'tells what they saw or heard happen',
  opinion: 'gives a view as one of the public',
  unknown: 'the text does not show it',
}

/** What is judged of a voice, with evidence. */
export const VOICE_FIELDS = ['role', 'affiliation', 'gender', 'type', 'function'] as const
export type VoiceField = (typeof VOICE_FIELDS)[number]
