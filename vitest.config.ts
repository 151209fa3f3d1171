import { defineConfig } from 'vitest/config'

/** Where a machine wants to read the result; people read it in the terminal. */
const report = process.env['JIXIAO_TEST_REPORT']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Property tests and whole documents take their time on a busy machine; no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
