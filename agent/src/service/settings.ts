import { readFileSync, rmSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type Platform, toPlatform } from '@assay/shared';
import { SERVICE_COMMANDS } from '../system/allowed-commands/service.ts';
import { createExec, type Exec } from '../system/exec.ts';
import { createFiles, type Files } from '../system/files.ts';
import { readPlist } from '../system/read-plist.ts';
import { readKey } from '../system/windows/registry.ts';
import { ENVIRONMENT_FILE, PLACES, PREFERENCES, REGISTRY_KEYS, SETTINGS } from './places.ts';

type Managed = keyof typeof SETTINGS;
/** The rest is said by a variable alone. */
type Setting = Managed | 'updateTrial';

const isManaged = (setting: Setting): setting is Managed => setting in SETTINGS;

/** What IT told this machine, whichever way it came: a policy or profile, an installer's property, or a file. */
export interface Settings {
  /** Undefined where nobody said. */
  read(setting: Setting): Promise<string | undefined>;
  /** A join string is a secret: it goes once it was used, from where it can. */
  forgetJoinString(): Promise<void>;
}

export interface SettingsSetup {
  platform?: Platform;
  exec?: Exec;
  files?: Files;
  joinFile?: string;
  env?: NodeJS.ProcessEnv;
}

/** Environment first, then the platform's policies, then the file. */
export function openSettings(setup: SettingsSetup = {}): Settings {
  const platform = setup.platform ?? toPlatform(process.platform);
  const exec = setup.exec ?? createExec({ root: '/', commands: SERVICE_COMMANDS[platform] });
  const joinFile = setup.joinFile ?? PLACES[platform].joinFile;
  const env = setup.env ?? process.env;
  const variables = variablesOf(env);
  const managed = {
    linux: async (setting: Setting) => fromEnvironmentFile(setup.files ?? createFiles(), setting),
    macos: async (setting: Setting) =>
      isManaged(setting) ? fromPreferences(exec, setup.files ?? createFiles(), SETTINGS[setting]) : undefined,
    windows: async (setting: Setting) =>
      isManaged(setting) ? fromRegistry(exec, SETTINGS[setting]) : undefined,
  }[platform];
  return {
    async read(setting) {
      const found = variables[setting] || (await managed(setting));
      return found || (setting === 'joinString' ? fromFile(joinFile) : undefined);
    },
    async forgetJoinString() {
      rmSync(joinFile, { force: true });
      if (platform === 'windows')
        await exec.run('reg', ['delete', REGISTRY_KEYS[1], '/v', SETTINGS.joinString, '/f']);
      // By macOS' own program: its preferences daemon would write a file that was edited back again.
      if (platform === 'macos') await exec.run('defaults', ['delete', PREFERENCES[1], SETTINGS.joinString]);
    },
  };
}

const variablesOf = (env: NodeJS.Dict<string>): Record<Setting, string | undefined> => ({
  joinString: env.ASSAY_JOIN_STRING,
  httpsProxy: env.https_proxy || env.HTTPS_PROXY,
  noProxy: env.no_proxy || env.NO_PROXY,
  updates: env.ASSAY_UPDATES,
  updatePin: env.ASSAY_UPDATE_PIN,
  updateInterval: env.ASSAY_UPDATE_INTERVAL,
  updateTrial: env.ASSAY_UPDATE_TRIAL,
});

// systemd gives it to the service; who types a command has it not.
async function fromEnvironmentFile(files: Files, setting: Setting): Promise<string | undefined> {
  try {
    return variablesOf(parseEnv(await files.readText(ENVIRONMENT_FILE)))[setting];
  } catch {
    return undefined;
  }
}

function fromFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

async function fromPreferences(exec: Exec, files: Files, key: string): Promise<string | undefined> {
  for (const path of PREFERENCES) {
    const found = await readPlist({ files, exec }, path).catch(() => undefined);
    const value = found?.get(key);
    // <true/> and <integer>3600</integer> are what profiles are written with, too: what they say must not be passed over.
    const text = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
    if (text) return text;
  }
  return undefined;
}

async function fromRegistry(exec: Exec, name: string): Promise<string | undefined> {
  for (const path of REGISTRY_KEYS) {
    const found = await readKey(exec, path).catch(() => undefined);
    const text = found?.text(name) ?? found?.number(name)?.toString();
    if (text) return text;
  }
  return undefined;
}
