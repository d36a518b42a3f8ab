import type { Code } from './code.js';

export const CONFIG_CODES = {
  'CONF-001': {
    severity: 'error',
    title: 'YAML does not parse',
    about: 'A settings file is not valid YAML. The message carries the parser\'s own reason and place.',
  },
} as const satisfies Readonly<Record<string, Code>>;
