// @ts-check
/**
 * Passkeys on the pages of the id host. A form that asks for one is sent in two steps: the server says what to ask of
 * the browser, and what the browser answers goes along in the form. Without script the form stays hidden.
 */

/**
 * @param {HTMLFormElement} form
 * @returns {Promise<string>} What the browser answers, as WebAuthn writes it.
 */
async function ask(form) {
  const answer = await fetch(form.dataset.options ?? "", { method: "POST", body: new FormData(form) });
  if (!answer.ok)
    throw new Error(String(answer.status));
  const options = await answer.json();
  const credential = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(/** @type {PublicKeyCredential} */ (credential).toJSON());
}

/** @param {HTMLFormElement} form */
function follow(form) {
  const answer = /** @type {HTMLInputElement} */ (form.elements.namedItem("sleutel"));
  const fault = /** @type {HTMLElement | null} */ (form.querySelector("[data-fault]"));
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (fault)
      fault.hidden = true;
    try {
      answer.value = await ask(form);
      form.submit();
    } catch {
      if (fault)
        fault.hidden = false;
    }
  });
}

const isKnown = typeof PublicKeyCredential !== "undefined" && "parseCreationOptionsFromJSON" in PublicKeyCredential;
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-passkey]")))
  if (isKnown)
    follow(form);
for (const text of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-without-passkeys]")))
  text.hidden = isKnown;
