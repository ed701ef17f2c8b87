import { execFile } from 'node:child_process';
import { PackageError } from './package-error.ts';

/** Debian's package for each program that packaging starts. */
const DEBIAN: Record<string, string> = {
  strip: 'binutils',
  'aarch64-linux-gnu-strip': 'binutils-aarch64-linux-gnu',
  tar: 'tar',
  xz: 'xz-utils',
  'dpkg-deb': 'dpkg',
  rpmbuild: 'rpm',
  wixl: 'wixl',
  msibuild: 'msitools',
  msiinfo: 'msitools',
  osslsigncode: 'osslsigncode',
  'x86_64-w64-mingw32-gcc': 'gcc-mingw-w64-x86-64-win32',
};

interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end.
 * @returns what it printed
 * @throws PackageError with what it complained of, or with the package that has it when it is not installed
 */
export const run = (program: string, args: readonly string[], options: RunOptions = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 16 * 1024 * 1024, ...options }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      if (error.code === 'ENOENT') {
        const install = DEBIAN[program] ? `: apt-get install ${DEBIAN[program]}` : '';
        return reject(new PackageError(`${program} is not installed${install}`));
      }
      const said = `${stderr}\n${stdout}`.trim().split('\n').slice(-12).join('\n');
      reject(new PackageError(`${program} failed: ${said || error.message}`));
    });
  });

const npmFile = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null;

/** npm as it was started: the one in the path may be another. */
export const npm = npmFile
  ? { program: process.env.npm_node_execpath ?? process.execPath, args: [npmFile] }
  : { program: 'npm', args: [] };
