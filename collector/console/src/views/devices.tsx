import { Button, CloseButton, Group, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { DeviceTable } from '../components/device-table.tsx';
import { FirstDevice } from '../components/first-device.tsx';
import { FleetGlance } from '../components/fleet-glance.tsx';
import { ErrorNotice, Loading } from '../components/states.tsx';
import { devicesQuery } from '../queries.ts';
import { count } from '../words.ts';

const PAGE_SIZE = 50;

/** The fleet: how many stand where, and who they are. Search, tier and page live in the address. */
export function DevicesView() {
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get('search') ?? '';
  const tier = parameters.get('tier') ?? '';
  const cursor = parameters.get('cursor') ?? '';
  const query = useQuery(devicesQuery({ search, tier, cursor, limit: PAGE_SIZE }));
  const [isJoining, setIsJoining] = useState(false);
  const show = (wanted: Record<string, string>, replace = false) =>
    setParameters(
      Object.entries(wanted).filter(([, value]) => value !== ''),
      { replace },
    );

  if (query.isPending) return <Loading what="the devices" />;
  if (!query.data) return <ErrorNotice error={query.error} retry={() => query.refetch()} />;
  const { devices, total, tiers, next } = query.data;
  // Not of the search before, which stands here until the next answer.
  const isAnswered = !query.isPlaceholderData;
  const empty = isAnswered && total === 0 && search === '' && tier === '';
  return (
    <>
      <title>Devices · Assay</title>
      <Title order={1} className="visually-hidden">
        Devices
      </Title>
      <ErrorNotice error={query.error} retry={() => query.refetch()} />
      {(empty || isJoining) && <FirstDevice isNone={empty} onShown={setIsJoining} />}
      {!empty && (
        <>
          <FleetGlance tiers={tiers} chosen={tier} choose={(chosen) => show({ search, tier: chosen })} />
          <Group justify="space-between" my="md" gap="sm">
            <SearchBox search={search} onSearch={(text) => show({ search: text, tier }, true)} />
            <Text size="sm" c="dimmed" role="status">
              {isAnswered && count(total, 'device')}
              {isAnswered && search && ` found for “${search}”`}
            </Text>
          </Group>
          {devices.length > 0 ? (
            <DeviceTable devices={devices} />
          ) : (
            <NoMatch isPastLast={cursor !== ''} clear={() => show({})} />
          )}
          <Group justify="flex-end" mt="md" gap="xs">
            {cursor !== '' && (
              <Button variant="default" onClick={() => show({ search, tier })}>
                First page
              </Button>
            )}
            {next !== null && (
              <Button variant="default" onClick={() => show({ search, tier, cursor: next })}>
                Next {PAGE_SIZE}
              </Button>
            )}
          </Group>
        </>
      )}
    </>
  );
}

function SearchBox({ search, onSearch }: { search: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(search);
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(search);
  const settle = useDebouncedCallback((value: string) => {
    sent.current = value;
    onSearch(value);
  }, 250);
  const change = (value: string) => {
    setText(value);
    settle(value.trim());
  };
  // Somebody else has changed the address, such as "Show all devices".
  useEffect(() => {
    if (search === sent.current) return;
    sent.current = search;
    setText(search);
  }, [search]);
  useHotkeys([['/', () => input.current?.focus()]]);
  return (
    <TextInput
      ref={input}
      className="search"
      aria-label="Search by host, owner or serial number"
      placeholder="Search host, owner or serial  ( / )"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text && <CloseButton size="sm" aria-label="Clear the search" onClick={() => change('')} />
      }
      maxLength={200}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function NoMatch({ isPastLast, clear }: { isPastLast: boolean; clear: () => void }) {
  return (
    <div className="panel empty">
      <Text>
        {isPastLast
          ? 'There are no further devices.'
          : 'No device matches. Search looks at host name, owner and serial number.'}
      </Text>
      <Button variant="default" mt="sm" onClick={clear}>
        Show all devices
      </Button>
    </div>
  );
}
