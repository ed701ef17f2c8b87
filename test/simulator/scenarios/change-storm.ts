import { allWell, connectAll, loadFigures, type SimulatorScenario, withCpu } from '../scenario.ts';

/** A bad update of the endpoint protection stops it on the whole fleet, one laptop after the other; then it is mended. */
export const scenario: SimulatorScenario = {
  summary: 'something that decides on the tier changes on every laptop, and back',
  async run(stage) {
    const { fleet, collector, agents, seconds, during } = stage;
    await connectAll(stage);
    const storm = {
      mix: { change: 1 },
      perSecond: (2 * agents) / seconds,
      changes: ['edr_stopped' as const],
      seconds,
    };
    const { result, cores } = await withCpu(collector.pid, () =>
      during('endpoint protection stops everywhere, and starts again', seconds, fleet.load(storm)),
    );
    return {
      figures: { ...loadFigures(result), collector_cores: cores },
      expectations: await allWell(fleet, result),
    };
  },
};
