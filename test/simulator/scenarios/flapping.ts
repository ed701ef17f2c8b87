import {
  allWell,
  connectAll,
  expectation,
  loadFigures,
  type SimulatorScenario,
  shareOf,
} from '../scenario.ts';

const SHARE = 0.05;
/** Of each flapping agent: close to what the protocol permits for ever. */
const PER_S = 4;
const OTHERS_PER_S = 1 / 10;
/** Starved, the others would wait as long as the flapping goes on. */
const LONGEST_WAIT_PART = 0.2;

/** On some laptops endpoint protection crashes and restarts all the time, while the others report as usual. */
export const scenario: SimulatorScenario = {
  summary: 'some laptops change several times a second, and nobody else suffers',
  async run(stage) {
    const { fleet, agents, seconds, during } = stage;
    const flapping = shareOf(agents, SHARE);
    const flappers = await stage.others();
    await connectAll(stage, { from: flapping });
    await flappers.connect({ to: flapping, report: true, comesBack: true });
    const changing = flappers.load({
      ...{ to: flapping, mix: { change: 1 }, changes: ['edr_stopped'] },
      ...{ perSecond: flapping * PER_S, seconds },
    });
    const perSecond = (agents - flapping) * OTHERS_PER_S;
    const others = fleet.load({ from: flapping, mix: { report: 1 }, perSecond, seconds });
    const usual = await during(`${flapping} laptops flap`, seconds, others);
    const flapped = await changing;
    return {
      figures: {
        flapping,
        flapped: flapped.sent,
        flapping_ack_p99_ms: flapped.took.p99,
        ...loadFigures(usual),
      },
      expectations: [
        ...(await allWell(fleet, usual, 'the others')),
        ...(await allWell(flappers, flapped, 'who flaps')),
        expectation('nobody else is starved', usual.took.p99 < seconds * 1000 * LONGEST_WAIT_PART),
      ],
    };
  },
};
