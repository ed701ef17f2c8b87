import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { parseGvdb, toPlain } from './gvdb.ts';
import { screenLockOnLinux } from './linux.ts';
import { type GvdbContent, writeGvdb } from './test-gvdb.ts';

// Made by glib-compile-schemas from the file beside it, and an override of idle-delay to 600.
const COMPILED = readFileSync(new URL('testdata/gschemas.compiled', import.meta.url));
const LOCK = '/org/gnome/desktop/screensaver/lock-enabled';
const IDLE = '/org/gnome/desktop/session/idle-delay';

const session = (uid: number, desktop: string, more = '') =>
  `UID=${uid}\nUSER=x\nACTIVE=1\nSTATE=active\nREMOTE=0\nTYPE=wayland\nCLASS=user\nDESKTOP=${desktop}\n${more}`;
const SYSTEM = {
  '/etc/passwd': 'ann:x:1000:1000::/home/ann:/bin/bash\nben:x:1001:1001::/home/ben:/bin/bash\n',
  '/usr/share/glib-2.0/schemas/gschemas.compiled': COMPILED,
};
const observe = (tree: Record<string, TreeEntry>) =>
  screenLockOnLinux.observe(treeContext({ ...SYSTEM, ...tree }));
const gnome = (own: GvdbContent, more: Record<string, TreeEntry> = {}) =>
  observe({
    '/run/systemd/sessions/2': session(1000, 'ubuntu'),
    '/home/ann/.config/dconf/user': writeGvdb(own),
    ...more,
  });

describe('the screen lock', () => {
  it('could not be told without anybody at the screen', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'session' });
    const others = {
      '/run/systemd/sessions/1': session(1000, '').replace('TYPE=wayland', 'TYPE=tty'),
      '/run/systemd/sessions/c1': session(120, 'gnome').replace('CLASS=user', 'CLASS=greeter'),
      '/run/systemd/sessions/3': session(1000, 'gnome').replace('REMOTE=0', 'REMOTE=1'),
      '/run/systemd/sessions/3.ref': '',
    };
    expect(await observe(others)).toMatchObject({ status: 'unknown', reason: 'session' });
  });

  it("is the installed schemas' default, with the vendor's override, where the person set nothing", async () => {
    expect(await gnome({})).toEqual({
      status: 'ok',
      value: {
        enabled: true,
        idle_timeout_s: 600,
        lock_delay_s: 0,
        enforced: false,
        source: 'gnome',
        evidence: ['gnome: lock-enabled true by default', 'gnome: idle-delay 600 by default'],
      },
    });
  });

  it.each([
    [{ [LOCK]: false }, 'lock-enabled false by the person'],
    [{ [IDLE]: 0 }, 'idle-delay 0 by the person'],
    [{ '/org/gnome/desktop/lockdown/disable-lock-screen': true }, 'disable-lock-screen'],
  ])('is off when %j', async (own, evidence) => {
    expect(await gnome(own)).toMatchObject({
      value: { enabled: false, evidence: expect.arrayContaining([`gnome: ${evidence}`]) },
    });
  });

  it("is the administrator's where it is locked, whatever the person set", async () => {
    const managed = {
      '/etc/dconf/profile/user': 'user-db:user\nsystem-db:local\n',
      '/etc/dconf/db/local': writeGvdb({
        [LOCK]: true,
        [IDLE]: 300,
        '.locks': { table: { [LOCK]: true, [IDLE]: true } },
      }),
    };
    const own = { [LOCK]: false, [IDLE]: 0 };
    expect(await gnome(own, managed)).toMatchObject({
      value: { enabled: true, idle_timeout_s: 300, enforced: true },
    });
    const suggested = { ...managed, '/etc/dconf/db/local': writeGvdb({ [LOCK]: true, [IDLE]: 300 }) };
    expect(await gnome(own, suggested)).toMatchObject({ value: { enabled: false, enforced: false } });
  });

  it.each(['cinnamon', 'mate'])('of %s starts only where idleness may start it', async (desktop) => {
    const named = desktop === 'mate' ? 'org.mate' : 'org.cinnamon.desktop';
    const schemas = writeGvdb({
      [`${named}.screensaver`]: {
        table: {
          '.path': `/${desktop}/screensaver/`,
          'lock-enabled': { tuple: true },
          'idle-activation-enabled': { tuple: true },
        },
      },
      [`${named}.session`]: {
        table: { '.path': `/${desktop}/session/`, 'idle-delay': { tuple: 5 } },
      },
    });
    const locks = (own: GvdbContent) =>
      observe({
        '/usr/share/glib-2.0/schemas/gschemas.compiled': schemas,
        '/run/systemd/sessions/2': session(1000, desktop),
        '/home/ann/.config/dconf/user': writeGvdb(own),
      });
    expect(await locks({})).toMatchObject({ value: { enabled: true, source: desktop } });
    expect(await locks({ [`/${desktop}/screensaver/idle-activation-enabled`]: false })).toMatchObject({
      value: {
        enabled: false,
        evidence: expect.arrayContaining([`${desktop}: idle-activation-enabled false by the person`]),
      },
    });
  });

  it("is KDE's own file, whose immutable entries the person cannot change", async () => {
    const kde = (own: string, system = '') =>
      observe({
        '/run/systemd/sessions/2': session(1000, 'KDE'),
        '/home/ann/.config/kscreenlockerrc': own,
        '/etc/xdg/kscreenlockerrc': system,
      });
    expect(await kde('')).toMatchObject({ value: { enabled: true, idle_timeout_s: 300, lock_delay_s: 5 } });
    expect(await kde('[Greeter]\nAutolock=false\n[Daemon]\nTimeout=10\n')).toMatchObject({
      value: { enabled: true, idle_timeout_s: 600 },
    });
    for (const word of ['false', 'False', 'no', 'off', '0'])
      expect(await kde(`[Daemon]\nAutolock=${word}\n`)).toMatchObject({ value: { enabled: false } });
    expect(await kde('[Daemon]\nAutolock=false\n', '[Daemon][$i]\nAutolock=true\nTimeout=3\n')).toMatchObject(
      {
        value: { enabled: true, idle_timeout_s: 180, enforced: true },
      },
    );
  });

  it('is unknown where a file of its settings is one that cannot be read', async () => {
    const tree = {
      '/run/systemd/sessions/2': session(1000, 'KDE'),
      '/home/ann/.config/kscreenlockerrc/': '',
    };
    expect(await observe(tree)).toMatchObject({ status: 'unknown' });
  });

  it('is the weakest of several people', async () => {
    const both = (ben: GvdbContent) =>
      gnome(
        {},
        {
          '/run/systemd/sessions/5': session(1001, 'gnome'),
          '/home/ben/.config/dconf/user': writeGvdb(ben),
        },
      );
    expect(await both({ [LOCK]: false })).toMatchObject({ value: { enabled: false } });
    expect(await both({ [IDLE]: 1800 })).toMatchObject({ value: { enabled: true, idle_timeout_s: 1800 } });
  });

  it('could not be told of a desktop, an account or a database that we do not know', async () => {
    const of = (uid: number, desktop: string) =>
      observe({ '/run/systemd/sessions/2': session(uid, desktop) });
    expect(await of(1000, 'sway')).toMatchObject({
      reason: 'not_supported',
      detail: expect.stringContaining('sway'),
    });
    expect(await of(70_000, 'gnome')).toMatchObject({ reason: 'not_supported' });
    expect(await gnome({}, { '/home/ann/.config/dconf/user': 'garbage' })).toMatchObject({
      reason: 'unparsed',
    });
    expect(await gnome({}, { '/usr/share/glib-2.0/schemas/gschemas.compiled': '' })).toMatchObject({
      reason: 'unparsed',
    });
  });
});

describe('GVDB', () => {
  it('is read as dconf and glib write it', () => {
    const schema = parseGvdb(COMPILED).get('org.gnome.desktop.session');
    expect(schema?.type === 'table' && toPlain(schema.items.get('idle-delay'))).toBe(600);
    const written = parseGvdb(writeGvdb({ [LOCK]: false, '/other': 'text', '/t': { tuple: 7 } }));
    expect(toPlain(written.get(LOCK))).toBe(false);
    expect(toPlain(written.get('/other'))).toBe('text');
    expect(toPlain(written.get('/t'))).toBe(7);
  });

  it('is refused, never misread beyond its end, when bytes are changed', () => {
    const bytes = fc.array(fc.tuple(fc.nat(COMPILED.length - 1), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(bytes, (changes) => {
        const file = Buffer.from(COMPILED);
        for (const [at, value] of changes) file[at] = value;
        try {
          for (const item of parseGvdb(file).values()) toPlain(item);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
