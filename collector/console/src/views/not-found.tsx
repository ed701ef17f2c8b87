import { Button, Title } from '@mantine/core';
import { Link, useLocation } from 'wouter';

export function NotFoundView() {
  const [path] = useLocation();
  return (
    <div className="panel empty">
      <title>Not found · Assay</title>
      <Title order={1}>Nothing here</Title>
      <p>
        There is no page <code>{path}</code>.
      </p>
      <Button component={Link} href="/" variant="default">
        To the devices
      </Button>
    </div>
  );
}
