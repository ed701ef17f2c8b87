import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { needs } from '../helpers/needs.ts';
import { startTestCollector, type TestCollector } from '../helpers/test-collector.ts';
import { PROMTOOL } from './programs.ts';

const deploy = join(import.meta.dirname, '../../collector/deploy');
const ALERTS = join(deploy, 'prometheus/alerts.yaml');

interface Dashboard {
  panels: { id: number; title: string; gridPos: object; targets: { expr: string }[] }[];
}
const dashboard: Dashboard = JSON.parse(readFileSync(join(deploy, 'grafana/dashboard.json'), 'utf8'));
const queries = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

needs(PROMTOOL)('what comes with the collector for its monitoring', () => {
  let world: TestCollector;
  let dir: string;
  beforeAll(async () => {
    world = await startTestCollector();
    dir = mkdtempSync(join(tmpdir(), 'assay-monitoring-'));
  });
  afterAll(async () => {
    await world.close();
    rmSync(dir, { recursive: true });
  });
  const promtool = (...args: string[]) =>
    execFileSync(PROMTOOL.program, args, {
      encoding: 'utf8',
      stdio: 'pipe',
      cwd: join(deploy, 'prometheus'),
    });

  async function metrics(): Promise<string> {
    const dispatcher = new Agent({ connect: { ca: world.door.ca } });
    const text = await (await fetch(`${world.door.url}/metrics`, { dispatcher })).text();
    await dispatcher.close();
    return text;
  }

  it('alert rules are sound, and fire when and only when they should', () => {
    expect(promtool('check', 'rules', ALERTS)).toContain('SUCCESS');
    expect(promtool('test', 'rules', 'alerts.test.yaml')).toContain('SUCCESS');
  });

  it('the configuration for Prometheus is one', () => {
    const file = join(dir, 'prometheus.yaml');
    const text = readFileSync(join(deploy, 'prometheus/prometheus.yaml'), 'utf8');
    writeFileSync(join(dir, 'ca.pem'), world.door.ca);
    writeFileSync(file, text.replace('[alerts.yaml]', `[${ALERTS}]`));
    expect(promtool('check', 'config', file)).toContain('SUCCESS');
  });

  it('every query of the dashboard is one', () => {
    const rules = queries.map((expr, index) => ({ record: `query:${index}`, expr: filled(expr) }));
    const file = join(dir, 'queries.yaml');
    writeFileSync(file, stringify({ groups: [{ name: 'dashboard', rules }] }));
    expect(promtool('check', 'rules', file)).toContain(`${queries.length} rules found`);
  });

  it('dashboard and alerts ask for what a collector gives out, and its metrics are well-formed', async () => {
    const text = await metrics();
    const given = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const asked =
      [...queries, readFileSync(ALERTS, 'utf8')].join('\n').match(/\b(assay|process)_[a-z_]+/g) ?? [];
    expect(new Set(asked).size).toBeGreaterThan(10);
    for (const name of asked) expect(given, name).toContain(name.replace(/_bucket$/, ''));
    expect(execFileSync(PROMTOOL.program, ['check', 'metrics'], { input: text, encoding: 'utf8' })).toBe('');
  });

  it('panels of the dashboard have ids and places of their own', () => {
    const places = dashboard.panels.map(({ gridPos }) => JSON.stringify(gridPos));
    expect(new Set(places).size).toBe(dashboard.panels.length);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});

const filled = (expr: string) => expr.replaceAll('$instance', '.*');
