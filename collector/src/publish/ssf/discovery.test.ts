import { expect, it } from 'vitest';
import { transmitterMetadata, transmitterMetadataPath } from './discovery.ts';

it('names only what there is, and no empty lists', () => {
  const metadata = transmitterMetadata({
    issuer: 'https://assay.example',
    jwksUri: 'https://assay.example/.well-known/jwks.json',
  });
  expect(metadata).toEqual({
    spec_version: '1_0',
    issuer: 'https://assay.example',
    jwks_uri: 'https://assay.example/.well-known/jwks.json',
    delivery_methods_supported: ['urn:ietf:rfc:8935'],
    default_subjects: 'ALL',
  });
});

it.each([
  ['https://assay.example', '/.well-known/ssf-configuration'],
  ['https://assay.example/', '/.well-known/ssf-configuration'],
  ['https://assay.example/trust/', '/.well-known/ssf-configuration/trust'],
])('is found for the issuer %s at %s', (issuer, path) => {
  expect(transmitterMetadataPath(issuer)).toBe(path);
});
