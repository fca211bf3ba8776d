// Passkeys: the page carries the options, the browser makes the answer, the form takes it to the server. Forms stay hidden where the browser cannot.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
const text = buffer => buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") : undefined;
const list = keys => (keys ?? []).map(key => ({ ...key, id: bytes(key.id) }));

const ceremonies = {
  get: async options => {
    const got = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: list(options.allowCredentials) } });
    return answer(got, { authenticatorData: text(got.response.authenticatorData), signature: text(got.response.signature), userHandle: text(got.response.userHandle) });
  },
  create: async options => {
    const made = await navigator.credentials.create({ publicKey: { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: list(options.excludeCredentials) } });
    return answer(made, { attestationObject: text(made.response.attestationObject), transports: made.response.getTransports?.() ?? [] });
  },
};

const answer = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  clientExtensionResults: credential.getClientExtensionResults(),
  response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
});

const said = error => error.name === "InvalidStateError" ? "这台设备已经登记过。"
  : error.name === "SecurityError" ? "这个网址不能用通行密钥，请用单位的正式网址打开。"
  : "没有完成，可以再按一次。";

if (window.PublicKeyCredential && navigator.credentials)
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async event => {
      const field = form.elements.namedItem("answer");
      if (field.value) return;
      event.preventDefault();
      try {
        field.value = JSON.stringify(await ceremonies[form.dataset.passkey](JSON.parse(form.dataset.options)));
        form.submit();
      } catch (error) {
        form.querySelector(".passkey-said").textContent = said(error);
      }
    });
  }
