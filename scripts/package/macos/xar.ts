import { createHash, type KeyObject, sign } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { InstallerIdentity } from './installer-identity.ts';

// A xar archive: a header, a compressed table of contents in XML, and a heap that begins with the table's SHA-1, then
// has its signature, then the files. Format: xar's wiki, "xarformat"; numbers are big-endian. SHA-1 is what macOS'
// Installer reads in a table; whom to trust is a matter of the signed manifest and of notarization.

export interface XarFile {
  /** Slashes make directories. */
  path: string;
  /** Stored as it is. */
  data: Buffer;
}

const HEADER_BYTES = 28;
const SHA1 = { number: 1, bytes: 20 };

/**
 * @param seconds since 1970, that it was made
 * @param signer null: it stays unsigned
 */
export function xar(files: readonly XarFile[], seconds: number, signer: InstallerIdentity | null): Buffer {
  const signatureBytes = signer ? rsaBytes(signer.key) : 0;
  const heap: Buffer[] = [];
  let end = SHA1.bytes + signatureBytes;
  const elements = elementsOf(files, (data) => {
    heap.push(data);
    const offset = end;
    end += data.length;
    return offset;
  });
  const contents = tableOf(elements, seconds, signer ? signatureElement(signer, signatureBytes) : '');
  const table = deflateSync(contents);
  // RSA over the table's SHA-1, which is what the checksum in the heap is.
  const signature = signer ? sign('sha1', table, signer.key) : Buffer.alloc(0);
  return Buffer.concat([header(table, contents), table, sha1(table), signature, ...heap]);
}

function header(table: Buffer, contents: string): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('xar!', 'latin1');
  bytes.writeUInt16BE(HEADER_BYTES, 4);
  bytes.writeUInt16BE(1, 6);
  bytes.writeBigUInt64BE(BigInt(table.length), 8);
  bytes.writeBigUInt64BE(BigInt(Buffer.byteLength(contents)), 16);
  bytes.writeUInt32BE(SHA1.number, 24);
  return bytes;
}

function tableOf(elements: string, seconds: number, signature: string): string {
  const date = new Date(seconds * 1000).toISOString().slice(0, 19);
  return `<?xml version="1.0" encoding="UTF-8"?>
<xar><toc><creation-time>${date}</creation-time>
<checksum style="sha1"><offset>0</offset><size>${SHA1.bytes}</size></checksum>
${signature}${elements}</toc></xar>
`;
}

/** @param place puts a file's content into the heap, and says where */
function elementsOf(files: readonly XarFile[], place: (data: Buffer) => number): string {
  let id = 0;
  const below = (dir: string): string =>
    [...new Set(files.filter(({ path }) => path.startsWith(dir)).map((file) => partOf(file, dir)))]
      .map((name) => {
        const number = ++id;
        const data = files.find(({ path }) => path === dir + name)?.data;
        return data
          ? element(number, name, 'file', dataElement(data, place(data)))
          : element(number, name, 'directory', below(`${dir}${name}/`));
      })
      .join('');
  return below('');
}

const partOf = ({ path }: XarFile, below: string) => path.slice(below.length).split('/')[0] as string;

const element = (id: number, name: string, type: string, content: string) =>
  `<file id="${id}"><name>${name}</name><type>${type}</type>
${content}</file>
`;

function dataElement(data: Buffer, offset: number): string {
  const sum = sha1(data).toString('hex');
  return `<data><length>${data.length}</length><offset>${offset}</offset><size>${data.length}</size>
<encoding style="application/octet-stream"/>
<extracted-checksum style="sha1">${sum}</extracted-checksum>
<archived-checksum style="sha1">${sum}</archived-checksum></data>
`;
}

const signatureElement = ({ certificates }: InstallerIdentity, bytes: number) =>
  `<signature style="RSA"><offset>${SHA1.bytes}</offset><size>${bytes}</size>
<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
${certificates.map(({ raw }) => `<X509Certificate>${raw.toString('base64')}</X509Certificate>\n`).join('')}</X509Data></KeyInfo></signature>
`;

/** Of a signature, which is as long as the key's modulus. */
const rsaBytes = (key: KeyObject) => (key.asymmetricKeyDetails?.modulusLength as number) / 8;
const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest();
