// A certified OpenID provider that plays VNeID: the cast are its users, one page plays their telephone.
// Reads its settings as JSON from standard input, listens on this machine alone, keeps everything in memory.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { exportJWK, generateKeyPair } from 'jose';
import Provider, { interactionPolicy } from 'oidc-provider';

import { askPage, secure } from './pages.mjs';

const settings = JSON.parse(await text(process.stdin));
const issuer = `http://127.0.0.1:${settings.port}`;
const people = new Map(settings.people.map((person) => [person.sub, person]));

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const signingKey = { ...(await exportJWK(privateKey)), kid: 'sandbox', alg: 'RS256', use: 'sig' };

// The telephone is asked every time, as VNeID does: a browser that was here before proves nothing.
const policy = interactionPolicy.base();
policy.get('login').checks.add(
  new interactionPolicy.Check('telephone', 'the telephone has to confirm', (ctx) => !ctx.oidc.result?.login),
);

const provider = new Provider(issuer, {
  jwks: { keys: [signingKey] },
  clients: [
    {
      client_id: settings.client,
      client_name: 'VssID',
      redirect_uris: settings.redirect_uris,
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [settings.client_key] },
    },
  ],
  acrValues: [settings.level],
  claims: {
    openid: ['sub'],
    profile: ['name', 'birthdate', 'national_id'],
    acr: null,
    auth_time: null,
    iss: null,
    sid: null,
  },
  pkce: { required: () => true },
  scopes: ['openid'],
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
  },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  interactions: { policy, url: (ctx, interaction) => `/telephone/${interaction.uid}` },
  ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 600, Grant: 600 },
  findAccount: (ctx, sub) => people.has(sub) && {
    accountId: sub,
    claims: () => ({ ...people.get(sub), masked: undefined }),
  },
  // Whoever confirms on the telephone has agreed to what it tells.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

async function telephone(request, response) {
  const { params, uid } = await provider.interactionDetails(request, response);
  if (request.method === 'GET') {
    secure(response);
    response.end(askPage({ uid, people: settings.people, locale: params.ui_locales, level: settings.level }));
    return;
  }
  const form = new URLSearchParams(await text(request));
  const confirmed = form.get('answer') === 'yes' && people.has(form.get('person'));
  const result = confirmed
    ? { login: { accountId: form.get('person'), acr: settings.level, amr: ['hwk', 'user'], remember: false } }
    : { error: 'access_denied', error_description: 'declined on the telephone' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const answer = provider.callback();
const server = createServer((request, response) => {
  if (!request.url.startsWith('/telephone/')) {
    answer(request, response);
    return;
  }
  telephone(request, response).catch(() => {
    response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('VNeID (sandbox): this request has ended. Go back to VssID and start again.');
  });
});
server.listen(settings.port, '127.0.0.1');
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => process.exit(0));
}
