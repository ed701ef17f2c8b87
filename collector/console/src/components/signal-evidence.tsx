import type { SignalView } from '@assay/shared/api';
import { SIGNAL_STATUS_WORDS } from '../words.ts';
import { When } from './when.tsx';

/** One signal: what was found or why it couldn't be told, by whom, how old; the raw value on demand. */
export function SignalEvidence({ name, signal }: { name: string; signal: SignalView | undefined }) {
  if (!signal) {
    return (
      <>
        <strong>{name}</strong> <span className="faint">was never reported by this device</span>
      </>
    );
  }
  const { title, status, summary, value, reason, observedAt, source } = signal;
  return (
    <>
      <strong>{title}</strong>{' '}
      <span className="signal-status" data-status={status}>
        {SIGNAL_STATUS_WORDS[status]}
        {reason && ` (${reason.replaceAll('_', ' ')})`}
      </span>
      <span className="signal-summary">{summary}</span>
      <span className="faint">
        seen <When at={observedAt} /> by {source}
      </span>
      {value !== null && value !== undefined && (
        <details>
          <summary>Raw value</summary>
          <pre>{JSON.stringify(value, null, 2)}</pre>
        </details>
      )}
    </>
  );
}
