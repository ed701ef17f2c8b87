import { join, resolve } from 'node:path';
import { Command, Option } from '@commander-js/extra-typings';
import { createBackup, verifyBackup } from '../backup/backup.ts';
import type { BackupManifest } from '../backup/manifest.ts';
import { type Protection, readSecretFile, type Secrets } from '../backup/protection.ts';
import { recordBackup } from '../backup/record.ts';
import { restoreBackup } from '../backup/restore.ts';
import { dataDirOption, jsonOption } from './options.ts';

/** `assay-collector backup`: a copy of everything durable, and the way back. */
export const backupCommand = () =>
  new Command('backup')
    .description('back up and restore database, keys and certificates')
    .addCommand(createCommand())
    .addCommand(verifyCommand())
    .addCommand(restoreCommand());

const passphraseOption = () =>
  new Option('--passphrase-file <file>', 'file whose first line is the passphrase').conflicts([
    'recipient',
    'identityFile',
  ]);

const createCommand = () =>
  new Command('create')
    .description('write a backup, while the collector runs or not')
    .argument('[file]', 'where to; by default named by the time, in the working directory')
    .addOption(dataDirOption())
    .addOption(passphraseOption())
    .addOption(
      new Option('--recipient <key>', 'encrypt to this age key (age1…), whose secret stays elsewhere'),
    )
    .addOption(jsonOption())
    .action(async (file, options) => {
      const now = Date.now();
      const target = file ?? join(process.cwd(), `assay-backup-${stamp(now)}.tar`);
      const protection = protectionOf(options);
      const manifest = await createBackup(options.dataDir, target, { protection, now });
      const encrypted = protection.kind !== 'permissions';
      record(options.dataDir, { file: resolve(target), encrypted, devices: manifest.devices }, now);
      if (!encrypted) {
        process.stderr.write(
          'The backup is not encrypted: it holds the private keys, and is for its owner alone (mode 0600).\n',
        );
      }
      tell(options.json, { file: target, encrypted, ...brief(manifest) }, [
        `Backed up ${told(manifest)} to ${target}`,
      ]);
    });

/** A backup that cannot be told of is a backup all the same. */
function record(...backup: Parameters<typeof recordBackup>): void {
  try {
    recordBackup(...backup);
  } catch (error) {
    process.stderr.write(`The backup is made, but not in the audit log: ${(error as Error).message}\n`);
  }
}

const verifyCommand = () =>
  new Command('verify')
    .description('open a backup and check every byte and the database in it')
    .argument('<file>')
    .addOption(passphraseOption())
    .addOption(identityOption())
    .addOption(jsonOption())
    .action(async (file, options) => {
      const manifest = await verifyBackup(file, secretsOf(options));
      tell(options.json, { file, ...brief(manifest) }, [`${file} is whole: ${told(manifest)}`]);
    });

const restoreCommand = () =>
  new Command('restore')
    .description('put a backup into an empty data directory')
    .argument('<file>')
    .addOption(dataDirOption())
    .addOption(passphraseOption())
    .addOption(identityOption())
    .addOption(new Option('--keep-tokens', 'let join strings that were open at the backup stay good'))
    .addOption(jsonOption())
    .action(async (file, options) => {
      const restored = await restoreBackup(file, options.dataDir, {
        secrets: secretsOf(options),
        keepTokens: options.keepTokens ?? false,
        now: Date.now(),
      });
      const { manifest, tokensExpired, deliveriesDropped } = restored;
      tell(options.json, { ...brief(manifest), tokensExpired, deliveriesDropped }, [
        `Restored ${told(manifest)} into ${options.dataDir}.`,
        `Join strings that were open are dead: ${tokensExpired}. Verdicts that waited to be told, dropped: ${deliveriesDropped}.`,
        'What was done since the backup is not in it. Look at these before you start the collector for others:',
        '  - devices revoked since then are let in again: revoke them again',
        '  - devices enrolled since then are unknown: give them a new join string',
        '  - devices whose key was rotated since then are refused: give them a new join string, too',
        'The first report of each device is told to every target. The old collector must not run any more.',
      ]);
    });

const identityOption = () =>
  new Option('--identity-file <file>', 'file with the age secret key (AGE-SECRET-KEY-1…)');

function protectionOf(options: {
  passphraseFile?: string | undefined;
  recipient?: string | undefined;
}): Protection {
  if (options.passphraseFile)
    return { kind: 'passphrase', passphrase: readSecretFile(options.passphraseFile) };
  if (options.recipient) return { kind: 'recipient', recipient: options.recipient };
  return { kind: 'permissions' };
}

const secretsOf = (options: {
  passphraseFile?: string | undefined;
  identityFile?: string | undefined;
}): Secrets => ({
  passphrase: options.passphraseFile ? readSecretFile(options.passphraseFile) : null,
  identity: options.identityFile ? readSecretFile(options.identityFile) : null,
});

const brief = ({ createdAt, assayVersion, schemaVersion, collectorId, devices }: BackupManifest) => ({
  createdAt,
  assayVersion,
  schemaVersion,
  collectorId,
  devices,
});

const told = ({ devices, createdAt, assayVersion }: BackupManifest) =>
  `${devices} ${devices === 1 ? 'device' : 'devices'}, as of ${new Date(createdAt).toISOString()}, by Assay ${assayVersion}`;

const stamp = (at: number) => new Date(at).toISOString().slice(0, 19).replaceAll(':', '-');

function tell(json: boolean | undefined, value: object, lines: string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
}
