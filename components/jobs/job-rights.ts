/** What a reader may do with jobs. */
export type JobRights = {
  /** Keep one beyond the usual time, and delete one with its people. */
  privacy: boolean
  /** Take one off the list of which nobody is stored. */
  edit: boolean
}
