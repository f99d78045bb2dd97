/** How a press within the line of news looks. */
export const newsAction = 'min-h-6 rounded-mark font-medium text-accent underline-offset-2 hover:underline'
