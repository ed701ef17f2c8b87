import type { Os } from '@assay/shared';
import { windowsProduct } from './windows-release.ts';

// os-release ids that differ from endoflife.date's product ids.
const PRODUCTS: Record<string, string> = {
  amzn: 'amazon-linux',
  alpine: 'alpine-linux',
  rocky: 'rocky-linux',
  ol: 'oracle-linux',
  sled: 'sles',
  'opensuse-leap': 'opensuse',
};

// Derivatives that keep their upstream's version numbers and live on its security updates. Others count on their
// own (Devuan 5, Parrot 6, Mageia 9), and looking those numbers up in ID_LIKE's product would tell a wrong end.
const FOLLOWERS: Record<string, string> = {
  pop: 'ubuntu',
  neon: 'ubuntu',
  tuxedo: 'ubuntu',
  raspbian: 'debian',
  nobara: 'fedora',
  bazzite: 'fedora',
  ultramarine: 'fedora',
  'fedora-asahi-remix': 'fedora',
};

const ROLLING = new Set([
  'arch',
  'gentoo',
  'void',
  'manjaro',
  'endeavouros',
  'solus',
  'kali',
  'opensuse-tumbleweed',
  'opensuse-slowroll',
]);

/** Rolling releases have no version, or one that is only a date; Debian's testing and unstable have none. */
export function isRolling(os: Os): boolean {
  if (ROLLING.has(os.id)) return true;
  return os.version === undefined && [os.id, ...os.id_like].some((id) => ROLLING.has(id) || id === 'debian');
}

/**
 * The product whose releases an OS is looked up in: its own, or its upstream's where the version means the same
 * there. Ubuntu's YY.MM is unmistakable, so anything like Ubuntu that carries one follows it.
 */
export function productOf(os: Os, products: Readonly<Record<string, unknown>>): string | null {
  if (os.id === 'windows') return windowsProduct(os);
  if (os.id === 'centos' && /stream/i.test(os.name)) return 'centos-stream';
  const own = PRODUCTS[os.id] ?? os.id;
  if (Object.hasOwn(products, own)) return own;
  if (os.id_like.includes('ubuntu') && /^\d\d\.(04|10)$/.test(os.version ?? '')) return 'ubuntu';
  return FOLLOWERS[os.id] ?? null;
}
