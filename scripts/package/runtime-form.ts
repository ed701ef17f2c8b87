import { join } from 'node:path';
import type { Bundle } from './bundle.ts';
import { RUNTIME_FLAGS } from './executable.ts';
import type { PayloadFile } from './payload.ts';
import { runtimeFor } from './runtimes.ts';
import { type Product, TARGETS, type TargetName } from './targets.ts';

/**
 * A product as the unmodified runtime, which keeps its maker's signature, beside the bundle, and a launcher that
 * starts one with the other. Node's own environment variables are dropped, so that nobody loads code into a service.
 */
export async function runtimePayload(
  product: Product,
  name: TargetName,
  bundle: Bundle,
  updateRoot: string | null = null,
): Promise<PayloadFile[]> {
  const flags = RUNTIME_FLAGS[product].join(' ');
  const launcher = `#!/bin/sh
# Starts assay-${product} in its own Node.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
done
here=$(cd "$(dirname "$self")" && pwd)
unset NODE_OPTIONS NODE_REPL_EXTERNAL_MODULE NODE_EXTRA_CA_CERTS
export ASSAY_EXECUTABLE="$here/assay-${product}"
exec "$here/node" ${flags} "$here/${product}.cjs" "$@"
`;
  return [
    { path: 'node', mode: 0o755, from: { file: await runtimeFor(name, TARGETS[name].node) } },
    { path: `${product}.cjs`, mode: 0o644, from: { file: bundle.main } },
    { path: `assay-${product}`, mode: 0o755, from: { text: launcher } },
    ...(updateRoot && product === 'agent'
      ? [{ path: 'update-root.json', mode: 0o644, from: { file: updateRoot } }]
      : []),
    ...bundle.resources.map((path) => ({
      path: `resources/${path}`,
      mode: 0o644,
      from: { file: join(bundle.resourceDir, path) },
    })),
  ];
}
