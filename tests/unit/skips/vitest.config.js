// The fixture alone, with the reporter of the whole.
import { defineConfig } from 'vitest/config';
import SkipReporter from '../../../tools/skip-reporter.js';

export default defineConfig({ test: { root: import.meta.dirname, include: ['fixture.ts'], reporters: [new SkipReporter()] } });
