/** How long something may take to come about, on a machine that has other work too. */
export const soon = { timeout: 20_000 }
