import type { Need } from '../helpers/needs.ts';

/** Programs of others that the files in collector/deploy are tried with. */
export const SYSTEMD_ANALYZE: Need = { program: '/usr/bin/systemd-analyze', debian: 'systemd' };
export const PROMTOOL: Need = { program: '/usr/bin/promtool', debian: 'prometheus' };
export const NGINX: Need = { program: '/usr/sbin/nginx', debian: 'nginx-light' };
export const NGINX_STREAM: Need = {
  program: '/usr/lib/nginx/modules/ngx_stream_module.so',
  debian: 'libnginx-mod-stream',
};
export const HAPROXY: Need = { program: '/usr/sbin/haproxy', debian: 'haproxy' };
export const CADDY: Need = { program: '/usr/bin/caddy', debian: 'caddy' };
