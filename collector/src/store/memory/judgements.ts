import type { JudgementReads, JudgementWrites } from '../judgements.ts';
import type { Settled } from '../settled.ts';
import { takesPart } from './devices.ts';
import { newestFirst } from './history.ts';
import { pageOf } from './order.ts';
import type { Tables } from './tables.ts';

/** Tables that judgements look things up in, written. */
export const judgementWrites = ({ referenceValues }: Tables): Settled<JudgementWrites> => ({
  keepReferenceValues({ hash, body }) {
    if (!referenceValues.get(hash)) referenceValues.put(hash, { body });
  },
});

/** Judgements of the past and what they were made from, read. */
export const judgementReads = ({
  assessments,
  referenceValues,
  devices,
}: Tables): Settled<JudgementReads> => ({
  judgementAt({ deviceId, at }) {
    const [last] = assessments.where((row) => row.deviceId === deviceId && row.at <= at).sort(newestFirst);
    if (!last) return null;
    const { number: _, ...judgement } = last;
    return judgement;
  },
  referenceValues: (hash) => referenceValues.get(hash)?.body ?? null,
  judgedDevices: (page) =>
    pageOf(
      devices.where((row) => row.assessment !== null && takesPart(row)),
      page,
    ).map(({ record }) => record),
});
