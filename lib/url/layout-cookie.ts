/** The cookie that keeps how a browser's reader arranged the table: the query string of a layout, encoded. */
export const layoutCookie = 'shortlist-table'
