import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadModel } from '../../pipeline/open-model.ts'
import { readPolnear } from '../../src/evaluate/polnear.ts'
import { seededRandom } from '../../src/evaluate/seeded-random.ts'
import { chooseModel } from '../../src/run/choose-model.ts'
import { alterArticle } from './altered-article.ts'
import { calibrateProposals } from './calibrate-proposals.ts'
import { calibrateSettled } from './calibrate-settled.ts'
import { collectNames } from './collect-names.ts'

/*
 * Fits to what the exported model says of the articles that training left out how likely a proposal is right, which most of
 * what int8 loses is a shift of, and how likely a claim is that comes of one. Writes both into the model's settings.
 *
 * node src/launch.js training/encoder/calibrate.ts --polnear FOLDER --settings FILE
 * The model is that of pipeline/model, or of the folder that HEARSAY_MODEL names.
 */

const { values } = parseArgs({ options: { polnear: { type: 'string' }, settings: { type: 'string' } } })
const { polnear, settings } = values
if (polnear === undefined || settings === undefined) {
  process.stderr.write('Give --polnear FOLDER and --settings FILE.\n')
  process.exit(2)
}
/** As train.py leaves them out. */
const isHeldOut = (_: unknown, index: number) => index % 20 === 7
/** So few articles are told apart by luck as well: altered copies of each give the model more occasions to be right or wrong. */
const COPIES = 24

chooseModel()
const { articles } = readPolnear(polnear)
const heldOut = articles.filter(isHeldOut)
const names = collectNames(articles.map(({ text }) => text))
const copies = heldOut.flatMap((article, i) =>
  Array.from({ length: COPIES }, (_, copy) => alterArticle(article, seededRandom(1000 * i + copy), names)),
)
const model = await loadModel()
const calibration = await calibrateProposals(heldOut, model)
const chosenBy = { ...model, settings: { ...model.settings, calibration } }
const settled = await calibrateSettled([...heldOut, ...copies], chosenBy)
const known = JSON.parse(readFileSync(settings, 'utf8'))
writeFileSync(settings, `${JSON.stringify({ ...known, calibration, settled })}\n`)
process.stderr.write(`${heldOut.length} articles: ${JSON.stringify({ calibration, settled })}\n`)
