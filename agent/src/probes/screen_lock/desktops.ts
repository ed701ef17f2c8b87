/** Where a desktop that keeps its settings in dconf says how its screen locks. */
export interface DconfDesktop {
  source: string;
  /** What a session of it calls itself begins with one of these. */
  names: readonly string[];
  screensaver: string;
  session: string;
  lockdown: string;
  /** Key of its screensaver without which idleness starts nothing; GNOME's own of that name is not heeded any more. */
  idleSwitch?: string;
  /** Seconds of one unit of the idle delay and of the lock delay. */
  idleUnitS: number;
  lockUnitS: number;
}

/** Names of schemas as each desktop installs them; their defaults come from there too. */
export const DCONF_DESKTOPS: readonly DconfDesktop[] = [
  {
    source: 'gnome',
    names: ['gnome', 'ubuntu', 'pop', 'budgie', 'zorin'],
    screensaver: 'org.gnome.desktop.screensaver',
    session: 'org.gnome.desktop.session',
    lockdown: 'org.gnome.desktop.lockdown',
    idleUnitS: 1,
    lockUnitS: 1,
  },
  {
    source: 'cinnamon',
    names: ['cinnamon', 'x-cinnamon'],
    screensaver: 'org.cinnamon.desktop.screensaver',
    session: 'org.cinnamon.desktop.session',
    lockdown: 'org.cinnamon.desktop.lockdown',
    idleSwitch: 'idle-activation-enabled',
    idleUnitS: 1,
    lockUnitS: 1,
  },
  {
    source: 'mate',
    names: ['mate'],
    screensaver: 'org.mate.screensaver',
    session: 'org.mate.session',
    lockdown: 'org.mate.lockdown',
    idleSwitch: 'idle-activation-enabled',
    idleUnitS: 60,
    lockUnitS: 60,
  },
];

/** What KDE's sessions call themselves. */
export const KDE_NAMES = ['kde', 'plasma'];
