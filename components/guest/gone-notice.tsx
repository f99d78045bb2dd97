/** What a link says that opens nothing, for whatever reason: it does not tell which. */
export const GoneNotice = () => (
  <div className="mx-auto flex min-h-full max-w-md flex-col justify-center px-6 pt-10 pb-24">
    <h1 className="text-title font-semibold tracking-tight">This link opens nothing</h1>
    <p className="mt-2 text-muted">
      It has expired, was withdrawn or was cut short on its way to you. Check it, or ask whoever sent it for a
      new one.
    </p>
  </div>
)
