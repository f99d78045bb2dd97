import { jobMetadata, JobPage, type JobPageProps } from '../../job-page'
import { EagerPanel } from './eager-panel'

export const dynamic = 'force-dynamic'
export const generateMetadata = jobMetadata

export default async function CandidatePage(props: JobPageProps) {
  return <EagerPanel>{await JobPage(props)}</EagerPanel>
}
