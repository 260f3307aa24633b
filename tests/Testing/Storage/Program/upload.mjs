// A supplier's program that uploads one file with Azure's own client and the address it was given, and then tries what
// it may not. Reads { address, other, content } as one line of JSON; says of each thing it tries "held", or what happened.
import { createInterface } from 'node:readline/promises';
import { AnonymousCredential, BlobClient, BlockBlobClient, ContainerClient } from '@azure/storage-blob';

const once = { retryOptions: { maxTries: 1 } };
const given = JSON.parse(await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next().then(l => l.value));
const content = Buffer.from(given.content, 'base64');
const proof = given.address.slice(given.address.indexOf('?'));
const plain = given.address.slice(0, given.address.indexOf('?'));
const parts = plain.split('/');
const container = parts.slice(0, 5).join('/');

const blob = address => new BlockBlobClient(address, new AnonymousCredential(), once);

async function succeeds(what, attempt) {
  try {
    await attempt();
    console.log(`${what}: held`);
  } catch (failure) {
    console.log(`${what}: ${failure.statusCode} ${failure.code} ${failure.message?.split('\n')[0]}`);
  }
}

async function isRefused(what, attempt, statuses = [403]) {
  try {
    await attempt();
    console.log(`${what}: it was allowed`);
  } catch (failure) {
    console.log(`${what}: ${statuses.includes(failure.statusCode) ? 'held' : `${failure.statusCode} ${failure.code}`}`);
  }
}

async function listOnce(client) {
  await client.listBlobsFlat().next();
}

await succeeds('one file is uploaded', () => blob(given.address).upload(content, content.length));
await isRefused('overwriting is refused', () => blob(given.address).upload(Buffer.from('x'), 1), [403, 409]);
await isRefused('reading is refused', () => blob(given.address).download());
await isRefused('asking its properties is refused', () => blob(given.address).getProperties());
await isRefused('deleting is refused', () => blob(given.address).delete());
await isRefused('labelling is refused', () => blob(given.address).setTags({ a: 'b' }));
await isRefused('listing is refused', () => listOnce(new ContainerClient(container + proof, new AnonymousCredential(), once)));
await isRefused('another name is refused', () => blob(plain + '0' + proof).upload(content, content.length));
await isRefused('another container is refused',
  () => blob(plain.replace(parts[4], given.other) + proof).upload(content, content.length));
await isRefused('copying from elsewhere is refused',
  () => new BlobClient(plain + '1' + proof, new AnonymousCredential(), once).syncCopyFromURL(given.address));
