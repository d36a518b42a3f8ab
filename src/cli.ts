#!/usr/bin/env node
// The command line: arguments in, report out, and the one place that ends the process.
import { runCommand } from './cli/command.js';

process.exit(await runCommand(process.argv.slice(2)));
