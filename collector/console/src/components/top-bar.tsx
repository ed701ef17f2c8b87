import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconBrightnessAuto, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { signOut } from '../api.ts';
import type { LiveState } from '../live.ts';
import { LiveBadge } from './live-badge.tsx';

const PAGES = [
  { href: '/', name: 'Devices' },
  { href: '/coverage', name: 'Coverage' },
  { href: '/policy', name: 'Policy' },
  { href: '/exemptions', name: 'Exemptions' },
  { href: '/targets', name: 'Targets' },
  { href: '/enrollment', name: 'Enrollment' },
  { href: '/audit', name: 'Audit' },
  { href: '/health', name: 'Health' },
];

export function TopBar({ live, name, version }: { live: LiveState; name: string; version: string }) {
  return (
    <header className="top-bar">
      <div className="top-bar-inner">
        <Link href="/" className="brand" aria-label="Assay, to the devices">
          <img src="/favicon.svg" alt="" width={24} height={24} />
          <span>Assay</span>
        </Link>
        <nav aria-label="Pages">
          {PAGES.map((page) => (
            <PageLink key={page.href} {...page} />
          ))}
        </nav>
        <div className="top-bar-end">
          <LiveBadge state={live} />
          <ThemeToggle />
          <SignOut name={name} version={version} />
        </div>
      </div>
    </header>
  );
}

function PageLink({ href, name }: { href: string; name: string }) {
  const [path] = useLocation();
  const here = path === href || (href === '/' && path.startsWith('/devices/'));
  return (
    <Link href={href} className={here ? 'page-link active' : 'page-link'} aria-current={here && 'page'}>
      {name}
    </Link>
  );
}

const NEXT_SCHEME = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const SCHEME_ICONS = { auto: IconBrightnessAuto, light: IconSun, dark: IconMoon };

function ThemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = SCHEME_ICONS[colorScheme];
  const label = `Theme: ${colorScheme}. Change to ${NEXT_SCHEME[colorScheme]}`;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        onClick={() => setColorScheme(NEXT_SCHEME[colorScheme])}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function SignOut({ name, version }: { name: string; version: string }) {
  const client = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      await client.resetQueries({ queryKey: ['me'] });
    },
  });
  const label = `Sign out ${name} (collector ${version})`;
  return (
    <>
      {leaving.isError && (
        <span role="alert" className="faint">
          Not signed out: {leaving.error.message}
        </span>
      )}
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          loading={leaving.isPending}
          onClick={() => leaving.mutate()}
        >
          <IconLogout size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
