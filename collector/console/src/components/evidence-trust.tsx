import type { DeviceDetail } from '@assay/shared/api';
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { When } from './when.tsx';

const STORAGE_WORDS: Record<string, string> = {
  tpm: 'in the TPM',
  secure_enclave: 'in the Secure Enclave',
  pcp: "in Windows' platform provider",
  software: 'in software',
  file: 'in a file only the system may read; a full copy of the disk copies it',
};

/** How far the evidence itself can be trusted, and which machine it is about. */
export function EvidenceTrust({ detail: { evidence, hardware, device } }: { detail: DeviceDetail }) {
  const facts: [string, ReactNode][] = [
    [
      'Last report',
      evidence.lastReportAt === null ? 'none yet' : <LastReport key="report" evidence={evidence} />,
    ],
    ['Key', <code key="id">{evidence.keyId}</code>],
    ['Algorithm', evidence.keyAlgorithm],
    ['Key is kept', STORAGE_WORDS[evidence.keyStorage] ?? evidence.keyStorage],
    ['Agent', evidence.agentVersion ?? 'not told'],
    ['It inspects', evidence.inspectedRoot === '/' ? 'the running system (/)' : evidence.inspectedRoot],
    ['Serial number', device.serial ?? 'not told'],
    ['Model', [hardware.vendor, hardware.model].filter(Boolean).join(' ') || 'not told'],
    ['Hardware UUID', hardware.uuid ?? 'not told'],
    ['Machine', hardware.virtual === null ? 'not told' : hardware.virtual ? 'virtual' : 'physical'],
    ['Enrolled', <When key="enrolled" at={device.enrolledAt} />],
  ];
  return (
    <section className="panel area-trust" aria-labelledby="trust">
      <Title order={2} id="trust" className="panel-title">
        Trust of the evidence
      </Title>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function LastReport({ evidence }: Pick<DeviceDetail, 'evidence'>) {
  return (
    <>
      number {evidence.lastReportNumber},{' '}
      {evidence.lastReportAt !== null && <When at={evidence.lastReportAt} />}, signature verified
    </>
  );
}
