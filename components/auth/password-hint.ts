export const passwordHint = 'At least 12 characters. Use a phrase only you would think of.'
