/** What a link says that opens nothing, for whatever reason: it does not tell which. */
export const GoneNotice = () => (
  <div className="mx-auto flex min-h-full max-w-md flex-col justify-center px-6 pt-10 pb-24">
    <h1 className="text-title font-semibold tracking-tight">This link isn’t available</h1>
    <p className="mt-2 text-muted">
      It may have expired, been revoked or been cut short. Check it, or ask the sender for a new one.
    </p>
  </div>
)
