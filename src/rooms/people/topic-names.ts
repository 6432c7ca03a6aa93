/**
 * What people ask for and offer, and how sheets name it beside our own words: in English, French, Spanish, Arabic and Dari.
 * The topic's own names stand in the catalogues as `topic.<key>`. No name may mean two topics.
 */
export const topicNames = {
  'public-speaking': `presentations|presentation skills|presenting|giving talks|speaking in public|prise de parole
    |prise de parole en public|hablar en público|oratoria|الخطابة|التحدث أمام الجمهور|سخنرانی|صحبت در جمع|فن بیان`,
  facilitation: `facilitation skills|moderating meetings|running workshops|animation d'ateliers|facilitación|facilitar talleres
    |التيسير|تيسير الاجتماعات|تسهیل|تسهیل جلسات`,
  writing: `writing skills|report writing|drafting|business writing|rédaction|rédaction de rapports|redacción|redacción de informes
    |الكتابة|كتابة التقارير|نویسندگی|گزارش‌نویسی|نوشتن`,
  negotiation: `negotiating|negotiation skills|négociation|negociación|التفاوض|مهارات التفاوض|مذاکرات|چانه زنی`,
  'difficult-conversations': `hard conversations|courageous conversations|conversations difficiles|conversaciones difíciles
    |المحادثات الصعبة|گفتگوی دشوار|صحبت‌های سخت`,
  'giving-feedback': `feedback|performance feedback|performance reviews|donner du feedback|dar retroalimentación|تقديم الملاحظات
    |التغذية الراجعة|بازخورد|نظر دادن به همکاران`,
  networking: `professional network|making contacts|réseautage|réseau professionnel|redes de contactos|hacer contactos|بناء العلاقات
    |التشبيك|شبکه‌سازی|ارتباطات کاری`,
  media: `media relations|press work|journalists|relations presse|relations avec les médias|relación con los medios|العلاقات الإعلامية
    |رسانه‌ها|کار با خبرنگاران`,
  'social-media': `social networks|linkedin|réseaux sociaux|redes sociales|وسائل التواصل الاجتماعي|شبکه‌های اجتماعی|صفحات اجتماعی`,
  'working-across-cultures': `intercultural communication|cross-cultural communication|cultural awareness
    |communication interculturelle|interculturalité|comunicación intercultural|التواصل بين الثقافات|ارتباط میان فرهنگ‌ها`,
  'language-practice': `learning a language|language exchange|pratique d'une langue|apprendre une langue|practicar un idioma
    |intercambio de idiomas|تعلم اللغة|ممارسة اللغة|یادگیری زبان|زبان‌آموزی`,
  'leading-a-team': `leadership|team leadership|team management|managing people|people management|direction d'équipe|gestion d'équipe
    |liderazgo|liderar un equipo|gestión de equipos|القيادة|قيادة الفريق|إدارة الفريق|رهبری|مدیریت تیم|مدیریت کارمندان`,
  'first-time-managing': `new manager|first time manager|becoming a manager|premier poste de manager|devenir manager|primera jefatura
    |ser jefe por primera vez|مدير جديد|مدیر تازه‌کار|آمر نو`,
  delegating: `delegation|déléguer|delegar|delegación de tareas|التفويض|تفويض المهام|تفویض کار|تقسیم کار`,
  'motivating-people': `motivation|team motivation|motiver une équipe|motivar al equipo|motivación|التحفيز|تحفيز الفريق|انگیزه
    |انگیزه دادن`,
  'resolving-conflict': `conflict resolution|conflict management|mediation|gestion des conflits|resolución de conflictos
    |mediación|حل النزاعات|الوساطة|حل منازعه|حل اختلافات|میانجی‌گری`,
  'leading-change': `change management|managing change|conduite du changement|gestión del cambio|إدارة التغيير|مدیریت تغییر
    |تغییر در اداره`,
  strategy: `strategic planning|strategic thinking|stratégie|planification stratégique|estrategia|planificación estratégica
    |التخطيط الاستراتيجي|الاستراتيجية|پلان‌گذاری استراتیژیک|راهبرد`,
  'decision-making': `making decisions|decisions|prise de décision|toma de decisiones|اتخاذ القرار|صنع القرار|تصمیم گرفتن`,
  'remote-teams': `remote work|managing remotely|virtual teams|hybrid teams|travail à distance|équipes à distance|equipos remotos
    |teletrabajo|العمل عن بعد|الفرق الافتراضية|کار از راه دور|تیم از راه دور`,
  'managing-upward': `managing up|working with my manager|stakeholder management|gérer sa hiérarchie|gestionar hacia arriba
    |التعامل مع الإدارة العليا|کار با آمر|رابطه با آمر`,
  'working-with-government': `government relations|working with ministries|public institutions|relations avec le gouvernement
    |relaciones con el gobierno|العلاقات الحكومية|العمل مع الحكومة|روابط با دولت|کار با وزارت‌ها`,
  partnerships: `partnership building|alliances|donor relations|partenariats|alianzas|relaciones con donantes|الشراكات|بناء الشراكات
    |مشارکت‌ها|شراکت|روابط با تمویل‌کنندگان`,
  'career-planning': `career development|career growth|career advice|career progression|promotion|évolution de carrière
    |plan de carrière|desarrollo profesional|plan de carrera|التطوير المهني|تخطيط المسار المهني|رشد مسلکی|پلان مسلکی|ارتقا`,
  'career-change': `changing careers|career transition|changing fields|reconversion professionnelle|changer de métier
    |cambio de carrera|reorientación profesional|تغيير المسار المهني|تغییر شغل|تبدیل مسلک`,
  'job-interviews': `interviews|interview preparation|job applications|cv writing|entretiens d'embauche|candidatures
    |entrevistas de trabajo|preparar entrevistas|مقابلات العمل|السيرة الذاتية|مصاحبه|مصاحبه کاری|نوشتن سی‌وی`,
  'moving-abroad': `relocation|changing duty station|expatriation|mobility|mobilité internationale|s'installer à l'étranger
    |mudarse al extranjero|movilidad internacional|الانتقال إلى الخارج|رفتن به کشور دیگر|تبدیلی محل وظیفه`,
  'settling-in': `onboarding|new in the job|first months|starting a new job|prise de poste|intégration|nuevo en el puesto
    |adaptación al puesto|البداية في وظيفة جديدة|آشنایی با وظیفه|شروع وظیفه`,
  'return-from-leave': `returning from leave|return to work|returning from parental leave|back from maternity leave|retour de congé
    |reprise du travail|volver de una licencia|reincorporación|العودة من الإجازة|العودة إلى العمل|برگشت از رخصتی|بازگشت به کار
    |برگشت به کار`,
  'preparing-for-retirement': `retirement|retraite|préparer sa retraite|jubilación|prepararse para la jubilación|التقاعد|تقاعد
    |بازنشستگی`,
  'work-life-balance': `balance|work and family|équilibre vie professionnelle|vie privée et travail|conciliación
    |equilibrio entre trabajo y vida|التوازن بين العمل والحياة|کار و خانواده|تعادل کار و زندگی`,
  confidence: `self-confidence|self-esteem|assertiveness|impostor syndrome|confiance en soi|affirmation de soi|autoconfianza|confianza
    |asertividad|الثقة بالنفس|اعتماد به نفس`,
  'stress-and-wellbeing': `wellbeing|stress management|resilience|burnout|gestion du stress|bien-être|manejo del estrés
    |bienestar|resiliencia|إدارة الضغوط|الرفاه|مدیریت استرس|فشار کار|تاب‌آوری`,
  'time-management': `prioritising|prioritizing|priorities|organising my work|productivity|gestion du temps|priorités
    |gestión del tiempo|productividad|إدارة الوقت|ترتيب الأولويات|مدیریت وقت|تنظیم وقت`,
  'project-management': `projects|managing projects|project planning|gestion de projet|gestion de projets|gestión de proyectos
    |إدارة المشاريع|مدیریت پروژه|مدیریت پروژه‌ها`,
  'proposal-writing': `writing proposals|concept notes|grant writing|rédaction de propositions|notes conceptuelles
    |redacción de propuestas|كتابة المقترحات|پروپوزل‌نویسی|نوشتن پروپوزل|طرح پیشنهادی`,
  fundraising: `resource mobilisation|resource mobilization|raising funds|levée de fonds|mobilisation de ressources
    |recaudación de fondos|movilización de recursos|جمع التبرعات|حشد الموارد|جلب کمک‌های مالی|جمع‌آوری کمک`,
  budgeting: `budgets|budget management|finance for non-finance people|financial management|budget|gestion budgétaire|presupuestos
    |gestión presupuestaria|الموازنة|إعداد الميزانية|بودجه|بودجه‌سازی|مدیریت مالی`,
  procurement: `purchasing|tendering|passation de marchés|achats|adquisiciones|compras|licitaciones|المشتريات|المناقصات|تدارکات
    |داوطلبی`,
  'monitoring-and-evaluation': `monitoring|evaluation|m&e|meal|impact measurement|indicators|suivi et évaluation|suivi-évaluation
    |monitoreo y evaluación|seguimiento y evaluación|المتابعة والتقييم|الرصد والتقييم|نظارت و ارزیابی|نظارت و ارزشیابی|ارزیابی`,
  'data-analysis': `data|statistics|excel|data visualisation|data visualization|analyse de données|statistiques|análisis de datos
    |estadística|تحليل البيانات|الإحصاء|تحلیل داده‌ها|احصائیه|تحلیل ارقام`,
  'audit-and-risk': `audit|risk management|internal control|compliance|gestion des risques|contrôle interne|auditoría
    |gestión de riesgos|التدقيق|إدارة المخاطر|تفتیش|مدیریت خطر`,
  hiring: `recruitment|recruiting|hiring people|interviewing candidates|recrutement|embauche|contratación de personal
    |selección de personal|reclutamiento|التوظيف|استخدام کارمندان|جذب کارمندان`,
  'knowledge-sharing': `knowledge management|documenting lessons|lessons learned|partage des connaissances|gestion des connaissances
    |gestión del conocimiento|إدارة المعرفة|تبادل المعرفة|انتقال دانش|درس‌های آموخته‌شده`,
  'policy-advice': `policy|policy work|policy analysis|public policy|conseil en politiques|politiques publiques|políticas públicas
    |asesoría en políticas|السياسات العامة|پالیسی|پالیسی‌سازی|سیاست‌گذاری`,
  'gender-equality': `gender|gender mainstreaming|women's empowerment|égalité des genres|genre|igualdad de género|género
    |المساواة بين الجنسين|تمكين المرأة|برابری جنسیتی|برابری جندر|جندر`,
  inclusion: `diversity|diversity and inclusion|dei|anti-racism|diversité|diversité et inclusion|inclusión|diversidad|الشمول|التنوع
    |تنوع|شمولیت`,
  'disability-inclusion': `accessibility|disability|accessible documents|handicap|accessibilité|discapacidad|accesibilidad
    |إدماج ذوي الإعاقة|معلولیت|حقوق معلولان`,
  'younger-generations': `generations|gen z|young people|youth|working with young colleagues|jeunes générations|jeunesse
    |nuevas generaciones|juventud|الشباب|جوانان|نسل نو`,
  safeguarding: `protection from abuse|psea|prevention of harassment|protection contre les abus|protección contra el abuso
    |prevención del acoso|الحماية من الاستغلال|محافظت از سوءاستفاده|جلوگیری از آزار`,
  'working-in-crisis': `emergency response|crisis response|fragile settings|security in the field|gestion de crise|urgences
    |respuesta a emergencias|contextos frágiles|الاستجابة للطوارئ|العمل في الأزمات|پاسخ به بحران|کار در بحران|حالت اضطرار`,
  climate: `climate change|green jobs|environment|changement climatique|emplois verts|cambio climático|empleos verdes|تغير المناخ
    |الوظائف الخضراء|تغییر اقلیم|محیط زیست`,
  'digital-tools': `digital skills|computer skills|it skills|technology|software|outils numériques|compétences numériques
    |herramientas digitales|habilidades digitales|الأدوات الرقمية|المهارات الرقمية|ابزار دیجیتال|مهارت‌های دیجیتال|کمپیوتر|تکنالوژی`,
  'artificial-intelligence': `ai|machine learning|generative ai|ai tools|intelligence artificielle|ia|inteligencia artificial
    |الذكاء الاصطناعي|هوش مصنوعی|ذکاوت مصنوعی`,
  cybersecurity: `information security|online safety|data protection|cybersécurité|protection des données|ciberseguridad
    |protección de datos|الأمن السيبراني|امنیت سایبری|امنیت معلومات|مصونیت دیجیتال`,
  'process-automation': `automation|workflow automation|simplifying procedures|automatisation|automatización|أتمتة العمليات|خودکارسازی
    |ساده‌سازی طرزالعمل`,
  'starting-a-business': `start-up|entrepreneurship|création d'entreprise|entrepreneuriat|emprendimiento|emprender
    |crear una empresa|ريادة الأعمال|تأسيس مشروع|شروع تجارت|تشبث|کارآفرینی|آغاز کسب و کار`,
  'business-plan': `business planning|business model|business model canvas|plan d'affaires|modèle économique|plan de negocios
    |modelo de negocio|خطة العمل|پلان تجارت|طرح تجارتی`,
  pricing: `prices|price setting|costing|fixation des prix|prix|coûts|fijación de precios|precios|costeo|التسعير|قیمت‌گذاری|تعیین قیمت
    |نرخ‌گذاری`,
  marketing: `branding|promotion of products|advertising|market research|publicité|étude de marché|mercadeo|publicidad|التسويق|الإعلان
    |بازاریابی اجناس|تبلیغات|مارکیتینگ`,
  selling: `sales|selling skills|finding customers|vente|ventes|techniques de vente|ventas|técnicas de venta|المبيعات|فروشات|فن فروش`,
  bookkeeping: `accounting|record keeping|accounts|comptabilité|tenue de livres|contabilidad|llevar cuentas|المحاسبة|مسك الدفاتر
    |دفترداری|محاسبه|ثبت حسابات`,
  'cash-flow': `cashflow|cash management|working capital|trésorerie|fonds de roulement|flujo de caja|capital de trabajo|التدفق النقدي
    |جریان نقدینگی|گردش پول`,
  'access-to-finance': `finance for business|loans|investment|investors|microfinance|accès au financement|crédit
    |acceso a financiamiento|préstamos|créditos|الحصول على التمويل|القروض|قرضه|سرمایه‌گذاری|دسترسی به قرضه`,
  'customer-care': `customer service|customers|client relations|service client|relation client|atención al cliente|servicio al cliente
    |خدمة العملاء|خدمت به مشتری|مشتریان`,
  'stock-and-supply': `stock control|inventory|suppliers|supply chain|logistics|gestion des stocks|fournisseurs|logistique|inventarios
    |proveedores|logística|إدارة المخزون|سلسلة التوريد|ذخیره اجناس|زنجیره تأمین|لوژستیک`,
  'registering-a-business': `business registration|licences|licenses|taxes|formalisation|enregistrement d'entreprise|formalización
    |registro de empresas|impuestos|تسجيل الشركات|الضرائب|ثبت تجارت|جواز تجارت|مالیات`,
  'growing-a-business': `business growth|scaling up|scaling a business|expansion|croissance d'entreprise|développer son entreprise
    |hacer crecer un negocio|crecimiento empresarial|نمو الأعمال|توسعه تجارت|رشد کسب و کار`,
  exporting: `export|exports|international trade|exportation|commerce international|exportar|exportación|comercio exterior|التصدير
    |صادرات|تجارت بین‌المللی`,
  'online-selling': `e-commerce|selling online|online shop|commerce électronique|vente en ligne|comercio electrónico
    |vender por internet|التجارة الإلكترونية|تجارت الکترونیک|فروشگاه آنلاین`,
} as const
