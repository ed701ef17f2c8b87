import { allWell, connectAll, expectation, loadFigures, type SimulatorScenario } from '../scenario.ts';

const EACH = 12;
const REPORT_INTERVAL_S = 60;

/** Half of the fleet is on a train; what happens there is signed, kept, and handed in when it is back. */
export const scenario: SimulatorScenario = {
  summary: 'half of the fleet is offline for a while, and hands in what it saw meanwhile',
  async run(stage) {
    const { fleet, agents, seconds, during, say } = stage;
    const half = Math.floor(agents / 2);
    await connectAll(stage);
    await fleet.leave({ to: half });
    await fleet.journal({ to: half, each: EACH });
    const { journalled } = await fleet.status();
    const perSecond = (agents - half) / REPORT_INTERVAL_S;
    const others = fleet.load({ from: half, mix: { unchanged: 1 }, perSecond, seconds });
    const load = await during(`${half} agents are offline`, seconds, others);
    say(`${journalled} reports come in as history`);
    const back = await fleet.connect({ to: half, report: true, spreadMs: Math.max(2000, half) });
    const after = await fleet.status();
    return {
      figures: {
        offline: half,
        journalled,
        back: back.connected,
        back_s: back.seconds,
        ...loadFigures(load),
      },
      expectations: [
        expectation('everybody is back', back.connected === half),
        expectation(`all ${half * EACH} reports of the time offline are taken in`, after.journalled === 0),
        ...(await allWell(fleet, load, 'the others')),
      ],
    };
  },
};
