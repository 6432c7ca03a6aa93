/** What Windows calls zones, in the words of its calendars, with the IANA name of each; the usual ones of CLDR's table. */
const names = `Dateline Standard Time=Etc/GMT+12|UTC-11=Etc/GMT+11
Hawaiian Standard Time=Pacific/Honolulu|Alaskan Standard Time=America/Anchorage
Pacific Standard Time=America/Los_Angeles|US Mountain Standard Time=America/Phoenix|Mountain Standard Time=America/Denver
Central America Standard Time=America/Guatemala|Central Standard Time=America/Chicago|Central Standard Time (Mexico)=America/Mexico_City
Canada Central Standard Time=America/Regina|SA Pacific Standard Time=America/Bogota|Eastern Standard Time=America/New_York
US Eastern Standard Time=America/Indianapolis|Haiti Standard Time=America/Port-au-Prince|Cuba Standard Time=America/Havana
Venezuela Standard Time=America/Caracas|Paraguay Standard Time=America/Asuncion|Atlantic Standard Time=America/Halifax
SA Western Standard Time=America/La_Paz|Pacific SA Standard Time=America/Santiago|Newfoundland Standard Time=America/St_Johns
E. South America Standard Time=America/Sao_Paulo|SA Eastern Standard Time=America/Cayenne|Argentina Standard Time=America/Buenos_Aires
Greenland Standard Time=America/Godthab|Montevideo Standard Time=America/Montevideo|UTC-02=Etc/GMT+2|Azores Standard Time=Atlantic/Azores
Cape Verde Standard Time=Atlantic/Cape_Verde|UTC=UTC|Coordinated Universal Time=UTC|GMT Standard Time=Europe/London
Greenwich Standard Time=Atlantic/Reykjavik|Morocco Standard Time=Africa/Casablanca|W. Europe Standard Time=Europe/Berlin
Central Europe Standard Time=Europe/Budapest|Romance Standard Time=Europe/Paris|Central European Standard Time=Europe/Warsaw
W. Central Africa Standard Time=Africa/Lagos|Namibia Standard Time=Africa/Windhoek|Jordan Standard Time=Asia/Amman
GTB Standard Time=Europe/Bucharest|Middle East Standard Time=Asia/Beirut|Egypt Standard Time=Africa/Cairo|Syria Standard Time=Asia/Damascus
E. Europe Standard Time=Europe/Chisinau|South Africa Standard Time=Africa/Johannesburg|FLE Standard Time=Europe/Kiev
Israel Standard Time=Asia/Jerusalem|West Bank Standard Time=Asia/Hebron|Sudan Standard Time=Africa/Khartoum
South Sudan Standard Time=Africa/Juba
Libya Standard Time=Africa/Tripoli|Kaliningrad Standard Time=Europe/Kaliningrad|Turkey Standard Time=Europe/Istanbul
Arabic Standard Time=Asia/Baghdad|Arab Standard Time=Asia/Riyadh|Belarus Standard Time=Europe/Minsk|Russian Standard Time=Europe/Moscow
E. Africa Standard Time=Africa/Nairobi|Iran Standard Time=Asia/Tehran|Arabian Standard Time=Asia/Dubai|Azerbaijan Standard Time=Asia/Baku
Mauritius Standard Time=Indian/Mauritius|Georgian Standard Time=Asia/Tbilisi|Caucasus Standard Time=Asia/Yerevan
Afghanistan Standard Time=Asia/Kabul|West Asia Standard Time=Asia/Tashkent|Ekaterinburg Standard Time=Asia/Yekaterinburg
Pakistan Standard Time=Asia/Karachi|India Standard Time=Asia/Calcutta|Sri Lanka Standard Time=Asia/Colombo|Nepal Standard Time=Asia/Katmandu
Central Asia Standard Time=Asia/Bishkek|Bangladesh Standard Time=Asia/Dhaka|Myanmar Standard Time=Asia/Rangoon
SE Asia Standard Time=Asia/Bangkok|N. Central Asia Standard Time=Asia/Novosibirsk|China Standard Time=Asia/Shanghai
North Asia Standard Time=Asia/Krasnoyarsk|Singapore Standard Time=Asia/Singapore|W. Australia Standard Time=Australia/Perth
Taipei Standard Time=Asia/Taipei|Ulaanbaatar Standard Time=Asia/Ulaanbaatar|Tokyo Standard Time=Asia/Tokyo|Korea Standard Time=Asia/Seoul
Cen. Australia Standard Time=Australia/Adelaide|AUS Central Standard Time=Australia/Darwin|E. Australia Standard Time=Australia/Brisbane
AUS Eastern Standard Time=Australia/Sydney|West Pacific Standard Time=Pacific/Port_Moresby|Tasmania Standard Time=Australia/Hobart
Lord Howe Standard Time=Australia/Lord_Howe|Central Pacific Standard Time=Pacific/Guadalcanal|New Zealand Standard Time=Pacific/Auckland
Fiji Standard Time=Pacific/Fiji|Tonga Standard Time=Pacific/Tongatapu|Samoa Standard Time=Pacific/Apia
Kamchatka Standard Time=Asia/Kamchatka`

const zones = new Map(
  names.split(/[|\n]/).map((pair) => {
    const [windows = '', iana = ''] = pair.split('=')
    return [windows.toLowerCase(), iana] as const
  }),
)

/** The IANA name of what Windows calls a zone, in any case; undefined when it is none of the usual. */
export function zoneOfWindows(name: string): string | undefined {
  return zones.get(name.trim().toLowerCase())
}
