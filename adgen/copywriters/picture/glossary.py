"""Korean words for what a shop shows, and how an image model is told of them.

A space in a Korean word may be left out by the owner. The longest word wins. Words of one syllable stand alone, or at
the end of a compound. What stands around the subject is in ``scenery``.
"""

FOOD = """
김장=napa cabbage kimchi being made|트러플=truffles|퀴노아=quinoa
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
밤식빵=a loaf of chestnut bread|우유식빵=a loaf of milk bread|흰쌀밥=a bowl of white rice|쌀밥=a bowl of white rice
양념 반 후라이드 반=half plain and half red-glazed fried chicken
양념 반 후라이드 반 치킨=half plain and half red-glazed fried chicken|마카롱 탑=a tower of colourful macarons
아인슈페너=an einspänner coffee topped with cream|플랫 화이트=a flat white|카페 모카=a caffè mocha with whipped cream
돌체 라떼=a dolce latte|흑임자 라떼=a black sesame latte|쑥 라떼=a mugwort latte|달고나 라떼=a dalgona latte
아이스 라떼=an iced latte in a clear glass|버블티=a bubble tea|식혜=a bowl of sweet rice punch
수정과=a bowl of cinnamon punch|미숫가루=a glass of grain shake|대추차=a cup of jujube tea|생강차=a cup of ginger tea
매실차=a cup of plum tea|레몬차=a cup of lemon tea|캐모마일=a cup of chamomile tea|차 한 잔=a cup of tea|찻잔=a teacup
밀크셰이크=a milkshake|콜라=a glass of cola with ice|사이다=a glass of clear soda with ice
탄산수=a glass of sparkling water|위스키=a glass of whisky|사케=a small bottle of sake|청주=clear rice wine
동동주=a bowl of milky rice wine|진 토닉=a gin and tonic
인절미=soft rice cakes in soybean powder|송편=half-moon rice cakes|가래떡=long white rice cakes
떡국=a bowl of sliced rice cake soup|백설기=white steamed rice cake|찹쌀떡=sticky rice cakes|꿀떡=honey rice cakes
약과=honey-glazed yakgwa cookies|강정=crispy rice sweets|화채=a bowl of fruit punch|팥죽=a bowl of red bean porridge
호박죽=a bowl of pumpkin porridge|전복죽=a bowl of abalone porridge
탕후루=candied fruit skewers|츄러스=churros|크로플=croffles|치아바타=ciabatta bread
깜빠뉴=a rustic round loaf of bread|캄파뉴=a rustic round loaf of bread|브리오슈=a brioche|파이=a golden pie
애플파이=an apple pie|에그타르트=egg tarts|몽블랑=a mont blanc cake|티라미수=a tiramisu|까눌레=canelés
브라우니=brownies|롤케이크=a roll cake|컵케이크=cupcakes|슈크림=cream puffs|찐빵=steamed buns|소시지빵=sausage bread
고로케=croquettes|피낭시에=financiers|젤리=jelly sweets|사탕=candies|그래놀라=granola|요거트=a bowl of yogurt
그릭 요거트=a bowl of Greek yogurt with fruit|초콜릿 케이크=a chocolate cake
애플망고=mangoes|망고 빙수=a bowl of Korean shaved ice with mango
딸기 빙수=a bowl of Korean shaved ice with strawberries|포케=a poke bowl
리조또=a plate of risotto|감바스=a pan of garlic shrimp|뇨끼=gnocchi in cream sauce|라자냐=a slice of lasagna
오믈렛=a fluffy omelette|오므라이스=omelette rice|함박 스테이크=a hamburg steak|계란찜=steamed egg in a stone pot
계란말이=a rolled omelette|계란=eggs|달걀=eggs|주먹밥=rice balls|유부초밥=rice-stuffed tofu pockets
쫄면=chewy spicy noodles|라볶이=spicy rice cakes with noodles|닭꼬치=grilled chicken skewers|꼬치=grilled skewers
꼬치구이=grilled skewers|오뎅=fish cake skewers in broth|어묵탕=a pot of fish cake soup|닭발=spicy chicken feet
대창=grilled intestines|막창=grilled intestines|육회=Korean beef tartare|차돌박이=thin slices of beef brisket
한우=marbled Korean beef|소고기=marbled beef|돼지고기=fresh pork|목살=grilled pork neck|양갈비=grilled lamb ribs
양꼬치=grilled lamb skewers|닭고기=fresh chicken meat|훈제 오리=sliced smoked duck|오리고기=sliced duck meat
감자탕=pork backbone stew|뼈해장국=pork backbone soup|순댓국=blood sausage soup|돼지국밥=pork rice soup
콩나물국밥=bean sprout rice soup|미역국=seaweed soup|육개장=spicy beef soup|추어탕=loach soup|매운탕=spicy fish stew
샤브샤브=a shabu-shabu hot pot|전골=a hot pot|아구찜=spicy braised monkfish|해물찜=spicy braised seafood
갈비찜=braised short ribs|찜닭=braised chicken with glass noodles|쭈꾸미=spicy small octopus|문어=octopus
연어=fresh salmon|참치=sliced tuna|광어=sliced flatfish|홍어=sliced skate
홍어 삼합=sliced skate with boiled pork and kimchi|조개구이=grilled clams|가리비=scallops|랍스터=a lobster
대게=snow crab|새우튀김=fried shrimp|텐동=a tempura rice bowl|소바=buckwheat noodles|메밀국수=buckwheat noodles
막국수=spicy buckwheat noodles|밀면=cold wheat noodles|팟타이=pad thai|케밥=a kebab|부리또=a burrito|나초=nachos
훠궈=a hot pot|깐풍기=spicy garlic chicken|마파두부=mapo tofu|딤섬=dim sum in a bamboo steamer
부침개=a crispy Korean pancake|모둠전=assorted Korean pancakes|빈대떡=mung bean pancakes
해물파전=a seafood green onion pancake|잡채=stir-fried glass noodles|장아찌=pickled vegetables|깍두기=radish kimchi
누드김밥=sliced inside-out gimbap rolls|마약김밥=small gimbap rolls

파스타 샐러드=a pasta salad|배추=napa cabbage
상추=lettuce|양파=onions|대파=green onions|고추=red chili peppers|당근=carrots|오이=cucumbers
양배추=cabbage|브로콜리=broccoli|아보카도=avocados|체리=cherries|키위=kiwis|파인애플=a pineapple|오렌지=oranges
라임=limes|한라봉=hallabong tangerines|감귤=tangerines|매실=green plums|자두=plums|무화과=figs|석류=pomegranates
곶감=dried persimmons|단감=persimmons|홍시=ripe soft persimmons|참기름=a bottle of sesame oil
고춧가루=red chili powder|된장=soybean paste in a jar|고추장=red chili paste in a jar|홍삼=red ginseng roots
인삼=ginseng roots|버터=butter|시나몬=cinnamon sticks|계피=cinnamon sticks
땅콩=peanuts|아몬드=almonds
"""
THINGS = """
음식=a Korean meal|요리=a dish of food|밥=a bowl of steamed rice|국=a bowl of soup|한식=a Korean meal with side dishes
디저트=a pretty dessert|술=a glass of liquor|안주=a plate of bar snacks|과자=cookies and crackers|쌀=rice grains
콩=beans|무=white radishes|죽=a bowl of rice porridge|공깃밥=a bowl of steamed rice|삼합=a Korean three-item platter
국거리=diced beef|민트=mint leaves|허브=fresh herbs
염색약=hair colouring bowls and brushes|강아지 옷=dog clothes|산타=a Santa Claus figure|산타 인형=a Santa Claus doll
눈꽃=snowflake ornaments|루돌프=a reindeer figure
꽃다발=a bouquet of flowers|꽃바구니=a basket of flowers|화환=a flower wreath|화분=a potted plant
다육이=small succulents|튤립=tulips|장미=roses|수국=hydrangeas|해바라기=sunflowers|카네이션=carnations|백합=lilies
프리지아=freesias|국화=chrysanthemums|안개꽃=baby's breath|벚꽃=cherry blossoms|코스모스=cosmos flowers
드라이플라워=dried flowers|식물=green plants|꽃=fresh flowers|염색=hair colouring bowls and brushes
탈색=hair colouring bowls and brushes|펌=hair curlers on a salon trolley|파마=hair curlers on a salon trolley
커트=salon scissors and a comb|컷트=salon scissors and a comb|트리트먼트=hair treatment bottles|두피=hair care bottles
클리닉=hair care bottles|샴푸=shampoo bottles|헤어=a bright hair salon|네일=nail polish bottles in soft colours
젤네일=glossy nail polish bottles|속눈썹=a small beauty studio|마사지=a calm massage room with towels
피부=skincare bottles|화장품=cosmetics bottles|향수=perfume bottles|헬스=gym machines|운동=gym equipment
요가=a yoga mat in a bright studio|필라테스=a pilates reformer in a bright studio|수영=a swimming pool lane
복싱=boxing gloves|아령=dumbbells|바벨=a barbell on a rack|러닝=running shoes|자전거=a bicycle
골프=golf clubs and balls|테니스=a tennis racket and balls|캠핑=a camping table by a tent|등산=hiking boots
니트=soft knitted sweaters|스웨터=soft knitted sweaters|원피스=a dress on a hanger|코트=wool coats on a rack
패딩=padded jackets|청바지=folded jeans|셔츠=shirts on hangers|티셔츠=folded T-shirts|블라우스=a blouse on a hanger
치마=a skirt on a hanger|스커트=a skirt on a hanger|가방=a leather handbag|신발=shoes|운동화=sneakers|모자=hats
목도리=a wool scarf|머플러=a wool scarf|한복=a hanbok on a stand|옷=clothes on a rack|반지=rings in a small box
목걸이=a necklace on a stand|귀걸이=earrings on a stand|시계=a wrist watch|안경=eyeglasses|주얼리=jewellery on velvet
책=books|문구=stationery|노트=notebooks|연필=pencils|피아노=a piano|기타 레슨=an acoustic guitar|도자기=ceramic bowls
공방=a craft workshop table|수학=mathematics notebooks|영어=books on a desk|코딩=a laptop on a desk
컴퓨터=a computer on a desk|휴대폰=a smartphone on a table|세탁=folded clean laundry|수선=a sewing machine with thread
가구=wooden furniture|조명=warm lamps|양초=candles|캔들=candles|비누=hand-made soap bars|수건=folded towels
이불=folded bedding|커튼=linen curtains|인테리어=a cosy interior|벽지=wall paper samples|자동차=a clean car
세차=a shining wet car|타이어=car tyres|수리=repair tools on a bench|공구=tools on a bench|열쇠=keys|우산=umbrellas
장난감=toys|인형=plush toys|풍선=balloons|선물=a wrapped gift box|강아지=a cute puppy|고양이=a cute cat
반려견=a cute dog|애견=a cute dog|미용 가위=grooming scissors|사료=pet food bowls|어항=an aquarium|카메라=a camera
여행=a suitcase by a window|숙소=a tidy guest room|펜션=a wooden cottage|호텔=a hotel room|앞치마=an apron
항아리=Korean earthenware jars|쇼핑백=paper shopping bags|포장=neat paper packaging|빨래=folded laundry
빨래 바구니=a basket of folded laundry|보석=sparkling jewels|달=the moon|해=the sun|탑=a tower|머리=shiny hair
단발머리=a bob haircut|긴 머리=long shiny hair|웨이브 머리=wavy shiny hair
누드톤 젤네일=glossy nail polish bottles in nude tones|촬영 조명=studio lights|필라테스 기구=a pilates reformer
운동 기구=gym machines|기구=equipment|커피잔=a cup of coffee|선물세트=a gift set box|작약=peonies
라넌큘러스=ranunculus flowers|거베라=gerbera daisies|리시안셔스=lisianthus flowers|데이지=daisies|라벤더=lavender
유칼립투스=eucalyptus branches|난초=an orchid in a pot|호접란=a moth orchid in a pot|몬스테라=a monstera plant
선인장=a small cactus|올리브 나무=a small olive tree in a pot|동백=camellias|목련=magnolias|매화=plum blossoms
개나리=forsythia branches|진달래=azaleas|철쭉=azaleas|유채꽃=yellow canola flowers|연꽃=lotus flowers
부케=a bridal bouquet|꽃잎=flower petals|나뭇잎=green leaves|잎=green leaves|리스=a wreath
시체꽃=a large titan arum flower|가위=scissors|빗=a comb|드라이기=a hair dryer|고데기=a hair iron
매니큐어=nail polish bottles|페디큐어=a pedicure set with towels|패디큐어=a pedicure set with towels
누드톤 네일=nail polish bottles in nude tones|립스틱=lipsticks|쿠션=cushions|크림통=a cream jar|로션=lotion bottles
세럼=serum bottles|앰플=ampoule bottles|마스크팩=face masks|선크림=sunscreen tubes|오일=oil bottles
아로마=aroma oil bottles|디퓨저=a reed diffuser|입욕제=bath bombs|눈썹=make-up brushes
메이크업=make-up brushes and powder|브러시=brushes|거울=a mirror|머리카락=shiny hair
목욕 용품=bath products and towels|피부 관리=a treatment bed with folded towels|덤벨=dumbbells|케틀벨=kettlebells
운동 매트=a rolled exercise mat|폼롤러=a foam roller|짐볼=an exercise ball|물병=a water bottle|줄넘기=a jump rope
클라이밍=a climbing wall|배드민턴=badminton rackets and shuttlecocks|탁구=a table tennis table|축구공=a football
농구공=a basketball|볼링=bowling pins|크로스핏=a training gym with ropes|발레=ballet shoes
태권도=a white martial arts uniform with a black belt|서핑보드=a surfboard|스키=skis|낚시=a fishing rod|텐트=a tent
랜턴=a lantern|모닥불=a camp fire|간식=pet treats in a bowl|강아지 간식=dog treats in a bowl|목줄=a dog leash
캣타워=a cat tower|푸들=a curly poodle|말티즈=a white Maltese dog|비숑=a fluffy white Bichon dog
포메라니안=a fluffy Pomeranian dog|시바견=a Shiba dog|골든 리트리버=a golden retriever|리트리버=a golden retriever
웰시코기=a Welsh corgi|진돗개=a Jindo dog|개=a dog|아기 고양이=a kitten|새끼 고양이=a kitten|토끼=a rabbit|곰=a bear
다람쥐=a squirrel|햄스터=a hamster|앵무새=a parrot|금붕어=a goldfish|물고기=small fish|새=a small bird
나비=butterflies|반려동물=a happy pet|애완동물=a happy pet|칠판=a clean empty chalkboard|지구본=a globe|공책=notebooks
문제집=workbooks|교과서=textbooks|색연필=coloured pencils|크레파스=crayons|물감=paint tubes|붓=paint brushes
이젤=an easel|캔버스=a blank canvas|바이올린=a violin|첼로=a cello|플루트=a flute|드럼=a drum kit|우쿨렐레=a ukulele
통기타=an acoustic guitar|마이크=a microphone|체스=a chess board|바둑=a go board|로봇=a small robot|태블릿=a tablet
노트북=a laptop|책가방=a school backpack|학사모=a graduation cap|펜=pens|다이어리=a diary|스티커=stickers
카드=a greeting card|메시지 카드=a blank greeting card|편지=an envelope|봉투=an envelope
달력=a desk calendar without writing|강의=a lecture desk|회의=a meeting table|안경테=eyeglasses|승용차=a clean car
차량=a clean car|트럭=a small truck|전기차=an electric car|오토바이=a motorcycle|스쿠터=a scooter|엔진=a car engine
엔진 오일=engine oil cans|휠=car wheels|바퀴=wheels|손세차=a shining wet car with foam|광택=a polished car
정비=repair tools beside a car|자켓=a jacket|재킷=a jacket|가디건=a cardigan|카디건=a cardigan|맨투맨=a sweatshirt
후드티=a hoodie|슬랙스=neatly folded trousers|바지=folded trousers|반바지=folded shorts|레깅스=leggings
운동복=sportswear|정장=a suit on a stand|수트=a suit on a stand|넥타이=neckties|벨트=leather belts|양말=socks
장갑=gloves|스카프=a silk scarf|부츠=boots|샌들=sandals|슬리퍼=slippers|구두=dress shoes|하이힐=high heels
로퍼=loafers|잠옷=pyjamas|수영복=a swimsuit on a hanger|어린이 수영복=a child's swimsuit on a hanger
아동복=children's clothes on hangers|아기 옷=baby clothes on hangers|웨딩드레스=a wedding dress on a stand
드레스=a dress on a stand|교복=a school uniform on a hanger|백팩=a backpack|에코백=a canvas tote bag
지갑=a leather wallet|동전 지갑=a small purse|팔찌=bracelets|머리핀=hair clips|선글라스=sunglasses|비니=a knit beanie
점퍼=a jacket|조끼=a vest|트렌치코트=a trench coat|블레이저=a blazer|신상=new clothes on a rack
도배=rolls of wallpaper|타일=ceramic tiles|페인트=paint cans and a roller|청소=cleaning tools|빗자루=a broom
청소기=a vacuum cleaner|이삿짐=moving boxes|이사=moving boxes|택배=parcels|에어컨=an air conditioner on the wall
냉장고=a refrigerator|세탁기=a washing machine|건조기=a dryer|다리미=an iron|재봉틀=a sewing machine
미싱=a sewing machine|액자=a picture frame|증명사진=a camera in front of a plain backdrop
여권 사진=a camera in front of a plain backdrop|가족사진=a framed picture without people|삼각대=a camera on a tripod
필름 카메라=a film camera|아파트=an apartment building|원룸=a bright studio apartment|투룸=a bright small apartment
상가=a row of small shops|빌딩=an office building|주택=a small house|전원주택=a country house with a garden
집 열쇠=house keys|책장=a bookshelf|램프=a lamp|전구=warm light bulbs|러그=a soft rug|선물 상자=a wrapped gift box
선물 세트=a gift set box|리본=a ribbon|트리=a Christmas tree|크리스마스트리=a Christmas tree|눈사람=a snowman
호박등=jack-o'-lanterns|복주머니=silk fortune pouches|한복 인형=a hanbok doll|연등=paper lanterns|등불=paper lanterns
깃발=plain flags|태극기=a Korean flag|왕관=a crown|하트=hearts|별 장식=star ornaments|동전=coins|저금통=a piggy bank
동상=a statue|로봇 청소기=a robot vacuum cleaner|기타=an acoustic guitar|물=clear water|물방울=water drops
연기=soft smoke|불꽃=flames|숯불=glowing charcoal|그릴=a grill|불판=a hot grill plate|철판=a hot iron plate
젓가락=chopsticks|숟가락=a spoon|포크=a fork|칼=a kitchen knife|냅킨=a napkin|빨대=a straw
커피 머신=an espresso machine|커피머신=an espresso machine|로스터기=a coffee roaster|빵 반죽=bread dough|반죽=dough
밀가루=flour|상품=the product|제품=the product|메뉴=a dish of the shop
"""
