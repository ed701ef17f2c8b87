import { type Outcome, ok, type ScreenLock, unknown } from '@assay/shared';
import type { DconfSetting, DconfSettings } from './dconf.ts';
import type { DconfDesktop } from './desktops.ts';

/** The lock of a GNOME-like desktop: it counts only if the screen also blanks by itself. */
export function judgeDconfLock(desktop: DconfDesktop, setting: DconfSettings): Outcome<ScreenLock> {
  const { source, screensaver, session, lockdown, idleSwitch, idleUnitS, lockUnitS } = desktop;
  const lock = setting(screensaver, 'lock-enabled');
  const idle = setting(session, 'idle-delay');
  if (typeof lock?.value !== 'boolean' || typeof idle?.value !== 'number') {
    return unknown('not_supported', `the settings of ${source} are not those we know`);
  }
  const delay = setting(screensaver, 'lock-delay');
  const forbidden = setting(lockdown, 'disable-lock-screen')?.value === true;
  const starts = idleSwitch === undefined ? undefined : setting(screensaver, idleSwitch);
  const startsWhenIdle = starts?.value !== false;
  return ok({
    enabled: lock.value && idle.value > 0 && startsWhenIdle && !forbidden,
    idle_timeout_s: idle.value * idleUnitS,
    ...(typeof delay?.value === 'number' ? { lock_delay_s: delay.value * lockUnitS } : {}),
    enforced: lock.locked && idle.locked && starts?.locked !== false,
    source,
    evidence: [
      `${source}: lock-enabled ${words(lock)}`,
      `${source}: idle-delay ${words(idle)}`,
      ...(starts && !startsWhenIdle ? [`${source}: ${idleSwitch} ${words(starts)}`] : []),
      ...(forbidden ? [`${source}: disable-lock-screen`] : []),
    ],
  });
}

const BY = { person: 'by the person', administrator: 'by an administrator', default: 'by default' };

const words = ({ value, from, locked }: DconfSetting) => `${value} ${BY[from]}${locked ? ', locked' : ''}`;
