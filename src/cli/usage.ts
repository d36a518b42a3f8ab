// Commander's complaints about a command line, in our words and with a place.
import type { CommanderError } from 'commander';
import { UsageError } from '../pipeline/build-order.js';

/** @param command as its help is called for: `foldmark build` */
export function usageError({ code, message }: CommanderError, command: string): UsageError {
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  const option = /--[\w-]+/.exec(name)?.[0] ?? name;
  const meant = /\(Did you mean (.*?)\?\)/s.exec(message)?.[1];
  const hint = meant === undefined ? `See ${command} --help.` : `Did you mean ${meant}?`;
  const said = SAID[code]?.({ name, option, command }) ?? {
    message: `${message.replace(/^error: /, '').split('\n', 1)[0]}.`,
  };
  return new UsageError(said.message, { code: 'RUN-001', place: said.place ?? 'command line', hint });
}

interface Complaint {
  readonly name: string;
  readonly option: string;
  readonly command: string;
}

const SAID: Readonly<
  Record<string, (complaint: Complaint) => { readonly message: string; readonly place?: string }>
> = {
  'commander.help': () => ({ message: 'No command is given.' }),
  'commander.unknownOption': ({ name, command }) => ({ message: `${command} has no option ${name}.` }),
  'commander.unknownCommand': ({ name }) => ({ message: `There is no command "${name}".` }),
  'commander.missingArgument': ({ name, command }) => ({ message: `${command} needs a ${name}.` }),
  'commander.excessArguments': ({ command }) => ({ message: `${command} got more arguments than it takes.` }),
  'commander.optionMissingArgument': ({ option }) => ({ message: `${option} needs a value.`, place: option }),
  'commander.missingMandatoryOptionValue': ({ option, command }) => ({
    message: `${command} needs the option ${option}.`,
  }),
};
