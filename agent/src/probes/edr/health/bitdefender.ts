import { toAgeS } from '../../age.ts';
import type { ProbeContext } from '../../probe.ts';
import { noHealth, type ProductHealth, told } from '../product-health.ts';

/** Asks bduitool on Linux; needs root. */
export async function bitdefenderHealth({ exec, now }: ProbeContext): Promise<ProductHealth> {
  const answer = await exec.run('bduitool', ['get', 'ps']);
  return answer.status === 'ok'
    ? parseBduitool(answer.stdout, now())
    : noHealth(`bduitool get ps: ${answer.status}`);
}

/** Healthy: its search for malware is switched on. What it may be bought with besides says nothing of that. */
export function parseBduitool(text: string, now: number): ProductHealth {
  const state = /^\s*- Antimalware status: (\w+)\s*$/m.exec(text)?.[1];
  if (state === undefined) return noHealth('bduitool get ps: answer not understood');
  const healthy = state === 'On';
  const updatedAt = toTime(/^Last security content update: (.+)$/m.exec(text)?.[1] ?? '');
  return {
    ...told({
      healthy,
      version: /^Product version: (\d[\d.]{0,39})\s*$/m.exec(text)?.[1],
      definitions_age_s: updatedAt === undefined ? undefined : toAgeS(now - updatedAt),
    }),
    evidence: healthy ? [] : [{ kind: 'healthy', basis: `bduitool: antimalware ${state}` }],
  };
}

/** `2023-08-24 at 11:44:37 GMT+2`, ms; undefined for anything else. */
function toTime(text: string): number | undefined {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d) at (\d\d:\d\d:\d\d) GMT(?:([+-]\d{1,2}))?\s*$/.exec(text) ?? [];
  const local = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(local) ? undefined : local - Number(zone ?? 0) * 3_600_000;
}
