/** Where the person named in the address is: at a row of the list, left out by the view, or not loaded. */
export type Arrival =
  | { kind: 'list' }
  | { kind: 'person'; applicationId: string; index: number }
  | { kind: 'left-out' | 'not-loaded'; applicationId: string }
