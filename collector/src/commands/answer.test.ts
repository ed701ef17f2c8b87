import { expect, it } from 'vitest';
import { parseAnswer } from './answer.ts';

it('has no escape sequence of a device carried out in an administrator’s terminal', () => {
  const answer = { devices: [{ hostname: 'laptop\u001b]52;c;cm0gLXJm\u0007\u009b2J', score: 7 }] };
  expect(parseAnswer(JSON.stringify(answer))).toEqual({
    devices: [{ hostname: 'laptop\ufffd]52;c;cm0gLXJm\ufffd\ufffd2J', score: 7 }],
  });
});

it('leaves the text of a policy as it is', () => {
  const source = 'policy: laptops\r\nchecks:\n\t# ä 🔒\n';
  expect(parseAnswer(JSON.stringify({ source }))).toEqual({ source });
});
