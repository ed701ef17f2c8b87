import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Compression } from '../compression.ts';
import { sourceDate, stage } from '../payload.ts';
import { run } from '../run.ts';

import { type LinuxPackage, MAINTAINER, systemVersion } from './linux-package.ts';

const ARCHITECTURE = { x64: 'x86_64', arm64: 'aarch64' };

/**
 * @param compression `small` is xz, which every rpm since RHEL 6 reads
 * @throws PackageError when rpmbuild is missing or complains
 */
export async function makeRpm(spec: LinuxPackage, output: string, compression: Compression): Promise<void> {
  const top = mkdtempSync(join(tmpdir(), 'assay-rpm-'));
  try {
    const root = join(top, 'root');
    mkdirSync(root, { mode: 0o755 });
    stage(spec.files, root);
    const specFile = join(top, `${spec.name}.spec`);
    writeFileSync(specFile, specText(spec, compression));
    const arch = ARCHITECTURE[spec.arch];
    const args = ['-bb', '--target', arch, '--buildroot', join(top, 'buildroot')];
    const defines = [`_topdir ${top}`, `_staged ${root}`, `_dbpath ${join(top, 'db')}`];
    await run('rpmbuild', [...args, ...defines.flatMap((text) => ['--define', text]), specFile], {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(sourceDate()) },
    });
    const [made] = readdirSync(join(top, 'RPMS', arch));
    copyFileSync(join(top, 'RPMS', arch, made as string), output);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

function specText(spec: LinuxPackage, compression: Compression): string {
  const { name, service, prepare, forget, wipe, wipeVariable } = spec;
  const payload = compression === 'small' ? 'w6T2.xzdio' : 'w1.gzdio';
  return `# rpm strips what it packs, and would strip the bundle out of its executable.
%global __os_install_post %{nil}
%global debug_package %{nil}
%global _build_id_links none
%global _binary_payload ${payload}
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _buildhost assay

Name: ${name}
Version: ${systemVersion(spec.version)}
Release: 1
Summary: ${spec.summary}
License: Apache-2.0
Packager: ${MAINTAINER}
AutoReqProv: no
Requires: glibc >= 2.28, libatomic, libstdc++, ca-certificates

%description
${spec.description}

%install
cp -a %{_staged}/. %{buildroot}/

%post
${prepare}
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload >/dev/null 2>&1 || :
fi
if [ $1 -eq 1 ] && command -v systemctl >/dev/null; then
  systemctl enable ${service} >/dev/null 2>&1 || :
fi
if [ -d /run/systemd/system ]; then
  [ $1 -eq 1 ] && verb=restart || verb=try-restart
  systemctl $verb ${service} >/dev/null 2>&1 || :
fi

%preun
if [ $1 -eq 0 ] && command -v systemctl >/dev/null; then
  systemctl disable ${service} >/dev/null 2>&1 || :
  if [ -d /run/systemd/system ]; then systemctl stop ${service} >/dev/null 2>&1 || :; fi
fi

%postun
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload >/dev/null 2>&1 || :
fi
${forget && `if [ $1 -eq 0 ]; then\n  ${forget}\nfi\n`}if [ $1 -eq 0 ] && [ "\${${wipeVariable}:-}" = 1 ]; then
${wipe.trimEnd().replaceAll(/^/gm, '  ')}
fi

%files
${[...new Set(spec.config.map((path) => `%dir %attr(0700,root,root) /${dirname(path)}\n`))].join('')}${spec.files.map((file) => fileLine(file, spec.config)).join('\n')}
`;
}

function fileLine({ path, mode, from }: LinuxPackage['files'][number], config: readonly string[]): string {
  if ('link' in from) return `/${path}`;
  const attributes = `%attr(0${mode.toString(8)},root,root)`;
  return `${config.includes(path) ? '%config(noreplace) ' : ''}${attributes} /${path}`;
}
