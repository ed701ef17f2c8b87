import { Loader, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { ApiError, signIn } from '../api.ts';
import { ErrorNotice } from '../components/states.tsx';

/** The one-time code out of the address's fragment; gone from the address bar and the history afterwards. */
function takeCode(): string | null {
  const code = new URLSearchParams(window.location.hash.slice(1)).get('code');
  if (code !== null) window.history.replaceState(null, '', window.location.pathname);
  return code;
}

/** Signs in by the link's one-time code, or says how to get a link. */
export function SignInView() {
  const client = useQueryClient();
  const [path, navigate] = useLocation();
  const { mutate, ...attempt } = useMutation({
    mutationFn: signIn,
    gcTime: 0,
    onSuccess: async () => {
      await client.resetQueries({ queryKey: ['me'] });
      if (path === '/sign-in') navigate('/', { replace: true });
    },
  });
  useEffect(() => {
    const tryCode = () => {
      const code = takeCode();
      if (code !== null) mutate(code);
      return code !== null;
    };
    // Whether they are signed in is for the gate to say.
    if (!tryCode() && path === '/sign-in') navigate('/', { replace: true });
    window.addEventListener('hashchange', tryCode);
    return () => window.removeEventListener('hashchange', tryCode);
  }, [mutate, path, navigate]);
  return (
    <main className="sign-in">
      <title>Sign in · Assay</title>
      <div className="panel">
        <img src="/favicon.svg" alt="" width={40} height={40} />
        <Title order={1}>Sign in to Assay</Title>
        {attempt.isPending || attempt.isSuccess ? (
          <p role="status" className="signing-in">
            <Loader size="xs" /> Signing in …
          </p>
        ) : (
          <HowToSignIn error={attempt.error} />
        )}
      </div>
    </main>
  );
}

function HowToSignIn({ error }: { error: Error | null }) {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 429;
  return (
    <>
      {error && !refused && <ErrorNotice error={error} />}
      <p role={refused ? 'alert' : undefined}>
        {refused
          ? 'This sign-in link is not accepted: each works once and not for long, and this one was used or is too old.'
          : 'You are not signed in. Signing in takes a one-time link.'}
      </p>
      <Title order={2}>Get a new link</Title>
      <ul>
        <li>
          On the collector's machine: <code>assay-collector sign-in</code>
        </li>
        <li>A collector that is started by hand in a terminal prints one, too.</li>
      </ul>
      <Text size="sm" c="dimmed">
        Then open the link in this browser.
      </Text>
    </>
  );
}
