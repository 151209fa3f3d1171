/** Prints the test run's closing line from its JSON report: `tests: N passed, N failed, N skipped`. */
import { readFileSync } from 'node:fs'

const [file = ''] = process.argv.slice(2)
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'))
process.stdout.write(`tests: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`)
