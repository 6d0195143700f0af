"""What stands around the subject of a picture: people, places, colours, materials, seasons, light, camera, actions."""

PEOPLE = """
바리스타=a barista|요리사=a chef|셰프=a chef|쉐프=a chef|제빵사=a baker|파티시에=a pastry chef|미용사=a hairdresser
디자이너=a hair designer|플로리스트=a florist|트레이너=a fitness trainer|강사=an instructor|선생님=a teacher
사장님=a friendly shop owner|사장=a friendly shop owner|직원=a friendly shop assistant|점원=a friendly shop assistant
손님=a customer|고객=a customer|사람들=a few people|사람=a person|여자=a woman|여성=a woman|남자=a man|남성=a man
아이들=children|아이=a child|어린이=a child|아기=a baby|학생들=students|학생=a student|초등학생=a schoolchild
중학생=a teenage student|고등학생=a teenage student|대학생=a university student|엄마와 아이=a mother and her child
아빠와 아이=a father and his child|엄마=a mother|아빠=a father|부모=parents|할머니=a grandmother
할아버지=a grandfather|가족=a family|커플=a couple|연인=a couple|부부=a couple|친구들=a group of friends
친구=two friends|신부=a bride|신랑=a groom|모델=a model|직장인=an office worker|회사원=an office worker|농부=a farmer
어부=a fisherman|수험생=a student|강사님=an instructor|손=a hand|두 손=two hands|뒷모습=a person seen from behind
"""
PLACES = """
트레이=on a tray|눈길=on a snowy road|빗길=on a rainy road
미용실=in a bright hair salon|헤어샵=in a bright hair salon|바버샵=in a classic barber shop
이발소=in a classic barber shop|헬스장=in a clean gym|수영장=in a swimming pool hall|학원=in a bright classroom
치과=in a bright dental clinic|병원=in a bright clinic|한의원=in a calm clinic with medicinal herbs
약국=in a tidy pharmacy|사진관=in a photo studio with soft lights|정비소=in a tidy repair garage
세차장=in a tidy car wash bay|관리실=in a calm treatment room|마사지실=in a calm massage room
네일샵=in a tidy nail salon|세탁소=in a bright laundry shop|서점=in a cosy bookshop|문구점=in a cosy stationery shop
런닝머신=on a treadmill|러닝머신=on a treadmill|트레드밀=on a treadmill|요가 매트=on a yoga mat|매트=on a mat
옷걸이=on a clothes rack|행거=on a clothes rack|창밖=outside a window|머그컵=in a ceramic mug
컵홀더=in a plain paper cup|나무=on a tree|꽃병=in a vase|화병=in a vase|테이블=on a table|탁자=on a table
식탁=on a dining table|책상=on a desk|접시=on a ceramic plate|쟁반=on a tray|도마=on a cutting board
나무 도마=on a wooden cutting board|바구니=in a woven basket|그릇=in a ceramic bowl|대접=in a large bowl|컵=in a cup
종이컵=in a plain paper cup|머그잔=in a ceramic mug|머그=in a ceramic mug|잔=in a glass|유리잔=in a clear glass
유리컵=in a clear glass|유리병=in a glass jar|병=in a bottle|냄비=in a pot|뚝배기=in a Korean stone pot
가마솥=in a large iron pot|프라이팬=in a frying pan|상자=in a box|박스=in a box|도시락통=in a lunch box
선반=on a shelf|진열대=on a display shelf|쇼케이스=in a glass display case|카운터=on a counter|바=at a bar
화덕=in a stone oven|오븐=in an oven|의자=on a chair|소파=on a sofa|침대=on a bed with white bedding
돗자리=on a picnic mat|천=on a cloth|린넨=on a linen cloth|테이블보=on a tablecloth|벽=on a plain wall
바닥=on the floor|돌=on a stone|짚=on straw|잔디=on green grass|잔디밭=on a green lawn|모래=on sand|눈밭=on snow
창가=beside a window|창문=beside a window|문=beside a door|입구=at an entrance|나무 아래=under a tree
나무 그늘=in the shade of a tree|골목=in a quiet alley|길=on a quiet street|길거리=on a quiet street
거리=on a quiet street|시장=in a lively traditional market|전통시장=in a lively traditional market|공원=in a park
정원=in a garden|마당=in a courtyard|한옥=in a Korean hanok house|한옥 마당=in the courtyard of a Korean hanok house
옥상=on a rooftop|루프탑=on a rooftop|테라스=on an outdoor terrace|베란다=on a balcony|발코니=on a balcony
매장=inside a small shop|가게=inside a small neighbourhood shop|가게 앞=in front of a small neighbourhood shop
카페=in a cosy café|식당=in a small Korean restaurant|레스토랑=in an elegant restaurant|베이커리=in a small bakery
빵집=in a small bakery|꽃집=in a small flower shop|옷가게=in a small boutique|술집=in a warm pub
이자카야=in a warm izakaya|포장마차=at a Korean street food stall|노점=at a street food stall|주방=in a tidy kitchen
부엌=in a tidy kitchen|집=in a cosy home|거실=in a living room|방=in a tidy room|침실=in a bedroom
욕실=in a clean bathroom|화장실=in a clean bathroom|현관=in a hallway|사무실=in a bright office
교실=in a bright classroom|도서관=in a library|독서실=in a quiet study room|스터디카페=in a quiet study café
무대=on a small stage|체육관=in a gym hall|운동장=on a sports field|스튜디오=in a bright studio
작업실=in a craft workshop|공방=in a craft workshop|온실=in a greenhouse|농장=on a farm|밭=in a field
논=by a rice field|과수원=in an orchard|들판=in an open field|꽃밭=in a field of flowers
유채꽃밭=in a field of yellow canola flowers|캠핑장=at a campsite|바다=by the calm sea|바닷가=by the calm sea
해변=on a beach|강=by a river|강가=by a river|한강=by a wide river park|호수=by a lake|계곡=by a mountain stream
산=in the mountains|숲=in a forest|숲속=in a forest|하늘=under a clear sky|밤하늘=under a night sky
제주=on a volcanic island coast|제주도=on a volcanic island coast|시골=in the countryside|도시=in a city
도심=in a city|주차장=in a parking lot|도로=on a road|호텔=in a hotel room|펜션=in a wooden cottage|로비=in a lobby
대기실=in a bright waiting room|바 테이블=on a bar table|평상=on a low wooden deck|마루=on a wooden floor
대리석=on a marble surface|부엌 창가=beside a kitchen window|공유 주방=in a shared kitchen
공유 오피스=in a shared office|놀이터=in a playground|놀이공원=in an amusement park|학교=in front of a school
결혼식장=in a wedding hall|예식장=in a wedding hall
"""
"""Where things stand. The first word is how; the owner's 위, 옆, 앞, 안 replaces it."""
COLORS = """
빨간 빨강 빨갛게 붉은 새빨간=red|노란 노랑 샛노란=yellow|파란 파랑 푸른 새파란=blue|초록 녹 연두 초록초록한=green
하얀 흰 하양 새하얀 순백의=white|검은 검정 까만 블랙=black|분홍 핑크 연분홍 연핑크=pink|주황 오렌지=orange
보라 자주 연보라=purple|갈 브라운 밤=brown|베이지 아이보리 크림=beige|회 그레이=grey|금 골드 황금=golden
은 실버=silver|남 네이비=navy blue|하늘=sky blue|민트=mint green|와인=wine red|살구=apricot|파스텔=pastel
무지개=rainbow-coloured|알록달록한 알록달록 형형색색의 컬러풀한 다채로운=colourful|투명한=transparent
"""
"""Every stem of a row also stands with 색, 빛 or 톤."""
QUALITIES = """
아기자기한=charming little|앙증맞은=tiny cute|정겨운=homely|듬뿍=plenty of
따뜻한=warm|시원한=cool and refreshing|차가운=chilled|뜨거운=hot|아늑한=cosy|포근한=soft and cosy|밝은=bright
환한=bright|어두운=dark|은은한=soft|깔끔한=clean|깨끗한=clean|정갈한=neat|단정한=neat|심플한=simple|단순한=simple
미니멀한=minimal|미니멀=minimal|고급스러운=elegant|고급=elegant|우아한=elegant|럭셔리한=luxurious|세련된=stylish
감각적인=stylish|빈티지한=vintage|빈티지=vintage|레트로한=retro|레트로=retro|복고풍=retro|모던한=modern|모던=modern
현대적인=modern|전통적인=traditional|전통=traditional|클래식한=classic|귀여운=cute|사랑스러운=lovely|예쁜=pretty
아름다운=beautiful|멋진=stylish|화사한=bright and cheerful|화려한=lavish|싱그러운=fresh and green|상큼한=fresh
신선한=fresh|싱싱한=fresh|푸짐한=generous|넉넉한=generous|바삭한=crispy|바삭바삭한=crispy|촉촉한=moist|쫄깃한=chewy
부드러운=soft|폭신한=fluffy|말랑한=soft|달콤한=sweet|고소한=savoury|매콤한=spicy-looking|매운=spicy-looking
얼큰한=spicy-looking|담백한=simple|진한=rich|윤기 나는=glossy|반짝이는=sparkling|반짝반짝한=sparkling|빛나는=shining
큰=large|커다란=large|작은=small|조그만=small|미니=miniature|긴=long|짧은=short|높은=tall|넓은=spacious|두꺼운=thick
두툼한=thick|얇은=thin|동그란=round|둥근=round|네모난=square|사각=square|하트 모양=heart-shaped|별 모양=star-shaped
오래된=old|낡은=old|새로운=new|새=new|신=new|잘 익은=ripe|익은=ripe|갓 구운=freshly baked|방금 구운=freshly baked
갓 튀긴=freshly fried|갓 만든=freshly made|갓 볶은=freshly roasted|갓 나온=fresh|구운=grilled|튀긴=fried|볶은=roasted
삶은=boiled|찐=steamed|썬=sliced|자른=sliced|얇게 썬=thinly sliced|반으로 자른=halved|다진=chopped|녹은=melted
얼린=frozen|말린=dried|수제=hand-made|손으로 만든=hand-made|손뜨개=hand-knitted|유기농=fresh|원목=wooden|유리=glass
도자기=ceramic|벽돌=brick|가죽=leather|린넨 소재=linen|벨벳=velvet|실크=silk|면=cotton|종이=paper|한지=Korean paper
금속=metal|스테인리스=steel|놋=brass|황동=brass|콘크리트=concrete|라탄=rattan|대나무=bamboo|꽃무늬=floral
체크무늬=checked|체크=checked|줄무늬=striped|스트라이프=striped|물방울무늬=polka-dot|아이스=iced|겨울용=winter
여름용=summer|아동용=children's|남성용=men's|여성용=women's|자연스러운=natural|싱글=single|활기찬=lively|조용한=quiet
고즈넉한=quiet|한적한=quiet|낭만적인=romantic|로맨틱한=romantic|몽환적인=dreamy|신비로운=mysterious|강렬한=bold
역동적인=dynamic|건강한=healthy-looking|신나는=cheerful|즐거운=cheerful|행복한=happy|편안한=comfortable|젊은=young
나이 든=elderly|합성수지=plastic|플라스틱=plastic|한국식=Korean|일본식=Japanese|프랑스식=French|이탈리아식=Italian
유럽풍=European-style|북유럽풍=Nordic-style|동양적인=East Asian|한국적인=Korean|벗은=taken-off|손글씨 없는=blank
산더미 같은=heaped|가득 쌓인=heaped|쌓인=stacked|층층이 쌓인=stacked|활짝 핀=blooming|핀=blooming|섹시한=bold
누드톤=nude-toned|상쾌한=fresh|푸릇푸릇한=fresh green|노릇노릇한=golden brown|노릇한=golden brown
먹음직스러운=appetizing|맛있는=delicious|영롱한=glittering|정성스러운=neat|정성 가득한=neat|소박한=homely|풍성한=full
탐스러운=lush|웨이브=wavy|단발=bobbed|젖은=wet|따스한=warm|선명한=vivid|산뜻한=fresh|거친=rough|무거운=heavy
가벼운=light|묵직한=heavy|대형=large|소형=small|한입 크기의=bite-sized
"""
"""Said before the noun; 한 also stands as 하고 and 하게."""
MOODS = """
거품=with white foam|노을 지는=a sunset glow|해 질 녘=a sunset glow|김이 모락모락 나는=with steam rising
흑백 필름=in black and white film|필름 느낌=with the look of film photography|봄=spring mood, soft pastel light
여름=summer mood, bright fresh light|가을=autumn mood, warm amber light, a few fallen leaves
겨울=winter mood, crisp soft light|봄날=a bright spring day|봄맞이=spring mood, soft pastel light
가을날=a mellow autumn day|한여름=midsummer mood, bright fresh light|한겨울=deep winter mood, crisp soft light
환절기=soft seasonal light|단풍=red and yellow autumn leaves|낙엽=fallen leaves|눈=falling snow|눈 오는=falling snow
눈 내리는=falling snow|비=rain on a window|비 오는=rain on a window|비 내리는=rain on a window|장마=rain on a window
안개=soft mist|노을=a sunset glow|석양=a sunset glow|별=a starry sky|구름=soft clouds|무지개=a rainbow
햇살=warm sunlight|햇빛=warm sunlight|자연광=soft natural light|조명 아래=warm lamp light|촛불=candle light
네온 조명=neon light|역광=soft backlight|그림자=soft shadows|아침=morning light|점심=bright midday light
낮=bright daylight|오후=afternoon light|저녁=warm evening light|야경=city lights at night|새벽=soft dawn light
밤=at night|밤에=at night|심야=late at night|밤거리=a street at night|김이 나는=with steam rising
김이 모락모락=with steam rising|모락모락=with steam rising|김이 피어오르는=with steam rising|김=with steam rising
연기가 나는=with a little smoke|얼음=with ice|물방울이 맺힌=with fresh water drops
꽃잎이 흩날리는=with petals drifting in the air|벚꽃이 흩날리는=with cherry blossom petals drifting in the air
새해=new year mood|설날=Korean new year mood|설=Korean new year mood|명절=Korean holiday mood
추석=Korean harvest festival mood|한가위=Korean harvest festival mood|크리스마스=Christmas mood with fir branches
성탄절=Christmas mood with fir branches|할로윈=halloween mood|핼러윈=halloween mood|발렌타인데이=Valentine's Day mood
발렌타인=Valentine's Day mood|화이트데이=candy in soft wrapping|빼빼로데이=chocolate sticks in soft wrapping
어버이날=red carnations|스승의 날=red carnations|어린이날=colourful balloons|졸업식=a graduation celebration mood
졸업=a graduation celebration mood|입학식=a fresh start mood, spring light|입학=a fresh start mood, spring light
새 학기=a fresh start mood|수능=a quiet study mood|여름휴가=summer holiday mood|휴가=holiday mood
결혼식=white wedding decorations|결혼=white wedding decorations|생일=birthday candles and decorations
돌잔치=a first birthday table|백일=a baby's hundredth day table|기념일=an anniversary mood|파티=party decorations
연말=festive year-end lights|송년회=festive year-end lights|축제=festival lanterns|플리마켓=a small flea market stall
오픈=fresh flowers and balloons at an entrance|개업=fresh flowers and balloons at an entrance
개점=fresh flowers and balloons at an entrance|아르바이트=a clean apron on a hook|알바=a clean apron on a hook
구인=a clean apron on a hook|휴무=a quiet shop interior with soft light|쉬어요=a quiet shop interior with soft light
쉽니다=a quiet shop interior with soft light|배달=a neat paper delivery bag|예약=a small desk calendar without writing
이벤트=confetti and a wrapped gift|수채화=in the style of a soft watercolour painting
유화=in the style of an oil painting|일러스트=in the style of a clean flat illustration
만화=in the style of a simple cartoon drawing|애니메이션=in the style of a hand-drawn animation
3D=in the style of a soft 3D rendering|연필 스케치=in the style of a pencil sketch|실사=as a realistic photograph
필름 사진=with the look of film photography|흑백=in black and white|미니어처=as a miniature scene
국밥집 분위기=a homely mood
"""
CAMERA = """
클로즈업=close-up view|클로즈업한=close-up view|가까이=close-up view|가까이서=close-up view|확대한=close-up view
근접=close-up view|위에서 내려다본=seen from directly above|위에서 본=seen from directly above
위에서 찍은=seen from directly above|위에서=seen from directly above|탑뷰=seen from directly above
항공샷=seen from directly above|부감=seen from directly above|옆에서 본=seen from the side|옆에서=seen from the side
측면=seen from the side|정면=front view|정면에서=front view|아래에서 올려다본=seen from below|멀리서=wide view
전체=wide view|흐릿한 배경=with a softly blurred background|배경이 흐린=with a softly blurred background
배경 흐림=with a softly blurred background|아웃포커싱=with a softly blurred background|초점이 맞은=in sharp focus
포커스가 맞은=in sharp focus
"""
ACTIONS = """
목욕하는=taking a bath|샴푸하는=having a shampoo|마시는=drinking|먹는=eating|들고 있는=holding|들고 있=holding
든=holding|들고=holding|안고 있는=hugging|안은=hugging|웃는=smiling|웃고 있는=smiling|미소 짓는=smiling|만드는=making
굽는=baking|내리는=brewing|따르는=pouring|붓는=pouring|요리하는=cooking|자르는=cutting|써는=slicing|튀기는=frying
볶는=stir-frying|뛰는=running|달리는=running|뛰어노는=playing|노는=playing|놀고 있는=playing|운동하는=exercising
스트레칭하는=stretching|요가하는=doing yoga|수영하는=swimming|자는=sleeping|잠든=sleeping|앉아 있는=sitting
앉은=sitting|서 있는=standing|누워 있는=lying down|걷는=walking|산책하는=taking a walk|읽는=reading|공부하는=studying
그리는=drawing|쓰는=writing|연주하는=playing|치는=playing|가르치는=teaching|보는=looking at|바라보는=looking at
포장하는=wrapping|다듬는=trimming|자르고 있는=cutting|심는=planting|고르는=choosing|입은=wearing|쓴=wearing
신은=wearing|청소하는=cleaning|닦는=wiping|세차하는=washing a car|수리하는=repairing|고치는=repairing
배달하는=delivering|나누는=sharing|건네는=handing over|받는=receiving|미소를 짓는=smiling
염색하는=having hair coloured|머리하는=having hair done
"""
"""What people and animals do; a thing with 을 or 를 before it is its object."""
