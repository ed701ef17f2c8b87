import type { DeviceDetail } from '@assay/shared/api';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { recheck } from '../api.ts';

const POLL_MS = 1_000;
const PATIENCE_MS = 20_000;
/** As long is it "just now". */
const SHOWN_MS = 20_000;

/** Grows with every report and every assessment, so that a change means that the agent has answered. */
const answerMark = ({ evidence, assessment }: DeviceDetail): string =>
  `${evidence.lastReportNumber}/${evidence.lastReportAt}/${assessment?.assessedAt}`;

type Progress = { step: 'idle' | 'done' | 'offline' | 'silent' } | { step: 'waiting'; since: string };

const WORDS: Record<Progress['step'], string> = {
  idle: '',
  waiting: 'Asked; waiting for the agent’s next report …',
  done: 'Checked just now. This page shows the newest report.',
  offline: 'The agent is not connected. It reports as soon as the device is on and online.',
  silent: 'No answer within 20 seconds. The page changes by itself when one arrives.',
};

/** Asks the live agent to look again and tells when its answer is on the page. */
export function CheckAgain({ detail }: { detail: DeviceDetail }) {
  const client = useQueryClient();
  const { id } = detail.device;
  const [progress, setProgress] = useState<Progress>({ step: 'idle' });
  const mark = answerMark(detail);
  const ask = useMutation({
    mutationFn: () => recheck(id),
    onMutate: () => setProgress({ step: 'waiting', since: mark }),
    onSuccess: ({ asked }) => asked || setProgress({ step: 'offline' }),
    onError: () => setProgress({ step: 'idle' }),
  });
  const waiting = progress.step === 'waiting';
  const answered = progress.step === 'waiting' && progress.since !== mark;

  useEffect(() => {
    if (answered) setProgress({ step: 'done' });
  }, [answered]);

  const done = progress.step === 'done';
  useEffect(() => {
    if (!done) return;
    const forget = setTimeout(() => setProgress({ step: 'idle' }), SHOWN_MS);
    return () => clearTimeout(forget);
  }, [done]);

  useEffect(() => {
    if (!waiting) return;
    const poll = setInterval(() => client.invalidateQueries({ queryKey: ['device', id] }), POLL_MS);
    const giveUp = setTimeout(() => setProgress({ step: 'silent' }), PATIENCE_MS);
    return () => {
      clearInterval(poll);
      clearTimeout(giveUp);
    };
  }, [waiting, client, id]);

  return (
    <>
      <Button
        leftSection={<IconRefresh size={15} aria-hidden />}
        loading={waiting}
        onClick={() => ask.mutate()}
      >
        Check again
      </Button>
      <span role="status" className="action-status">
        {ask.error ? `Could not ask: ${ask.error.message}` : WORDS[progress.step]}
      </span>
    </>
  );
}
