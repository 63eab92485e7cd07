/* SPDX-License-Identifier: MIT */
/* The words that are known, by what they tell. */
#include "core/model/wording_table.h"

/* Lower case, with a blank on both sides of each word. */
const char *const wording_words[WORDING_COUNT] = {
	[WORDING_SELF] =
		" i i'm i've i'd i'll im ive me my mine myself we we're we've "
		"we'll our ours us let's ich mich mir mein meine "
		"meinem meinen wir uns unser unsere je j'ai moi mon ma mes "
		"nous notre yo mi mis nosotros eu meu minha ",
	[WORDING_WHEN] =
		" today today's tomorrow tomorrow's yesterday tonight now "
		"yet again already finally currently later soon ago heute "
		"gestern morgen jetzt aujourd'hui hier demain hoy ayer hoje "
		"ontem amanh\xc3\xa3 ",
	[WORDING_OPINION] =
		" good great nice cool awesome amazing wonderful fantastic "
		"excellent brilliant lovely beautiful neat bad awful "
		"terrible horrible ugly annoying boring exciting interesting "
		"fun funny hard tough tricky confusing confused frustrating "
		"painful weird strange crazy silly huge big little noisy bit "
		"lot lots ton tons mess pain joy beast nightmare disaster "
		"pleasure blast must favourite favorite fan lifesaver gem "
		"really very pretty quite so too super happy sad tired glad "
		"proud lazy busy sick bored excited motivated stuck lost "
		"worth black option winner gift treat relief surprise shame "
		"love loved hate hated like liked enjoy enjoyed enjoying "
		"prefer thing well gut sch\xc3\xb6n toll schwer bien bon "
		"bonne mal difficile bueno buena dif\xc3\xad""cil ",
	[WORDING_DEED] =
		" completed finished started worked learned learnt built "
		"created made watched did done added fixed continued studied "
		"reviewed revised practiced practised played wrote tried "
		"read had got went found saw decided took spent wasted "
		"passed failed scored solved coded ran walked slept woke "
		"bought booked closed opened installed deployed launched "
		"configured implemented refactored updated moved migrated "
		"pushed merged repeated skipped missed covered explored "
		"understood attended joined published submitted uploaded "
		"cleaned tested debugged struggled earned answered was were "
		"been accomplished achieved received ",
	[WORDING_ORDER] =
		" complete review familiarize familiarise dedicate aim focus "
		"rest practice practise memorize memorise document plan "
		"check study regularly always never ensure implement "
		"reinforce reduce work try take finish remember avoid "
		"consider make schedule don't please join align form decide "
		"celebrate drill gain estimate prepare keep ask track follow "
		"pay explore understand identify verify develop evaluate "
		"assess apply set get watch write read do go start stop "
		"learn build create add remove fix book look see find use "
		"install deploy configure open close draw repeat revise move "
		"migrate run test buy call choose pick visit attend continue "
		"host encrypt optimize optimise automate maintain consult "
		"explain analyze analyse select design expect prevent "
		"provision combine manage monitor increase decrease respond "
		"teach adjust acknowledge store save send show speak talk "
		"think ",
	[WORDING_REPORT] =
		" mood energy result results outcome outcomes problem "
		"problems issue issues bug bugs fix fixes solution solutions "
		"cause workaround workarounds morning afternoon evening "
		"night noon lunch monday reminder reminders takeaway "
		"takeaways lesson lessons learned learnt learnings learning "
		"insight insights task tasks homework blocker blockers win "
		"wins highlight highlights teacher mentor instructor "
		"colleague repo repository docs stack tools setup covered "
		"topics topic agenda summary opinion impression impressions "
		"news motivation difficulty difficulties obstacle obstacles "
		"observation observations thanks bonus weather sleep health "
		"family note notes fact activity activities achievement "
		"achievements accomplishment accomplishments skill skills "
		"job self honest honestly description details theme title "
		"subject language course video article blog book website "
		"github finding findings date url status introduction "
		"overview background context purpose benefit benefits "
		"advantage advantages disadvantage disadvantages "
		"r\xc3\xa9sultat probl\xc3\xa8me dur\xc3\xa9""e exercice "
		"projet statut objectif objectifs ergebnis fehler "
		"l\xc3\xb6sung ziel ziele stimmung aufgabe resultado "
		"problema objetivo tarea soluci\xc3\xb3n ",
	[WORDING_STUDY] =
		" goal goals course courses module modules exam exams lesson "
		"lessons video videos lecture lectures studied studying study "
		"exercises exercise challenge challenges code coding coded "
		"score scored scoring mastered question questions today "
		"yesterday tomorrow yourself feelings feeling thoughts quiz "
		"quizzes chapter chapters remaining progress practice review "
		"spent accuracy sleep slept learnings drill complete strict "
		"pomodoro pomodoros streak session sessions flashcard "
		"flashcards cards mock kata katas leetcode udemy coursera "
		"book pages reading watched watching finished completed "
		"passed wasted solved answers bootcamp tutorial tutorials "
		"homework interview path pace workout break timebox roadmap "
		"timeboxed ",
	[WORDING_ARTICLE] =
		" a an the any one some every each ein eine einen der die "
		"das un une le la les des una el los las uma um o os il lo ",
	[WORDING_LINK] =
		" of for to that which who whose in with by from on at into "
		"between where when as per until without like used so inside "
		"within across after before while over under behind against "
		"pour qui que f\xc3\xbcr von zum zur mit para con com avec ",
	[WORDING_ASK] =
		" why how what what's whats when where which who whom whose "
		"how's where's who's wie warum was wann wo welche welcher "
		"welches wer wieso weshalb wozu comment pourquoi quand "
		"o\xc3\xb9 quel quelle quels quelles qui que qu'est-ce "
		"combien c\xc3\xb3mo qu\xc3\xa9 cu\xc3\xa1ndo cu\xc3\xa1l "
		"d\xc3\xb3nde como quando qual quais onde come perch\xc3\xa9 "
		"cosa quale dove ",
	[WORDING_LACK] =
		" not don't didn't can't cannot couldn't unclear "
		"confused lost trouble struggling struggle struggled hard "
		"unsure unfamiliar woolly hazy fuzzy vague trying puzzled "
		"learning need should must have brush weak shaky rusty keep "
		"want come needs review study revisit still look todo "
		"wrong mixed mix mixing forgot forgotten guessed guess failed "
		"missed misread misunderstood misremembered clue clueless idea "
		"click clicking head blur mystery mysteries confuses confuse "
		"confusing puzzles puzzle difficult sense reread re-read "
		"relearn revise remember remembered forgetting beats beat "
		"beating beyond trips trip tripped tripping loses stick "
		"sticking sunk sink stumped again practice practise find "
		"figure learn picked chose thought cannot doesn't isn't aren't won't "
		"haven't hasn't magic read lacking bad mistook black ",
	[WORDING_TIME] =
		" second seconds minute minutes hour hours day days week "
		"weeks month months year years weekend ",
	[WORDING_HOW_MUCH] =
		" really quite fully totally completely pretty very just "
		"also truly entirely slightly somewhat rather bit little "
		"definitely probably actually super exactly properly always "
		"often sometimes kinda basically honestly 100% ",
	[WORDING_OVERCOME] =
		" finally eventually solved fixed managed overcame resolved "
		"clicked worked works understood past before initially "
		"originally first ",
	[WORDING_OFF_MATTER] =
		" gym calendar hotel flight voucher visa desk diet routine "
		"habits timetable mailbox inbox cv linkedin apartment "
		"motivation sleep internet wifi laptop focus concentration "
		"procrastination tired headache energy discouraged "
		"electricity ",
	[WORDING_NOTHING] =
		" em it that this these those them more a the things "
		"everything all again better my some about notes flashcards "
		"lot lots of material today tomorrow harder well concepts "
		"stuff course new time own topics topic problem problems "
		"challenge challenges exercise exercises project projects "
		"app task tasks part parts one ones code bug bugs few "
		"several later here yet issues issue ",
	[WORDING_NO_NAME] =
		" it this that there these those he she they you what which "
		"who how it's here's why when where here if but and so "
		"maybe is are not everything nothing also in for with from "
		"to because since like no some last next two three four "
		"five several both or as es heute dies das once after "
		"before while during although though unless until whether "
		"then fortunately effectively c'est il elle ce esto voir "
		"than e.g start working learning reading continuing still "
		"almost goal goals day week use choose supports can cannot "
		"can't don't thoughts feelings question slow reviewing "
		"going getting trying using optional focus build listen "
		"memorize memorise edit provides practice practise current "
		"remaining recommended total building weak complete "
		"remember study attempt review learn check add read plan "
		"continuation writing doing finishing making coding "
		"watching ",
	[WORDING_COUNTER] =
		" days weeks month months project lab module modules "
		"chapter chapters lesson lecture section part phase task "
		"problem exercise question questions step steps day week "
		"level jour dia tag q exercice ejercicio session round "
		"sprint milestone video page run semaine woche kapitel "
		"chapitre test quiz ",
	[WORDING_DANGLING] =
		" for to with of by in on and or are is be via at from "
		"following include includes types options terms topics "
		"tasks modules features components versions reasons "
		"benefits examples tools limitation limitations limits "
		"drawbacks constraints considerations pros cons ",
	[WORDING_INNER] =
		" a an the you is are has have supports provides uses "
		"toward towards this that these it isn't doesn't why how "
		"there they who which what but following est sont ist sind "
		"son not non nicht kein keine pas ",
	[WORDING_COMPARED] =
		" only same best most worst first last next reason case way "
		"one least right wrong plus real secret secrets hardest "
		"easiest topic chapter exam course magic reasons problem "
		"main key ",
	[WORDING_VERDICT] =
		" more less better worse ok okay fine still not no yes "
		"almost nearly always never weak low high much see just "
		"need needs needed clear only to due because since if maybe "
		"please don't too and but or done half why ",
	[WORDING_KIND] =
		" storage compute service software database protocol server "
		"language framework library tool system format method "
		"function object type container queue cache network "
		"firewall platform engine interface api file data code "
		"process algorithm structure cluster component address "
		"gateway registry runtime environment model pattern plugin "
		"package policy token key encryption syntax middleware "
		"hardware infrastructure capacity memory command standard provider controller agent "
		"technique mechanism template convention principle ",
	[WORDING_FINITE] =
		" is are was were isn't aren't does did doesn't didn't "
		"don't has had will won't went came got ",
	[WORDING_SERVICE] =
		" allows enables lets helps provides stores manages defines "
		"controls describes represents specifies ensures handles "
		"protects distributes gives exposes monitors records tracks "
		"collects displays routes connects executes deploys detects "
		"encrypts converts translates restricts prevents grants "
		"orchestrates coordinates automates simplifies schedules "
		"balances validates aggregates maintains delivers creates "
		"returns removes runs contains holds limits decouples "
		"replicates analyzes analyses scans provisions maps "
		"registers publishes guarantees determines receives checks "
		"keeps shows sends adds indicates splits loads serves "
		"combines "
		"enforces connects groups scales decides repels attracts marks "
		"picks reclaims references points caches filters spreads sets "
		"brings configures watches delays binds waits tells lays wraps "
		"forwards terminates signs verifies issues rotates hides "
		"overrides declares lists locks blocks guards matches joins "
		"merges sorts counts computes calculates compares evaluates "
		"resolves transforms renders compiles parses separates "
		"organizes organises abstracts generates packages hosts "
		"synchronizes synchronises copies buffers throttles reserves "
		"allocates assigns attaches injects mounts prints formats "
		"downloads initializes initialises reverts measures reports "
		"discovers authenticates authorizes authorises identifies "
		"secures isolates emulates simulates visualizes visualises "
		"audits inspects intercepts captures ingests processes "
		"searches persists archives recovers translates encodes "
		"decodes hashes compresses partitions shares delegates denies "
		"caps terminates enriches evicts proxies hooks transports "
		"encapsulates automates binds sits waits masks separates puts chains switches bundles "
		"forces bootstraps ",
	[WORDING_AUXILIARY] =
		" is are do does did can could will would should has have "
		"had was were must may can't isn't aren't don't doesn't "
		"didn't won't couldn't wouldn't shouldn't ",
	[WORDING_DEPLOYED] =
		" deployed launched provisioned containerized containerised "
		"dockerized dockerised implemented configured installed "
		"migrated refactored hosted enabled attached exposed "
		"bootstrapped scaffolded automated scripted integrated "
		"terraformed peered queried restored upgraded scheduled "
		"mounted simulated ",
	[WORDING_BUILT] =
		" built created made wrote ran used practiced practised "
		"connected added tested coded developed programmed pushed "
		"debugged converted rebuilt recreated extended moved drew "
		"published joined replaced secured designed ",
	[WORDING_TRIED] =
		" set followed redid repeated spun spinned stood tried played "
		"messed toyed tinkered "
		"experimented hooked put hacked rolled wired ",
	[WORDING_LAB] =
		" lab labs hands tutorial tutorials quest quests workshop "
		"walkthrough codelab codelabs qwiklab qwiklabs hands-on kata "
		"katas exercise exercises project guide ",
	[WORDING_THING] =
		" cluster clusters app apps application applications api apis "
		"server servers bucket buckets instance instances module "
		"modules table tables query queries container containers "
		"image images pipeline pipelines website websites site sites "
		"webpage component components hook hooks game games bot bots "
		"script scripts subnet subnets vpc policy policies role roles "
		"stack stacks template templates database databases schema "
		"schemas program programs class classes clone form forms "
		"layout layouts service services endpoint endpoints "
		"deployment deployments pod pods queue queues function "
		"functions lambda topic topics trigger triggers index indexes "
		"indices view views repo repository dockerfile compose chart "
		"charts dashboard dashboards alarm alarms firewall vm vms "
		"volume volumes snapshot snapshots network networks gateway "
		"balancer vault secret secrets key keys user users group "
		"groups account accounts cache crud backend frontend cli "
		"library package plugin parser compiler scraper crawler "
		"algorithm loop struct trait decorator test tests middleware "
		"router routes navbar header footer page pages calculator "
		"prototype proxy tunnel vpn cronjob job jobs workflow "
		"workflows workspace workspaces backup replica replicas "
		"partition partitions record records listener node nodes "
		"tree list-comprehension animation modal carousel shortener "
		"login authentication auth monitoring logging ci cd "
		"failover replication rollback autoscaling scaling routing "
		"peering encryption caching certificate cert tls ingress ",
	[WORDING_IDLE] =
		" habit habits routine post posts article articles notes note "
		"tweet tweets email emails mail letter summary plan plans "
		"list lists playlist playlists card cards flashcard "
		"flashcards momentum schedule appointment progress mistake "
		"mistakes decision decisions friend friends coffee tea lunch "
		"dinner breakfast journal diary essay report time late "
		"sense sure video videos cv exam exams course courses "
		"quiz quizzes whitepaper whitepapers docs documentation book "
		"books chapter chapters slides reminder reminders goal goals "
		"cheatsheet cheat effort errands marathon money up "
		"away voucher ",
	[WORDING_MEANS] =
		" is are ist est es \xc3\xa9 \xc3\xa8 stands means refers "
		"bedeutet steht signifie significa lets provides automates "
		"allows enables ensures makes protects delivers distributes "
		"helps monitors manages orchestrates coordinates simplifies "
		"represents describes encapsulates consists acts serves "
		"happens occurs works behaves allow enable provide let act "
		"serve define represent describe help consist work behave uses ",
	[WORDING_TAIL] =
		" don't doesn't didn't won't not isn't aren't go goes went "
		"going flew over lost loses lose confuses confuse confused "
		"confusing puzzles puzzle is are remain remains my hard "
		"difficult unclear hasn't beats beat beating trips trip "
		"tripped tripping gets makes make get getting need needs "
		"feels feel ",
};
