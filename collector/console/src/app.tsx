import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ApiError } from './api.ts';
import { HealthBanner } from './components/health-banner.tsx';
import { ErrorNotice, Loading } from './components/states.tsx';
import { TopBar } from './components/top-bar.tsx';
import { useLive } from './live.ts';
import { meQuery } from './queries.ts';
import { AuditView } from './views/audit.tsx';
import { CoverageView } from './views/coverage.tsx';
import { DeviceView } from './views/device.tsx';
import { DevicesView } from './views/devices.tsx';
import { EnrollmentView } from './views/enrollment.tsx';
import { ExemptionsView } from './views/exemptions.tsx';
import { HealthView } from './views/health.tsx';
import { NotFoundView } from './views/not-found.tsx';
import { PolicyView } from './views/policy.tsx';
import { SignInView } from './views/sign-in.tsx';
import { TargetsView } from './views/targets.tsx';

/** Routes behind the sign-in gate: whoever isn't signed in sees the sign-in page at any address, and stays there. */
export function App() {
  const [path] = useLocation();
  const isSigningIn = path === '/sign-in';
  const me = useQuery({ ...meQuery, enabled: !isSigningIn });
  if (isSigningIn) return <SignInView />;
  if (me.isPending) return <Loading what="the console" />;
  if (me.error instanceof ApiError && me.error.status === 401) return <SignInView />;
  if (!me.data) return <ErrorNotice error={me.error} retry={() => me.refetch()} />;
  return <SignedIn version={me.data.collector.version} name={me.data.name} />;
}

function SignedIn({ name, version }: { name: string; version: string }) {
  const live = useLive();
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <TopBar live={live} name={name} version={version} />
      <main id="main" ref={main} tabIndex={-1} className="page">
        <HealthBanner />
        <Switch>
          <Route path="/" component={DevicesView} />
          <Route path="/devices/:id">{({ id }) => <DeviceView key={id} id={id} />}</Route>
          <Route path="/coverage" component={CoverageView} />
          <Route path="/policy" component={PolicyView} />
          <Route path="/targets" component={TargetsView} />
          <Route path="/exemptions" component={ExemptionsView} />
          <Route path="/enrollment" component={EnrollmentView} />
          <Route path="/audit" component={AuditView} />
          <Route path="/health" component={HealthView} />
          <Route component={NotFoundView} />
        </Switch>
      </main>
    </>
  );
}

/** A change of page is told to keyboard and screen reader by moving the focus, as a full load would. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>) {
  const [path] = useLocation();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path, main]);
}
