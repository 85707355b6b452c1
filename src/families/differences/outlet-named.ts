const AGENCIES =
  /\b(?:Reuters|AP|Associated Press|AFP|Agence France-Presse|Bloomberg|UPI|United Press International|dpa|Xinhua|TASS|ANSA|EFE|PTI|Press Trust|PA|Press Association|Kyodo|Yonhap|CNN|BBC|NPR|CBS|NBC|ABC|Fox|MSNBC|Sky|Al Jazeera)\b/
const PAPERS =
  /\b(?:Times|Post|Herald|Tribune|Journal|News|Gazette|Guardian|Telegraph|Independent|Chronicle|Mail|Mirror|Observer|Globe|Star|Sun|Examiner|Magazine|Radio|Television)\b/

/** Whether an addressee is an agency or another outlet: "told Reuters". */
export function isOutlet(addressee: string | null): boolean {
  return addressee !== null && (AGENCIES.test(addressee) || PAPERS.test(addressee))
}
