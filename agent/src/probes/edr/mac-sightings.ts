import type { EdrEvidence, EdrProduct } from '@assay/shared';
import type { RootProcess } from './mac-processes.ts';
import type { MacProduct } from './mac-products.ts';
import type { SystemExtension } from './system-extensions.ts';

/** What runs on this machine; undefined where it could not be seen. */
export interface MacSightings {
  extensions: readonly SystemExtension[] | undefined;
  processes: readonly RootProcess[] | undefined;
}

const RUNNING = 'activated enabled';
/** An update or removal is waiting; nothing of it is active any more. */
const LEAVING = /^terminated /;

/** One product by what was seen of it; undefined when that is nothing. */
export function toMacProduct(
  product: MacProduct,
  paths: readonly string[],
  { extensions, processes }: MacSightings,
): EdrProduct | undefined {
  const { genuine, forged } = sort(product, extensions ?? []);
  const daemons = (processes ?? []).filter(({ path }) => product.daemons.some((p) => path.startsWith(p)));
  if (paths.length === 0 && genuine.length === 0 && forged.length === 0) return undefined;
  const running = isRunning(product, { extensions: extensions && genuine, daemons: processes && daemons });
  const version = genuine.find(({ state }) => state === RUNNING)?.version;
  return {
    product: product.product,
    vendor: product.vendor,
    kind: product.kind,
    // macOS keeps its own copy of an extension: without the app it is still there.
    installed: paths.length > 0 || genuine.some(({ state }) => !LEAVING.test(state)),
    ...(running === undefined ? {} : { running }),
    ...(version ? { version } : {}),
    evidence: [
      ...paths.map((path): EdrEvidence => ({ kind: 'installed', basis: `path ${path}` })),
      ...genuine.flatMap((extension) => told(extension, product)),
      ...forged.map(
        ({ bundleId, team }): EdrEvidence => ({
          kind: 'contradiction',
          basis: `system extension ${bundleId} is signed by ${team}, not by its vendor`,
        }),
      ),
      ...daemons.map(({ path, pid }): EdrEvidence => ({ kind: 'running', basis: `ps ${path} (pid ${pid})` })),
    ],
  };
}

function sort({ extension }: MacProduct, extensions: readonly SystemExtension[]) {
  if (!extension) return { genuine: [], forged: [] };
  const named = extensions.filter(({ bundleId }) => bundleId.startsWith(extension.bundlePrefix));
  const isGenuine = ({ team }: SystemExtension) => extension.team === undefined || team === extension.team;
  return { genuine: named.filter(isGenuine), forged: named.filter((found) => !isGenuine(found)) };
}

/** `ps` shows the name a process gave itself: where there is an extension, only that counts. */
function isRunning(
  { extension }: MacProduct,
  {
    extensions,
    daemons,
  }: { extensions: readonly SystemExtension[] | undefined; daemons: readonly RootProcess[] | undefined },
): boolean | undefined {
  if (extension) return extensions?.some(({ state }) => state === RUNNING);
  return daemons && daemons.length > 0;
}

function told({ bundleId, team, state }: SystemExtension, { extension }: MacProduct): EdrEvidence[] {
  const basis = `system extension ${bundleId} ${state}`;
  if (LEAVING.test(state)) return [{ kind: 'contradiction', basis }];
  const shown: EdrEvidence = { kind: state === RUNNING ? 'running' : 'installed', basis };
  return extension?.team ? [shown, { kind: 'signature', basis: `${bundleId} by team ${team}` }] : [shown];
}
