/** What the name of everything begins with that waits in a browser for the server. */
export const orderKey = 'shortlist.decisions:'
