import type { EdrEvidence } from '@assay/shared';
import type { CimAnswer } from '../cim/answer.ts';
import { toProgram } from './windows-services.ts';

/** What the programs of a product's services say of themselves. */
export interface ProgramEvidence {
  /** Of the program of the service that protects. */
  version?: string;
  evidence: EdrEvidence[];
}

// SignatureStatus of Get-AuthenticodeSignature (learn.microsoft.com); any other says that it could not be told.
const VALID = 0;
const BROKEN: Record<number, string> = {
  2: 'is not signed',
  3: 'was changed after it was signed',
  4: 'is signed by nobody whom this system trusts',
};

/** @param programs of the product's genuine services, lower case; the first is that of the one that protects */
export function findPrograms(answer: CimAnswer | undefined, programs: readonly string[]): ProgramEvidence {
  if (!answer?.tells('programs')) return { evidence: [] };
  const items = answer.items('programs');
  const found = programs.flatMap(
    (program) => items.find((item) => toProgram(item.text('path')) === program) ?? [],
  );
  const [first] = found;
  const text = first?.text('version') ?? '';
  const version = /^\d+(?:\.\d+){3}$/.test(text) && text !== '0.0.0.0' ? text : undefined;
  return {
    ...(version ? { version } : {}),
    evidence: found.flatMap((item) => {
      const service = item.text('service') ?? '';
      const signer = /^[^\p{C}]{1,128}$/u.exec(item.text('signer') ?? '')?.[0];
      const signature = item.number('signature');
      if (signature === VALID && signer) {
        return { kind: 'signature' as const, basis: `program of service ${service} is signed by ${signer}` };
      }
      const broken = BROKEN[signature ?? -1];
      return broken
        ? { kind: 'contradiction' as const, basis: `program of service ${service} ${broken}` }
        : [];
    }),
  };
}
