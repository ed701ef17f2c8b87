import type { AssayError, Clock } from '@assay/shared';
import type { Endpoint } from '../session/peer.ts';
import { type Environment, proxyFor } from '../session/proxy.ts';
import { type Finding, failed, NOT_REACHED, type Outcome, STEPS, type Step } from './finding.ts';
import { examineLastAck, examineState, type LocalState } from './local.ts';
import { examineDns, examineTcp, type FirstHop, firstHop } from './network.ts';
import { type Answer, askToBeLetIn, examineClock, examineSession } from './session.ts';
import { examinePin, examineProxy, examineTls, type Look, look } from './transport.ts';

export interface Examination {
  stateDir: string;
  /** Where the collector is now, if not where it was at enrollment. */
  url: string | null;
  env: Environment;
  clock: Clock;
}

type Outcomes = Record<Step, Outcome>;

/** Goes the way of a report, step by step, and says at each what was tried and what came back. Changes nothing. */
export async function examine({ stateDir, url, env, clock }: Examination): Promise<Finding[]> {
  const { state, enrollment, key } = examineState(stateDir);
  const collectorUrl = url ?? state.identity?.collectorUrl ?? null;
  const local = { enrollment, key, last_ack: examineLastAck(state, clock.now()) };
  const way = collectorUrl === null ? UNKNOWN_WAY : await examineWay(collectorUrl, state, env, clock);
  return inOrder({ ...local, ...way }, collectorUrl ?? 'the collector');
}

type Way = Omit<Outcomes, 'enrollment' | 'key' | 'last_ack'>;

const UNKNOWN_WAY: Way = {
  ...{ dns: NOT_REACHED, tcp: NOT_REACHED, proxy: NOT_REACHED, tls: NOT_REACHED },
  ...{ pin: NOT_REACHED, session: NOT_REACHED, clock: NOT_REACHED },
};

async function examineWay(url: string, state: LocalState, env: Environment, clock: Clock): Promise<Way> {
  let endpoint: Endpoint;
  try {
    endpoint = { url, caPem: state.identity?.caPem ?? null, proxy: proxyFor(url, env) };
  } catch (error) {
    return {
      ...UNKNOWN_WAY,
      proxy: failed('proxy_invalid', (error as AssayError).message, 'correct HTTPS_PROXY'),
    };
  }
  const hop: FirstHop = firstHop(url, endpoint.proxy);
  const dns = await examineDns(hop);
  if (dns.state === 'failed') return { ...UNKNOWN_WAY, dns };
  const tcp = await examineTcp(hop);
  if (tcp.state === 'failed') return { ...UNKNOWN_WAY, dns, tcp };
  const seen = await look(endpoint);
  const transport = {
    ...{ dns, tcp, proxy: examineProxy(seen, endpoint) },
    ...{ tls: examineTls(seen, endpoint), pin: examinePin(seen, endpoint) },
  };
  const answer = transport.pin.state === 'ok' ? await ask(endpoint, state, clock) : null;
  return {
    ...transport,
    session: answer ? examineSession(answer) : NOT_REACHED,
    clock: examineClock(answer?.ahead ?? aheadOf(seen, clock)),
  };
}

async function ask(endpoint: Endpoint, { identity, keys }: LocalState, clock: Clock): Promise<Answer | null> {
  if (!identity || !keys) return null;
  const first = await askToBeLetIn(endpoint, identity, keys.signer, clock.now);
  // Of two keys the collector knows one; see DeviceKeys.
  if (first.error?.code !== 'signature_invalid' || !keys.refused()) return first;
  return askToBeLetIn(endpoint, identity, keys.signer, clock.now);
}

// Only a hint while the other side isn't trusted, but a wrong clock may be the very reason for that.
const aheadOf = ({ peer }: Look, clock: Clock): number | null =>
  peer?.time == null ? null : peer.time - clock.now();

const TRIED: Record<Step, (collector: string) => string> = {
  enrollment: () => 'read identity and collector from the state directory',
  key: () => 'read the device key, and who else may',
  dns: () => 'look up the name',
  tcp: () => 'connect',
  proxy: (collector) => `ask the proxy for a tunnel to ${collector}`,
  tls: (collector) => `speak TLS with ${collector}`,
  pin: () => 'verify who issued the certificate',
  session: () => 'say hello with the device key',
  clock: () => "compare this computer's clock with the collector's",
  last_ack: () => 'look for the last acknowledged report',
};

const inOrder = (outcomes: Outcomes, collector: string): Finding[] =>
  (Object.keys(STEPS) as Step[]).map((step) => ({
    step,
    tried: TRIED[step](collector),
    ...outcomes[step],
  }));
