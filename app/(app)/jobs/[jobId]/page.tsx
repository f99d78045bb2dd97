import { jobMetadata, JobPage } from './job-page'

export const dynamic = 'force-dynamic'
export const generateMetadata = jobMetadata
export default JobPage
