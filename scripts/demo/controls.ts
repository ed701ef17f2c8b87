import type { Laptop } from '../../test/laptop/tree.ts';
import { BREAKS } from './laptop-changes.ts';
import type { Narrator } from './narrator.ts';

/** What a person, or a script, can do to the laptop. */
export interface Controls {
  /** A key or name of the menu. Resolves to false when it is none. */
  run(word: string): boolean;
  /** Whether something is broken now. */
  isBroken(): boolean;
}

export interface ControlsSetup {
  laptop: Laptop;
  narrator: Narrator;
  now(): number;
  onStatus(): void;
  onQuit(): void;
}

const OTHERS = [
  { key: 'm', name: 'mend', title: 'mend everything' },
  { key: 's', name: 'status', title: 'where things stand, and the addresses' },
  { key: 'q', name: 'quit', title: 'end' },
] as const;

export const MENU = [...BREAKS, ...OTHERS].map(({ key, title }) => `  ${key}  ${title}`).join('\n');
export const WORDS = [...BREAKS, ...OTHERS].map(({ name }) => name);

export function createControls({ laptop, narrator, now, onStatus, onQuit }: ControlsSetup): Controls {
  const broken = new Set<(typeof BREAKS)[number]>();

  function mendAll(): void {
    if (broken.size === 0) narrator.say('Nothing is broken.');
    else narrator.changed(`${laptop.hostname}: everything mended`, now());
    for (const each of broken) each.mend(laptop);
    broken.clear();
  }

  function breakOne(each: (typeof BREAKS)[number]): void {
    if (broken.has(each)) {
      narrator.say(`Already so: ${each.broken}. m mends.`);
      return;
    }
    narrator.changed(`${laptop.hostname}: ${each.broken}`, now());
    each.apply(laptop);
    broken.add(each);
  }

  return {
    isBroken: () => broken.size > 0,
    run(word) {
      const is = ({ key, name }: { key: string; name: string }) => word === key || word === name;
      const found = BREAKS.find(is);
      if (found) breakOne(found);
      const other = OTHERS.find(is)?.name;
      if (other === 'mend') mendAll();
      if (other === 'status') onStatus();
      if (other === 'quit') onQuit();
      return found !== undefined || other !== undefined;
    },
  };
}
