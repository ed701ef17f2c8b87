import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConditionError, compileCondition } from './conditions.ts';

const problemsOf = (source: string) => {
  try {
    compileCondition(source);
    return [];
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return error.problems.map(({ message, offset }) => [source.slice(offset).split(' ')[0], message]);
  }
};

describe('types that do not fit', () => {
  it('are all told, each where it stands, with what was probably meant', () => {
    expect(
      problemsOf(
        'firewall.enabled == "on" && os.version > 12 || edr.products.exists(p, p.running == 1) && tpm.version == 2',
      ),
    ).toEqual([
      ['firewall.enabled', 'no such overload: bool == string: did you mean true or false, without quotes?'],
      ['os.version', 'no such overload: string > int: did you mean .versionAtLeast("…")?'],
      [expect.stringContaining('p.running'), 'no such overload: bool == int'],
      ['tpm.version', 'no such overload: string == int: did you mean a text, in quotes?'],
    ]);
  });

  it('are told once: what is built on them is taken for right', () => {
    expect(problemsOf('size(os.name + 1) > 3 && firewall.enabled')).toHaveLength(1);
    expect(problemsOf('(1 + "a") * 2 == 3')).toHaveLength(1);
  });

  it('are told as often as they occur, whatever stands between', () => {
    const parts = ['firewall.enabled == "on"', 'os.version > 12', '1 + "a" == 2', '!os.name'];
    const fine = ['firewall.enabled', 'os.name == "x"', 'edr.products.all(p, p.installed)'];
    const part = fc.oneof(
      fc.constantFrom(...parts).map((text) => ({ text, isWrong: true })),
      fc.constantFrom(...fine).map((text) => ({ text, isWrong: false })),
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('&&', '||'),
        (all, operator) => {
          const source = all.map(({ text }) => text).join(` ${operator} `);
          expect(problemsOf(source)).toHaveLength(all.filter(({ isWrong }) => isWrong).length);
        },
      ),
    );
  });
});
