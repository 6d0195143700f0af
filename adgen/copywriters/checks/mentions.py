"""Names that a line may carry only when the brief does: foods and materials, origins, places, people, brands."""

import re

from ..picture.glossary import FOOD

_MORE_FOOD = """
장미 튤립 수국 해바라기 카네이션 백합 프리지아 안개꽃 프리저브드 작약 라넌큘러스 유칼립투스 드라이플라워 니트 스웨터
가디건 카디건 원피스 코트 패딩 청바지 셔츠 티셔츠 블라우스 스커트 자켓 재킷  운동화 귀걸이 목걸이 버터
생크림 밀가루 통밀 호밀 현미 찹쌀 보리 귀리 계란 달걀 설탕 소금 천일염 간장 된장 고추장 고춧가루 참기름 들기름
올리브유 마요네즈 케첩 바닐라 시나몬 계피 카카오 말차 흑임자 인삼 홍삼 더덕 도라지 참깨 들깨 쑥 미나리 부추 대파
양파 당근 오이 상추 깻잎 배추 시금치 콩나물 숙주 한우 한돈 닭고기 돼지고기 소고기 쇠고기 와규 토종닭 오리고기 양고기
연어 참치 광어 우럭 문어 주꾸미 홍합 바지락 가리비 랍스터 킹크랩 명란 김부각 미역 다시마 멸치 사골 육수 앙버터
모차렐라 리코타 크림치즈 요거트 두유 오트밀크 연유 시럽 캐러멜 카라멜 헤이즐넛 아몬드 땅콩 피스타치오 호두 캐슈넛
코코넛 무화과 체리 라즈베리 크랜베리 파인애플 키위 오렌지 라임 아보카도 루콜라 바질 로즈마리 트러플 아라비카
로부스타 게이샤 우롱차 보이차 캐모마일 얼그레이 카스텔라 파운드케이크 브라우니 에그타르트 등심 안심 목살 사태 양지
채끝 차돌박이 대패삼겹 육회 육포 사이다 콜라 탄산수 셰이크 단백질 프로틴 쉐이크 시리얼 그래놀라 염색 탈색 파마 매직
트리트먼트 클리닉 왁싱 젤네일 패디큐어 속눈썹 눈썹문신 필링 스케일링 사우나 찜질방 샤워실 락커 라커룸 수영장 콜라겐
히알루론산 비타민 케라틴 아르간 티트리 알로에 세라마이드 캐시미어 실크 린넨 리넨 소가죽 양가죽 메리노울
"""
_LONE = "꿀 떡 빵 술 차 회 쌀 콩"
_NOT_FOOD = frozenset("밤 감 배 귤 게 굴 회 술 차 음료 고기 한상 정식 과일 채소 야채 나물 반반 백반 장어 전복 "
                      "튀김 국수".split())
_HOMONYM = re.compile(
    r"사과\s?(?:드|말씀|의|합니다|해요|를\s?드립|문)|(?<=[가-힣])라면|라면(?=서|요)|정식\s?(?:으로|오픈|출시|명칭)"
    r"|파전되|감자기"
    r"|커피\s?(?:한\s?잔\s?(?:값|가격))|꿀\s?(?:팁|맛|잠|조합|템|피부)|두부\s?상|조개\s?껍|김치\s?(?:하|~)|순대\s?로"
    r"|치즈\s?하"
    r"|커리어|크림색|초코색|떡\s?하니|떡\s?벌어|찰떡|포도청|도시락\s?(?:폭탄)|쌀쌀|콩닥|콩콩|비타민\s?같은"
    r"|케이크\s?같은|솜사탕")
_ENDS = r"(?=$|[^가-힣]|[을를이가은는도과와의로만에]|으로|이나|랑|까지|부터|처럼|보다|하고|입니다|이에요|예요|한\s)"
_KNOWN_FOODS = tuple(word for word in {cell.split("=", 1)[0] for row in FOOD.split("\n") for cell in row.split("|")
                                       if "=" in cell} | set(_MORE_FOOD.split())
                     if len(word) > 1 and word not in _NOT_FOOD)
_FOODS = re.compile(
    "(?<![가-힣])(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s?")
                                for word in sorted(_KNOWN_FOODS, key=len, reverse=True)) + ")"
    + r"|(?<![가-힣])(?:" + "|".join(_LONE.split()[:3]) + ")" + _ENDS)
_LIKENESS = re.compile(r"\s?(?:처럼|같은|같이)")
OF_TRADE: dict[str, str] = {
    "cafe": "커피 음료 차 라떼 원두 디저트", "restaurant": "밥 반찬 음식 김치 국 찌개", "chicken": "치킨 맥주 "
                                                                             "생맥주 치맥",
    "bakery": "빵 베이커리 커피", "pub": "술 안주 맥주 소주", "snack": "분식 떡볶이", "dessert": "디저트 아이스크림 "
                                                                              "커피 음료",
    "grocery": "과일 채소 고기 반찬 야채", "pet": "사료 간식",
}
"""What a shop of that trade sells by its very name."""
_ORIGIN = re.compile(r"국내산|국산|수입산|(?:제주|강원|강원도|전라도|경상도|충청도|해남|이천|횡성|통영|완도|의성"
                     r"|논산|성주|나주|영광|호주"
                     r"|미국|칠레|노르웨이|베트남|태국|중국|일본|프랑스|이탈리아|스페인|독일|벨기에|캐나다|뉴질랜드"
                     r"|페루|필리핀|러시아"
                     r"|에티오피아|콜롬비아|브라질|케냐|과테말라)\s?산(?=$|[^가-힣]|[을를은의만과도]|이에요|이라|으로|입니다)"
                     r"|(?:호주|칠레|노르웨이|베트남|태국|일본|프랑스|이탈리아|스페인|독일|벨기에|캐나다|뉴질랜드"
                     r"|에티오피아|콜롬비아|브라질"
                     r"|케냐|과테말라|북유럽|유럽|지중해)(?=$|[^가-힣]|식|의|에서|풍|정통)|국내\s?(?:생산|제작)|(?<![가-힣])[가-힣]{2,6}(?<!부동)(?<!유)(?<!생)(?<!계)(?<!수)(?<!등)(?<!재)(?<!화)(?<!북한)"
                     r"(?<!악)(?<!라)(?<!리)산(?=\s[가-힣]|으로|의\s)|산지\s?직송|농장|밭에서"
                     r"|바다에서\s?(?:온|갓)")
_PLACES = """
서울 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주 수원 성남 용인 안양 부천 안산 평택 시흥
김포 파주 의정부 남양주 하남 광명 군포 의왕 과천 오산 안성 포천 동두천 춘천 원주 강릉 속초 삼척 태백 청주 충주 제천
천안 아산 서산 당진 공주시 전주 군산 익산 정읍 남원 목포 여수 순천 나주 광양 포항 경주 김천 안동 구미 영천 경산 문경
창원 통영 거제 김해 밀양 양산시 서귀포 강남 강북 강동 홍대 신촌 이태원 성수동 성수역 명동 잠실 판교 일산 분당 한남동
청담 압구정 가로수길 연남 합정 망원 을지로 종로 북촌 서촌 해운대 광안리 동성로 전포 남포동 송도 부평 여의도 광화문
건대 신림 노원 목동 천호 왕십리 문래 익선동 삼청동 서래마을 경리단길 동탄 위례 마포 용산 서대문 은평 관악 동작 서초
송파 강서 양천 구로 영등포 금천 중랑 성북 도봉 동대문 한강 한라산 북한산 설악산 지리산 대구시 부산시
"""
_PLACE = re.compile(
    r"(?<![가-힣\d])(?:" + "|".join(sorted(_PLACES.split(), key=len, reverse=True)) + ")"
    r"(?=$|[^가-힣]|특별|광역|[시도구동역읍군](?![가-힣])|[을를이가은는도의로와과]|에서|에|점|까지|식|맛집|카페|시내"
    r"|근처|대|입구|사거리)"
    r"|(?<![가-힣])(?:부산|대구)(?=$|[^가-힣]|역|시|에서|에|의|점|맛집|광역)(?!\s?(?:하|스럽|떨|탕|전|찜|살))"
    r"|(?<![가-힣])[가-힣]{2,4}역(?=$|[^가-힣]|에서|에|의|점|과|이|을|\d|까지|부터|앞|근처)"
    r"|(?<![가-힣])[가-힣]{2,4}(?:동|구|읍|군)(?=에서|에\s?(?:있|자리|위치|문)|의\s|점|\s(?:주민|맛집|카페|근처|골목"
    r"|이웃|사거리))"
    r"|(?<![가-힣])[가-힣]{2,5}(?:대로|로|길)\s?\d+(?!\s?(?:분|시|회|번|개|명|잔|원|%|인|천|만))"
    r"|(?:역|정류장|터미널|시장|초등학교|공원|사거리)\s?(?:바로\s?)?(?:앞|옆|근처|맞은편|건너편)|역세권|출구")
_NOT_PLACE = re.compile(
    r"(?:지|구|영|통|번|전|권|배|조|주|무|병|용|축|광|반|상|음)역|지역|(?:활|운|감|행|이|자|수|작|공|아|합|충|진|변"
    r"|노|협|소|출|가"
    r"|연|전|반|율|냉|해|파|급|고|격|생|약|박|시|우리\s)동|우리\s?동네|동네|(?:친|가|출|입|도|문|욕|요|연|축|농|야"
    r"|배|탁|당|식|지|기"
    r"|완|누|침|영|절|복|청|인|추|항|비상|서랍)구|(?:서|바|새|따|별|실|진|도|경|통|가|세|정|스스|그대|제대|마음대"
    r"|함부|실제|대체|"
    r"주)로|경기\s?(?:를|가|중|보|침체|응원|도\s?보)|강원\s?도|출구\s?없|장군|학군")
_SURNAMES = ("김이박최정강조윤장임오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변"
             "염여추석선설마길")
_TITLES = (r"(?:셰프|쉐프|원장|디자이너|대표|실장|선생님|강사|트레이너|코치|바리스타|작가|점장|사장|팀장|매니저|쌤|관장"
           r"|약사|박사|교수|기사|님)")
_PERSON = re.compile(rf"(?<![가-힣])(?P<name>[{_SURNAMES}][가-힣]{{2}})\s?{_TITLES}"
                     rf"|(?<![가-힣])(?P<last>[{_SURNAMES}])\s?"
                     rf"(?:셰프|쉐프|원장|실장|대표|선생님|팀장|점장|코치|쌤)(?![가-힣]{{2}})"
                     rf"|(?:셰프|쉐프|원장|디자이너|트레이너|바리스타"
                     rf"|작가)\s(?P<after>[{_SURNAMES}][가-힣]{{2}})(?=$|[^가-힣]|[이가은는의])")
_NOT_PERSON = re.compile(r"[한는의운된난인은던를을이가로고서면며기]$|^(?:전문|담당|수석|헤어|메인|원어민|이달의|여러"
                         r"|모든|정직|최고|성실|고객"
                         r"|손님|이웃|주민|사장|원장|선생|회원|강사|신규|정규|전담|오늘|우리|이번|주방|장기|여성|남성)")
_BRANDS = re.compile(
    r"스타벅스|이디야|투썸|메가커피|컴포즈|빽다방|할리스|교촌|굽네|맘스터치|맥도날드|롯데리아|버거킹|파리바게[뜨트]"
    r"|뚜레쥬르|던킨|배스킨라빈스"
    r"|도미노|준오헤어|올리브영|다이소|유니클로|로레알|웰라|밀본|시세이도|케라스타즈|모로칸오일|다이슨|라마르조코"
    r"|발뮤다|르크루제|샤넬|구찌"
    r"|루이비통|나이키|아디다스|뉴발란스|애플|삼성|벤츠|소니|캐논|니콘|발로나|이즈니|로얄캐닌|미쉐린\s?타이어"
    r"|한국타이어|몬스테라\s?브랜드"
    r"|오설록|하겐다즈|누텔라|오레오|로투스|페레로|참이슬|카스\s?생|테라\s?생|켈리\s?생|기네스|하이네켄|아사히|산토리")
_LATIN = re.compile(r"[A-Za-z][A-Za-z&'.]*[A-Za-z]|(?<![A-Za-z])[A-Z](?![A-Za-z])")
_COMMON_LATIN = frozenset("""
new open sale event off q dm sns ai tip ok happy love hello day good the of and to for you with in at on is are we our
vip am pm tel no kg g ml l cm mm km a b c d it up go hi thank thanks welcome menu today set pt ot tv mbti ootd diy
take out coffee cafe bread hair nail gym yoga pub beer wine photo book flower shop store http https www com kr net
instagram kakao naver time season special home mood sweet fresh only one best
""".split())
_GIVEN = re.compile(r"(?<![가-힣])(?P<gift>[가-힣A-Za-z]{2,8}?)(?:\s한\s?[가-힣]{1,2})?(?:을|를|도|까지)\s"
                    r"(?:더\s|함께\s|같이\s|선물로\s|무료로\s|서비스로\s|덤으로\s|챙겨\s|모두\s)?(?:드[려리립린]|증정)")
_NO_GIFT = re.compile(r"인사|말씀|감사|소식|도움|안내|혜택|답|연락|상담|설명|기쁨|즐거움|행복|하루|시간|마음|정성"
                      r"|위로|추억|기분|향기|여유|편안"
                      r"|보답|약속|부탁|축하|응원|자리|기회|이야기|선택|공간|사과|양해|박수|희망|용기|온기|미소|웃음"
                      r"|설렘|경험|순간|제안")
_QUOTED = re.compile(r"[“‘「『《]([^”’」』》\n]{2,24})[”’」』》]"
                     r"|(?<![0-9A-Za-z가-힣])['\"]([^'\"\n]{2,24})['\"](?![A-Za-z])")


def foods(text: str) -> list[str]:
    """Foods, ingredients and materials that ``text`` names."""
    text = _HOMONYM.sub(lambda found: " " * len(found.group()), text)
    return [match.group() for match in _FOODS.finditer(text) if not _LIKENESS.match(text, match.end())]


def gifts(text: str) -> list[str]:
    """What is said to be given: "참기름을 드려요". Thanks, news and smiles are no gifts."""
    return [match["gift"] for match in _GIVEN.finditer(text) if not _NO_GIFT.search(match["gift"])]


def origins(text: str) -> list[str]:
    """Where things are said to come from."""
    return [match.group() for match in _ORIGIN.finditer(text)]


def places(text: str) -> list[str]:
    """Cities, districts, stations and streets, by table and by their endings; 다시, 운동 and 친구 are none."""
    others = [match.span() for match in _NOT_PLACE.finditer(text)]
    return [match.group() for match in _PLACE.finditer(text) if re.search(r"\d", match.group())
            or not any(start < match.end() and match.start() < end for start, end in others)]


def people(text: str) -> list[str]:
    """Names with a title, as a Korean surname and two syllables, or a surname alone."""
    found = []
    for match in _PERSON.finditer(text):
        name = match["name"] or match["after"] or ""
        if match["last"] or (name and not _NOT_PERSON.search(name)):
            found.append(name or match.group())
    return found


def brands(text: str) -> list[str]:
    """Known brands, Latin words that are not everyday ones, and what stands in quotation marks as a name."""
    quoted = (match.group(1) or match.group(2) for match in _QUOTED.finditer(text))
    names = [name for name in quoted if not re.search(r"[?!]$|[요다지까죠][.~]*$", name.strip())]
    latin = [word for word in _LATIN.findall(text) if word.lower().strip("'.&") not in _COMMON_LATIN]
    return [*_BRANDS.findall(text), *names, *latin]
