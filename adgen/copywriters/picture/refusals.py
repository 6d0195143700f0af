"""What is not painted, and what the owner can write instead.

Only living persons are refused: figures of history may be painted. The tables are wide on names and narrow on words
with an innocent sense ("누드김밥", "폭탄 세일", "공유 주방", "포커스"): a shop must not be stopped by its own menu.
"""

import re
from dataclasses import dataclass

from ...errors import RequestRefused

_KO, _NOT_KO = r"(?<![가-힣A-Za-z])", r"(?=$|[^가-힣A-Za-z]|[이가을를은는과와도의에]|랑|님|씨|처럼|같|닮|네)"
_CHILD = r"(?:아이|어린이|아동|미성년자?|초등학생|중학생|고등학생|여고생|여중생|소녀|소년|유아|아기|꼬마|여학생|남학생)"
_BARE = r"(?:수영복|비키니|속옷|란제리|팬티)"
_BODY = r"(?:여자|여성|남자|남성|여인|몸|모델|사람|언니|누나|아가씨|포즈|의상|댄스|화보|여배우|걸)"
_FOODS = (r"(?:김밥|떡볶이|옥수수|토스트|계란|달걀|핫도그|빵|쿠션|베개|치킨|소스|양념|닭|만두|국수|볶음밥|족발|순대"
          r"|버거|곱창|라면"
          r"|간장|새우|찜닭|이불|방석|매트)")


def _names(text: str) -> str:
    """A pattern of names, one a ``|``; a space in a name may be left out."""
    return "(?:" + "|".join(name.strip().replace(" ", " ?") for name in text.split("|")) + ")"


KOREANS = _names("""아이유|방탄소년단|비티에스|블랙핑크|뉴진스|에스파|세븐틴|르세라핌|스트레이 키즈|트와이스
|레드벨벳|빅뱅 멤버|소녀시대
|임영웅|영탁|이찬원|장윤정|송가인|나훈아|조용필|박효신|성시경|지드래곤|장원영|안유진|윈터 에스파|카리나|차은우
|박보검|박서준|변우석|김수현
|이병헌|송중기|송혜교|전지현|김태희|한소희|김고은|김지원|손예진|현빈|이민호|이종석|정해인|공유진 배우|이정재|마동석
|황정민|송강호|최민식
|하정우|조인성|강동원|원빈|이영애|고현정|한가인|신민아|김혜수|전도연|윤여정|박은빈|아이브 멤버|유재석|강호동|이효리
|박명수|노홍철|하하 유재석
|신동엽|이경규|김구라|나영석|백종원|안성재|최현석|이연복|에드워드 리|기안84|침착맨|손흥민|이강인|김민재|황희찬
|박지성|차범근|김연아|류현진
|이정후|김하성|추신수|이승엽|박찬호|안세영|신유빈|우상혁|황선우|페이커|박세리|고진영|이재명|윤석열|문재인|박근혜
|이명박|한동훈|이낙연
|이준석 의원|안철수|홍준표|오세훈|김건희|김혜경|김정은|김여정|이재용|정의선|최태원|정용진|김범수|이해진|봉준호
|박찬욱|정우성|유아인|김우빈""")
FOREIGNERS_KO = _names("""테일러 스위프트|톰 크루즈|브래드 피트|비욘세|저스틴 비버|아리아나 그란데|빌리 아일리시
|레이디 가가|리한나|칸예
|엠마 왓슨|티모시 샬라메|레오나르도 디카프리오|안젤리나 졸리|스칼렛 요한슨|로버트 다우니|젠데이아|킴 카다시안
|패리스 힐튼|고든 램지
|리오넬 메시|호날두|음바페|네이마르|홀란드 선수|베컴|오타니|르브론|스테판 커리|마이클 조던|타이거 우즈|페더러|나달
|조코비치|트럼프|바이든|오바마
|해리스 부통령|푸틴|시진핑|젤렌스키|네타냐후|마크롱|기시다|이시바|다카이치|모디 총리|일론 머스크|빌 게이츠
|제프 베이조스|저커버그|팀 쿡|샘 올트먼
|젠슨 황|손정의""")
FOREIGNERS = _names("""Taylor Swift|Tom Cruise|Brad Pitt|Beyonc[eé]|Justin Bieber|Ariana Grande|Billie Eilish
|Lady Gaga|Rihanna
|Kanye West|Emma Watson|Timoth[eé]e Chalamet|Leonardo DiCaprio|Angelina Jolie|Scarlett Johansson|Robert Downey|Zendaya
|Kim Kardashian|Paris Hilton|Gordon Ramsay|Lionel Messi|Messi|Cristiano Ronaldo|Ronaldo|Mbapp[eé]|Neymar|Erling Haaland
|David Beckham|Shohei Ohtani|LeBron James|Stephen Curry|Michael Jordan|Tiger Woods|Roger Federer|Rafael Nadal|Djokovic
|Donald Trump|President Trump|Joe Biden|Barack Obama|Kamala Harris|Vladimir Putin|Putin|Xi Jinping|Zelensk[iy]y?
|Netanyahu|Emmanuel Macron|Elon Musk|Bill Gates|Jeff Bezos|Zuckerberg|Tim Cook|Sam Altman|Jensen Huang|Kim Jong un
|Yoon Suk[ -]?yeol|Lee Jae[ -]?myung|Son Heung[ -]?min|Bong Joon[ -]?ho|Blackpink|BTS|NewJeans|Le Sserafim
|IU the singer""")
AMBIGUOUS = ("(?:수지|공유|메시|조국|정국|지민|태연|지수|제니|로제|리사|아이브|유나|민지|하니|카이|백현|진|뷔|비|싸이"
             "|이수|보아|설현|현아|윤아)")
"""Names that are words too: only with a title, or a likeness, at their side."""
_TITLE = "(?:가수|배우|아이돌|연예인|선수|탤런트|개그맨|국회의원|의원|장관|대통령|멤버)"
PERSONS = "|".join((
    f"{_KO}{KOREANS}{_NOT_KO}", f"{_KO}{FOREIGNERS_KO}{_NOT_KO}", rf"(?<![A-Za-z]){FOREIGNERS}(?![A-Za-z])(?! card)",
    rf"{_KO}{_TITLE} ?{AMBIGUOUS}{_NOT_KO}", rf"{_KO}{AMBIGUOUS} ?(?:{_TITLE}|씨(?!앗)|님(?=$|[^가-힣]|[이과의])"
                                             rf"|를? ?닮은|처럼 생긴)",
    r"(?:연예인|아이돌|유명인|유명 ?배우|여배우|정치인|인플루언서|톱스타|한류 ?스타) ?(?:의 )?(?:얼굴|사진|닮|멤버"
    r"|처럼|초상|실물)",
    r"(?<!전 )대통령(?!상|배|기록|실 ?옆)(?:이|가|의|을|과|님| 얼굴| 사진| 닮)",
    r"(?<!엄마 )(?<!아빠 )(?<!부모님 )(?<!할머니 )(?<!를 )(?<!을 )닮은 (?:사람|모델|여자|남자|여성|남성|배우|얼굴"
    r"|청년|가수)",
    r"\b(?:celebrity|k-?pop idol|famous (?:actor|actress|singer|politician|athlete))(?:'s)? (?:face|portrait"
    r"|look-?alike)",
    r"\blook(?:s|ing)? like (?:a )?(?:celebrity|famous)",
))
MINORS = "|".join((
    rf"{_BARE}(?:을|를|만)? ?(?:입은|입고|걸친|차림)[^.,]{{0,8}}{_CHILD}", rf"{_CHILD}(?:이|가|들이"
        rf"|들)?[^.,]{{0,6}}{_BARE}(?:을|를|만)? ?(?:입|차림|모습|모델)",
    rf"{_CHILD}[^.,]{{0,6}}(?:알몸|나체|누드|벗은|벌거벗|노출|섹시)", rf"(?:알몸|나체|벗은|벌거벗은|섹시한|야한"
                                                       rf"|목욕하는|샤워하는) ?{_CHILD}",
    rf"{_CHILD}(?:이|가) (?:목욕|샤워)하는",
    r"\b(?:child|children|kids?|girls? of \d|toddler|teen(?:age)?r?s?|minors?|bab(?:y|ies)|schoolgirl"
    r"|schoolboy)\b[^.,]{0,24}"
    r"\b(?:(?:swimsuits?|swimwear)(?! on (?:a |an )?(?:hanger|rack|stand))|bikinis?"
    r"|underwear|lingerie|naked|nude|topless|shirtless|sexy)\b",
    r"\b(?:sexy|naked|nude|shirtless|topless|bikini|underage)\b[^.,]{0,16}\b(?:child|kids?|teen\w*|schoolgirl"
    r"|schoolboy|toddler|girl)\b",
))
SEXUAL = "|".join((
    r"나체|알몸|야한(?! (?:느낌|분위기) ?(?:없|말고))|섹스|포르노|야동|음란|벌거벗|가슴을 ?드러|노브라|성관계"
    r"|성행위|성인물|19금|스트립쇼|가슴골|가슴 ?노출"
    r"|노출이? ?심한|관음|윤락|성매매|강간|성폭행|성추행|몰카",
    rf"벗은 ?{_BODY}|(?:옷을|옷) ?벗(?:는|고|긴)|섹시한? ?{_BODY}|관능적인? ?{_BODY}|(?:란제리|속옷|비키니"
    rf"|수영복) ?(?:만|차림|화보|모델|입은 ?{_BODY})",
    r"누드(?! ?(?:김밥|톤|네일|컬러|색|립|베이지|핑크|메이크업|팩|젤|초밥|빼빼로|글라스|케이크|힐|스타킹|쿠션|브라운"
    r"|계열|오렌지))",
    r"\bnudes?\b(?! (?:nails?|lip\w*|tones?|colou?rs?|beige|pink|make|palette|shades?|heels?|cake|polish|gel))"
    r"|\bnaked\b(?! (?:cake|bike|eye|wine|burger))|\bporn\w*|\bsexy\b(?! (?:red|black|sauce|burger|shade))"
    r"|\bsexual\w*|\berotic\w*"
    r"|\bnsfw\b|\btopless\b|\bhentai|\bfetish|\bbdsm|\bboobs?\b|\bcleavage|\bstriptease|\blingerie (?:model|girl|woman)"
    r"|\bin (?:a )?(?:bikini|lingerie|underwear)\b|\brape\b(?! (?:flower|blossom|field|seed|oil))",
))
HATEFUL = "|".join((
    r"짱깨|쪽[바발]리|쪽발이|깜둥이|흑형|튀기 새끼|병신|한남충|김치녀|된장녀|맘충|틀딱|급식충|장애인 비하|똥남아"
    r"|하켄크로이츠|욱일기|전범기|인종 ?차별",
    rf"{_KO}나치(?![즈킨])|{_KO}일베(?!스트|이[크커])|{_KO}참수(?!제비)|{_KO}시체(?!꽃|놀이)|{_KO}시신(?!경)|학살"
    rf"|테러리스트|폭탄 ?테러|자살|총살|교수형",
    r"살인(?! ?(?:미소|적))|살해|피투성이|피범벅|유혈|잔인하게|고문(?:하는|당하|받는| 장면)|목을 ?조르|칼로 (?:사람"
    r"|찌르)|총(?:을|으로) (?:쏘|겨누|쏴)"
    r"|(?:사람|아이|여자|남자|아내|학생|노인|강아지|고양이|동물)(?:을|를) ?(?:때리|패|죽이|학대|걷어차)|동물 ?학대"
    r"|아동 ?학대|가정 ?폭력|집단 ?폭행|폭행하",
    r"\bnazis?\b|\bswastika|\bkkk\b|\bnigg|\bbehead|\bcorpse\b(?! flower)|\bgor[ey]\b|\bgenocide|\bmassacre|\blynch"
    r"|\btortur|\bmurder"
    r"|\bterrorist|\bsuicide|\bdead body|\bdecapitat|\bbloody (?:body|corpse|knife|face)|\bpool of blood"
    r"|\bschool shooting|\bwhite supremac",
))
FORGED = "|".join((
    r"(?:위조|변조|가짜|복제|진짜 ?같은|진짜처럼)[^.,]{0,8}(?:신분증|주민등록증|운전 ?면허증|면허증|여권|지폐|돈|수표"
    r"|증명서|졸업장|진단서|상품권|인증서"
    r"|인증 ?마크|영수증|공문서|상장|자격증)",
    r"(?:신분증|주민등록증|면허증|여권|지폐|증명서|졸업장|진단서|상품권|인증서|영수증|공문서|자격증)(?:을"
    r"|를)? ?(?:위조|변조|복제|똑같이)|짝퉁|위조",
    r"지폐|(?:만|천|오만|[15]0?만|5천) ?원(?:권|짜리 ?지폐)|돈 ?다발|현금 ?(?:다발|뭉치)|달러 ?(?:뭉치|다발)",
    r"\bcounterfeit|\bforge[dr]|\bbank ?notes?\b|\b(?:dollar|won|euro) bills?\b|\b(?:stacks?|wads?|piles?) of (?:cash"
    r"|money|bills)"
    r"|\bfake (?:ids?|passports?|money|bills?|licen[cs]es?|certificates?|diplomas?|documents?)\b",
))
CHARACTERS = "|".join((
    _KO + _names("""뽀로로|포켓몬|피카츄|디즈니|미키 마우스|미니 마우스|도널드 덕|겨울왕국|엘사 공주|엘사와
|마블 히어로|아이언맨|스파이더맨|배트맨|슈퍼맨|어벤져스|짱구
|도라에몽|헬로 키티|헬로키티|산리오|쿠로미|마이멜로디|잔망루피|나루토|귀멸의 칼날|주술회전|드래곤볼|지브리|토토로(?!운)
|카카오 ?프렌즈|라이언 캐릭터|춘식이|라인 프렌즈
|아기 상어 캐릭터|핑크퐁|꼬마버스 타요|로보카 폴리|티니핑|캐치티니핑|헬로카봇|또봇|터닝메카드|펭수|스누피|심슨 가족
|스폰지밥|미니언즈|미니언|슈렉|해리 포터|해리포터
|스타워즈|다스 베이더|건담|슈퍼 마리오|슈퍼마리오|세일러문|곰돌이 푸|무민|명탐정 코난|오징어 게임|케데헌
|케이팝 데몬 헌터스|바비 인형|레고 캐릭터|앵그리버드|쿵푸팬더
|라이온킹|토이 스토리|인사이드 아웃|원피스 루피|원피스 만화"""),
    _KO + _names("스타벅스|나이키|아디다스|뉴발란스 운동화|구찌|샤넬|루이 비통|루이비통|에르메스|프라다|디올|버버리"
                 "|롤렉스|맥도날드|버거킹|코카콜라|펩시|람보르기니|페라리") + r"(?!울|오일|올리브)",
    _names("""애플|삼성|엘지|현대|기아|벤츠|비엠더블유|카카오|카카오톡|네이버|인스타그램|유튜브|쿠팡|배달의민족|배민
|요기요|당근마켓|이디야|투썸|메가커피|컴포즈
|파리바게뜨|뚜레쥬르|맘스터치|교촌|비비큐|올리브영|다이소|토스|페이스북|구글|테슬라|넷플릭스|식약처|정부|올림픽
|월드컵|해썹""") + " ?(?:의 )?(?:공식 )?(?:로고|상표|심볼|캐릭터|엠블럼)",
    r"(?:유명|다른) ?(?:브랜드|회사|가게|만화|애니|게임)(?:의)? ?(?:로고|캐릭터|상표|주인공)",
    r"\b" + _names("""Pok[eé]mon|Pikachu|Disney|Mickey Mouse|Minnie Mouse|Donald Duck|Elsa from Frozen|Marvel hero
|Iron ?man|Spider-?man
|Batman|Superman|Avengers|Shin-?chan|Doraemon|Hello Kitty|Sanrio|Kuromi|Naruto|Dragon ?Ball|Ghibli|Totoro|Kakao Friends
|Pororo|Pinkfong|Snoopy|The Simpsons|SpongeBob|Minions|Shrek|Harry Potter|Star Wars|Darth Vader|Gundam|Super Mario
|Sailor Moon|Winnie the Pooh|Squid Game|Barbie|Starbucks|Nike|Adidas|Gucci|Chanel|Louis Vuitton|Herm[eè]s bag|Prada
|Rolex
|McDonald'?s|Burger King|Coca-?Cola|Pepsi|Lamborghini|Ferrari""") + r"\b",
    r"\b(?:apple|samsung|google|instagram|youtube|netflix|tesla|bmw|mercedes|olympic|fifa)(?:'s)? (?:logos?|trademark"
    r"|emblem)\b",
))
VICES = "|".join((
    rf"마약(?! ?{_FOODS})|{_KO}대마(?:초|를| )|코카인|필로폰|헤로인|엑스터시|환각제|본드를? 마시",
    r"담배(?! ?(?:연기)? ?(?:없|금지|안 ))|흡연(?! ?(?:금지|없))|물담배|줄담배|\bcigar(?:ette)?s?\b|\bvap(?:e|ing)\b"
    r"|\bsmoking (?:a|man|woman|person|pipe)\b",
    rf"도박|카지노|슬롯 ?머신|{_KO}포커(?!스)|화투|고스톱|바카라 ?(?:게임|테이블)|스포츠 ?토토|불법 ?베팅|\bcasino"
    rf"|\bslot machines?\b|\bpoker\b(?!.faced)|\bgambl",
    r"\bcocaine|\bheroin\b|\bmarijuana|\bcannabis|\bmeth\b|\bweed (?:leaf|joint)|\bcrystal meth|\becstasy pill",
))


@dataclass(frozen=True)
class Refusal:
    """What is looked for, and the sentence that says what to write instead. ``in_words`` looks in the ad's text too."""

    key: str
    pattern: re.Pattern[str]
    ko: str
    en: str
    in_words: bool = False


def _row(key: str, pattern: str, ko: str, en: str, in_words: bool = False) -> Refusal:
    return Refusal(key, re.compile(pattern.replace("\n", ""), re.IGNORECASE), ko, en, in_words)


REFUSALS: tuple[Refusal, ...] = (
    _row("minors", MINORS, "어린이를 이런 모습으로는 그릴 수 없어요. 옷이나 소품만 설명해 주세요. 예: 옷걸이에 걸린 "
                           "어린이 수영복",
         "Children cannot be painted like this. Describe the clothes or things alone, e.g. a child's swimsuit on a "
         "hanger.", True),
    _row("sexual", SEXUAL, "성적인 내용은 그림으로 만들 수 없어요. 상품이나 매장 장면으로 설명해 주세요.",
         "Sexual content cannot be painted. Please describe the product or the shop instead.", True),
    _row("hateful", HATEFUL, "혐오스럽거나 폭력적인 내용은 그림으로 만들 수 없어요. 다른 장면으로 설명해 주세요.",
         "Hateful or violent content cannot be painted. Please describe another scene.", True),
    _row("persons", PERSONS, "실제 인물은 그림으로 만들 수 없어요. 이름을 빼고 장면으로 설명해 주세요. 예: 커피를 든 "
                             "30대 여성",
         "Real persons cannot be painted. Leave out the name and describe a scene, e.g. a woman holding a coffee."),
    _row("characters", CHARACTERS, "다른 회사의 캐릭터나 상표는 그림에 쓸 수 없어요. 이름을 빼고 모양과 색으로 설명해 "
                                   "주세요. 예: 노란 토끼 인형",
         "Characters and logos of others cannot be used. Describe shape and colour instead, e.g. a yellow toy rabbit."),
    _row("forged", FORGED, "돈이나 신분증, 증명서와 혼동할 그림은 만들 수 없어요. 동전 지갑이나 선물 상자처럼 다른 "
                           "물건으로 설명해 주세요.",
         "Money, identity papers and certificates cannot be painted. Describe another thing, e.g. a purse or a gift "
         "box."),
    _row("vices", VICES, "마약·담배·도박 장면은 그림으로 만들 수 없어요. 음식이나 매장 분위기로 설명해 주세요.",
         "Drugs, tobacco and gambling cannot be painted. Describe the food or the mood of the shop instead."),
)
"""In this order. Persons, characters and the last two are looked for in the description of the picture only: the words
of an ad may name a match on television or a sticker that is given away, and such words are never painted."""


def refused(scene: str, words: str = "") -> Refusal | None:
    """The first rule that ``scene`` (what to paint) or ``words`` (the ad's text) breaks."""
    return next((row for row in REFUSALS
                 if row.pattern.search(scene) or (row.in_words and words and row.pattern.search(words))), None)


def refuse(scene: str, words: str = "") -> None:
    """RequestRefused when ``scene`` or ``words`` asks for what must not be painted."""
    row = refused(scene, words)
    if row is not None:
        raise RequestRefused(row.ko, row.en, field="image_prompt" if row.pattern.search(scene) else "ad_description")
