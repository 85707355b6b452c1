/** Where the API lies on the site. */
export const API = '/api/v1'
