import { html } from 'hono/html'

/** Markup that is safe to send: what was put into it has been escaped. */
export type Html = ReturnType<typeof html>

export { html }
