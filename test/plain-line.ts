import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

/** Closes the output with one line that any program can read: `N passed, N failed, N skipped`. */
export default class PlainLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state]++
      // A file that could not even be loaded has no tests to count.
      if (module.state() === 'failed' && counts.failed === 0) counts.failed++
    }
    if ((errors.length > 0 || reason === 'failed') && counts.failed === 0) counts.failed++
    // The default reporter writes its summary in the same turn: ours comes after it.
    process.once('exit', () => {
      process.stdout.write(
        `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped\n`,
      )
    })
  }
}
