import { expect, it } from 'vitest';
import { createLogTrace } from './log-trace.ts';

const isSent = ({ msg }: Readonly<Record<string, unknown>>) => msg === 'sent';

it('puts lines together however they are cut, and passes over what is no log', async () => {
  const trace = createLogTrace();
  const text = 'a warning in plain text\n{"msg":"sent","n":1}\n{"msg":"other"}\n';
  for (const byte of Buffer.from(text)) trace.take(Buffer.from([byte]));
  expect(await trace.find(isSent)).toEqual({ msg: 'sent', n: 1 });
});

it('finds the newest line that fits, or waits for one', async () => {
  const trace = createLogTrace();
  const found = trace.find(isSent);
  trace.take(Buffer.from('{"msg":"sent","n":1}\n'));
  expect(await found).toMatchObject({ n: 1 });
  trace.take(Buffer.from('{"msg":"sent","n":2}\n'));
  expect(await trace.find(isSent)).toMatchObject({ n: 2 });
});

it('gives up in the end', async () => {
  await expect(createLogTrace().find(isSent, 1)).rejects.toThrow('expected a line in the log');
});
