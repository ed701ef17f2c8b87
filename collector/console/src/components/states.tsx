import { Button, Loader, Text } from '@mantine/core';
import { ApiError } from '../api.ts';
import { sentence } from '../words.ts';
import { Notice } from './notice.tsx';

/** What went wrong, in the collector's own words, and what to do. */
export function ErrorNotice({ error, retry }: { error: Error | null; retry?: () => void }) {
  if (!error) return null;
  const code = error instanceof ApiError ? error.code : 'unexpected';
  return (
    <Notice tone="bad" title="That did not work" urgent>
      {sentence(error.message)} <span className="faint">Code: {code}</span>
      {retry && (
        <div>
          <Button variant="default" mt="xs" onClick={retry}>
            Try again
          </Button>
        </div>
      )}
    </Notice>
  );
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
