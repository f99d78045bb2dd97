// Holds the import rules of .dependency-cruiser.mjs, and fails when nothing was read: an empty run proves nothing.
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import config from '../.dependency-cruiser.mjs'

const places = process.argv.length > 2 ? process.argv.slice(2) : ['app', 'components', 'lib']
const tsConfig = extractTSConfig('./tsconfig.json')
const { output } = await cruise(
  places,
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true },
  undefined,
  { tsConfig },
)
const { totalCruised, violations } = output.summary
for (const { rule, from, to } of violations) {
  process.stdout.write(`${rule.name}: ${from} → ${to}\n`)
}
process.stdout.write(`${totalCruised} modules read, ${violations.length} violations\n`)
process.exitCode = totalCruised > 0 && violations.length === 0 ? 0 : 1
