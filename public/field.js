/*
 * Keeps the page on which a coach logs a meeting on their telephone, to be opened without signal, and what they log until it is sent.
 * The page and its worker run this same file, so that neither is ever older than the other. Nothing but that page and this file is
 * kept; a log is in clear until it is sent, as the page says.
 */
(() => {
  const path = '/field-log'
  const daysMax = 14
  const waitMs = 4000
  const pages = () => caches.open('field-page')
  const logs = () => caches.open('field-logs')

  const tendPage = () => {
    const keep = async (answer) => {
      const shelf = await pages()
      /* Led on to sign in: the house knows nobody here any more, and what it told somebody is not to be read on. */
      if (answer.redirected || answer.type === 'opaqueredirect') await shelf.delete(path)
      else if (answer.ok) await shelf.put(path, answer.clone())
      return answer
    }
    const kept = async () => {
      const shelf = await pages()
      const page = await shelf.match(path)
      if (page && Date.now() - Date.parse(page.headers.get('date')) < daysMax * 864e5) return page
      await shelf.delete(path)
    }
    /* The newest page where there is a signal; a weak one is waited for as long as somebody would. */
    const newest = async (request) => {
      try {
        const answer = await fetch(request, { signal: AbortSignal.timeout(waitMs) })
        return answer.status < 500 ? keep(answer) : ((await kept()) ?? answer)
      } catch {
        return (await kept()) ?? Response.error()
      }
    }
    const begin = async () => {
      await (await pages()).add(location.href)
      await keep(await fetch(path))
      await skipWaiting()
    }
    const clean = async () => {
      const shelf = await pages()
      for (const { url } of await shelf.keys()) if (url !== location.href && new URL(url).pathname !== path) await shelf.delete(url)
      await clients.claim()
    }
    addEventListener('install', (event) => event.waitUntil(begin()))
    addEventListener('activate', (event) => event.waitUntil(clean()))
    addEventListener('fetch', (event) => {
      const { method, url } = event.request
      if (method !== 'GET') return
      if (new URL(url).pathname === path) event.respondWith(newest(event.request))
      else if (url === location.href) event.respondWith(caches.match(url).then((file) => file ?? fetch(url)))
    })
  }
  if (typeof document === 'undefined') return tendPage()

  const find = (what) => document.querySelector(what)
  const part = (name) => find(`[data-field=${name}]`)
  const says = (key) => find(`[data-says=${key}]`).textContent
  const file = document.currentScript.src
  const worker = navigator.serviceWorker
  /* A browser that keeps nothing sends the form as it is. */
  if (!worker || !window.caches) return
  const [waiting, form] = [find('#waiting'), find('#field-log')]
  const of = waiting.dataset.of
  const radios = form?.querySelectorAll('[name=meeting]') ?? []
  let changing = null
  let isSending = false

  const all = async () => {
    const shelf = await logs()
    return Promise.all((await shelf.keys()).map(async (key) => (await shelf.match(key)).json()))
  }
  const put = async (log) => (await logs()).put(`${path}/${log.id}`, new Response(JSON.stringify(log)))
  const drop = async ({ id }) => (await logs()).delete(`${path}/${id}`)

  const line = (log) => {
    const item = find('#waiting template').content.firstElementChild.cloneNode(true)
    item.querySelector('b').textContent = log.label
    item.querySelector('span').textContent = log.told ? says(log.told) : (log.wrong ?? says('waits'))
    const [change, remove] = item.querySelectorAll('button')
    change.hidden = !form || !log.fields
    change.onclick = () => fill(log)
    remove.onclick = async () => {
      if (!log.fields || confirm(says('drop'))) await drop(log)
      await draw()
    }
    return item
  }

  /* Who else uses this telephone sees nothing of it; but whoever signs out is told of all that would be lost. */
  const draw = async () => {
    const every = await all()
    const mine = every.filter((log) => log.of === of)
    const unsent = (list) => list.filter((log) => log.fields).length
    waiting.hidden = mine.length === 0
    part('count').textContent = unsent(mine).toLocaleString(document.documentElement.lang)
    part('send').hidden = unsent(mine) === 0
    part('logs').replaceChildren(...mine.map(line))
    for (const radio of radios) {
      radio.disabled = mine.some((log) => log.meeting === radio.value && log.id !== changing)
      radio.checked &&= !radio.disabled
    }
    const host = location.protocol === 'https:' ? '__Host-' : ''
    /* biome-ignore lint/suspicious/noDocumentCookie: every browser has it, the cookie store few. */
    document.cookie = `${host}lampline-unsent=${unsent(every)};path=/;max-age=31536000;samesite=lax${host && ';secure'}`
  }

  const fill = (log) => {
    changing = log.id
    for (const field of form.querySelectorAll('[type=checkbox]')) field.checked = false
    for (const [name, value] of log.fields) {
      for (const field of form.querySelectorAll(`[name=${name}]`)) {
        if (field.type === 'radio' || field.type === 'checkbox') field.checked ||= field.value === value
        else field.value = value
      }
    }
    form.scrollIntoView()
    return draw()
  }

  const begun = () => {
    form.reset()
    changing = null
    const now = new Date()
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, '0')).join('-')
    if ([...form.day.options].some(({ value }) => value === day)) form.day.value = day
  }

  const save = async () => {
    const radio = [...radios].find(({ checked }) => checked)
    if (!radio) return
    const id = changing ?? crypto.randomUUID()
    form.elements.id.value = id
    const fields = [...new FormData(form)]
    await put({ id, of, meeting: radio.value, label: radio.labels[0].firstChild.textContent, fields })
    navigator.storage?.persist?.()
    begun()
    await draw()
    waiting.scrollIntoView()
    await send()
  }

  /* Whether the house has answered; a page of somebody else's network has no such answer, and the log stays. */
  const sendOne = async (log) => {
    const headers = { accept: 'application/json' }
    const answer = await fetch(path, { method: 'POST', headers, body: new URLSearchParams(log.fields) })
    const { to, title, detail } = await answer.json()
    const isOut = answer.status === 401 || answer.status === 403
    part('again').hidden = !isOut
    if (isOut || answer.status >= 500) return false
    if (answer.ok) {
      const told = new URL(to, location).searchParams
      await put({ ...log, fields: null, told: told.get('code') ?? told.get('done').slice('coaching-'.length) })
    } else await put({ ...log, wrong: detail ?? title })
    return true
  }
  const send = async () => {
    if (isSending) return
    isSending = true
    try {
      const unsent = (await all()).filter((log) => log.of === of && log.fields)
      for (const log of unsent) if (!(await sendOne(log))) return
      if (unsent.length > 0) await fetch(path)
    } catch {
      /* No signal: all stays as it is. */
    } finally {
      isSending = false
      await draw()
    }
  }

  const open = async () => {
    find('[data-field-when=off]').hidden = true
    for (const log of await all()) if (log.of === of && /^(logged|confirmed)$/.test(log.told)) await drop(log)
    if (form) {
      for (const radio of radios) radio.required = true
      form.code.pattern = '([\\s\\-]*[0-9۰-۹٠-٩]){6}\\s*'
      form.minutes.pattern = '\\s*[0-9۰-۹٠-٩]{1,3}\\s*'
      /* A page that came back from the house with something to mend keeps what was typed. */
      if (!find('[role=alert]')) begun()
      form.onsubmit = (event) => {
        event.preventDefault()
        save()
      }
    }
    part('send').onclick = send
    addEventListener('online', send)
    document.addEventListener('visibilitychange', () => document.hidden || send())
    await draw()
    await worker.register(file, { scope: path })
    await worker.ready
    find('[data-field-when=kept]').hidden = false
    await send()
  }
  open()
})()
