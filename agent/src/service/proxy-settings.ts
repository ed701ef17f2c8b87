import { openSettings, type Settings } from './settings.ts';

/**
 * The proxy that IT set, by policy, profile or file, counts for this process as if it stood in its environment: for the
 * service, and for who types a command beside it.
 */
export async function useProxySettings(
  settings: Pick<Settings, 'read'> = openSettings(),
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const [proxy, exempt] = [await settings.read('httpsProxy'), await settings.read('noProxy')];
  if (proxy) env.HTTPS_PROXY = proxy;
  if (exempt) env.NO_PROXY = exempt;
}
