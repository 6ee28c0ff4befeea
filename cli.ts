#!/usr/bin/env node
import { runCli } from './commands/run.ts'

process.exitCode = await runCli(process.argv)
