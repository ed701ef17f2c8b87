import { readFileSync, writeFileSync } from 'node:fs';
import { makeCabinet } from './cabinet.ts';
import type { CabinetJob } from './small-cabinet.ts';

// A process of its own, which computes for a minute while others go on.

const { files, output, ...options } = JSON.parse(process.argv[2] ?? '') as CabinetJob;
const loaded = files.map(({ name, path }) => ({ name, bytes: readFileSync(path) }));
writeFileSync(output, makeCabinet(loaded, options));
