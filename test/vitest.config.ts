import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const inTest = (pattern: string): string => join('test', pattern)
// These need dist/, a server of their own or much memory: one file at a time.
const alone = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000 }

export default defineConfig({
  root,
  test: {
    reporters: ['default', join(root, 'test', 'plain-line.ts')],
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: [inTest('**/*.test.ts')],
          exclude: [inTest('contract/**'), inTest('browser/**'), inTest('program/**')],
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'contract',
          include: [inTest('contract/**/*.test.ts')],
          globalSetup: [join(root, 'test', 'contract', 'setup.ts')],
          ...alone,
        },
      },
      {
        root,
        test: {
          // What touches a server's version: every store operation, every question, a whole ingest.
          name: 'calendar',
          include: ['store-*', 'queries', 'ingest'].map((name) => inTest(`contract/${name}.test.ts`)),
          globalSetup: [join(root, 'test', 'contract', 'setup-calendar.ts')],
          ...alone,
          // This server compiles every question for the first time.
          testTimeout: 300_000,
        },
      },
      { root, test: { name: 'program', include: [inTest('program/**/*.test.ts')], ...alone } },
      {
        root,
        test: {
          name: 'browser',
          include: [inTest('browser/**/*.test.ts')],
          // A page on a busy machine takes its time.
          expect: { poll: { timeout: 15_000 } },
          ...alone,
        },
      },
    ],
  },
})
