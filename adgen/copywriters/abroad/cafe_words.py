"""Drinks, breads and sweets as menus for foreign guests name them: Korean | English | Japanese | simplified Chinese.

Spaces in the Korean may be left out; spellings are parted by commas. The longest word wins, and words compose
("고구마" + "라떼"). Sources: the Korean Food Promotion Institute's foreign menu names for Korean food, and what chain
cafés in Tokyo and Shanghai print.
"""

DRINKS = """
커피 | coffee | コーヒー | 咖啡
아메리카노 | americano | アメリカーノ | 美式咖啡
아이스 아메리카노,아아 | iced americano | アイスアメリカーノ | 冰美式
디카페인 | decaf | カフェインレス | 低因
라떼,라테 | latte | ラテ | 拿铁
카페 라떼,카페라테 | caffè latte | カフェラテ | 拿铁咖啡
바닐라 | vanilla | バニラ | 香草
카푸치노 | cappuccino | カプチーノ | 卡布奇诺
에스프레소 | espresso | エスプレッソ | 意式浓缩
콜드 브루 | cold brew | コールドブリュー | 冷萃咖啡
핸드 드립,드립 커피 | hand-drip coffee | ハンドドリップコーヒー | 手冲咖啡
플랫 화이트 | flat white | フラットホワイト | 澳白
카페 모카,모카 | mocha | カフェモカ | 摩卡
마키아또,마끼아또 | macchiato | マキアート | 玛奇朵
아인슈페너 | einspänner | アインシュペナー | 维也纳咖啡
아포가토 | affogato | アフォガート | 阿芙佳朵
원두 | coffee beans | コーヒー豆 | 咖啡豆
드립백 | drip bag coffee | ドリップバッグ | 挂耳咖啡
음료,음료수 | drink | ドリンク | 饮料
탄산음료 | soft drink | ソフトドリンク | 碳酸饮料
콜라 | cola | コーラ | 可乐
사이다 | lemon-lime soda | サイダー | 汽水
차 | tea | お茶 | 茶
녹차 | green tea | 緑茶 | 绿茶
말차 | matcha | 抹茶 | 抹茶
홍차 | black tea | 紅茶 | 红茶
밀크티 | milk tea | ミルクティー | 奶茶
꽃차 | flower tea | 花茶 | 花茶
허브티 | herbal tea | ハーブティー | 花草茶
유자차 | yuja (citron) tea | 柚子茶 | 柚子茶
대추차 | jujube tea | ナツメ茶 | 红枣茶
쌍화차 | ssanghwa-cha (herbal tea) | 双和茶 | 双和茶
생강차 | ginger tea | 生姜茶 | 姜茶
매실차 | green plum tea | 梅茶 | 梅子茶
보리차 | barley tea | 麦茶 | 大麦茶
식혜 | sikhye (sweet rice drink) | シッケ | 甜米露
수정과 | sujeonggwa (cinnamon punch) | スジョングァ | 水正果
미숫가루 | misugaru (roasted grain drink) | ミスッカル | 杂粮粉饮
핫초코,핫 초콜릿 | hot chocolate | ホットチョコレート | 热巧克力
초코 라떼 | chocolate latte | チョコラテ | 巧克力拿铁
스무디 | smoothie | スムージー | 冰沙
요거트 스무디 | yogurt smoothie | ヨーグルトスムージー | 酸奶冰沙
에이드 | ade | エード | 气泡饮
레몬에이드,레모네이드 | lemonade | レモネード | 柠檬气泡饮
주스,쥬스 | juice | ジュース | 果汁
생과일주스 | fresh fruit juice | 生フルーツジュース | 鲜榨果汁
버블티 | bubble tea | タピオカミルクティー | 珍珠奶茶
프라페,프라푸치노 | frappé | フラッペ | 星冰乐
생맥주 | draft beer | 生ビール | 生啤
맥주 | beer | ビール | 啤酒
수제 맥주 | craft beer | クラフトビール | 精酿啤酒
병맥주 | bottled beer | 瓶ビール | 瓶装啤酒
소주 | soju | 韓国焼酎 | 烧酒
막걸리 | makgeolli (rice wine) | マッコリ | 马格利米酒
동동주 | dongdongju (rice wine) | ドンドンジュ | 冬冬酒
와인 | wine | ワイン | 葡萄酒
하우스 와인 | house wine | ハウスワイン | 招牌葡萄酒
하이볼 | highball | ハイボール | 嗨棒
칵테일 | cocktail | カクテル | 鸡尾酒
사케 | sake | 日本酒 | 清酒
위스키 | whisky | ウイスキー | 威士忌
뱅쇼 | vin chaud (mulled wine) | ヴァンショー | 热红酒
웰컴 드링크 | welcome drink | ウェルカムドリンク | 迎宾饮料
샷 추가 | extra shot | ショット追加 | 加浓缩
사이즈업,사이즈 업 | size upgrade | サイズアップ | 免费升杯
우유 | milk | 牛乳 | 牛奶
두유 | soy milk | 豆乳 | 豆奶
요거트,요구르트 | yogurt | ヨーグルト | 酸奶
"""
SWEETS = """
빵 | bread | パン | 面包
소금빵 | salt bread | 塩パン | 海盐卷
크루아상,크로와상 | croissant | クロワッサン | 可颂
크로플 | croffle | クロッフル | 可颂华夫
식빵 | white bread loaf | 食パン | 吐司面包
바게트 | baguette | バゲット | 法棍
베이글 | bagel | ベーグル | 贝果
단팥빵 | red bean bun | あんパン | 红豆面包
크림빵 | cream bun | クリームパン | 奶油面包
소보로빵,소보로 | streusel bun | そぼろパン | 酥粒面包
모닝빵 | morning roll | ロールパン | 早餐包
치아바타 | ciabatta | チャバタ | 夏巴塔
깜빠뉴,캄파뉴 | campagne bread | カンパーニュ | 乡村面包
마늘빵 | garlic bread | ガーリックパン | 蒜香面包
스콘 | scone | スコーン | 司康
머핀 | muffin | マフィン | 玛芬
마카롱 | macaron | マカロン | 马卡龙
쿠키 | cookie | クッキー | 曲奇
두바이 쫀득 쿠키 | Dubai chewy cookie | ドバイもちもちクッキー | 迪拜软糯曲奇
두바이 초콜릿 | Dubai chocolate | ドバイチョコレート | 迪拜巧克力
도넛,도너츠 | doughnut | ドーナツ | 甜甜圈
꽈배기 | kkwabaegi (twisted doughnut) | クァベギ（ねじりドーナツ） | 麻花甜甜圈
케이크,케익 | cake | ケーキ | 蛋糕
생크림 | fresh cream | 生クリーム | 鲜奶油
생크림 케이크 | fresh cream cake | 生クリームケーキ | 鲜奶油蛋糕
조각 케이크 | cake slice | カットケーキ | 切块蛋糕
홀케이크 | whole cake | ホールケーキ | 整个蛋糕
치즈 케이크 | cheesecake | チーズケーキ | 芝士蛋糕
바스크 치즈 케이크 | Basque cheesecake | バスクチーズケーキ | 巴斯克芝士蛋糕
당근 케이크 | carrot cake | キャロットケーキ | 胡萝卜蛋糕
롤케이크 | Swiss roll | ロールケーキ | 蛋糕卷
레터링 케이크 | lettering cake | メッセージケーキ | 文字蛋糕
도시락 케이크 | bento cake | お弁当ケーキ | 便当蛋糕
컵케이크 | cupcake | カップケーキ | 纸杯蛋糕
크리스마스 케이크 | Christmas cake | クリスマスケーキ | 圣诞蛋糕
카스테라,카스텔라 | castella | カステラ | 长崎蛋糕
타르트 | tart | タルト | 水果挞
에그타르트 | egg tart | エッグタルト | 蛋挞
휘낭시에 | financier | フィナンシェ | 费南雪
마들렌 | madeleine | マドレーヌ | 玛德琳
까눌레 | canelé | カヌレ | 可露丽
브라우니 | brownie | ブラウニー | 布朗尼
티라미수 | tiramisu | ティラミス | 提拉米苏
와플 | waffle | ワッフル | 华夫饼
팬케이크 | pancakes | パンケーキ | 松饼
수플레 | soufflé | スフレ | 舒芙蕾
푸딩 | pudding | プリン | 布丁
빙수 | bingsu (shaved ice) | ピンス | 刨冰
팥빙수 | red bean bingsu | 小豆ピンス | 红豆刨冰
우유 빙수 | milk bingsu | ミルクピンス | 牛奶刨冰
눈꽃 빙수 | snowflake bingsu | 雪花ピンス | 雪花刨冰
아이스크림 | ice cream | アイスクリーム | 冰淇淋
소프트 아이스크림 | soft-serve | ソフトクリーム | 软冰淇淋
젤라또,젤라토 | gelato | ジェラート | 意式冰淇淋
샌드위치 | sandwich | サンドイッチ | 三明治
토스트 | toast | トースト | 吐司
브런치 | brunch | ブランチ | 早午餐
붕어빵 | bungeoppang (fish-shaped pastry) | プンオパン | 鲷鱼烧
잉어빵 | fish-shaped pastry | プンオパン | 鲷鱼烧
호떡 | hotteok (sweet pancake) | ホットク | 糖饼
호두과자 | walnut cake | くるみまんじゅう | 核桃果子
군고구마 | roasted sweet potato | 焼き芋 | 烤红薯
탕후루 | tanghulu | タンフル | 糖葫芦
약과 | yakgwa (honey cookie) | 薬菓 | 药果
한과 | Korean traditional sweets | 韓菓 | 韩式传统点心
떡 | rice cake | 餅 | 打糕
떡케이크 | rice cake tower | 餅ケーキ | 米糕蛋糕
인절미 | injeolmi (rice cake) | インジョルミ（きなこ餅） | 黄豆糕
송편 | songpyeon (rice cakes) | ソンピョン | 松饼糕
찹쌀떡,모찌 | mochi | 大福 | 糯米团
디저트 | dessert | デザート | 甜点
쿠키 세트 | cookie set | クッキーセット | 曲奇套装
초콜릿,초콜렛 | chocolate | チョコレート | 巧克力
초코 | chocolate | チョコ | 巧克力
캐러멜,카라멜 | caramel | キャラメル | 焦糖
흑당 | brown sugar | 黒糖 | 黑糖
흑임자 | black sesame | 黒ごま | 黑芝麻
콩가루,인절미 가루 | soybean powder | きなこ | 黄豆粉
팥 | red bean | 小豆 | 红豆
쑥 | mugwort | よもぎ | 艾草
얼그레이 | Earl Grey | アールグレイ | 伯爵
시나몬 | cinnamon | シナモン | 肉桂
버터 | butter | バター | 黄油
크림 | cream | クリーム | 奶油
치즈 | cheese | チーズ | 芝士
크림치즈 | cream cheese | クリームチーズ | 奶油芝士
피스타치오 | pistachio | ピスタチオ | 开心果
아몬드 | almond | アーモンド | 杏仁
땅콩 | peanut | ピーナッツ | 花生
꿀 | honey | はちみつ | 蜂蜜
잼 | jam | ジャム | 果酱
수제청,과일청 | fruit syrup | 手作りフルーツシロップ | 水果糖浆
"""
