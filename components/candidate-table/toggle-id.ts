// Application ids are opaque: any character may come, an HTML id takes any but white space.
const safe = (applicationId: string) => encodeURIComponent(applicationId)

/** HTML id of what is open under a person. */
export const panelId = (applicationId: string) => `panel-${safe(applicationId)}`
/** HTML id of a person's name, the button that opens them. */
export const toggleId = (applicationId: string) => `person-${safe(applicationId)}`
