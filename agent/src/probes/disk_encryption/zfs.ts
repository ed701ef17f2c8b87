import type { Exec } from '../../system/exec.ts';
import { type BlockWalk, coverageOfName, kernelName } from './block-device.ts';
import { allOf, type Coverage, cannotTell, encryptedBy, notEncrypted } from './coverage.ts';

/** @param dataset the mount's source, e.g. `rpool/ROOT/ubuntu_abc` */
export async function coverageOfDataset(walk: BlockWalk, exec: Exec, dataset: string): Promise<Coverage> {
  const answer = await exec.run('zfs', ['get', '-Hp', '-o', 'name,property,value', 'encryption', dataset]);
  if (answer.status !== 'ok') return cannotTell(`zfs ${dataset}: ${problem(answer)}`);
  const encryption = parseZfsEncryption(answer.stdout, dataset);
  if (encryption === undefined) return cannotTell(`zfs ${dataset}: answer not understood`);
  if (encryption !== 'off')
    return encryptedBy(`zfs ${encryption}`, `zfs ${dataset} encryption=${encryption}`);
  return coverageBelowPool(walk, exec, dataset.split('/')[0] ?? dataset);
}

/** A pool may also sit on encrypted devices: then every one of them must be. */
async function coverageBelowPool(walk: BlockWalk, exec: Exec, pool: string): Promise<Coverage> {
  const plain = notEncrypted(`zfs ${pool} encryption=off`);
  const answer = await exec.run('zpool', ['list', '-vHP', pool]);
  if (answer.status !== 'ok') return cannotTell(`zpool ${pool}: ${problem(answer)}`);
  const paths = parsePoolDevices(answer.stdout);
  if (paths.length === 0) return plain;
  const below = allOf(
    await Promise.all(
      paths.map(async (path) => {
        const name = await kernelName(walk.files, path);
        return name === undefined ? cannotTell(`no block device for ${path}`) : coverageOfName(walk, name);
      }),
    ),
  );
  return below.state === 'not_encrypted' ? { ...below, basis: [...plain.basis, ...below.basis] } : below;
}

/**
 * Reads `zfs get -Hp -o name,property,value`: tab-separated, one property a line.
 * @returns `off`, a cipher, or undefined when the answer is not about this dataset
 */
export function parseZfsEncryption(text: string, dataset: string): string | undefined {
  for (const line of text.split('\n')) {
    const [name, property, value] = line.split('\t');
    if (name === dataset && property === 'encryption' && /^(off|on|aes-[a-z0-9-]+)$/.test(value ?? ''))
      return value;
  }
  return undefined;
}

/** Reads `zpool list -vHP`: the devices are the rows whose name is a path. Cache devices hold pool data too. */
export function parsePoolDevices(text: string): string[] {
  return text.split('\n').flatMap((line) => /^\s*(\/dev\/\S+)/.exec(line)?.[1] ?? []);
}

const problem = (answer: { status: string } & ({ detail: string } | { code: number | null })) =>
  'detail' in answer ? answer.detail : `ended with ${answer.code ?? 'a signal'}`;
