import { describe, expect, test } from 'vitest';
import { TARGET_FORMS, toNewTarget } from './target-kinds.ts';

const formOf = (kind: string) => {
  const form = TARGET_FORMS.find((each) => each.kind === kind);
  if (!form) throw new Error(`expected a form for ${kind}`);
  return form;
};

const filled = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe('adding a target', () => {
  test('leaves out what was left empty, so that the default of the collector holds', () => {
    const data = filled({ name: ' Chat ', url: ' https://hooks.example.com/a ', ca: '' });
    expect(toNewTarget(formOf('webhook'), data)).toEqual({
      name: 'Chat',
      kind: 'webhook',
      config: { url: 'https://hooks.example.com/a' },
    });
  });

  test('a ticked box asks for score changes too', () => {
    const data = filled({ name: 'Chat', url: 'https://hooks.example.com/a', scores: 'on' });
    expect(toNewTarget(formOf('webhook'), data).config.scores).toBe(true);
  });
});
