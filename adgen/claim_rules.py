"""The table of advertising-claim rules: pattern, exceptions, law, severity, softer wording."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["block", "warn", "note"]
FAIR = "표시·광고의 공정화에 관한 법률 제3조"
PROOF = "표시·광고의 공정화에 관한 법률 제3조·제5조(실증)"
FOOD = "식품 등의 표시·광고에 관한 법률 제8조"
BEAUTY = "화장품법 제13조"
MEDICAL = "의료법 제27조·제56조"
ALCOHOL = "국민건강증진법 제8조의2"
CHILD = "어린이 식생활안전관리 특별법 제10조"
RECOMMEND = "추천·보증 등에 관한 표시·광고 심사지침"
PRICE = "표시·광고의 공정화에 관한 법률 제3조(대법원 2019두36001)"
ORGANIC = "친환경농어업법 제30조"

FOODS = frozenset(("cafe", "restaurant", "chicken", "bakery", "snack", "dessert", "pub", "butcher", "grocery",
                   "general"))
BEAUTIES = frozenset(("hair", "nail", "skin", "general"))
BODIES = frozenset(("gym", "pilates", "yoga", "massage", "skin", "general"))
LESSONS = frozenset(("academy", "general"))
DRINKS = frozenset(("pub", "chicken", "restaurant", "cafe", "general"))


@dataclass(frozen=True)
class Rule:
    """One rule. ``unless`` are exceptions that touch the match. ``softer`` are (pattern, replacement) for the span.

    ``provable`` claims become notes when the owner states a ground. ``trades`` empty means every trade.
    """

    key: str
    law: str
    severity: Severity
    pattern: str
    why_ko: str
    why_en: str
    unless: str = ""
    softer: tuple[tuple[str, str], ...] = ()
    provable: bool = False
    trades: frozenset[str] = frozenset()


_SUPERLATIVE = ("객관적인 근거(기관·기간·범위) 없이 최고·최상이라고 하면 거짓·과장 광고가 될 수 있어요.",
                "A superlative without an objective ground may count as exaggerated advertising.")
_EXCLUSIVE = ("최초·유일·1위는 입증할 수 있을 때만 쓸 수 있어요. 조사 기관, 기간, 범위를 함께 적어 주세요.",
              "First, only and number one need proof: state the institution, period and scope.")
_GUARANTEE = ("결과를 무조건 약속하는 말은 지키지 못하면 기만 광고가 돼요.",
              "An unconditional promise of a result may be deceptive.")
_HEALTH = ("식품을 건강에 좋다거나 질병에 효과가 있다고 광고하면 안 돼요. 맛·식감·만드는 정성으로 말해 주세요.",
           "Food must not be advertised with effects on health or disease. Speak of taste, texture and craft.")
_CURE = ("의료기관이 아닌 곳에서 치료·의학적 효과를 말하면 안 돼요.",
         "Medical effects must not be claimed outside a medical institution.")
_COSMETIC = ("화장품·미용 서비스를 의약품처럼 효과가 있다고 광고하면 안 돼요.",
             "Cosmetics and beauty care must not be advertised like medicine.")

RULES: tuple[Rule, ...] = (
    # superlatives
    Rule("superlative", PROOF, "warn",
         r"최고급|최고의|최고(?:예요|에요|입니다|이에요|라고|인|로|다|만)?(?![가-힣])|최상급|최상의|최상(?:입니다"
         r"|이에요)?(?![가-힣])|최강(?:의|자)?(?![가-힣])",
         *_SUPERLATIVE,
         unless=r"최고\s*(?:기온|온도|기록|높이|속도|출력|혈압|수위|심박|점수|층|령|점|위원|참|등급|학년|금액|한도"
              r"|로\s*(?:올|덥|추)|\d)|(?:일|낮|오늘|내일)\s*최고(?!의)|연중\s*최고|최고(?:기온|온도|령|점|치|속도"
              r"|층|위|도|봉)|최고로\s*(?:덥|더운|추운|춥)|최상(?:층|단|위|부)|최상위|하루가\s*최고|기분\s*최고",
         softer=((r"^최고급$", "좋은"), (r"^최고의$", "자신 있는"), (r"^최상급$", "좋은"), (r"^최상의$", "정성스러운"),
                 (r"^최고(예요|에요|이에요)$", "좋아요"), (r"^최고입니다$", "좋습니다"), (r"^최강(의)?$", "자신 있는"),
                 (r"^최고로$", "정성껏")),
         provable=True),
    Rule("largest", PROOF, "warn",
         r"(?:국내|업계|동네|지역|전국|세계|아시아|서울|한국)\s*(?:에서\s*)?(?:최대|최다|최장|제일\s*큰|가장\s*큰)"
         r"|최대\s*(?:규모|매장|매출|판매)",
         *_SUPERLATIVE, softer=((r"^최대 ?규모$", "넓은 공간"),), provable=True),
    Rule("most", PROOF, "warn",
         r"(?:(?:세상|세계|동네|지역|전국|국내|업계|서울)에서\s*)?(?:가장|제일)\s*(?:맛있|싼|싸|저렴|좋은|뛰어난"
         r"|유명|빠른|신선|예쁜|잘하는|잘\s*하는)[가-힣]*"
         , *_SUPERLATIVE,
         unless=r"(?:가장|제일)\s*(?:좋은|좋아하는|빠른)\s*(?:계절|때|시간|하루|기억|날|선택|길|색|메뉴|친구)"
              r"|(?:저희|우리)가\s*(?:가장|제일)|(?:가장|제일)\s*좋아(?:하|해)|(?:손님|아이|제"
              r"|가족)(?:들)?[이가]\s*(?:가장|제일)",
         softer=((r"^.*(?:가장|제일)\s*맛있(.*)$", r"맛있\1"), (r"^.*(?:가장|제일)\s*신선(.*)$", r"신선\1"),
                 (r"^.*(?:가장|제일)\s*(싼|저렴)(.*)$", r"부담 없는"), (r"^.*(?:가장|제일)\s*(예쁜|좋은"
                      r"|빠른)(.*)$", r"\1\2")),
         provable=True),
    Rule("first", PROOF, "warn",
         r"(?:국내|업계|세계|지역|동네|한국|전국|서울|아시아)?\s*최초(?:의|로|입니다|예요)?",
         *_EXCLUSIVE,
         unless=r"최초\s*(?:\d|한\s*번|주문|가입|등록|방문|구매|예약|이용|결제|상담|접속|입력|1회)|최초로\s*(?:오"
              r"|방문|가입|주문|예약|이용)",
         softer=((r".*최초로$", "새롭게"), (r".*최초의$", "새로운")), provable=True),
    Rule("only", PROOF, "warn",
         r"유일무이(?:한)?|유일(?:한|하게|의)|(?:국내|업계|동네|지역|전국|세계)\s*유일|독보적(?:인|으로)?|둘도\s*없는",
         *_EXCLUSIVE,
         unless=r"유일(?:한|하게)\s*(?:휴무|쉬는|쉽|쉬어|휴일|문제|단점|고민|취미|낙|걱정|아쉬)"
              r"|둘도\s*없는\s*(?:친구|사이|하루)",
         softer=((r"^유일한$", "특별한"), (r"^유일하게$", "특별하게"), (r"^독보적인$", "개성 있는")), provable=True),
    Rule("number_one", PROOF, "warn",
         r"(?<![\d.])1\s*위(?!원|안)|(?<![가-힣])일등(?!석|병)|넘버\s*원|(?<![A-Za-z])No\.?\s?1(?!\d)"
         r"|(?<!\w)#1(?!\d)|1등\s*(?:맛집|가게|업체|브랜드|치킨|카페|품질)",
         *_EXCLUSIVE,
         unless=r"1\s*위(?:로)?\s*(?:신청|도착|접수|들어온|골인|하신|하면|하는|상품|경품|팀|당첨|고객님?|손님|분께"
              r"|에게|부터|를\s*(?:하|맞|뽑)|한\s*(?:팀|분))|일등\s*(?:당첨|상품|경품|하신|팀|으로\s*(?:도착"
              r"|들어온))|1\s*위\s*(?:은|는|를)\s*(?:누구|차지)",
         softer=(), provable=True),
    Rule("worldclass", PROOF, "warn",
         r"세계적(?:인|으로)?\s*(?:맛|품질|수준|명성)|압도적(?:인|으로)?|타의\s*추종|비교\s*불가|따라올\s*수\s*없는"
         r"|업계\s*(?:최|1)[가-힣\d]*",
         *_SUPERLATIVE, softer=((r"^압도적(인)?$", "눈에 띄는"), (r"^비교 ?불가$", "개성 있는")), provable=True),
    Rule("lowest_price", PRICE, "warn",
         r"(?:업계|동네|지역|전국|국내|온라인|역대)?\s*최저\s*가(?:격|로|예요|입니다)?(?![가-힣])|(?:가장"
         r"|제일)\s*싼\s*가격|최저가\s*보장|더\s*싼\s*(?:집|곳)",
         "최저가는 비교한 범위와 시점을 입증해야 쓸 수 있어요. 실제 가격을 적는 편이 좋아요.",
         "'Lowest price' needs proof of scope and date; better state the real price.",
         softer=((r".*최저 ?가(격)?로$", "부담 없는 가격으로"), (r".*최저 ?가(격)?$", "부담 없는 가격"),
                 (r".*최저가 ?보장$", "부담 없는 가격")), provable=True),
    Rule("original", PROOF, "warn", r"원조(?!\s*(?:물품|요청|단체|구호|금|기관))(?:\s*(?:맛집|집|의\s*맛))?|\d+\s*대째",
         "원조나 몇 대째라는 말은 사실을 입증할 수 있어야 해요.", "'The original' must be provable.",
         unless=r"(?:해외|식량|긴급|구호)\s*원조", softer=((r"^원조 ?맛집$", "동네 맛집"), (r"^원조 ?집$", "동네 가게"),
                                                  (r"^원조$", "전통")), provable=True),
    # guarantees
    Rule("guarantee", FAIR, "warn",
         r"(?:효과|맛|합격|성적|수익|만족|품질|감량|성공|결과|당일\s*효과)\s*(?:을|를|은"
         r"|는)?\s*(?:100\s*%\s*)?(?:보장|책임)[가-힣]*|100\s*%\s*(?:만족|효과|성공|합격|환불|보장|안전|완치"
         r"|감량)[가-힣]*|실패\s*(?:가\s*)?없(?:는|어요|습니다)|완벽(?:한|하게|히|해요)?|절대(?:로)?\s*(?:후회|실패"
         r"|변하지|안\s*빠|빠지지|상하지)[가-힣]*|무조건\s*(?:만족|낫|빠지|빠집|합격|성공|좋아지|예뻐지"
         r"|환불)[가-힣]*|백\s*퍼센트\s*(?:만족|효과)",
         *_GUARANTEE,
         unless=r"완벽(?:한|하게|히)?\s*(?:예약제|주차|밀봉|차단|분리|포장|방음|소독)|보장\s*(?:내용|범위|보험|성)",
         softer=((r"^완벽한$", "꼼꼼한"), (r"^완벽하게$", "꼼꼼하게"), (r"^완벽히$", "꼼꼼히"),
                 (r"^맛(?:은|을)?\s*보장.*$", "맛은 자신 있어요"), (r"^만족.*보장.*$", "만족하시도록 정성을 다해요"))),
    Rule("unconditional", FAIR, "warn", r"무조건|절대(?:로)?(?!적|값|음|평|온|치|자|량|가치)", *_GUARANTEE,
         unless=r"무조건\s*(?:반사|환영|반가|기부)|절대(?:로)?\s*(?:음감|평가|온도|놓치지|놓치|잊지|금지|금연|주차"
              r"|안\s*(?:돼|됩|받|팔|씁|써|넣)|사절|만지지|넣지|쓰지|사용하지|하지|두지|혼자|흡연|들어오지|열지|주지"
              r"|버리지|뛰지|마세요|누르지)",
         softer=((r"^무조건$", "조건을 확인하시면"),)),
    Rule("no_side_effects", FAIR, "block", r"부작용\s*(?:이|은|도|걱정)?\s*(?:전혀\s*)?(?:없|제로|0"
         r"|걱정\s*없)[가-힣]*|무해(?:한|합니다|해요)",
         "부작용이 없다는 말은 쓸 수 없어요.", "Freedom from side effects must not be claimed.",
         softer=((r"^무해한$", "순한"),)),
    # comparison
    Rule("named_comparison", FAIR, "block",
         r"(?:스타벅스|이디야|투썸|메가커피|컴포즈|빽다방|할리스|BBQ|비비큐|교촌|bhc|굽네|맘스터치|맥도날드|롯데리아"
         r"|버거킹|파리바게뜨|파리바게트|뚜레쥬르|던킨|배스킨라빈스|도미노|피자헛|준오헤어|박승철|올리브영|다이소"
         r"|유니클로|쿠팡|이마트|홈플러스)[가-힣]*\s*(?:보다|와\s*비교|과\s*비교|대비|에\s*비해|저리|급)",
         "다른 상표를 들어 비교하면 부당 비교·비방 광고가 될 수 있어요.",
         "Comparing with a named brand may be unfair comparison or slander."),
    Rule("comparison", FAIR, "warn",
         r"(?:다른|타|옆|남의|딴|경쟁|여느|주변|일반|시중)\s*(?:가게|집|업체|업소|카페|매장|브랜드|치킨집|빵집"
         r"|미용실|식당|헬스장|꽃집|학원|샵|점포|제품)[가-힣]*"
         r"(?:보다|와는?\s*(?:비교|차원|다르)[가-힣]*|과는?\s*(?:비교|차원|다르)[가-힣]*|에\s*비해|하고는?\s*(?:비교"
         r"|차원)[가-힣]*)|차원이\s*다른|타사\s*(?:대비|보다|제품보다)|경쟁사\s*(?:대비|보다)",
         "다른 가게와 비교하려면 기준과 근거가 있어야 해요. 우리 가게의 장점만 말해 주세요.",
         "Comparison needs criteria and proof; better name your own merits.",
         softer=((r"^차원이 ?다른$", "정성이 느껴지는"),), provable=True),
    # price
    Rule("fake_urgency", PRICE, "note", r"마지막\s*기회|다시\s*없을|폭탄\s*(?:세일|할인)|눈물의\s*(?:세일|할인)"
         r"|원가\s*이하|밑지고|파격\s*(?:가|할인|세일)[가-힣]*|땡처리",
         "실제보다 급하거나 싸다고 느끼게 하는 말이에요. 기간과 할인 전 가격을 함께 적어 주세요.",
         "Sounds more urgent or cheaper than it may be. State the period and the former price."),
    Rule("was_price", PRICE, "note", r"\d+\s*%\s*(?:할인|세일|OFF|DC)|반값|1\s*\+\s*1|2\s*\+\s*1|특가",
         "할인 전 가격과 기간을 함께 적으면 오해가 없어요. 1+1도 실제 팔던 가격이 기준이에요.",
         "State the former price and the period; 1+1 is judged against the real former price."),
    # food and health
    Rule("food_disease", FOOD, "block",
         r"(?:항암|암\s*예방|당뇨|고혈압|혈압|혈당|혈액\s*순환|콜레스테롤|고지혈|치매|아토피|비염|변비|불면증"
         r"|골다공증|빈혈|위염|염증|관절(?:염)?|기관지|감기|독감|장염)"
         r"(?:에|을|를|도|까지|이|가)?\s*(?:좋|예방|개선|완화|치료|낫|효과|효능|잡|내려|낮춰|걱정\s*없|도움|싹|뚝"
         r"|회복|안녕)[가-힣]*|항암\s*(?:효과|효능|작용|음식|식품)?|(?:질병|병)을?\s*(?:예방|치료|고치)[가-힣]*"
         r"|약이\s*되는",
         *_HEALTH, trades=FOODS),
    Rule("food_function", FOOD, "block",
         r"면역력?\s*(?:을|에|이|도|까지)?\s*(?:높|올|강화|증진|키우|쑥|좋|업|UP|증강|챙)[가-힣]*|면역력"
         r"|해독(?:\s*(?:작용|주스|효과))?|디톡스|독소\s*(?:를\s*)?(?:배출|빼)[가-힣]*|체지방"
         r"|다이어트\s*(?:에\s*)?(?:좋|효과|도움|최적|식품|성공)[가-힣]*|다이어트|살(?:이|도)?\s*(?:안\s*찌|빠지"
         r"|빠져|빠집|쏙)[가-힣]*|숙취\s*해소[가-힣]*|숙취에\s*좋[가-힣]*|노화\s*(?:방지|예방|억제)|항산화[가-힣]*"
         r"|항염[가-힣]*|피부\s*(?:미용|개선|재생|노화)[가-힣]*|피부에\s*좋[가-힣]*|간에\s*좋[가-힣]*|간\s*(?:건강"
         r"|기능\s*개선)|눈에\s*좋[가-힣]*|위에\s*좋[가-힣]*|장에\s*좋[가-힣]*|뼈에\s*좋[가-힣]*|기력\s*회복[가-힣]*"
         r"|원기\s*회복[가-힣]*|피로\s*회복[가-힣]*|피로를\s*(?:풀|날|없|싹)[가-힣]*|정력[가-힣]*|스태미나[가-힣]*"
         r"|보양\s*효[가-힣]*|몸보신[가-힣]*|몸에\s*좋[가-힣]*|건강에\s*좋[가-힣]*|불면에\s*좋[가-힣]*"
         r"|혈관\s*(?:건강|청소)[가-힣]*|두뇌\s*(?:발달|활성)[가-힣]*|기억력\s*(?:향상|개선)[가-힣]*|효능(?:이|을|도"
         r"|가득)?[가-힣]*",
         *_HEALTH,
         unless=r"다이어트\s*(?:콜라|콕|펩시|사이다)|다이어트\s*(?:중|하시는|하는)\s*(?:이라|분|에도|손님"
              r"|친구)[가-힣]*|다이어트는\s*내일|암호\s*해독|해독\s*불가|숙취\s*해소제",
         softer=((r"^몸에\s*좋은$", "정성껏 고른"), (r"^건강에\s*좋은$", "정성껏 고른"),
                 (r"^몸보신.*$", "든든한 한 그릇"),
                 (r"^원기\s*회복.*$", "든든한 한 끼"), (r"^기력\s*회복.*$", "든든한 한 끼"),
                 (r"^피로\s*회복.*$", "쉬어 가는 시간"),
                 (r"^숙취\s*해소(?:에\s*좋은)?$", "속이 편안한"), (r"^디톡스$", "상큼한"),
                 (r"^해독\s*주스$", "채소 주스")),
         trades=FOODS),
    # beauty and body
    Rule("beauty_medical", BEAUTY, "block",
         r"(?:여드름|아토피|탈모|흉터|기미|주름|건선|습진|모낭염|무좀|비듬|잡티|색소\s*침착)(?:을|를|이|가|에|도"
         r"|까지)?\s*(?:치료|완치|제거|개선|예방|완화|없애|없어|사라|싹|방지|해결|치유|케어\s*효과)[가-힣]*|(?:세포"
         r"|피부|모발|모낭|진피)\s*재생[가-힣]*|지방\s*분해[가-힣]*|셀룰라이트\s*(?:제거|분해|감소)[가-힣]*"
         r"|독소\s*배출[가-힣]*|발모\s*(?:효과|촉진)?[가-힣]*|머리가\s*(?:다시\s*)?(?:나|자라)(?:요|는|게)"
         r"|미백\s*(?:효과|시술|보장)[가-힣]*|의학적\s*(?:효과|효능)[가-힣]*|항염\s*(?:효과|작용)?[가-힣]*"
         r"|얼굴이\s*작아[가-힣]*|보톡스\s*(?:효과|급)[가-힣]*|필러\s*(?:효과|급)[가-힣]*",
         *_COSMETIC,
         unless=r"탈모\s*(?:상담|고민)|주름\s*(?:스커트|치마|원피스|커튼|종이|바지|장식)",
         softer=((r"^(?:피부|모발|모낭)\s*재생$", "집중 관리"), (r"^탈모.*$", "두피 관리"), (r"^비듬.*$", "두피 관리")),
         trades=BEAUTIES),
    Rule("body_medical", MEDICAL, "block",
         r"(?:디스크|허리\s*통증|허리|척추|측만증|거북목|오십견|관절염|무릎\s*통증|통증|요통|두통|목\s*통증|골반"
         r"|라운드\s*숄더|체형|일자목|질환|병)(?:을|를|이|가|에|도|까지)?\s*(?:완벽\s*)?"
         r"(?:치료|완치|낫|교정\s*보장|치유|싹\s*사라|사라지|사라집|없애|없어|제거)[가-힣]*|도수\s*치료[가-힣]*"
         r"|물리\s*치료[가-힣]*(?!사)|재활\s*치료[가-힣]*|(?:운동|필라테스|마사지)\s*치료[가-힣]*",
         *_CURE, unless=r"치료\s*(?:중이신|받으시는|받는)\s*분|물리\s*치료사|통증이\s*있(?:으면|으시면)",
         softer=((r"^재활\s*치료.*$", "재활 운동"),), trades=BODIES),
    Rule("body_result", FAIR, "warn",
         r"(?:한\s*달|\d+\s*(?:일|주|개월|달))\s*(?:만에|이면|안에|에)?\s*(?:무조건\s*"
         r"|확실히\s*)?(?:-\s*)?\d+\s*(?:kg|킬로|키로|인치|cm)\s*(?:감량|빠|감소|쏙|줄)?[가-힣]*|요요\s*(?:없|제로"
         r"|걱정\s*없)[가-힣]*|(?:먹으면서|굶지\s*않고)\s*빼[가-힣]*",
         "감량 결과는 사람마다 달라요. 누구나 그렇게 된다고 느끼게 하면 안 돼요.",
         "Results differ from person to person; do not promise them.",
         softer=((r"^요요.*$", "꾸준히 이어 가는 관리"),), trades=BODIES, provable=True),
    # alcohol
    Rule("alcohol", ALCOHOL, "block",
         r"(?:술|맥주|소주|와인|막걸리|칵테일|하이볼)[가-힣]*\s*(?:마시면|한\s*잔이면|이면|로|으로)?\s*(?:스트레스"
         r"|피로|우울|근심|걱정)[가-힣]*\s*(?:해소|풀|날리|날려|싹|끝|회복|안녕)[가-힣]*|(?:건강|몸|혈액|심장"
         r"|피부)에\s*좋은\s*(?:술|와인|막걸리|맥주|소주)|(?:취할|취하)\s*때까지|취하도록|(?:부어라|마셔라)"
         r"|원샷\s*(?:하면|성공|이벤트|챌린지|대회)[가-힣]*|(?:많이|빨리)\s*마시(?:기|면)[가-힣]*\s*(?:대회|이벤트"
         r"|할인|무료|증정)?|(?:운전|작업|수영)\s*(?:중|하며|하면서|전)\s*(?:에\s*)?(?:한\s*잔|술|맥주)"
         r"|임산부[가-힣]*\s*(?:도|께도)\s*(?:마실|즐길|괜찮)[가-힣]*|(?:청소년|학생"
         r"|미성년자)[가-힣]*\s*(?:도)?\s*(?:술|맥주|소주|와인)[가-힣]*",
         "술을 권하거나 술이 건강·스트레스에 좋다고 하는 광고는 할 수 없어요.",
         "Urging people to drink, or praising alcohol for health or stress, is not allowed.",
         unless=r"(?:청소년|학생|미성년자)[가-힣]*\s*(?:에게|께|은|는)?\s*(?:술|맥주|소주|와인)[가-힣]*\s*(?:를"
              r"|을)?\s*(?:팔지|판매하지|못|안)|많이\s*마시(?:면|기)\s*(?:전에|보다|건강)",
         trades=DRINKS),
    Rule("alcohol_unlimited", ALCOHOL, "warn",
         r"(?:술|맥주|소주|생맥주|와인|막걸리|하이볼|주류)[가-힣]*\s*(?:무한\s*(?:리필|제공)|무제한)[가-힣]*"
         r"|무제한\s*(?:술|맥주|소주|와인|하이볼|주류)",
         "술을 많이 마시게 부추기는 말로 볼 수 있어요. 시간과 잔 수를 함께 적어 주세요.",
         "May be read as urging people to drink much; state time and amount.", trades=DRINKS),
    # children
    Rule("child_growth", FOOD, "block",
         r"키\s*(?:가\s*)?(?:쑥쑥\s*)?(?:크는|커지|커요|쑥|성장\s*보장)[가-힣]*|머리(?:가)?\s*좋아지[가-힣]*"
         r"|아이(?:가|들이|의)?\s*(?:똑똑해|두뇌|성장에\s*좋)[가-힣]*|성장\s*(?:발달에|에)\s*(?:좋|도움)[가-힣]*"
         r"|집중력\s*(?:향상|강화|쑥|에\s*좋)[가-힣]*",
         "아이의 키·두뇌에 효과가 있다는 말은 쓸 수 없어요.",
         "Effects on a child's growth or mind must not be claimed.",
         trades=FOODS),
    Rule("child_toy", CHILD, "warn", r"(?:장난감|완구|캐릭터\s*인형)[가-힣]*\s*(?:을|를|도|까지)?\s*(?:무료|공짜"
         r"|증정|드려|드립|선물|덤)[가-힣]*|(?:무료|공짜)\s*(?:장난감|완구)[가-힣]*",
         "어린이 먹거리에 장난감을 끼워 준다고 알리면 구매를 부추기는 광고로 볼 수 있어요.",
         "Giving toys with children's food may count as inducing children to buy.", trades=FOODS),
    Rule("lesson_result", FAIR, "warn",
         r"(?:전원|모두|누구나)\s*(?:합격|1등급|만점)[가-힣]*|(?:\d+\s*(?:일|주|개월|달)\s*(?:만에|이면"
         r"|안에))\s*(?:\d+점|만점|1등급|합격|원어민)[가-힣]*|합격률\s*\d+\s*%"
         r"|성적\s*(?:무조건\s*)?(?:수직\s*)?(?:상승\s*보장|오릅니다|올라요|향상\s*보장)",
         "합격·성적 결과는 기간과 대상, 근거를 함께 적어야 해요.", "State period, scope and proof for results.",
         provable=True, trades=LESSONS),
    # people, reviews, proofs
    Rule("expert", RECOMMEND, "warn",
         r"(?:의사|약사|한의사|전문의|교수|박사|피부과|영양사|연예인|유명인|아이돌|셰프|인플루언서|변호사)(?:님|들"
         r"|진)?(?:이|가|도|께서|의)?\s*(?:직접\s*)?(?:추천|인정|선택|극찬|보증|반한|찾는|애용)[가-힣]*",
         "실제로 추천한 사람이 있어야 하고, 대가가 있으면 밝혀야 해요. AI로 만든 인물이면 가상 인물이라고 표시해요.",
         "A real person must have recommended it; disclose payment, and mark virtual people.",
         softer=(), provable=True),
    Rule("satisfaction", PROOF, "warn",
         r"(?:고객|손님|회원|이용자)?\s*(?:만족도|재방문율|재구매율|추천율|적중률)\s*(?:가|는|이"
         r"|은)?\s*(?:무려\s*)?\d+(?:\.\d+)?\s*%|(?:고객|손님|회원)(?:님)?\s*(?:\d+\s*%|열에\s*아홉|모두"
         r"|전원)[가-힣]*\s*(?:만족|추천|재방문)[가-힣]*|별점\s*(?:5|만점|4\.9)[가-힣\d.]*",
         "조사한 기관·기간·인원을 함께 적어야 해요.", "State who surveyed whom, and when.", provable=True),
    Rule("invented_review", RECOMMEND, "note", r"(?:손님|고객)(?:님)?(?:들)?(?:이|께서|의)\s*(?:극찬|인정|입소문"
         r"|칭찬|후기)[가-힣]*|입소문(?:난|이\s*난)?|소문난",
         "실제 후기가 있을 때만 써 주세요.", "Only with real reviews."),
    Rule("award", PROOF, "note", r"특허\s*(?:받은|출원|등록)?|수상(?:한|작|경력)?(?!\s*(?:스키|레저|보트|안전|택시"
         r"|가옥|해))|인증\s*(?:받은|업체|마크)|미슐랭|미쉐린|블루리본|방송\s*(?:출연|에\s*나온)|TV에\s*나온",
         "받은 곳과 날짜를 함께 적어 주세요.", "State who gave it, and when.", provable=True),
    Rule("organic", ORGANIC, "note", r"유기농|무농약|친환경|무항생제",
         "인증을 받았을 때만 쓸 수 있어요. 인증번호를 확인해 주세요.", "Only with a certificate."),
    Rule("natural", FOOD, "warn", r"100\s*%\s*(?:천연|자연산|유기농)[가-힣]*|천연\s*100\s*%|무첨가|무방부제"
         r"|화학\s*(?:성분|조미료)\s*(?:0|제로|전혀\s*없)[가-힣]*",
         "모든 성분이 사실일 때만 쓸 수 있고, 근거를 갖춰 두어야 해요.",
         "Only when true of every ingredient, with proof.",
         softer=((r"^무첨가$", "덜어 낸"),), provable=True),
)
