import type { SignalView } from '@assay/shared/api';
import { Title } from '@mantine/core';
import { SignalEvidence } from './signal-evidence.tsx';

/** Everything the device reported, read by a check or not. */
export function AllSignals({ signals }: { signals: SignalView[] }) {
  return (
    <section className="panel" aria-labelledby="signals">
      <Title order={2} id="signals" className="panel-title">
        What this device reports
      </Title>
      {signals.length === 0 && <p className="faint">No report has arrived yet.</p>}
      <ul className="signals two-columns">
        {signals.map((signal) => (
          <li key={signal.name}>
            <SignalEvidence name={signal.name} signal={signal} />
          </li>
        ))}
      </ul>
    </section>
  );
}
