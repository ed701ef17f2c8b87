import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Compression } from '../compression.ts';
import { sourceDate, stage } from '../payload.ts';
import { run } from '../run.ts';
import { type LinuxPackage, MAINTAINER, systemVersion } from './linux-package.ts';

const ARCHITECTURE = { x64: 'amd64', arm64: 'arm64' };

/** Node's own needs; libatomic is missing on small systems. */
const DEPENDS = 'libc6 (>= 2.28), libstdc++6, libatomic1, ca-certificates';

/**
 * @param compression `small` is xz, which every supported Debian and Ubuntu reads
 * @throws PackageError when dpkg-deb is missing or complains
 */
export async function makeDeb(spec: LinuxPackage, output: string, compression: Compression): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'assay-deb-'));
  try {
    chmodSync(root, 0o755);
    stage([...spec.files, lintianOverrides(spec)], root);
    mkdirSync(join(root, 'DEBIAN'), { mode: 0o755 });
    writeFileSync(join(root, 'DEBIAN/control'), control(spec));
    writeFileSync(join(root, 'DEBIAN/conffiles'), spec.config.map((path) => `/${path}\n`).join(''));
    for (const [name, text] of Object.entries(scripts(spec)))
      writeFileSync(join(root, 'DEBIAN', name), text, { mode: 0o755 });
    const how = compression === 'small' ? ['-Zxz', '-z6'] : ['-Zgzip', '-z1'];
    await run('dpkg-deb', ['--root-owner-group', ...how, '--build', root, output], {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(sourceDate()) },
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function control(spec: LinuxPackage): string {
  const bytes = spec.files.reduce(
    (sum, { from }) => sum + ('file' in from ? statSync(from.file).size : 4096),
    0,
  );
  const description = spec.description.replaceAll('\n', '\n ');
  return `Package: ${spec.name}
Version: ${systemVersion(spec.version)}
Architecture: ${ARCHITECTURE[spec.arch]}
Maintainer: ${MAINTAINER}
Installed-Size: ${Math.ceil(bytes / 1024)}
Depends: ${DEPENDS}
Section: admin
Priority: optional
Description: ${spec.summary}
 ${description}
`;
}

/** A runtime that is part of the program cannot follow these rules of Debian's. */
function lintianOverrides({ name }: LinuxPackage) {
  const tags = [
    'embedded-library',
    'hardening-no-pie',
    'hardening-no-bindnow',
    'no-changelog',
    'no-manual-page',
  ];
  const text = tags.map((tag) => `${name}: ${tag}\n`).join('');
  return { path: `usr/share/lintian/overrides/${name}`, mode: 0o644, from: { text } };
}

// Debian's own helpers also work where no systemd runs: while an image is made, in a container.
function scripts({ service, prepare, forget, wipe }: LinuxPackage): Record<string, string> {
  return {
    postinst: `#!/bin/sh
set -e
if [ "$1" = configure ]; then
${indent(prepare)}
  if [ -x /usr/bin/deb-systemd-helper ]; then
    deb-systemd-helper unmask ${service} >/dev/null || true
    if deb-systemd-helper --quiet was-enabled ${service}; then
      deb-systemd-helper enable ${service} >/dev/null || true
    else
      deb-systemd-helper update-state ${service} >/dev/null || true
    fi
  fi
  if [ -d /run/systemd/system ]; then
    systemctl --system daemon-reload >/dev/null || true
    deb-systemd-invoke restart ${service} >/dev/null || true
  fi
fi
`,
    prerm: `#!/bin/sh
set -e
if [ "$1" = remove ] && [ -d /run/systemd/system ]; then
  deb-systemd-invoke stop ${service} >/dev/null || true
fi
`,
    postrm: `#!/bin/sh
set -e
if [ -d /run/systemd/system ]; then
  systemctl --system daemon-reload >/dev/null || true
fi
if [ "$1" = remove ] && [ -x /usr/bin/deb-systemd-helper ]; then
  deb-systemd-helper mask ${service} >/dev/null || true
fi
${forget && `if [ "$1" = remove ]; then\n${indent(forget)}\nfi\n`}if [ "$1" = purge ]; then
  if [ -x /usr/bin/deb-systemd-helper ]; then
    deb-systemd-helper purge ${service} >/dev/null || true
    deb-systemd-helper unmask ${service} >/dev/null || true
  fi
${indent(wipe)}
fi
`,
  };
}

const indent = (text: string) => text.trimEnd().replaceAll(/^/gm, '  ');
