import type { Platform } from '@assay/shared';

/** What is shipped. */
export const PRODUCTS = ['agent', 'collector'] as const;
export type Product = (typeof PRODUCTS)[number];

export type Arch = 'x64' | 'arm64';

/** A system that executables are made for. */
export interface Target {
  platform: Platform;
  arch: Arch;
  /** Version of Node that it gets: 26.10.0 everywhere but where npm has an older one only. */
  node: string;
  /**
   * `sea`: one executable. `runtime`: the unmodified signed runtime beside a bundle, because Node's single
   * executables crash at start on macOS x64 and lose their vendor signature on both; see decisions/.
   */
  form: 'sea' | 'runtime';
}

/** What a bundle depends on of its target. */
export type BundleTarget = Pick<Target, 'platform' | 'arch' | 'node'>;

/** Named as Node names platforms, so that they match the names of the runtimes. */
export const TARGETS = {
  'linux-x64': { platform: 'linux', arch: 'x64', node: '26.10.0', form: 'sea' },
  'linux-arm64': { platform: 'linux', arch: 'arm64', node: '26.10.0', form: 'sea' },
  'win-x64': { platform: 'windows', arch: 'x64', node: '26.10.0', form: 'sea' },
  'win-arm64': { platform: 'windows', arch: 'arm64', node: '26.7.0', form: 'sea' },
  'darwin-arm64': { platform: 'macos', arch: 'arm64', node: '26.10.0', form: 'runtime' },
  'darwin-x64': { platform: 'macos', arch: 'x64', node: '26.10.0', form: 'runtime' },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof TARGETS;
export const TARGET_NAMES = Object.keys(TARGETS) as TargetName[];
