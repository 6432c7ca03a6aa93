import type { Attribute, Profile } from './person.ts'

/** What a column of a sheet may hold: the profile, its attributes, and what is asked of a person who is to be enrolled. */
export type PersonColumn =
  | Exclude<keyof Profile, 'gradeLevel'>
  | Attribute
  | 'firstName'
  | 'lastName'
  | 'side'
  | 'bothSides'
  | 'capacity'
  | 'preferredIdentity'
  | 'wantsSimilar'

/**
 * How sheets name their columns, in English, French, Spanish, Arabic, Dari and Pashto, as `columnKey` folds them.
 * "Organisation" is a unit here: the organisation itself is the installation's.
 */
export const columnNames: Record<PersonColumn | 'ignore', string> = {
  code: `code|person code|id|person id|staff id|staff no|staff number|staff code|employee id|employee no|employee number
    |employee code|index no|index number|personnel number|personnel no|badge number|mentor id|mentee id|un index number|umoja id
    |matricule|code agent|identifiant|codigo|numero de empleado|legajo|identificador|الرمز|رمز|الرقم الوظيفي|رقم الموظف|کود|کد
    |کود شخص|نمبر کارمند|شماره کارمند|آی دی|کوډ|د کارکوونکي شمېره`,
  fullName: `name|full name|fullname|your name|person|participant|participant name|staff name|employee name|employee
    |staff member|display name|mentor|mentee|mentor name|mentee name|name of mentor|name of mentee|nom complet|nom et prenom
    |prenom et nom|nombre completo|nombre y apellido|nombre y apellidos|nombres y apellidos|الاسم|الاسم الكامل|الإسم|نام
    |نام کامل|نام مکمل|اسم|نام و تخلص|نوم|بشپړ نوم`,
  firstName: `first name|firstname|given name|given names|forename|forenames|christian name|prenom|prenoms|nombre|nombres
    |الاسم الأول|نام اول|لومړی نوم`,
  lastName: `last name|lastname|surname|family name|nom|nom de famille|apellido|apellidos|اسم العائلة|اللقب|الكنية|تخلص
    |نام فامیلی|نام خانوادگی|کورنی نوم`,
  nameLatin: `name latin|latin name|name in latin|name in latin letters|name in english|english name|romanised name
    |romanized name|nom en latin|nom en lettres latines|nombre en latin|الاسم بالإنجليزية|الاسم باللاتينية|نام به انگلیسی
    |نام به لاتین|نوم په انګلیسي`,
  calledName: `called name|called|known as|preferred name|nickname|goes by|prenom usuel|nom usuel|apodo|nombre preferido
    |اسم الشهرة|يعرف باسم|نام مشهور|مشهور به|مشهور نوم`,
  email: `email|e mail|mail|email address|e mail address|mail address|work email|office email|business email|official email
    |contact email|courriel|adresse courriel|adresse email|adresse electronique|adresse mail|adresse e mail|mel|correo
    |correo electronico|direccion de correo|البريد الإلكتروني|البريد الالكتروني|الإيميل|بريد إلكتروني|ایمیل|ایمیل آدرس
    |آدرس ایمیل|پست الکترونیک|برېښنالیک|بریښنالیک|ایمېل`,
  phone: `phone|phone number|phone no|telephone|telephone number|tel|tel no|mobile|mobile number|mobile phone|cell|cell phone
    |cellphone|whatsapp|whatsapp number|contact number|extension|telephone portable|portable|numero de telephone|telefono|movil
    |celular|numero de telefono|الهاتف|رقم الهاتف|الجوال|رقم الجوال|الموبايل|تلفون|تیلفون|تلیفون|شماره تلفون|نمبر تلفون
    |شماره تماس|نمبر تماس|موبایل|د تلیفون شمېره|ټیلیفون`,
  language: `letter language|language of letters|correspondence language|preferred language|interface language|page language
    |langue de correspondance|langue preferee|idioma preferido|idioma de correspondencia|لغة المراسلة|اللغة المفضلة|زبان نامه ها
    |زبان ترجیحی|زبان مکاتبه|د لیکونو ژبه`,
  calendar: `calendar|calendrier|calendario|التقويم|تقویم|جنتری|کلیز`,
  zone: `time zone|timezone|zone|tz|fuseau|fuseau horaire|zona horaria|huso horario|المنطقة الزمنية|منطقه زمانی|ساعت محلی
    |زمان سیمه|د وخت سیمه`,
  unit: `unit|department|dept|division|section|branch|office|team|service|directorate|bureau|organisation|organization|org
    |organisational unit|organizational unit|org unit|business unit|duty unit|ministry|agency|departement|direction|unite|equipe
    |departamento|unidad|oficina|area|organizacion|equipo|القسم|الإدارة|الوحدة|الدائرة|الشعبة|المؤسسة|واحد|بخش|دیپارتمنت|ریاست
    |آمریت|اداره|شعبه|موسسه|سازمان|څانګه`,
  jobTitle: `job title|title|job|position|position title|functional title|post|post title|role|job role|designation|function
    |fonction|poste|intitule du poste|titre|emploi|cargo|puesto|titulo del puesto|المسمى الوظيفي|الوظيفة|المنصب|عنوان وظیفه
    |وظیفه|بست وظیفوی|عنوان بست|سمت|دنده|د دندې سرلیک`,
  grade: `grade|level|job grade|pay grade|staff grade|grade level|rank|band|salary grade|post grade|category|classe|echelon
    |niveau|grado|nivel|categoria|rango|الدرجة|المرتبة|الدرجة الوظيفية|رتبه|درجه|بست|سطح|کچه`,
  lineManagerCode: `line manager code|line manager|manager|manager id|manager code|line manager id|supervisor|supervisor id
    |supervisor code|supervisor index number|first reporting officer|fro|reports to|superieur|superieur hierarchique
    |responsable hierarchique|code du responsable|jefe|jefe directo|supervisor directo|المدير المباشر|المشرف|رمز المدير|آمر
    |آمر مستقیم|کود آمر|سرپرست|مدیر مستقیم|مستقیم آمر`,
  country: `country|country of work|duty country|nation|location country|country code|pays|pais|البلد|الدولة|بلد|کشور|مملکت
    |هیواد`,
  field: `field|profession|professional field|occupation|specialty|speciality|specialism|discipline|job family|job network
    |job function|sector|domaine|metier|domaine professionnel|specialite|profesion|campo|especialidad|ambito|المجال|المهنة
    |التخصص|رشته|مسلک|حرفه|تخصص|ساحه کاری|کاري ډګر`,
  languages: `languages|language|spoken languages|languages spoken|working languages|language skills|langues|langue
    |langues parlees|idiomas|idioma|lenguas|اللغات|اللغة|لغات|زبان ها|زبانها|زبان|لسان|لسان ها|ژبې|ژبه`,
  canHelpWith: `can help with|help with|i can help with|offers|can offer|offer|skills|expertise|strengths|areas of expertise
    |can mentor on|can teach|skills to share|competences|peut aider|peut aider avec|expertises|puede ayudar|puede ayudar con
    |puede ayudar en|habilidades|fortalezas|يمكن أن يساعد في|المهارات|الخبرات|خبرات|مهارت ها|مهارتها|می تواند کمک کند
    |کمک کرده می تواند|مهارتونه|مرسته کولی شي`,
  wantsHelpWith: `wants help with|want help with|i want help with|needs|needs help with|seeks|learning goals|goals
    |wants to learn|development areas|areas of interest|topics|interests|objectifs|besoins|souhaite de l aide|veut apprendre
    |objetivos|necesita ayuda|necesita ayuda con|quiere aprender|يحتاج مساعدة في|الأهداف|الاحتياجات|نیاز به کمک|به کمک نیاز دارد
    |اهداف|نیازها|ضرورت ها|موخې|مرستې ته اړتیا`,
  freeHours: `free hours|hours free|availability|available|available hours|availabilities|when free|times|disponibilite
    |disponibilites|heures libres|disponibilidad|horas libres|horario|الأوقات المتاحة|التوفر|ساعات الفراغ|اوقات فراغ|ساعات فارغ
    |وقت فارغ|ساعت های فارغ|وزګار وخت|فارغ وختونه`,
  about: `about|about me|about you|bio|biography|biog|profile|summary|introduction|statement|personal statement|description
    |background|a propos|biographie|presentation|biografia|acerca de|sobre mi|presentacion|نبذة|السيرة|نبذة شخصية|معرفی|درباره
    |درباره من|بیوگرافی|زندگینامه|پېژندنه|زما په اړه`,
  gender: `gender|sex|genre|sexe|genero|sexo|الجنس|النوع|جنسیت|جنس|جندر`,
  ethnicity: `ethnicity|ethnic group|ethnic origin|origine ethnique|ethnie|etnia|origen etnico|العرق|الأصل العرقي|قومیت|قوم|توکم`,
  birthYear: `birth year|year of birth|born|yob|date of birth|birth date|birthdate|dob|birthday|annee de naissance
    |date de naissance|ano de nacimiento|fecha de nacimiento|سنة الميلاد|تاريخ الميلاد|سال تولد|تاریخ تولد|د زېږېدو کال`,
  disability: `disability|disabilities|disabled|handicap|situation de handicap|discapacidad|الإعاقة|معلولیت|معیوبیت`,
  identity: `identity|characteristics|characteristic|protected characteristics|identities|identite|identidad|caracteristicas
    |الهوية|هویت|مشخصات|پېژند`,
  preferredIdentity: `identity to match|preferred identity|match identity|identity wished|wished identity|identite souhaitee
    |identidad preferida|الهوية المفضلة|هویت دلخواه`,
  wantsSimilar: `match with similar identity|similar identity|wants similar identity|identite semblable|identidad similar
    |هوية مشابهة|هویت مشابه`,
  side: `side|mentor or mentee|mentor mentee|participate as|join as|joining as|enrol as|role in programme|role in program
    |programme role|role in the programme|participer comme|participar como|مرشد أو متدرب|نقش|نقش در برنامه|سهم به حیث`,
  bothSides: `both mentor and mentee|both|mentor and mentee|a la fois mentor et mentore|mentor y aprendiz|هر دو`,
  capacity: `capacity|places|partners|number of partners|how many|how many mentees|max mentees|maximum mentees|number of mentees
    |max partners|maximum number of mentees|mentee capacity|capacite|nombre de mentores|nombre de places|capacidad
    |numero de aprendices|plazas|السعة|عدد المتدربين|ظرفیت|تعداد|تعداد شریک`,
  ignore: `error|errors|what to mend|row|row no|row number|line|no|nr|s n|sn|sno|serial|serial no|timestamp|submitted at|erreur
    |ligne|fila|خطأ|ملاحظات الخطأ|اشتباه|خطا|شماره|ردیف|تېروتنه`,
}
