import { AssayError, type Clock, VERSION } from '@assay/shared';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import type {
  Activate,
  PolicyActivation,
  PolicyReads,
  PolicyVersion,
  PolicyWrites,
} from '../store/policies.ts';

/** A policy document as text, and what to call it in errors. */
export interface PolicySource {
  file: string;
  text: string;
}

/** Who brings a version into force, how and why. */
type ActivationRequest = Pick<Activate, 'kind' | 'by' | 'source' | 'reason' | 'planned'>;

/** The policy that judges, which may change at any moment. */
export interface ActivePolicy {
  readonly policy: Policy;
  readonly activation: PolicyActivation;
  /**
   * Makes a version the active one: durable first, then for every judgement from now on.
   * @throws AssayError `policy_invalid` or `store_unavailable`: the one before stays
   */
  activate(source: PolicySource, request: ActivationRequest): Promise<PolicyActivation>;
  /** After a version came into force. */
  onActivated(listener: (activation: PolicyActivation) => void): void;
}

/** @throws AssayError `policy_invalid`, with every problem by line and column */
export function readPolicy({ file, text }: PolicySource): Policy {
  try {
    return loadPolicy(text, file);
  } catch (cause) {
    throw new AssayError('policy_invalid', `cannot use the policy ${file}: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/**
 * A version as it was stored. It keeps the name it was given then, even if this release of Assay would name the same
 * text differently: assessments of the past point to it.
 * @throws AssayError `policy_invalid` when this release cannot read it
 */
export const readVersion = ({ hash, name, source }: PolicyVersion): Policy => ({
  ...readPolicy({ file: `${name} ${hash.slice(0, 'sha256:'.length + 12)}`, text: source }),
  hash,
});

/**
 * Which policy judges from the start on: the file that was given; without one, what was applied last; and as long as
 * nobody chose anything, the baseline of this release.
 * @throws AssayError `policy_invalid` or `store_unavailable`
 */
export async function openActivePolicy(
  store: Pick<PolicyReads, 'activePolicy'> & PolicyWrites,
  clock: Clock,
  { given, builtIn }: { given: PolicySource | null; builtIn: PolicySource },
): Promise<ActivePolicy> {
  const stored = await store.activePolicy();
  let current: { policy: Policy; activation: PolicyActivation };
  const listeners: ((activation: PolicyActivation) => void)[] = [];

  async function activate(source: PolicySource, request: ActivationRequest): Promise<PolicyActivation> {
    const policy = readPolicy(source);
    const version = { hash: policy.hash, name: policy.name, source: source.text };
    const activation = await store.activatePolicy({ version, at: clock.now(), ...request });
    current = { policy, activation };
    for (const listener of listeners) listener(activation);
    return activation;
  }

  const start = startOf(stored?.activation ?? null, given, builtIn);
  const isInForce = start && stored && readPolicy(start.source).hash === stored.version.hash;
  if (start && !isInForce) await activate(start.source, start.request);
  else if (stored) current = { policy: readVersion(stored.version), activation: stored.activation };

  return {
    get policy() {
      return current.policy;
    },
    get activation() {
      return current.activation;
    },
    activate,
    onActivated: (listener) => listeners.push(listener),
  };
}

/** What has a say at the start; null: what is stored. */
function startOf(
  active: PolicyActivation | null,
  given: PolicySource | null,
  builtIn: PolicySource,
): { source: PolicySource; request: ActivationRequest } | null {
  if (given) {
    const reason = `the collector was started with --policy ${given.file}`;
    return { source: given, request: { kind: 'given', by: 'operator', reason, planned: null } };
  }
  if (active && active.kind !== 'built_in') return null;
  const reason = `the baseline that comes with Assay ${VERSION}`;
  return { source: builtIn, request: { kind: 'built_in', by: 'assay', reason, planned: null } };
}
