// A program of somebody else: uses the provider with openid-client, a library certified by the OpenID Foundation.
// It is told everything on standard input, one JSON line, and says what held, one line each.
import http from 'node:http';
import readline from 'node:readline';
import * as jose from 'jose';
import * as client from 'openid-client';

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const next = async () => (await lines.next()).value;
const given = JSON.parse(await next());

// Node asks the system's resolver, which need not know that every name below localhost is this machine.
const toThisMachine = (url, options) => new Promise((resolve, reject) => {
  const { hostname, port, pathname, search, host } = new URL(url);
  if (!hostname.endsWith('.localhost')) throw new Error(`no host of the platform: ${hostname}`);
  const headers = { ...Object.fromEntries(new Headers(options.headers)), host };
  const body = options.body?.toString();
  if (body) headers['content-length'] = Buffer.byteLength(body);
  const request = http.request(
    { host: '127.0.0.1', port, path: pathname + search, method: options.method, headers },
    async (answer) => {
      const parts = [];
      for await (const part of answer) parts.push(part);
      const status = answer.statusCode;
      resolve(new Response(status === 204 ? null : Buffer.concat(parts), { status, headers: answer.headers }));
    });
  request.on('error', reject);
  request.end(body);
});

const known = (id, proof) => client.discovery(new URL(given.issuer), id, undefined, proof, {
  execute: [client.allowInsecureRequests], [client.customFetch]: toThisMachine,
});

// With a challenge (RFC 9110, 11.6.1) the reason stands in its parameters.
const errorOf = (failure) => failure.error ?? failure.cause?.[0]?.parameters?.error;

const refused = async (what, error) => {
  try {
    await what;
  } catch (failure) {
    if (errorOf(failure) === error) return;
    throw new Error(`expected ${error}, got ${errorOf(failure) ?? failure}`);
  }
  throw new Error(`expected ${error}, but it was granted`);
};

const holds = (value, expected) => {
  if (JSON.stringify(value) !== JSON.stringify(expected))
    throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(value)}`);
};

const check = async (name, work) => {
  try {
    await work();
    console.log(`${name}: held`);
  } catch (failure) {
    const why = failure.error_description ?? JSON.stringify(failure.cause) ?? '';
    console.log(`${name}: ${failure.message ?? failure} ${why}`.replaceAll('\n', ' '));
  }
};

const site = await known(given.site.id, client.ClientSecretPost(given.site.secret));
const secret = await known(given.secret.id, client.ClientSecretBasic(given.secret.secret));
// The provider asks for the type that RFC 7523bis gives an assertion, so that no other token passes for one.
const typed = { [client.modifyAssertion]: (header) => { header.typ = 'client-authentication+jwt'; } };
const signing = await known(
  given.signing.id, client.PrivateKeyJwt(await jose.importJWK(given.signing.key, 'ES256'), typed));
let tokens;

await check('discovery', async () => {
  const metadata = site.serverMetadata();
  holds(metadata.issuer, given.issuer);
  holds(metadata.supportsPKCE(), true);
  holds(typeof metadata.pushed_authorization_request_endpoint, 'string');
});

await check('code and PKCE over a pushed request', async () => {
  // She signed in before; times in tokens are whole seconds.
  await new Promise((resolve) => { setTimeout(resolve, 1100); });
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const address = await client.buildAuthorizationUrlWithPAR(site, {
    redirect_uri: given.site.returnTo, scope: 'openid profile offline_access', state, nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
  });
  holds([...address.searchParams.keys()].sort(), ['client_id', 'request_uri']);
  console.log(`go to ${address}`);
  const back = new URL(await next());
  tokens = await client.authorizationCodeGrant(
    site, back, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
});

await check('the id token names the person and this client alone', async () => {
  const claims = tokens.claims();
  holds(claims.aud, given.site.id);
  holds(claims.iss, given.issuer);
  holds(claims.name, given.site.person);
  const keys = jose.createRemoteJWKSet(
    new URL(site.serverMetadata().jwks_uri), { [jose.customFetch]: toThisMachine });
  await jose.jwtVerify(tokens.id_token, keys, { issuer: given.issuer, audience: given.site.id });
});

await check('the id token says when the person signed in, not when it was made', async () => {
  const { auth_time: signedIn, iat } = tokens.claims();
  holds(typeof signedIn, 'number');
  holds(signedIn < iat && signedIn > iat - 600, true);
});

await check('a request that was not pushed is refused', async () => {
  const address = client.buildAuthorizationUrl(site, {
    redirect_uri: given.site.returnTo, scope: 'openid', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256',
  });
  const answer = await toThisMachine(address, { method: 'GET', headers: {} });
  holds(answer.status, 400);
});

await check('introspection tells a valid token from an invented one', async () => {
  const answer = await client.tokenIntrospection(site, tokens.access_token);
  holds(answer.active, true);
  holds((await client.tokenIntrospection(site, 'bestaat-niet')).active, false);
});

await check('introspection tells another client nothing', async () => {
  holds((await client.tokenIntrospection(secret, tokens.access_token)).active, false);
});

await check('a refresh token works once, and its second use ends them all', async () => {
  const first = tokens.refresh_token;
  const renewed = await client.refreshTokenGrant(site, first);
  holds(renewed.refresh_token !== first, true);
  await refused(client.refreshTokenGrant(site, first), 'invalid_grant');
  await refused(client.refreshTokenGrant(site, renewed.refresh_token), 'invalid_grant');
});

await check('client credentials with a secret', async () => {
  const granted = await client.clientCredentialsGrant(secret, { scope: 'leveringen' });
  const claims = jose.decodeJwt(granted.access_token);
  holds([claims.sub, claims.leverancier, claims.scope], [given.secret.id, 'politie', 'leveringen']);
});

await check('client credentials with private_key_jwt', async () => {
  const granted = await client.clientCredentialsGrant(signing, { scope: 'leveringen' });
  holds(jose.decodeJwt(granted.access_token).sub, given.signing.id);
});

await check('a wrong secret, a wrong key and a scope of others are refused', async () => {
  const wrong = await known(given.secret.id, client.ClientSecretBasic('verkeerd'));
  await refused(client.clientCredentialsGrant(wrong, { scope: 'leveringen' }), 'invalid_client');
  const { privateKey } = await jose.generateKeyPair('ES256');
  const forged = await known(given.signing.id, client.PrivateKeyJwt(privateKey, typed));
  await refused(client.clientCredentialsGrant(forged, { scope: 'leveringen' }), 'invalid_client');
  await refused(client.clientCredentialsGrant(secret, { scope: 'cijfers' }), 'invalid_request');
});

await check('a revoked token is worth nothing', async () => {
  const granted = await client.clientCredentialsGrant(secret, { scope: 'leveringen' });
  holds((await client.tokenIntrospection(secret, granted.access_token)).active, true);
  await client.tokenRevocation(secret, granted.access_token);
  holds((await client.tokenIntrospection(secret, granted.access_token)).active, false);
});

process.exit(0);
