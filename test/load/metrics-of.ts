import { Agent, fetch } from 'undici';
import type { Door } from '../helpers/raw-connection.ts';

/** A collector's figures by name and labels, e.g. `assay_refused_total{code="rate_exceeded"}`. */
export async function metricsOf({ url, ca }: Door): Promise<Map<string, number>> {
  const dispatcher = new Agent({ connect: { ca, localAddress: '127.0.0.99' } });
  const text = await (await fetch(`${url}/metrics`, { dispatcher })).text();
  await dispatcher.close();
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}
