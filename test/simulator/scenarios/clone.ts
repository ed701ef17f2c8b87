import type { DeviceList, DeviceSummary } from '@assay/shared/api';
import { connectAll, expectation, type SimulatorScenario, type Stage, shareOf } from '../scenario.ts';

const SHARE = 0.01;

/** The disks of some laptops were copied as they were when they had just enrolled, and the copies start elsewhere. */
export const scenario: SimulatorScenario = {
  summary: 'some laptops are copied, and the copies come live beside them',
  async run(stage) {
    const { agents, say } = stage;
    const cloned = shareOf(agents, SHARE);
    await connectAll(stage);
    say(`${cloned} copies connect`);
    const copies = await stage.others();
    const came = await copies.connect({ to: cloned, report: true, bootId: 'copied', timeoutMs: 60_000 });
    const quarantined = (await listDevices(stage)).filter(({ state }) => state === 'quarantined');
    const right = quarantined.filter(({ conflicts }) => conflicts.length > 0);
    return {
      figures: { cloned, connected: came.connected, quarantined: quarantined.length },
      expectations: [
        expectation(
          `all ${cloned} devices with a copy are quarantined, and nobody else`,
          quarantined.length === cloned,
        ),
        expectation('the conflict is shown for each', right.length === quarantined.length),
        expectation(
          'none of them is trusted',
          quarantined.every(({ tier }) => tier === 'untrusted'),
        ),
      ],
    };
  },
};

async function listDevices({ collector }: Stage): Promise<DeviceSummary[]> {
  const all: DeviceSummary[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const page: DeviceList = await collector.api.call<DeviceList>('GET', `/devices${query}`);
    all.push(...page.devices);
    cursor = page.next;
  }
  return all;
}
