import { createHash } from 'node:crypto';
import type { Hardware, Platform } from '@assay/shared';
import { createRandom } from '../faults/random.ts';
import { AILMENTS, type Ailment, SHARES } from './posture/ailments.ts';

/** One laptop of a simulated fleet. */
export interface SimulatedDevice {
  index: number;
  id: string;
  platform: Platform;
  hardware: Hardware;
  owner: string;
  /** What is not in order. */
  ailments: ReadonlySet<Ailment>;
}

/** What a mid-market company buys; the rest is Linux. */
const PLATFORM_SHARES = { windows: 0.58, macos: 0.3 } as const;
const MODELS: Record<Platform, readonly [vendor: string, model: string, serialPrefix: string][]> = {
  windows: [
    ['LENOVO', '21HD0043GE', 'PF'],
    ['Dell Inc.', 'Latitude 7450', 'D'],
    ['HP', 'HP EliteBook 840 14 inch G10', '5CG'],
  ],
  macos: [
    ['Apple Inc.', 'Mac15,6', 'F'],
    ['Apple Inc.', 'Mac16,12', 'H'],
  ],
  linux: [
    ['LENOVO', '21CBCTO1WW', 'PC'],
    ['Framework', 'Laptop 13 (AMD Ryzen 7040Series)', 'FRA'],
  ],
};
const GIB = 2 ** 30;

/** The same laptop for the same seed and index, whatever the size of the fleet. */
export function simulateDevice(seed: number, index: number): SimulatedDevice {
  const digest = createHash('sha256').update(`assay simulated laptop ${seed} ${index}`).digest();
  const random = createRandom(digest.readUInt32BE(0));
  const platform = pickPlatform(random());
  const [vendor, model, prefix] = pick(MODELS[platform], random());
  const person = `person${String(Math.floor(index / 1.2)).padStart(5, '0')}`;
  const uuid = toUuid(digest.subarray(4, 20), '4');
  return {
    index,
    id: deviceIdOf(seed, index),
    platform,
    owner: `${person}@example.com`,
    hardware: {
      hostname: `${person}-${platform === 'macos' ? 'mbp' : 'laptop'}-${index}`,
      serial: `${prefix}${digest.subarray(20, 25).toString('hex').toUpperCase()}`,
      uuid,
      vendor,
      model,
      machine_id: digest.toString('hex'),
      virtual: false,
      memory_bytes: pick([16, 32, 36] as const, random()) * GIB,
      problems: [],
    },
    ailments: new Set(AILMENTS.filter((ailment) => random() < SHARES[ailment][platform])),
  };
}

const pickPlatform = (random: number): Platform =>
  random < PLATFORM_SHARES.windows
    ? 'windows'
    : random < PLATFORM_SHARES.windows + PLATFORM_SHARES.macos
      ? 'macos'
      : 'linux';

const pick = <T>(list: readonly T[], random: number): T => list[Math.floor(random * list.length)] as T;

// Ids that are enrolled directly begin with a time, as the collector's own do (RFC 9562 §5.7), one millisecond apart.
const FIRST_ENROLLED_AT = Date.UTC(2026, 0, 5);

function deviceIdOf(seed: number, index: number): string {
  const rest = createHash('sha256').update(`assay simulated id ${seed} ${index}`).digest();
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(FIRST_ENROLLED_AT + index, 0, 6);
  rest.copy(bytes, 6, 0, 10);
  return toUuid(bytes, '7');
}

function toUuid(bytes: Buffer, version: string): string {
  const hex = bytes.toString('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    version + hex.slice(13, 16),
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
