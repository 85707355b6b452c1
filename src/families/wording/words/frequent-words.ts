/**
 * Common words of English news and talk by how much each tells, in bits: the first line one bit, the next two, and so on to nine. A
 * word of one bit stands about once in a hundred words, and every bit more halves that; what stands nowhere here is rarer than all.
 *
 * Made once from counts (half a frequency list of film subtitles, half news and other written English); people's names are
 * left out, for a name is what tells one story from another. Fixed, so that a judgement of two wordings stays what it is while a
 * database grows.
 */
const BY_BITS: readonly string[] = [
  // 1 bit
  `a and for he i in is it of on that the this to was we what with you`,
  // 2 bits
  `about all are as at be but by can do from has have her his just know me my no not one out said she so there
    they who your`,
  // 3 bits
  `an back been come did get go going good got had here him how if let like more new now oh or our people right
    see some their them think time up us want well were when where which why will would yeah`,
  // 4 bits
  `after also am any because before campaign could day down even first give into its last little look made make
    man many may mean most much need never off okay only other over president really say should something state
    still take tell than then these those told too two very way work world years yes`,
  // 5 bits
  `again against always another anything around ask asked away bad being believe best better between big both
    call called came candidate care case city coming country course days does doing done during enough ever
    every everything father feel find fine former found four great guy guys hear help home job keep kind later
    leave left life long lot love maybe might money must name national news next nice night nothing old own part
    party percent place please political presidential public put real remember same says school second show
    since sir sorry states stop such support sure talk thank thanks thing things thought three through today
    trying under understand united use used voters wait wanted week went while without won wrong year`,
  // 6 bits
  `able according across act action actually ago ahead almost alone along already america american among anyone
    baby based beautiful become behind bill bit black book boy bring brother business candidates car cause
    chance change check chief children clear close comes company control convention council court cut dad dead
    deal death debate delegates different door each early east easy economic either election else end english
    everybody everyone excuse face fact family far few fight fire five free friend friends front full future
    game gave general getting girl given goes gone government group guess gun half hand hands happen happened
    happy hard having head heard hi high himself history hit hold hope hours house however idea important
    including information interest interview issue kid kill killed knew known large late law lead least less
    light line listen live looking looks lost major makes making march matter means media meet meeting men met
    million mind minute minutes miss mom moment month months morning mother move mr myself nation nobody
    nomination nominee north number office often once open order others outside past pay person personal plan
    play point police policy possible power pretty primary probably problem process property question questions
    quite race read ready recent research role room run running saw saying secretary security seen senator sent
    september set several side sit six small somebody someone son soon south speak special start started stay
    story study stuff supposed system taken taking talking team th thinking though times together tomorrow
    tonight took top town true try turn university until using vote wants war watch water weeks west whether
    whole wife win within woman women word working wrote yet york young yourself`,
  // 7 bits
  `above absolutely access account added address administration afraid afternoon age agreed air al alive
    although americans announced answer anti anybody anymore anyway april area army art asking attack attacks
    attention august bank beat became bed began beginning bet beyond billion blood blue board boat body border
    born boys break brought build building built bus buy bye california calling calls camp cannot captain career
    cases catch center central century certain certainly chair chairman changed charge child china choice church
    claim class climate club cold college com comment committee common community congress conservative consider
    considered continue continued cool cost countries county couple cover crazy cross crowd current daddy data
    date daughter dear decided decision democratic department described despite development die died difficult
    digital dinner director district doctor dog dollars dr drink drive drop due earlier eat economy education
    efforts eight elected email emails ended energy england entire especially establishment evening event events
    evidence exactly example executive expect expected experience explain eye eyes failed fair fall families
    fast federal feeling felt field figure film final finally floor focus follow following food force foreign
    forget form fort forward foundation freedom french friday fun funny further games gentlemen gets girls
    giving glad global governor greek ground groups hall happens hate health heart held helped higher honey
    hospital hot hotel hour human hurry hurt husband image immigration india inside instead institutions
    interested international internet involved island islands issues itself january jobs judge july june justice
    kept key kids knows korea lady land language largest leader leaders leading learn leaving led legal letter
    level likely list lives living local longer looked lose low luck main majority manager mark marriage married
    mass match meant member members message mexico middle military millions mine minister mistake monday movie
    moving mrs ms music named nato near nearly needed needs neither non none nor note numbers october offer
    officer official officials ones opportunity organization paid paper parents paris park particular
    particularly pass peace per perfect perhaps period phone pick picture piece places plans played playing
    points politics poll polls poor popular population position post potential present press pressure private
    pro problems professor program project promise promised protect provide published pull quality quickly
    rather reason received recently record red relationship release released report reported respect response
    rest result results return rights rise river road rules russia safe saturday save science sea season secret
    seem seems senate send sense series serious served service seven shall share shoot short shot shows shut
    sick sign significant single sister site situation sleep social society sometimes sort sound sounds source
    space spanish speaker speaking specific speech spent spoke square staff stand star statement station step
    stories street strong students studies stupid summer sunday super supporters table takes tax television
    telling ten term test themselves theory third thousands thursday till touch trade tried trouble trust truth
    tuesday turned tweet union upon vice victory video view voice votes waiting walk washington ways welcome
    whatever white whom whose winning wish wonderful words worked workers works worry worth wow write yours
    zealand`,
  // 8 bits
  `ability abortion abstract academic accept accident accused acting actions active actor ad adding addition
    additional admit advantage advice adviser africa african agency agenda agent agents agree agreement airport
    allies allow allowed alright amazing amount analysis ancient angry animals ants anywhere apartment
    apparently appeal appear appeared appears application applied appreciate approach areas argued argument arm
    arms arrived article associated attacked attempt attorney audience author authority available average avoid
    award aware backed background bag ball ballot ban band bar base basically battle bay beach bear becoming
    beer begin behalf behavior belgium believed believes below benefit besides bid bigger biggest billionaire
    birds birthday blame blow books boss boston bought box brain breakfast breaking bridge brief bringing
    british broke broken brothers buildings busy cable calm campaigns canada candidacy capital card careful
    carried carry cash cast caucus caucuses caught caused centre challenge changes changing channel character
    chinese choose christ christian christmas cities citizens civil claimed claims classified clean clearly
    client closed closer clothes coach coast cocktail code coffee colleagues command comments committed commons
    communities companies compared competition complete completely computer concern concerned concerns condition
    conditions conducted conference confidence congressional conservatives constituency constitution contact
    content contest contests context continues contract conversation cop cops copy core corner correct costs
    count create created creative credit crime criminal crisis critical criticism critics cry cultural culture
    currently cute cycle daily damage dance dangerous dark darling debt decades december decide decisions
    declined deep defense definitely delegate democracy denied deny design details developed difference
    differences direct direction directly discuss donors double doubt downtown draw dream dreams dress driver
    driving dropped dude duty earned earth eastern ed editor effect effects effort elections emperor employees
    empty endorsed enemy enforcement enjambment enjoy ensure enter entering environment estate et europe
    european eventually everywhere evil except exist experimental experts explorer exposure faces facing factor
    faith familiar famous fan fans fat fault favor favorite fear february feels feet fell fellow female festival
    fields fighting figured file fill financial finish finished fired firm fish fit fix flag flight fly focused
    folks followed fool foot forced forces forever forgive forgot fourth france francisco fully fund gas gay
    generally generation german gift gives goal goals god gold golf goodbye grand greater greatest green grew
    grow growing growth guard guns hair handle hang happening heads hearing heat heavy helping herself hey
    highest highly hire historic holding honest honor hopes horse host huge hundred hundreds hungry ice id ideas
    identified ii illegal imagine immediately immigrants impact importance impossible improve include included
    includes income increase increased increasingly indeed independent individual industry influence instance
    institute insurance intelligence interesting interests interviews investigation iran iraq issued japanese
    join joined joke journal jury keeping keeps kick kidding killing king kingdom kiss knowing knowledge labor
    lack ladies lake languages largely larger latest latin laugh laws lawyer lay leadership leads league learned
    learning legislation letters levels liberal license lie lieutenant lights liked likes limited lines
    listening lived loan location lock london lord losing loss lots loved lovely lower ls lucky lunch lying
    machine mad magazine magic mail management map marine market marry master material mathematics matters mayor
    meaning medical medicine memory mention mess miles missed missing mission model modern mosque mostly mouth
    moved movement murder museum names nations natural nature navy necessary network newspaper nine normal noted
    notice november nuclear oath obviously ocean offered offers oil older online onto ooh opened opening
    operation operators opinion opposition ordered orders original otherwise ought overall page pain palace pan
    papers parties partner parts passed path patient performance personally picked pictures plane planned
    planning platform player pleasure pledged plenty plus poetry poland policies politicians pop positive
    possibly powerful practice prepared presidency presumptive previous previously price primaries prime prince
    prison professional progress progressive projects proper proposed protection proud prove provided provides
    purpose push putting quarter quick quiet quit radio raise raised raising rally ran rare rate rates reach
    reached reading reality realize reasons recognize records refugees refused region regional registered
    regular related relax relief religious remain remains remarks replication reporter reporters reports
    represent republic request require required residents resources respond responsibility responsible retired
    returned review revolution rich ride ring risk rival rivals roll rose round route royal rule runner runs
    russian sad saved scared scene schools scientific search seat seconds seeing seek seeking seemed self sell
    selling senators sending senior separate seriously serve server services shared sheriff shift ship shoes
    shooting shop showed showing shown sides signed similar simple simply sing sites sitting size skills sky
    slow smaller smart smoke sold somewhere song soul sources southern species speed spend spending spirit split
    spoken spokesman sports spot stage standard standards standing stars starting stated status stayed staying
    stick stopped store storm straight strange strategy streets strength strike stronger structure student style
    subject subjects success successful suggest suggested suit sun superdelegates supported supporting suppose
    surface surprise surprised survey swear sweden sweet systems talked talks taught teach teacher teachers
    teams technology tells terms terrible terrorism terrorist texas therefore thinks thousand threat throughout
    throw thus ticket tired title total totally tough tour toward towards track traffic trail train training
    translation transportation travel treat tree trial trip truck turning turnout tv twice type uncle
    understanding understood unique universal unless upset usually valley value values various victims views
    violence visa visit visitors voted voter voting wage wake walked walking wall warm warned warning watching
    weapons wear wearing web website wedding wednesday weekend weight weird wide widely wikihow wild willing
    wind window wing winner wins winter witness wonder worried worse worst writer writers writing written
    yesterday younger`,
  // 9 bits
  `aah aboard abroad acceptance accepted accounts accurate achieve achieved achievement acknowledge
    acknowledged activist activists activities activity actress actual add admitted adopted ads adult advance
    advertising advised advisers advocate affair affairs affect afford afterwards aged aggressive agriculture
    aid aide aides aim aimed alarm alike alleged alliance allows ally alternative ambassador angel anger animal
    announcement annual anonymity answered answers apart apologize apparent appearance appearing applications
    apply appointed appropriate approval approximately architecture arena argue arguing armed armenian arranged
    arrest arrested arrival articles artist arts asia aside asleep aspect aspects assault assess assist
    assistant association assume assuming assured asylum atmosphere attacking attempts attend attended attracted
    attractive attributed aunt australia australian authorities authorized authors avenue avian aw awards
    awesome awful aye babies backing badly bags balance ballots balls banks barely bars baseball basic basis
    basketball bathroom beaches beans beating beauty becomes bedroom beg begins begun belong belongs belt
    benefits beside bible bike bills billy bird birth bite blamed blind block bloody bodies bomb bond bone boom
    borders borrow bother bottle bottom bound boyfriend brand brave breaks breath breathe brian bright brings
    broad broadcast broader bucks budget bulb bullet bullshit bunch burden bureau buried burn burning businesses
    businessman buying cake calendar cambridge camera campaigning canadian capacity captured carbon cards cares
    carrying cars castle cat catholic causes cell cemetery cent centuries chain chairs challenges challenging
    chamber champion chances chapter characters charged charges charity chase cheap checked checking checks
    cheers chest chicago chicken chocolate chose chosen cigarette circle circuit circumstances cited citizen
    civic claiming claire classes classical classroom clients clinics clock closely closing coal coalition coat
    cognitive collect collected collecting collection color column combat combined comedy comfortable commander
    commercial commission commissioner commitment communications compete completed complex complicated
    comprehensive concept concluded conclusion confident confirm confirmed conflict congratulations connected
    connection connections consequences considering consistent constant constitutional construction consumption
    contacted contain contemporary contested continuing contractor contrast contribution contributions
    controversy conversations cooperation corporate corporation counsel counter counting courage courses courts
    cousin coverage covered crack crane crash cream creating creation creek crew criticized crossed crossing
    crowds crown crucial crying cuba cuban customers customs cuts cutting cyclone dancing danger dare dating
    dealing deals debates decade declared dedicated deeply defeat defeated defend defended defined definition
    degree degrees delay deliver delivered demand democrat democrats demonstrate denmark depend depending
    depends deputy describe description desert deserve designed desire desk desperate destination destiny
    destroy destroyed detailed detective determine determined devil dig directed dirty disappeared disaster
    discover discovered discussed discussion disease dismissed dispute distance distant distinguished
    distributed diversity divided divorce doc doctors document documents dogs dollar domain donations donor
    doors dozen draft drama dramatic drawing drawn dressed drew drinking drinks driven drivers drives drove drug
    drugs drunk dry duel dumb dust dying earl ears easier easily eating economics edge editors educational
    effective efficient eh electorate electricity elements eleven elite elsewhere emerged emergency emotional
    empire employee encouraged ending endorse endorsement ends enemies engaged engine engineer engineers enjoyed
    enormous entered entertainment entirely entitled entry environmental episode equal equipment equivalence era
    error escape essential established estimate estimated eve ex exact excellent exchange excited exciting
    executives exercise existing exit expand expanded expanding expansion expectations expecting expensive
    experienced expert expertise explained explanation express expressed extent extra extreme extremely faced
    facilities factors factory facts faculty fail failure fairly fake fallen falling falls false fame fantastic
    farm faster fate fears features feed feelings femur ferry fewer fiction fifth fifty figures filed files
    filled films finance finding findings finds finger fishing fixed flat flights flip florida flow flowers
    fluid flying followers follows football forgotten formal formed forms forth fortune forty fought founded
    founder frame frankly fraud freeze frequently fresh friendly fucked fuel function fundamental fundamentally
    funding fundraising funds funeral gain gains gap gate gee gender gentleman geographical germany ghost giant
    girlfriend golden google gotten governments grab grace grammar grandma grant grateful grave greece gross
    grown guarantee guest guests guide guilty handed handling hanging harder hardly harm hat headed heading
    headline headquarters healthy hearts heaven heavily hero heroes hidden hide hiding hired historical hitting
    holds hole homes hoped hopefully hoping horrible horror horses household houses housing http hung identify
    identity idiot ignore il ill images imagination immediate impartial implementation improvement incident
    increasing incredible indian individuals industrial inequality infected infrastructure initial initially
    initiated initiative injury innocent inquiry insane insiders insight insisted inspector inspired
    instructions integration intend intended internal intervention interviewed introduce introduced introduction
    investigate investment invite invited iron israel item items jail japan jet jewish joint jokes journals
    journey judgment judicial jump junior keys kicked killer kinda kinds kitchen km knife knock korean lab
    labour laid lakes landed lane lantern lately laughing laughs launch launched lawmakers lawsuit lawyers
    leaves leg legacy legislative legitimate legs length lesson letting lexical liar liberty librarians library
    lied lies lift lighting limb limit linguistic link linked literally literature ln located locked lodge
    lonely longtime loose lords losses loud loves magnificent mainland mainly mainstream maintain maintained
    male manage managed margin marked markets massive mate math max meanwhile measure measured measures meat
    medium meetings memorial mentioned messages meter method methods metro michigan microscope mid midnight
    migrants mile milk mills minds minimum ministry minor minority mistakes mixed models modify mogul moments
    mommy monk monks mood moon moscow motion mountain mountains moves movies multiple mum murdered muslims
    mutation narrative narrow native nd necessarily neck negative neighborhood nervous net networks nida nights
    noise nominating nonsense noon normally northeast northern nose notable notes noticed notion novel nowhere
    numerous nurse nuts object observed obtain obtained obvious occur occurred odds offensive offering officers
    offices officially ohio olympics operations operator opponent opponents opportunities opposed opposite
    option options orange ordinary org organizations organized origin originally ourselves outcome outta
    overseas owe owned owner owners owns ozone pace pacific pack pages paint painting pair pal panel pants papa
    pardon parking parliament participants particles partners partnership passing passion patience patients
    paying percentage perfectly performed permission personnel perspective phoebe photo photos phrase physical
    picking pieces pier pig pilot placed planet plant plants players plays pleased pledge pm pocket pointed
    policing polish politically politician polling pollution pool popularity port positions possession
    possibility posted poverty powers praise pray prayer prefer pregnant prepare preparing presence preserved
    prevent pride priest primarily principle principles print priorities priority prize proceed processes
    processing produce produced production products profile profit prominent promises promising promote
    promoting proof proposal proposals prosperous protected protest protesters protests proved providing
    provisions psychology publicly pulled punch pure purposes pushed pushing puts qualified queen questioned
    races racial racist radical rain rallies range rank ranks rapid rapidly reaction readers realized reasonable
    recall recalled receive receiving recognition recognized reduced referred referring reform refugee refuse
    regard register regret rejected relations relationships relative relatively relevant reliable religion
    remained remaining remarkable remind reminder remote removed rent rental repair repeat repeated repeatedly
    replace replaced replied reportedly reporting representative representatives represented represents
    republican reputation requires rescue researchers reserve residential resign resort responded restaurant
    restaurants revealed reviewed revolutionary reward rhetoric rid rida ridiculous rising robot roles rolled
    roman romantic rome rooms rope rory rough roughly routes row ruled ruling rush sacrifice safety saint sake
    sale sales sample samples sand sat satellite scale scandal scenes schedule scheduled scientists score scored
    scotland scottish screaming screen screw seats section secure sees sensitive sentence sergeant serves
    serving session sessions sets setting settle settled shake shame shape shares sharp shh shirt shirts
    shopping shore shortly shorts shots sight signal signs silence silent silly silver singing skin sleeping
    slightly slip slowly smell smile smoking soft software soldier soldiers solid solution solutions somehow
    somewhat sooner sought southwest soviet spain speaks specifically spectacular speeches spokeswoman sport
    spread spring springs stadium stake stands starts statements statistics statute steal steel steps stock
    stole stolen stone stood stops strategist strict strongly structures struggle struggling stuck studied
    studying substantial successfully sudden suddenly sue suffer suffered suffering suggesting suggests suicide
    supporter supports surgery survive suspect sustained sweetheart sweetie swim swing switch syntactic syria
    systematic tail tank tape target task taste taxes taxi teaching tears tech technical teeth telephone
    temperature temporary terrific territory terror terrorists tested testing tests theatre theme theories
    thoughts threatened threats threw throat throwing tickets tie tied ties tight tiny tone topic topics touched
    tourism tourist tourists tower tracking tracks tradition traditional transfer transition transmedia
    transport traveling treated treatment trees tremendous trick troops tropical truly tunnel turns tweeted
    twelve twenty types typical typically ugly ultimately unable unclear undocumented unemployment unfortunately
    unions unit units unity universe universities unknown unlike unlikely unprecedented unusual upstairs urban
    urged user users uses usual vacation valuable variety vast vehicle vehicles version veteran via victim
    victories viewers village violation violent virtually vision visited visiting visual volunteers vowed wages
    wai waive waiver walls wars wash waste watched waters wave weak wealth wealthy weapon weather weekly western
    whenever wherever whoever wildlife windows winds wine wise witnesses wondering worker workforce wounded
    writes yard yellow yep zero zone`,
]

/** Bits of every common word. */
export const FREQUENT_WORDS: ReadonlyMap<string, number> = new Map(
  BY_BITS.flatMap((words, index) => words.split(/\s+/).map(word => [word, index + 1] as const)),
)
