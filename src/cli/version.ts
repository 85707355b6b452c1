export { readLibraryVersions, readVersion } from '../run/version.ts'
