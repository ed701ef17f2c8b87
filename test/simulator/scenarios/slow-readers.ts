import { readProcessCost } from '../../bench/footprint/process-cost.ts';
import {
  allWell,
  connectAll,
  expectation,
  loadFigures,
  type SimulatorScenario,
  shareOf,
} from '../scenario.ts';

const SHARE = 0.05;
const PER_S = 4;
const OTHERS_PER_S = 1 / 10;
/** What a session may leave unread is bounded by the protocol; this is far more than all of it together, MB. */
const MOST_GROWTH_MB = 400;

/** Some agents go on sending and read none of the answers. */
export const scenario: SimulatorScenario = {
  summary: 'some agents send and never read; memory is bounded, and nobody else suffers',
  async run(stage) {
    const { fleet, collector, agents, seconds, during } = stage;
    const slow = shareOf(agents, SHARE);
    const readers = await stage.others();
    await connectAll(stage, { from: slow });
    await readers.connect({ to: slow, report: true });
    const before = readProcessCost(collector.pid).rssMb;
    await readers.setReading({ to: slow, reads: false });
    const sending = readers.load({ to: slow, mix: { report: 1 }, perSecond: slow * PER_S, seconds });
    const perSecond = (agents - slow) * OTHERS_PER_S;
    const others = fleet.load({ from: slow, mix: { report: 1 }, perSecond, seconds });
    const load = await during(`${slow} agents read nothing`, seconds, others);
    const grown = readProcessCost(collector.pid).rssMb - before;
    await readers.setReading({ to: slow, reads: true });
    const { sent } = await sending;
    return {
      figures: { slow, sent_unread: sent, rss_growth_mb: grown, ...loadFigures(load) },
      expectations: [
        ...(await allWell(fleet, load, 'the others')),
        expectation('memory is bounded', grown < MOST_GROWTH_MB),
      ],
    };
  },
};
