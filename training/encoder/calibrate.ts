import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadModel } from '../../pipeline/open-model.ts'
import { formatCalibration } from '../../src/evaluate/calibration.ts'
import { readPolnear } from '../../src/evaluate/gold/polnear.ts'
import { chooseModel } from '../../src/run/model/choose-model.ts'
import { calibrateProposals } from './calibrate-proposals.ts'
import { crossValidateSettled, fitSettled, readSettled } from './calibrate-settled.ts'

/*
 * Fits to what the exported model says of the articles that training left out how likely a proposal is right, which most of
 * what int8 loses is a shift of, and to what the whole pipeline finds in later articles how likely a claim is that comes of
 * one. Writes both into the model's settings, and prints what the second is worth on articles that it was not fitted to.
 *
 * node src/launch.js training/encoder/calibrate.ts --polnear FOLDER --later FOLDER --settings FILE
 * The model is that of pipeline/model, or of the folder that HEARSAY_MODEL names.
 */

const { values } = parseArgs({
  options: { polnear: { type: 'string' }, later: { type: 'string' }, settings: { type: 'string' } },
})
const { polnear, later, settings } = values
if (polnear === undefined || later === undefined || settings === undefined) {
  process.stderr.write('Give --polnear FOLDER, --later FOLDER and --settings FILE.\n')
  process.exit(2)
}
/** As train.py leaves them out. */
const isHeldOut = (_: unknown, index: number) => index % 20 === 7

chooseModel()
const heldOut = readPolnear(polnear).articles.filter(isHeldOut)
const model = await loadModel()
const calibration = await calibrateProposals(heldOut, model)
const claims = await readSettled(readPolnear(later).articles, {
  ...model,
  settings: { ...model.settings, calibration },
})
const settled = fitSettled(claims)
const known = JSON.parse(readFileSync(settings, 'utf8'))
writeFileSync(settings, `${JSON.stringify({ ...known, calibration, settled })}\n`)
process.stderr.write(`${heldOut.length} articles left out: ${JSON.stringify({ calibration, settled })}\n`)
process.stderr.write(
  `Later articles, each by a fit to others:\n${formatCalibration(crossValidateSettled(claims)).join('\n')}\n`,
)
