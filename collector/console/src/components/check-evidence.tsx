import type { SignalView } from '@assay/shared/api';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endExemption } from '../api.ts';
import { excuseSentence } from '../excuse.ts';
import { type Check, OUTCOME_WORDS } from '../words.ts';
import { ExcuseButton } from './excuse-button.tsx';
import { SignalEvidence } from './signal-evidence.tsx';
import { ErrorNotice } from './states.tsx';
import { useClock, When } from './when.tsx';

interface Props {
  check: Check;
  signals: SignalView[];
  device: { id: string; hostname: string };
}

/** What a check found, what its user reads of it, whether it is excused, and the signals it read. */
export function CheckEvidence({ check, signals, device }: Props) {
  return (
    <div className="evidence">
      {check.excuse && <ExcuseNote excuse={check.excuse} />}
      {check.explain && <p>{check.explain}</p>}
      {check.sources && <SourceWords sources={check.sources} />}
      {check.remedy && (
        <p>
          <strong>To mend:</strong> {check.remedy}
        </p>
      )}
      {check.audience === 'it' && (
        <p className="faint">For IT to mend: the device's user is not told of it.</p>
      )}
      <p className="faint">
        {OUTCOME_WORDS[check.outcome]} since <When at={check.since} />. Check <code>{check.check}</code>{' '}
        reads:
      </p>
      <ul className="signals">
        {check.signals.map((name) => (
          <li key={name}>
            <SignalEvidence name={name} signal={signals.find((signal) => signal.name === name)} />
          </li>
        ))}
      </ul>
      {check.counts && <ExcuseButton device={device} checks={[check]} />}
    </div>
  );
}

/** Who says what of it, where others than the agent do. */
function SourceWords({ sources }: { sources: NonNullable<Check['sources']> }) {
  return (
    <ul className="source-words" aria-label="Who says what">
      {sources.map(({ source, outcome, unproven }) => (
        <li key={source}>
          <strong>{source}</strong>: {OUTCOME_WORDS[outcome].toLowerCase()}
          {unproven && ' (not verified: it can only count against the device)'}
        </li>
      ))}
    </ul>
  );
}

function ExcuseNote({ excuse }: { excuse: NonNullable<Check['excuse']> }) {
  const words = useClock((now) => excuseSentence(excuse, now));
  return (
    <div className="excuse-note">
      <p>{words}</p>
      {excuse.kind === 'exempt' && <EndExemption id={excuse.id} />}
    </div>
  );
}

function EndExemption({ id }: { id: string }) {
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => endExemption(id),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      <ErrorNotice error={end.error} />
      <Button variant="default" size="compact-sm" loading={end.isPending} onClick={() => end.mutate()}>
        End the exemption
      </Button>
    </>
  );
}
