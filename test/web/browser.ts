import { existsSync } from 'node:fs'
import process from 'node:process'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** A Chromium that is installed on this machine: `HEARSAY_CHROMIUM`, or where systems put it; null when there is none. */
export function findChromium(): string | null {
  const told = process.env.HEARSAY_CHROMIUM
  if (told !== undefined && told !== '') return told
  return PLACES.find(path => existsSync(path)) ?? null
}
