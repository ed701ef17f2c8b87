import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEnvelopeVectors } from './envelope-vectors.ts';
import { makeFrameVectors } from './frame-vectors.ts';

// Writes proto/vectors: node test/conformance/make-vectors.ts

const DIR = join(import.meta.dirname, '../../proto/vectors');

const read = (name: string) => {
  const file = join(DIR, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};
const write = (name: string, value: unknown) =>
  writeFileSync(join(DIR, name), `${JSON.stringify(value, null, 2)}\n`);

const envelopes = await makeEnvelopeVectors(read('envelopes.json'));
write('envelopes.json', envelopes);
write('frames.json', makeFrameVectors(envelopes));
