"""Korean words of shops, food, seasons and scenes, and how an image model is told of them.

A space in a Korean word may be left out by the owner. The longest word wins; one-syllable words must stand alone.
"""

FOOD = """
아이스 아메리카노=a glass of iced americano|아메리카노=a cup of americano coffee|카페 라떼=a cup of caffè latte
바닐라 라떼=a vanilla latte|고구마 라떼=a warm sweet potato latte in a ceramic mug|밤 라떼=a warm chestnut latte
녹차 라떼=a green tea latte|말차 라떼=a matcha latte|딸기 라떼=a layered strawberry milk in a clear glass
초코 라떼=a chocolate latte|라떼=a latte with latte art|라테=a latte with latte art|카푸치노=a cappuccino
에스프레소=an espresso in a small cup|콜드 브루=a glass of cold brew coffee|커피=a cup of coffee
원두=roasted coffee beans|핸드 드립=hand-drip coffee being brewed|녹차=a cup of green tea|홍차=a cup of black tea
유자차=a cup of citron tea|밀크티=a milk tea|허브티=a cup of herbal tea|스무디=a fruit smoothie
에이드=a sparkling fruit ade with ice|레몬에이드=a lemonade with ice|자몽에이드=a grapefruit ade with ice
주스=a glass of fresh juice|팥빙수=a bowl of Korean shaved ice with red beans|빙수=a bowl of Korean shaved ice
아이스크림=ice cream in a cup|젤라또=gelato|쌍화차=a bowl of dark herbal tea|소금빵=golden salt bread rolls
크루아상=flaky croissants|크로와상=flaky croissants|식빵=a loaf of white bread|바게트=crusty baguettes|베이글=bagels
단팥빵=sweet red bean buns|크림빵=cream-filled buns|스콘=scones|머핀=muffins|마카롱=colourful macarons|쿠키=cookies
도넛=doughnuts|꽈배기=twisted doughnuts|딸기 생크림 케이크=a strawberry cream cake
크리스마스 케이크=a Christmas cake with berries|생크림 케이크=a fresh cream cake|딸기 케이크=a strawberry cake
치즈 케이크=a cheesecake|초코 케이크=a chocolate cake|당근 케이크=a carrot cake|케이크=a layer cake|케익=a layer cake
타르트=a fruit tart|휘낭시에=financiers|마들렌=madeleines|와플=waffles|팬케이크=a stack of pancakes
푸딩=a custard pudding|샌드위치=a sandwich|토스트=toast|브런치=a brunch plate|빵=freshly baked bread
붕어빵=Korean fish-shaped pastries|호떡=Korean sweet pancakes|떡볶이=spicy rice cakes in red sauce
로제 떡볶이=rice cakes in creamy rosé sauce|순대=sliced Korean blood sausage|김밥=sliced gimbap rolls
튀김=crispy Korean fritters|어묵=fish cake skewers in broth|라면=a bowl of ramyeon noodles|만두=steamed dumplings
김치찌개=bubbling kimchi stew in a stone pot|된장찌개=soybean paste stew in a stone pot
순두부찌개=soft tofu stew in a stone pot|부대찌개=army stew in a wide pot|찌개=a bubbling Korean stew in a stone pot
삼계탕=whole chicken ginseng soup in a stone pot|갈비탕=beef short rib soup|설렁탕=milky ox bone soup
곰탕=clear beef soup|국밥=a hearty bowl of rice soup|해장국=a hearty Korean soup|칼국수=knife-cut noodle soup
수제비=hand-torn noodle soup|들깨 수제비=hand-torn noodles in creamy perilla broth
냉면=cold buckwheat noodles in icy broth|비빔냉면=spicy cold noodles|국수=a bowl of noodles
잔치국수=warm thin noodles in broth|콩국수=noodles in chilled soy milk|비빔밥=bibimbap with colourful vegetables
볶음밥=fried rice|덮밥=a rice bowl with topping|카레=curry with rice|돈까스=a crispy pork cutlet
돈가스=a crispy pork cutlet|제육 볶음=spicy stir-fried pork|불고기=grilled bulgogi beef
갈비=grilled marinated short ribs|삼겹살=grilled pork belly slices|고기=grilled meat|곱창=grilled intestines
족발=sliced braised pork trotters|보쌈=sliced boiled pork with wraps|닭갈비=spicy stir-fried chicken
닭강정=sweet crispy chicken bites|닭볶음탕=spicy braised chicken|파전=a crispy green onion pancake
김치전=a kimchi pancake|두부=tofu|김치=kimchi in a small dish|김장김치=fresh whole napa cabbage kimchi
반찬=small Korean side dishes|도시락=a neat lunch box|정식=a Korean set meal with side dishes
백반=a Korean home-style set meal|한상=a full Korean table|나물=seasoned vegetables|쌈밥=leaf wraps with rice
초밥=sushi|스시=sushi|회=sliced raw fish on a platter|우동=udon noodles|라멘=a bowl of ramen|규동=a beef rice bowl
짜장면=black bean noodles|짬뽕=spicy seafood noodle soup|탕수육=sweet and sour pork|마라탕=spicy mala soup
파스타=a plate of pasta|피자=a pizza with melted cheese|스테이크=a sliced steak|샐러드=a fresh salad bowl
햄버거=a burger|수제 버거=a hand-made burger|버거=a burger|핫도그=a hot dog|타코=tacos|쌀국수=pho noodle soup
월남쌈=fresh spring rolls|커리=curry|양념치킨=fried chicken glazed in red sauce|후라이드=crispy golden fried chicken
간장치킨=soy-glazed fried chicken|반반=half plain and half red-glazed fried chicken
치킨=crispy golden Korean fried chicken|통닭=a whole fried chicken|치맥=crispy fried chicken and draft beer
생맥주=a frosty glass of draft beer|맥주=a cold glass of beer|소주=small clear glasses
막걸리=milky rice wine in a brass bowl|와인=a glass of wine|하이볼=a highball with lemon|칵테일=a cocktail
감자튀김=french fries|음료=a cold drink|고구마=roasted sweet potatoes|감자=potatoes|옥수수=corn|단호박=kabocha pumpkin
호박=pumpkin|밤=chestnuts|대추=jujubes|호두=walnuts|견과=nuts|마늘=garlic|버섯=mushrooms|딸기=fresh strawberries
사과=apples|귤=tangerines|감=persimmons|배=Korean pears|복숭아=peaches|수박=watermelon|참외=Korean melons|포도=grapes
샤인머스캣=green muscat grapes|망고=mangoes|블루베리=blueberries|레몬=lemons|자몽=grapefruit|유자=yuzu citrons
토마토=tomatoes|바나나=bananas|과일=fresh fruit|채소=fresh vegetables|야채=fresh vegetables|초콜릿=chocolates
초코=chocolate|꿀=honey|잼=a jar of jam|딸기잼=a jar of strawberry jam|치즈=cheese|우유=milk|크림=whipped cream
떡=Korean rice cakes|한과=Korean traditional sweets|새우=shrimp|조개=clams|굴=oysters|게=crab|꽃게=crab
낙지=small octopus|오징어=squid|고등어=grilled mackerel|생선구이=grilled fish|생선=fish|장어=grilled eel|전복=abalone
"""
THINGS = """
꽃다발=a bouquet of flowers|꽃바구니=a basket of flowers|화환=a flower wreath|화분=a potted plant
다육이=small succulents|튤립=tulips|장미=roses|수국=hydrangeas|해바라기=sunflowers|카네이션=carnations|백합=lilies
프리지아=freesias|국화=chrysanthemums|안개꽃=baby's breath|벚꽃=cherry blossoms|코스모스=cosmos flowers
드라이플라워=dried flowers|식물=green plants|꽃=fresh flowers|염색=hair colouring bowls and brushes
탈색=hair colouring bowls and brushes|펌=hair curlers on a salon trolley|파마=hair curlers on a salon trolley
커트=salon scissors and a comb|컷트=salon scissors and a comb|트리트먼트=hair treatment bottles|두피=hair care bottles
클리닉=hair care bottles|샴푸=shampoo bottles|헤어=a bright hair salon|미용실=a bright hair salon
바버샵=a classic barber shop|네일=nail polish bottles in soft colours|젤네일=glossy nail polish bottles
속눈썹=a small beauty studio|마사지=a calm massage room with towels|피부=skincare bottles|화장품=cosmetics bottles
향수=perfume bottles|헬스=a clean gym with weights|헬스장=a clean gym with weights|운동=gym equipment
요가=a yoga mat in a bright studio|필라테스=a pilates reformer in a bright studio|수영=a swimming pool lane
복싱=boxing gloves|아령=dumbbells|바벨=a barbell on a rack|러닝=running shoes|자전거=a bicycle
골프=golf clubs and balls|테니스=a tennis racket and balls|캠핑=a camping table by a tent|등산=hiking boots
니트=soft knitted sweaters|스웨터=soft knitted sweaters|원피스=a dress on a hanger|코트=wool coats on a rack
패딩=padded jackets|청바지=folded jeans|셔츠=shirts on hangers|티셔츠=folded T-shirts|블라우스=a blouse on a hanger
치마=a skirt on a hanger|스커트=a skirt on a hanger|가방=a leather handbag|신발=shoes|운동화=sneakers|모자=hats
목도리=a wool scarf|머플러=a wool scarf|한복=a hanbok on a stand|옷=clothes on a rack|반지=rings in a small box
목걸이=a necklace on a stand|귀걸이=earrings on a stand|시계=a wrist watch|안경=eyeglasses|주얼리=jewellery on velvet
책=books|문구=stationery|노트=notebooks|연필=pencils|피아노=a piano|기타 레슨=an acoustic guitar
그림=paint brushes and a palette|도자기=ceramic bowls|공방=a craft workshop table|가죽=leather craft tools
학원=a bright classroom|수학=a desk with notebooks|영어=a desk with books|코딩=a laptop on a desk
컴퓨터=a computer on a desk|휴대폰=a smartphone on a table|세탁=folded clean laundry|수선=a sewing machine with thread
가구=wooden furniture|소파=a sofa|조명=warm lamps|양초=candles|캔들=candles|비누=hand-made soap bars|수건=folded towels
이불=folded bedding|커튼=linen curtains|인테리어=a cosy interior|벽지=wall paper samples|자동차=a clean car
세차=a shining wet car|타이어=car tyres|수리=repair tools on a bench|공구=tools on a bench|열쇠=keys|우산=umbrellas
장난감=toys|인형=plush toys|풍선=balloons|선물=a wrapped gift box|강아지=a cute puppy|고양이=a cute cat
반려견=a cute dog|애견=a cute dog|미용 가위=grooming scissors|사료=pet food bowls|어항=an aquarium
약국=a tidy pharmacy counter|치과=a bright dental clinic|병원=a bright clinic|한의원=a calm room with medicinal herbs
사진관=a photo studio with soft lights|카메라=a camera|여행=a suitcase by a window|숙소=a tidy guest room
펜션=a wooden cottage|호텔=a hotel room|바구니=a woven basket|접시=a ceramic plate|머그잔=a ceramic mug
머그=a ceramic mug|컵=a cup|유리잔=a clear glass|화덕=a stone oven|오븐=an oven|앞치마=an apron|테이블=a table
식탁=a dining table|의자=a chair|쟁반=a tray|나무 도마=a wooden cutting board|도마=a wooden cutting board
뚝배기=a Korean stone pot|냄비=a pot|가마솥=a large iron pot|항아리=Korean earthenware jars|쇼핑백=paper shopping bags
상자=boxes|포장=neat paper packaging
"""
SCENES = """
봄=spring mood, soft pastel light|여름=summer mood, bright fresh light
가을=autumn mood, warm amber light, a few fallen leaves|겨울=winter mood, crisp soft light|봄날=a bright spring day
단풍=red and yellow autumn leaves|낙엽=fallen leaves|눈=falling snow|비=rain on a window|바다=a calm sea|해변=a beach
산=mountains|숲=a forest|강=a river|하늘=a clear sky|노을=a sunset glow|별=a starry sky|구름=soft clouds
햇살=warm sunlight|햇빛=warm sunlight|아침=morning light|점심=bright midday light|오후=afternoon light
저녁=warm evening light|밤하늘=a night sky|야경=city lights at night|새벽=soft dawn light|밤에=at night
밤거리=a street at night|봄맞이=spring mood, soft pastel light|창가=beside a window|창문=beside a window
골목=a quiet alley|거리=a quiet street|시장=a lively traditional market|공원=a park|정원=a garden|마당=a courtyard
한옥=a Korean hanok house|옥상=a rooftop|테라스=an outdoor terrace|매장=inside a small shop
가게=a small neighbourhood shop|카페=a cosy café|식당=a small Korean restaurant|베이커리=a small bakery
빵집=a small bakery|꽃집=a small flower shop|옷가게=a small boutique|주방=a tidy kitchen|집=a cosy home
거실=a living room|사무실=an office|교실=a classroom|무대=a small stage|나무=wood textures|대리석=a marble surface
벽돌=a brick wall|하얀=white|흰=white|흰색=white tones|검은=dark|검정=black tones|분홍=pink tones|핑크=pink tones
빨간=red|빨강=red tones|노란=yellow|노랑=yellow tones|초록=green|녹색=green tones|파란=blue|파랑=blue tones
보라=purple tones|주황=orange tones|갈색=brown tones|베이지=beige tones|금색=golden accents|은색=silver accents
따뜻한=warm|따뜻하게=warm|시원한=cool and refreshing|아늑한=cosy|포근한=soft and cosy|밝은=bright|환한=bright
어두운=dark and moody|깔끔한=clean and tidy|심플한=simple|미니멀=minimal|고급스러운=elegant|빈티지=vintage|레트로=retro
모던=modern|귀여운=cute|화사한=bright and cheerful|싱그러운=fresh and green|신선한=fresh|바삭한=crispy
매콤한=spicy-looking, with red chili|김이 나는=with steam rising|모락모락=with steam rising|얼음=with ice|촉촉한=moist
갓 구운=freshly baked|갓 튀긴=freshly fried|수제=hand-made|클로즈업=close-up|위에서=seen from above|가까이=close-up
흐릿한 배경=blurred background|새해=new year mood|설날=Korean new year mood|설=Korean new year mood
추석=Korean harvest festival mood|크리스마스=Christmas mood with fir branches|할로윈=halloween pumpkins
핼러윈=halloween pumpkins|발렌타인=Valentine's Day mood|화이트데이=candy in soft wrapping|어버이날=red carnations
스승의 날=red carnations|어린이날=colourful balloons|졸업식=a graduation celebration mood
졸업=a graduation celebration mood|입학=a fresh start mood, spring light|결혼=white wedding decorations
생일=birthday candles and decorations|돌잔치=a first birthday table|파티=party decorations|연말=festive year-end lights
축제=festival lanterns|플리마켓=a small flea market stall|오픈=fresh flowers and balloons at an entrance
개업=fresh flowers and balloons at an entrance|개점=fresh flowers and balloons at an entrance
아르바이트=a clean apron on a hook|알바=a clean apron on a hook|구인=a clean apron on a hook
휴무=a quiet shop interior with soft light|쉬어요=a quiet shop interior with soft light
쉽니다=a quiet shop interior with soft light|배달=a neat paper delivery bag|예약=a small desk calendar without writing
이벤트=confetti and a wrapped gift|손님=a welcoming empty seat
"""


def _table(*blocks: str) -> dict[str, str]:
    """The blocks as one dict, longest Korean word first."""
    rows = dict(cell.split("=", 1) for block in blocks for line in block.split("\n") for cell in line.split("|")
        if "=" in cell)
    return dict(sorted(rows.items(), key=lambda row: -len(row[0])))


GLOSSARY: dict[str, str] = _table(FOOD, THINGS, SCENES)
MAIN = frozenset(_table(FOOD, THINGS))
"""Words that name what the picture shows; the others colour the scene."""
