import type { SignalName } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { scriptedExec, type TreeEntry, treeContext } from '../system/test-tree.ts';
import { probesFor } from './registry.ts';

const NFT = { 'nft -j -t list ruleset': '{"nftables":[]}' };
const DISK = '36 1 8:1 / / rw - ext4 /dev/sda1 rw\n';
const OVERLAY = '612 540 0:73 / / rw - overlay overlay rw\n';

function observe(signal: SignalName, tree: Record<string, TreeEntry>) {
  const probe = probesFor('linux').find((candidate) => candidate.signal === signal);
  return probe?.observe(treeContext({ '/proc/1/mountinfo': DISK, ...tree }, scriptedExec(NFT)));
}

describe("Windows' Linux", () => {
  const WSL = { '/proc/sys/kernel/osrelease': '6.6.87.2-microsoft-standard-WSL2\n', '/sys/class/block/': '' };

  it.each(['disk_encryption', 'secure_boot', 'tpm', 'firewall'] as const)(
    "tells nothing of the machine's %s: that is Windows' own",
    async (signal) => {
      expect(await observe(signal, WSL)).toMatchObject({ status: 'unknown', reason: 'namespace' });
    },
  );
});

describe('a container', () => {
  it("has a packet filter of its own, which says nothing of the machine's", async () => {
    const container = { '/.dockerenv': '', '/proc/1/mountinfo': OVERLAY };
    expect(await observe('firewall', container)).toMatchObject({ status: 'unknown', reason: 'namespace' });
  });

  it('is not told by a mark alone, nor by an overlay alone', async () => {
    expect(await observe('firewall', { '/.dockerenv': '' })).toMatchObject({ status: 'ok' });
    expect(await observe('firewall', { '/proc/1/mountinfo': OVERLAY })).toMatchObject({ status: 'ok' });
  });
});
