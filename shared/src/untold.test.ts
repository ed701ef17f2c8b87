import { wire } from '@assay/proto';
import { describe, expect, it } from 'vitest';
import { fromMessage, toMessage } from './observations.ts';
import { SIGNAL_NAMES, type SignalName } from './signals.ts';
import { MAY_BE_UNTOLD } from './untold.ts';

const HARDWARE = { hostname: 'ada', virtual: false, memory_bytes: 0, problems: [] };
const onTheWire = (name: SignalName, value: object) => fromMessage(name, toMessage(name, value));

describe('a field that the wire cannot leave out', () => {
  it.each(SIGNAL_NAMES.flatMap((name) => (MAY_BE_UNTOLD[name] ?? []).map((field) => [name, field] as const)))(
    '%s.%s is missing when it was not told, and there when it was',
    (name, field) => {
      const bare = fromMessage(name, toMessage(name, {}));
      expect(bare).not.toHaveProperty(field);
      const nothing = fromMessage(name, wireOf(name).fromObject({}) as object);
      expect(nothing).toHaveProperty(field);
      const told = { ...bare, [field]: nothing[field as never] };
      expect(onTheWire(name, told)).toEqual(told);
    },
  );

  it('is told apart from false and zero', () => {
    expect(onTheWire('hardware', HARDWARE)).toEqual(HARDWARE);
    const { virtual: _, memory_bytes: __, ...rest } = HARDWARE;
    expect(onTheWire('hardware', { ...rest, virtual: undefined })).toStrictEqual(rest);
  });

  it('is missing also when an agent says something of it beside naming it', () => {
    const message = wire.SecureBoot.fromObject({ enabled: true, setup_mode: true, untold: ['setup_mode'] });
    expect(fromMessage('secure_boot', message)).toStrictEqual({ enabled: true });
  });

  it('is none of those that an agent cannot but tell', () => {
    const untold = ['enabled', 'untold', '__proto__', 'later', ''];
    const message = wire.SecureBoot.fromObject({ enabled: true, untold });
    expect(fromMessage('secure_boot', message)).toStrictEqual({ enabled: true, setup_mode: false });
  });
});

const wireOf = (name: SignalName) =>
  (wire as unknown as Record<string, { fromObject(value: object): object }>)[
    name.replace(/(^|_)(.)/g, (_, __, letter: string) => letter.toUpperCase())
  ] as { fromObject(value: object): object };
