import type { ExemptionView } from '@assay/shared/api';
import { renewExemption } from '../api.ts';
import { GrantDialog } from './grant-dialog.tsx';

interface Props {
  exemption: ExemptionView;
  maxLengthMs: number;
  close: () => void;
}

/** Puts a longer exemption in the place of one. */
export const RenewDialog = ({ exemption, maxLengthMs, close }: Props) => (
  <GrantDialog
    title="Renew the exemption?"
    action="Renew"
    lengthLabel="From now for"
    maxLengthMs={maxLengthMs}
    first="longest"
    reason={exemption.reason}
    grant={(request) => renewExemption(exemption.id, request)}
    close={close}
  >
    <p>It keeps its age: a renewed exemption is as old as the first one.</p>
  </GrantDialog>
);
