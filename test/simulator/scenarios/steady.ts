import { allWell, connectAll, loadFigures, type SimulatorScenario, withCpu } from '../scenario.ts';

const REPORT_INTERVAL_S = 60;
const CHANGES_PER_HOUR = 2;

/** An ordinary morning: everybody says every minute that nothing changed, and now and then something does. */
export const scenario: SimulatorScenario = {
  summary: 'everybody is connected, and little changes',
  async run(stage) {
    const { fleet, collector, agents, seconds, during } = stage;
    await connectAll(stage);
    const change = (agents * CHANGES_PER_HOUR) / 3600;
    const unchanged = agents / REPORT_INTERVAL_S;
    const { result, cores } = await withCpu(collector.pid, () =>
      during(
        'an ordinary morning',
        seconds,
        fleet.load({ mix: { unchanged, change }, perSecond: unchanged + change, seconds }),
      ),
    );
    return {
      figures: { ...loadFigures(result), collector_cores: cores },
      expectations: await allWell(fleet, result),
    };
  },
};
