#!/usr/bin/env node
// The command line: arguments in, report out, and the one place that ends the process.
import { settleEngine } from './cli/v8-flags.js';
import { listenForInterrupts } from './cli/interrupts.js';

listenForInterrupts();
settleEngine();
const { runCommand } = await import('./cli/commands.js'); // afterwards, since loading everything takes a moment
process.exit(await runCommand(process.argv.slice(2)));
