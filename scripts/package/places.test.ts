import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLACES, PREFERENCES } from '../../agent/src/service/places.ts';
import { agentPackage as linuxPackage } from './linux/agent-package.ts';
import { agentPackage as macPackage } from './macos/agent-package.ts';
import type { PayloadFile } from './payload.ts';

const textAt = (files: readonly PayloadFile[], path: string) => {
  const from = files.find((file) => `/${file.path}` === path)?.from;
  return from && 'text' in from ? from.text : undefined;
};

describe('what the agent takes for its place is where its package puts it', () => {
  it('on Linux', () => {
    const { executable, name } = PLACES.linux;
    const { files, service } = linuxPackage('/made/agent', '1.2.3', 'x64');
    expect(files.find(({ path }) => `/${path}` === executable)?.from).toEqual({ file: '/made/agent' });
    expect(service).toBe(`${name}.service`);
    expect(textAt(files, `/usr/lib/systemd/system/${service}`)).toContain(
      `ExecStart=${executable} service run\n`,
    );
  });

  it('on macOS', () => {
    const { executable, name, definition } = PLACES.macos;
    const launcher: PayloadFile = { path: 'assay-agent', mode: 0o755, from: { text: 'launcher' } };
    const { files, identifier } = macPackage([launcher], '1.2.3', 'arm64');
    expect(textAt(files, executable)).toBe('launcher');
    expect(textAt(files, definition)).toContain(`<string>${executable}</string>`);
    expect(identifier).toBe(name);
  });

  it("on macOS also in its package's scripts", () => {
    const { executable, name, joinFile, logDir, stateDir } = PLACES.macos;
    const dir = join(import.meta.dirname, 'macos/scripts');
    const [uninstall, postinstall] = ['uninstall', 'postinstall'].map((script) =>
      readFileSync(join(dir, script), 'utf8'),
    );
    expect(postinstall).toContain(`ln -sfn ${executable} `);
    for (const script of [uninstall, postinstall])
      for (const place of [dirname(joinFile), logDir, name]) expect(script).toContain(place);
    expect(uninstall).toContain(`rm -rf ${dirname(executable)}\n`);
    expect(uninstall).toContain(PREFERENCES[1]);
    expect(stateDir, 'what is wiped with the join file').toContain(`${dirname(joinFile)}/`);
  });

  it('on Windows', () => {
    const { executable, name } = PLACES.windows;
    const source = readFileSync(join(import.meta.dirname, 'windows/agent.wxs'), 'utf8');
    const [, dir] = /<Directory Id="INSTALLDIR" Name="([^"]+)">/.exec(source) ?? [];
    const [, file] = /<File Id="agent\.exe" [^>]*Name="([^"]+)"/.exec(source) ?? [];
    expect(`C:\\Program Files\\${dir}\\${file}`).toBe(executable);
    expect(source).toContain(`<ServiceInstall Id="Service" Name="${name}"`);
    expect(source).toContain('<Directory Id="ProgramFiles64Folder">');
  });
});
