import { expect, it } from 'vitest';
import { useProxySettings } from './proxy-settings.ts';

const saying = (said: Record<string, string>) => ({ read: async (setting: string) => said[setting] });

it('takes what IT set for the machine as if it stood in the environment', async () => {
  const env: NodeJS.ProcessEnv = {};
  await useProxySettings(saying({ httpsProxy: 'http://proxy.example:3128', noProxy: '.example' }), env);
  expect(env).toEqual({ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: '.example' });
});

it('leaves the environment as it is where IT said nothing', async () => {
  const env: NodeJS.ProcessEnv = { HTTPS_PROXY: 'http://own.example:3128' };
  await useProxySettings(saying({}), env);
  expect(env).toEqual({ HTTPS_PROXY: 'http://own.example:3128' });
});
