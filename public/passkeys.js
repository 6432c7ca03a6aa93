/*
 * The one script of the house: asks the browser for a passkey and hands what it says to the form around it, which is then sent
 * like any other. A page shows by `data-passkey-when` what holds: `off` without this script, `known` or `unknown` for what the
 * browser can do, `stopped` once the person or the device said no.
 */
(() => {
  const canDo = typeof PublicKeyCredential === 'function' && navigator.credentials !== undefined

  const show = (...states) => {
    for (const part of document.querySelectorAll('[data-passkey-when]')) part.hidden = !states.includes(part.dataset.passkeyWhen)
  }

  const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
  const textOf = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

  const withBytes = (list) => (list ?? []).map((one) => ({ ...one, id: bytesOf(one.id) }))

  /* What PublicKeyCredential.parse…OptionsFromJSON does, for browsers that came before it. */
  const createOptions = (options) =>
    PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? {
      ...options,
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    }
  const getOptions = (options) =>
    PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? {
      ...options,
      challenge: bytesOf(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    }

  /* What credential.toJSON does. */
  const jsonOf = (credential) => {
    if (typeof credential.toJSON === 'function') return credential.toJSON()
    const { response } = credential
    const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
    const given = parts.filter((part) => response[part]).map((part) => [part, textOf(response[part])])
    const transports = response.getTransports?.()
    return {
      id: credential.id,
      rawId: textOf(credential.rawId),
      type: credential.type,
      response: { ...Object.fromEntries(given), ...(transports ? { transports } : {}) },
      clientExtensionResults: credential.getClientExtensionResults(),
    }
  }

  const ask = async (answer) => {
    const options = JSON.parse(answer.dataset.options)
    const credential =
      answer.dataset.asks === 'create'
        ? await navigator.credentials.create({ publicKey: createOptions(options) })
        : await navigator.credentials.get({ publicKey: getOptions(options) })
    return JSON.stringify(jsonOf(credential))
  }

  const run = async (form, answer) => {
    try {
      answer.value = await ask(answer)
    } catch {
      show('known', 'stopped')
      return
    }
    form.submit()
  }

  show(canDo ? 'known' : 'unknown')
  if (!canDo) return
  const answer = document.querySelector('input[data-asks]')
  if (answer === null) return
  const form = answer.form
  let isAsking = false
  const begin = () => {
    if (isAsking) return
    isAsking = true
    run(form, answer).finally(() => {
      isAsking = false
    })
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    begin()
  })
  /* The person pressed a button to come here; a second one would only be in their way. */
  if (answer.dataset.now === 'yes') begin()
})()
