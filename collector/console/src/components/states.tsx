import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError } from '../api.ts';

/** What went wrong, in the collector's own words, and what to do. */
export function ErrorNotice({ error, retry }: { error: Error | null; retry?: () => void }) {
  if (!error) return null;
  const code = error instanceof ApiError ? error.code : 'unexpected';
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle />}
      title="That did not work"
      my="sm"
    >
      <Text size="sm">{sentence(error.message)}</Text>
      <Group gap="sm" mt="xs">
        {retry && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            Try again
          </Button>
        )}
        <Text size="xs" c="dimmed">
          Code: <code>{code}</code>
        </Text>
      </Group>
    </Alert>
  );
}

/** Messages are written lower case for logs; people get a sentence. */
function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

export function Loading({ what }: { what: string }) {
  return (
    <div className="loading" role="status">
      <Loader size="sm" />
      <Text size="sm" c="dimmed">
        Loading {what} …
      </Text>
    </div>
  );
}
