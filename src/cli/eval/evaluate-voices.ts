import { CodePointText } from '../../domain/text/code-point-text.ts'
import { type ComparedVoice, compareVoices } from '../../evaluate/voices/compare-voices.ts'
import { readVoiceGold } from '../../evaluate/voices/read-voice-gold.ts'
import { formatVoiceScores, voiceScoresToJson } from '../../evaluate/voices/report-voices.ts'
import { scoreVoices } from '../../evaluate/voices/score-voices.ts'
import { formatVoiceMiss, listVoiceMisses } from '../../evaluate/voices/voice-misses.ts'
import type { Analysis } from '../../run/open-analysis.ts'
import { printText, printValue } from '../output/print.ts'
import { note, type Surroundings } from '../surroundings.ts'

export interface VoiceOptions {
  /** File of gold voices. */
  readonly voices: string
  readonly polnear?: string
  readonly gum?: string
  /** Only voices with such a number. */
  readonly half?: 'even' | 'odd'
  readonly misses?: number
  readonly json?: boolean
}

/** Scores what is judged of the voices of articles against a file of gold voices. */
export async function evaluateVoices(
  { voices: file, polnear, gum, half, misses: most, json }: VoiceOptions,
  open: () => Promise<Analysis>,
  surroundings: Surroundings,
): Promise<void> {
  const { articles, leftOut } = readVoiceGold(file, { polnear, gum })
  for (const corpus of leftOut) note(surroundings, `Without --${corpus} its articles are left out.`)
  const analyse = await open()
  const compared: ComparedVoice[] = []
  const texts = new Map<string, CodePointText>()
  for (const { name, text, voices } of articles) {
    const asked = voices.filter(({ id }) => half === undefined || id % 2 === (half === 'even' ? 0 : 1))
    if (asked.length === 0) continue
    texts.set(name, new CodePointText(text))
    compared.push(...compareVoices({ name, voices: asked }, await analyse(text, { uri: name })))
  }
  const scores = scoreVoices(compared)
  const misses = most === undefined ? [] : listVoiceMisses(compared, texts).slice(0, most)
  if (json === true) {
    await printValue(surroundings, { ...voiceScoresToJson(scores), ...(most === undefined ? {} : { misses }) })
    return
  }
  await printText(surroundings, [
    ...formatVoiceScores(scores),
    ...(misses.length === 0 ? [] : ['', ...misses.map(formatVoiceMiss)]),
  ])
}
