import type { Exec, ExecResult } from '../exec.ts';
import { toFullPath } from './registry-text.ts';

/** A Windows for one test: what is not in it is not there. */
export interface FakeWindows {
  /** Key → value name → `TYPE data`, e.g. `REG_DWORD 0x1`. Keys above are there by themselves. */
  registry?: Record<string, Record<string, string>>;
  /** Keys that are there and may not be read. */
  denied?: readonly string[];
  /** Service → number of its state. */
  services?: Record<string, number>;
  /** `command arguments` → standard output, or the code it ends with. */
  programs?: Record<string, string | number>;
}

/** Answers as reg.exe, sc.exe and the given programs do: the same layout, and exit codes instead of words. */
export function fakeWindows({ registry = {}, denied = [], services, programs = {} }: FakeWindows): Exec {
  const keys = new Map<string, Record<string, string>>([
    [toFullPath('HKLM\\SOFTWARE'), {}],
    [toFullPath('HKLM\\SYSTEM'), {}],
  ]);
  for (const [path, values] of Object.entries(registry)) keys.set(toFullPath(path), values);
  for (const path of denied) keys.set(toFullPath(path), {});
  return {
    async run(command, args) {
      const given = programs[[command, ...args].join(' ')] ?? programs[command];
      if (typeof given === 'number') return ended(given);
      if (given !== undefined) return printed(given);
      if (command === 'reg') return answerReg(keys, denied.map(toFullPath), args);
      if (command === 'sc' && services) return answerSc(services, args);
      return { status: 'missing', detail: `${command} is not installed` };
    },
  };
}

const printed = (stdout: string): ExecResult => ({ status: 'ok', stdout, stderr: '' });
const ended = (code: number): ExecResult => ({
  status: 'exit',
  code,
  stdout: '',
  stderr: 'FEHLER: Das System hat den angegebenen Schlüssel oder Wert nicht gefunden.\r\n',
});

function answerReg(
  keys: Map<string, Record<string, string>>,
  denied: readonly string[],
  [, path = '', option]: readonly string[],
): ExecResult {
  const top = toFullPath(path);
  const isBelow = (key: string, above: string) => key.toLowerCase().startsWith(`${above.toLowerCase()}\\`);
  const inside = [...keys].filter(([key]) => key.toLowerCase() === top.toLowerCase() || isBelow(key, top));
  if (inside.length === 0 || denied.includes(top)) return ended(1);
  if (option === '/s') return printed(inside.map(([key, values]) => printKey(key, values)).join('\r\n'));
  const own = inside.find(([key]) => key.toLowerCase() === top.toLowerCase())?.[1] ?? {};
  const below = inside.filter(([key]) => isBelow(key, top)).map(([key]) => key.slice(top.length + 1));
  const names = [...new Set(below.map((rest) => rest.split('\\')[0]))];
  const head = Object.keys(own).length > 0 ? printKey(top, own) : '';
  return printed(`${head}\r\n${names.map((name) => `${top}\\${name}\r\n`).join('')}`);
}

const printKey = (key: string, values: Record<string, string>) =>
  `\r\n${key}\r\n${Object.entries(values)
    .map(([name, value]) => `    ${name}    ${value.replace(' ', '    ')}\r\n`)
    .join('')}`;

function answerSc(services: Record<string, number>, [, name]: readonly string[]): ExecResult {
  if (name === 'type=') {
    return printed(
      Object.entries({ EventLog: 4, ...services })
        .map(([service, state]) => printService(service, state, 'DISPLAY_NAME: A name for people\r\n'))
        .join(''),
    );
  }
  const found = Object.entries(services).find(([service]) => service.toLowerCase() === name?.toLowerCase());
  return found ? printed(printService(found[0], found[1])) : ended(1060);
}

const printService = (name: string, state: number, display = '') =>
  `\r\nSERVICE_NAME: ${name}\r\n${display}        TYP                : 10  WIN32_OWN_PROCESS  \r\n` +
  `        STATUS             : ${state}  IRGENDWAS \r\n` +
  '                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)\r\n' +
  '        WIN32_EXIT_CODE    : 0  (0x0)\r\n        SERVICE_EXIT_CODE  : 0  (0x0)\r\n' +
  '        CHECKPOINT         : 0x0\r\n        WAIT_HINT          : 0x0\r\n';
