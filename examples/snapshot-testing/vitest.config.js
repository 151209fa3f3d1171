import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.js'],
    setupFiles: ['jixiao-forms/testing/vitest'],
    testTimeout: 60_000,
  },
})
