// A relying party of somebody else's making (openid-client) against our provider: node client.mjs ISSUER SKEW_SECONDS
// Says "ok STEP" for each thing that worked and ends with 0; anything else is a fault. Run by InteropTests.
import http from 'node:http';
import assert from 'node:assert/strict';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';

const [issuer, skew] = [process.argv[2], Number(process.argv[3])];
const callback = 'https://oa.example.gov.cn/cb';
const ok = step => console.log('ok ' + step);

/** A browser as far as we need one: cookies, and redirects that are looked at. */
class Browser {
  jar = new Map();
  async go(url, options = {}) {
    const answer = await fetch(new URL(url, issuer), { redirect: 'manual', ...options, headers: { ...options.headers, cookie: [...this.jar].map(([k, v]) => `${k}=${v}`).join('; ') } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split(/=(.*)/s);
      this.jar.set(name, value);
    }
    return answer;
  }
  async send(path, fields) {
    const page = await (await this.go(path)).text();
    const form = new URLSearchParams();
    const chosen = page.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g).find(f => !f.includes('/sign-out'));
    for (const [input] of chosen.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) form.set(/name="([^"]*)"/.exec(input)[1], plain((/value="([^"]*)"/.exec(input) ?? [])[1] ?? ''));
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return this.go(path, { method: 'POST', body: form });
  }
  async enter(persona) {
    const answer = await this.send('/sign-in', { persona });
    assert.ok([302, 303].includes(answer.status), `${persona} could not sign in: ${answer.status}`);
    return this;
  }
  async api(path, body) {
    const answer = await this.go('/api/v1' + path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } });
    assert.equal(answer.status, 200, await answer.clone().text());
    return answer.json();
  }
}
const plain = text => text.replace(/&#x([0-9A-F]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replaceAll('&quot;', '"').replaceAll('&amp;', '&');

// a server that is told when somebody has left
let heard;
const told = new Promise(resolve => { heard = resolve; });
const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', part => { body += part; });
  request.on('end', () => { response.writeHead(200).end(); heard(new URLSearchParams(body).get('logout_token')); });
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));

const security = await new Browser().enter('安全管理员');
const registered = await security.api('/clients', {
  kind: 'Web', name: '互通测试', firstParty: true, redirects: [callback], signedOut: ['https://oa.example.gov.cn/bye'],
  backChannel: `http://127.0.0.1:${server.address().port}/left`, scopes: ['openid', 'profile', 'roles', 'offline_access'],
});

const options = { execute: [oidc.allowInsecureRequests] };
const configure = (id, secret, auth) => oidc.discovery(new URL(issuer), id, { client_secret: secret, [oidc.clockSkew]: skew }, auth, options);
const config = await configure(registered.clientId, registered.secret, oidc.ClientSecretBasic(registered.secret));
assert.equal(config.serverMetadata().issuer, issuer);
assert.ok(config.serverMetadata().supportsPKCE());
ok('discovery');

async function signIn(browser, scope, extra = {}) {
  const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
  const url = oidc.buildAuthorizationUrl(config, { redirect_uri: callback, scope, state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...extra });
  const back = (await browser.go(url)).headers.get('location');
  assert.ok(back.startsWith(callback), back);
  return { back: new URL(back), checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: 3600 } };
}

const person = await new Browser().enter('前台');
const { back, checks } = await signIn(person, 'openid profile roles offline_access', { max_age: '3600' });
const tokens = await oidc.authorizationCodeGrant(config, back, checks);
assert.equal(tokens.claims().sub, 't-qiantai');
assert.equal(tokens.claims().name, '周敏');
ok('code');

const user = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
assert.equal(user.institution, 'fh-1');
assert.deepEqual(user.roles, ['reception']);
ok('userinfo');

const next = await oidc.refreshTokenGrant(config, tokens.refresh_token);
assert.notEqual(next.refresh_token, tokens.refresh_token);
assert.equal(next.claims().sub, 't-qiantai');
ok('refresh');
await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token), { error: 'invalid_grant' });
await assert.rejects(oidc.refreshTokenGrant(config, next.refresh_token), { error: 'invalid_grant' });
ok('reuse ends the family');

await assert.rejects(oidc.authorizationCodeGrant(config, back, checks), { error: 'invalid_grant' });
ok('a code once');

const wrong = await signIn(person, 'openid');
await assert.rejects(oidc.authorizationCodeGrant(config, wrong.back, { ...wrong.checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() }), { error: 'invalid_grant' });
ok('wrong verifier');
const mixed = await signIn(person, 'openid');
mixed.back.searchParams.set('iss', 'https://evil.example');
await assert.rejects(oidc.authorizationCodeGrant(config, mixed.back, mixed.checks));
ok('mix-up noticed');

const silent = await signIn(new Browser(), 'openid', { prompt: 'none' });
await assert.rejects(oidc.authorizationCodeGrant(config, silent.back, silent.checks), { error: 'login_required' });
ok('prompt none');

const posted = await configure(registered.clientId, registered.secret, oidc.ClientSecretPost(registered.secret));
const again = await signIn(person, 'openid profile offline_access');
const kept = await oidc.authorizationCodeGrant(posted, again.back, again.checks);
ok('secret in the form');
await oidc.tokenRevocation(config, kept.refresh_token);
await assert.rejects(oidc.refreshTokenGrant(config, kept.refresh_token), { error: 'invalid_grant' });
ok('revocation');

const program = await security.api('/clients', { kind: 'Machine', name: '互通程序', permissions: ['funeral.case.read'], division: '3213', perMinute: 60 });
const machine = await configure(program.clientId, program.secret, oidc.ClientSecretBasic(program.secret));
const granted = await oidc.clientCredentialsGrant(machine, { scope: 'funeral.case.read' });
assert.equal((await fetch(issuer + '/api/v1/cases', { headers: { authorization: 'Bearer ' + granted.access_token } })).status, 200);
ok('client credentials');

// keys change hands, and the client finds the new one by itself
await security.api('/signing-keys/rotate', { now: false, stolen: true });
const fresh = await configure(registered.clientId, registered.secret, oidc.ClientSecretBasic(registered.secret));
oidc.enableNonRepudiationChecks(fresh);
const later = await signIn(person, 'openid profile');
const last = await oidc.authorizationCodeGrant(fresh, later.back, later.checks);
ok('keys changed');

const leave = oidc.buildEndSessionUrl(fresh, { id_token_hint: last.id_token, post_logout_redirect_uri: 'https://oa.example.gov.cn/bye', state: 'bye' });
assert.equal((await person.go(leave)).headers.get('location'), 'https://oa.example.gov.cn/bye?state=bye');
ok('end session');

const { payload, protectedHeader } = await jwtVerify(await told, createRemoteJWKSet(new URL(fresh.serverMetadata().jwks_uri)), { issuer, audience: registered.clientId, typ: 'logout+jwt', currentDate: new Date(Date.now() + skew * 1000) });
assert.equal(payload.sid, last.claims().sid);
assert.ok(payload.events['http://schemas.openid.net/event/backchannel-logout']);
assert.equal(payload.nonce, undefined);
assert.equal(protectedHeader.alg, 'RS256');
ok('told by the back channel');
server.close();
process.exit(0);
