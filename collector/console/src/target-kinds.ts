import type { NewTarget } from '@assay/shared/api';

/** One field of a target kind's configuration, as asked of a person. */
export interface TargetField {
  /** The configuration's own name for it. */
  name: string;
  label: string;
  description: string;
  /** `ticked`: what the field becomes when its box is ticked; left out otherwise. */
  input: 'url' | 'text' | 'secret' | 'pem' | { options: string[] } | { ticked: unknown };
  required: boolean;
}

export interface TargetForm {
  kind: string;
  title: string;
  about: string;
  fields: TargetField[];
}

const ownCa: TargetField = {
  name: 'ca',
  label: 'Own certificate authority (optional)',
  description: 'PEM; replaces the public ones for this target',
  input: 'pem',
  required: false,
};

/** The kinds of target that can be added here; kinds and fields are named as the collector's target kinds do. */
export const TARGET_FORMS: TargetForm[] = [
  {
    kind: 'webhook',
    title: 'Webhook',
    about: 'Signed by the Standard Webhooks specification. The signing secret is made here and shown once.',
    fields: [
      {
        name: 'url',
        label: 'Address',
        description: 'https://…, or http:// on the collector’s own machine',
        input: 'url',
        required: true,
      },
      {
        name: 'scores',
        label: 'Also tell changes of score within a tier',
        description: 'Otherwise changes of tier, what becomes of devices, exemptions and break-glass',
        input: { ticked: true },
        required: false,
      },
      ownCa,
    ],
  },
  {
    kind: 'ssf',
    title: 'SSF push stream',
    about:
      'CAEP events to an identity provider, pushed as signed SETs (RFC 8935): compliance, risk, ended sessions.',
    fields: [
      {
        name: 'endpoint_url',
        label: 'Push endpoint',
        description: 'Of the receiver, https://…',
        input: 'url',
        required: true,
      },
      {
        name: 'aud',
        label: 'Audience',
        description: 'What the receiver expects as “aud”',
        input: 'text',
        required: true,
      },
      {
        name: 'authorization_header',
        label: 'Authorization header (optional)',
        description: 'Sent word for word; never shown again',
        input: 'secret',
        required: false,
      },
      {
        name: 'alg',
        label: 'Signature',
        description: 'RS256 as the CAEP profile asks for',
        input: { options: ['RS256', 'ES256'] },
        required: false,
      },
      ownCa,
    ],
  },
];

/** The request out of a filled-in form; what was left empty is left out, so that the collector's default holds. */
export function toNewTarget(form: TargetForm, filled: FormData): NewTarget {
  const text = (name: string) => String(filled.get(name) ?? '').trim();
  const config: Record<string, unknown> = {};
  for (const { name, input } of form.fields) {
    const ticked = typeof input === 'object' && 'ticked' in input;
    if (ticked && filled.has(name)) config[name] = input.ticked;
    if (!ticked && text(name) !== '') config[name] = text(name);
  }
  return { name: text('name'), kind: form.kind, config };
}
