import { connectAll, expectation, type SimulatorScenario, withCpu } from '../scenario.ts';

const LONGEST_S = 300;

/** A gateway on the way restarts: all connections break at the same moment, and every agent comes back by itself. */
export const scenario: SimulatorScenario = {
  summary: 'every connection breaks at once, and the whole fleet comes back',
  async run(stage) {
    const { fleet, collector, agents, during } = stage;
    await connectAll(stage);
    const { result: open, cores } = await withCpu(collector.pid, async () => {
      await fleet.drop({});
      const startedAt = performance.now();
      const back = fleet.waitOpen({ count: agents, timeoutMs: LONGEST_S * 1000 });
      const count = await during(`${agents} agents come back`, agents / 500, back);
      return { count, seconds: (performance.now() - startedAt) / 1000 };
    });
    const { lostReports, refused } = await fleet.status();
    return {
      figures: { back: open.count, all_back_s: open.seconds, collector_cores: cores },
      expectations: [
        expectation('everybody is back', open.count === agents),
        expectation('nobody is refused', Object.keys(refused).length === 0),
        expectation('no acknowledged report is lost', lostReports === 0),
      ],
    };
  },
};
