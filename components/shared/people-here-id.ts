/** HTML id of the element of the top bar in which the initials are drawn of those who look at the same job. */
export const peopleHereId = 'people-here'
